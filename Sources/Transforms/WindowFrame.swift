import Documents

/// The rows around each row that something looks at: so many before and after it, all of them where nil.
package struct WindowFrame: Sendable, Hashable {
    package var before: Int?
    package var after: Int?

    package init(before: Int?, after: Int?) {
        self.before = before
        self.after = after
    }

    /// From the first row to this one.
    package static let running = WindowFrame(before: nil, after: 0)
    package static let everything = WindowFrame(before: nil, after: nil)

    /// The places within `count` rows that the frame of one place spans.
    func places(around place: Int, of count: Int) -> Range<Int> {
        let from = before.map { max(0, place - $0) } ?? 0
        let to = after.map { min(count, place + $0 + 1) } ?? count
        return from..<max(from, to)
    }
}

extension DocumentReader {
    /// Two numbers or nulls; nil where there is none. Either end's size counts, so that `[-2, 2]` is two rows before
    /// and two after.
    package mutating func frame(_ key: String = "frame") -> WindowFrame? {
        let most = 1e9
        return value(key, "a list of two, each a number of rows or null") { node in
            guard let ends = node.array, ends.count == 2,
                ends.allSatisfy({ $0.isNull || ($0.number?.isFinite ?? false) })
            else { return nil }
            func rows(_ end: DocumentNode) -> Int? { end.number.map { Int(min(most, $0.magnitude)) } }
            return WindowFrame(before: rows(ends[0]), after: rows(ends[1]))
        }
    }
}
