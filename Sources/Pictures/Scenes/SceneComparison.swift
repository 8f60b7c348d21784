import SceneGraph

/// What differs between two scenes, in the figure's own words.
public struct SceneComparison: Sendable {
    public private(set) var changes: [SceneChange] = []
    public var isSame: Bool { changes.isEmpty }

    /// Of more things of a kind that changed, each in its own way, only the first few are named.
    private static let mostOfAKind = 12
    private static let namedOfACrowd = 4

    public init(expected: RecordedScene, actual: RecordedScene) {
        if expected.size != actual.size {
            changes.append(
                SceneChange(
                    "figure: \(plain(expected.size.width)) × \(plain(expected.size.height)) → "
                        + "\(plain(actual.size.width)) × \(plain(actual.size.height))", ids: []))
        }
        let pairs = NodePairs(expected, actual)
        addChanged(pairs, expected, actual)
        addPresence(pairs.gone, of: expected, "gone")
        addPresence(pairs.new, of: actual, "new")
        addOrder(pairs, expected, actual)
        // The alternative text follows from what is above, mostly.
        for phrase in NodeComparison.attributes(expected.attributes, actual.attributes) {
            changes.append(SceneChange("figure: \(phrase)", ids: []))
        }
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
            for phrase in phrases {
                shared[Phrase(noun: noun, words: phrase), default: []].append((pair.expected, pair.actual))
            }
        }
        var told: Set<Phrase> = []
        // Where most of a kind changed, each in its own way, a few of them stand for all.
        var crowds = Dictionary(grouping: found.map(\.noun), by: { $0 }).mapValues(\.count)
            .filter { $0.value > SceneComparison.mostOfAKind }
        var unnamed: [String: SceneChange] = [:]
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
            if let left = crowds[noun] {
                crowds[noun] = left - 1
                let named = found.count { $0.noun == noun } - left
                if named >= SceneComparison.namedOfACrowd {
                    var rest = unnamed[noun] ?? SceneChange("", ids: [])
                    rest.ids.append(expected.nodes[pair.0].id)
                    rest.expectedBounds.append(expected.nodes[pair.0].bounds)
                    rest.actualBounds.append(actual.nodes[pair.1].bounds)
                    rest.message = "\(rest.ids.count) more \(FigureWords.plural(noun)) changed"
                    unnamed[noun] = rest
                    continue
                }
            }
            let name = words.name(of: pair.0)
            var message = "\(name): \(own.joined(separator: ", "))"
            // A thing that is called by its text has said the old one.
            if let first = own.first, let quoted = first.firstRange(of: " → "),
                name.hasSuffix(" " + first[..<quoted.lowerBound])
            {
                message = "\(name)\(first[quoted.lowerBound...])" + own.dropFirst().map { ", \($0)" }.joined()
            }
            changes.append(
                SceneChange(
                    message, ids: [expected.nodes[pair.0].id],
                    expectedBounds: [expected.nodes[pair.0].bounds], actualBounds: [actual.nodes[pair.1].bounds]))
        }
        changes += unnamed.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Of what only one has: a group speaks for all that is in it.
    private mutating func addPresence(_ indexes: [Int], of scene: RecordedScene, _ word: String) {
        let set = Set(indexes)
        let words = FigureWords(scene)
        let tops = indexes.filter { index in scene.nodes[index].parent.map { !set.contains($0) } ?? true }
        let crowds = Dictionary(grouping: tops) { FigureWords.noun(scene.nodes[$0]) }.filter {
            $0.value.count > SceneComparison.namedOfACrowd
        }
        var told: Set<String> = []
        for index in tops {
            let noun = FigureWords.noun(scene.nodes[index])
            if let crowd = crowds[noun] {
                guard told.insert(noun).inserted else { continue }
                // `10 map places gone: Beijing, Ulaanbaatar, Bishkek and 7 more`
                let named = crowd.prefix(SceneComparison.namedOfACrowd - 1).map { index in
                    let name = words.name(of: index)
                    return name.hasPrefix(noun + " ") ? String(name.dropFirst(noun.count + 1)) : name
                }
                let bounds = crowd.map { scene.nodes[$0].bounds }
                changes.append(
                    SceneChange(
                        "\(crowd.count) \(FigureWords.plural(noun)) \(word): \(named.joined(separator: "; ")) and "
                            + "\(crowd.count - named.count) more",
                        ids: crowd.map { scene.nodes[$0].id }, expectedBounds: word == "gone" ? bounds : [],
                        actualBounds: word == "new" ? bounds : []))
                continue
            }
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
