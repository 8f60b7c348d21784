import SceneGraph

/// What differs between two scenes, in the figure's own words.
public struct SceneComparison: Sendable {
    public private(set) var changes: [SceneChange] = []
    public var isSame: Bool { changes.isEmpty }

    public init(expected: RecordedScene, actual: RecordedScene) {
        if expected.size != actual.size {
            changes.append(
                SceneChange(
                    "figure: \(plain(expected.size.width)) × \(plain(expected.size.height)) → "
                        + "\(plain(actual.size.width)) × \(plain(actual.size.height))", ids: []))
        }
        for phrase in NodeComparison.attributes(expected.attributes, actual.attributes) {
            changes.append(SceneChange("figure: \(phrase)", ids: []))
        }
        let pairs = NodePairs(expected, actual)
        addChanged(pairs, expected, actual)
        addPresence(pairs.gone, of: expected, "gone")
        addPresence(pairs.new, of: actual, "new")
        addOrder(pairs, expected, actual)
    }

    /// Of what both have. The same phrase about several things of one kind is told once.
    private mutating func addChanged(_ pairs: NodePairs, _ expected: RecordedScene, _ actual: RecordedScene) {
        struct Phrase: Hashable {
            var noun: String
            var words: String
        }
        let words = FigureWords(expected)
        var shared: [Phrase: [(Int, Int)]] = [:]
        var found: [(pair: (Int, Int), noun: String, phrases: [String])] = []
        for pair in pairs.pairs {
            let (before, after) = (expected.nodes[pair.expected], actual.nodes[pair.actual])
            if before == after { continue }
            let phrases = NodeComparison.phrases(before, after)
            if phrases.isEmpty { continue }
            let noun = FigureWords.noun(before)
            found.append(((pair.expected, pair.actual), noun, phrases))
            for phrase in phrases { shared[Phrase(noun: noun, words: phrase), default: []].append((pair.expected, pair.actual)) }
        }
        var told: Set<Phrase> = []
        for (pair, noun, phrases) in found {
            var own: [String] = []
            for phrase in phrases {
                let key = Phrase(noun: noun, words: phrase)
                guard let all = shared[key], all.count > 1 else {
                    own.append(phrase)
                    continue
                }
                guard told.insert(key).inserted else { continue }
                changes.append(
                    SceneChange(
                        "\(all.count) \(FigureWords.plural(noun)): \(phrase)", ids: all.map { expected.nodes[$0.0].id },
                        expectedBounds: all.map { expected.nodes[$0.0].bounds },
                        actualBounds: all.map { actual.nodes[$0.1].bounds }))
            }
            guard !own.isEmpty else { continue }
            changes.append(
                SceneChange(
                    "\(words.name(of: pair.0)): \(own.joined(separator: ", "))", ids: [expected.nodes[pair.0].id],
                    expectedBounds: [expected.nodes[pair.0].bounds], actualBounds: [actual.nodes[pair.1].bounds]))
        }
    }

    /// Of what only one has: a group speaks for all that is in it.
    private mutating func addPresence(_ indexes: [Int], of scene: RecordedScene, _ word: String) {
        let set = Set(indexes)
        let words = FigureWords(scene)
        for index in indexes {
            if let parent = scene.nodes[index].parent, set.contains(parent) { continue }
            let bounds = [scene.nodes[index].bounds]
            changes.append(
                SceneChange(
                    "\(words.name(of: index)) \(word)", ids: [scene.nodes[index].id],
                    expectedBounds: word == "gone" ? bounds : [], actualBounds: word == "new" ? bounds : []))
        }
    }

    /// Of the order in which a group's children are drawn.
    private mutating func addOrder(_ pairs: NodePairs, _ expected: RecordedScene, _ actual: RecordedScene) {
        var byParent: [Int: [(expected: Int, actual: Int)]] = [:]
        for pair in pairs.pairs {
            if let parent = expected.nodes[pair.expected].parent { byParent[parent, default: []].append(pair) }
        }
        let words = FigureWords(expected)
        for parent in byParent.keys.sorted() {
            let children = byParent[parent] ?? []
            let after = children.sorted { $0.actual < $1.actual }.map(\.expected)
            guard let place = zip(children.map(\.expected), after).first(where: { $0.0 != $0.1 }) else { continue }
            let moved = zip(children.map(\.expected), after).filter { $0.0 != $0.1 }.map(\.0)
            changes.append(
                SceneChange(
                    "\(words.name(of: place.1)) now drawn before \(words.name(of: place.0))"
                        + (moved.count > 2 ? ", and \(moved.count - 2) more in another order" : ""),
                    ids: moved.map { expected.nodes[$0].id }, expectedBounds: moved.map { expected.nodes[$0].bounds }))
        }
    }
}
