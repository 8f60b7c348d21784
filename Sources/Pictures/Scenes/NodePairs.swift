import SceneGraph

/// Which node of one scene is which of the other.
struct NodePairs {
    private(set) var pairs: [(expected: Int, actual: Int)] = []
    private(set) var gone: [Int] = []
    private(set) var new: [Int] = []

    init(_ expected: RecordedScene, _ actual: RecordedScene) {
        let expectedKeys = NodePairs.keys(expected), actualKeys = NodePairs.keys(actual)
        let places = Dictionary(
            actualKeys.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var taken = Set<Int>()
        for (index, key) in expectedKeys.enumerated() {
            if let place = places[key] {
                pairs.append((index, place))
                taken.insert(place)
            } else {
                gone.append(index)
            }
        }
        new = actual.nodes.indices.filter { !taken.contains($0) }
        pairByPlace(expected, actual)
        pairs.sort { $0.expected < $1.expected }
    }

    /// Ids are unique in a good scene; where they are not, the first is the first.
    private static func keys(_ scene: RecordedScene) -> [String] {
        var counts: [String: Int] = [:]
        return scene.nodes.map { node in
            let key = "\(node.kind.rawValue) \(node.id)"
            counts[key, default: 0] += 1
            return "\(key) \(counts[key] ?? 1)"
        }
    }

    /// Ids may be made of what they show, and change with it: a leaf that is gone and a new one of the same role in
    /// the same place are one.
    private mutating func pairByPlace(_ expected: RecordedScene, _ actual: RecordedScene) {
        guard !gone.isEmpty, !new.isEmpty else { return }
        var byRole: [String: [Int]] = [:]
        for index in new where actual.nodes[index].kind != .group {
            byRole[actual.nodes[index].role, default: []].append(index)
        }
        var still: [Int] = []
        for index in gone {
            let node = expected.nodes[index]
            let match = byRole[node.role]?.firstIndex { other in
                let found = actual.nodes[other]
                return found.kind == node.kind && abs(found.bounds.midX - node.bounds.midX) <= 2
                    && abs(found.bounds.midY - node.bounds.midY) <= 2
            }
            if node.kind != .group, let match, let other = byRole[node.role]?.remove(at: match) {
                pairs.append((index, other))
                new.removeAll { $0 == other }
            } else {
                still.append(index)
            }
        }
        gone = still
    }
}
