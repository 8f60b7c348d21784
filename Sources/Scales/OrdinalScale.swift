/// Discrete values, each with the next of a list of results; after the last the list starts again.
public struct OrdinalScale<Key: Hashable & Sendable, Output: Sendable>: Sendable {
    public let domain: [Key]
    public let range: [Output]
    private let positions: [Key: Int]

    public init(domain: [Key], range: [Output]) {
        var positions: [Key: Int] = [:]
        var unique: [Key] = []
        for key in domain where positions[key] == nil {
            positions[key] = unique.count
            unique.append(key)
        }
        self.domain = unique
        self.range = range
        self.positions = positions
    }

    public func index(of key: Key) -> Int? { positions[key] }

    /// Nil for a value that is not in the domain, and where the range is empty.
    public func output(for key: Key) -> Output? {
        guard let index = positions[key], !range.isEmpty else { return nil }
        return range[index % range.count]
    }
}
