/// The first place where two texts part.
enum TextComparison {
    /// Nil where they are the same, byte for byte.
    static func svg(_ expected: [UInt8], _ actual: [UInt8]) -> String? {
        difference(expected, actual).map { "the SVG differs, \($0)" }
    }

    /// `line 12: "…" → "…"`.
    static func difference(_ expected: [UInt8], _ actual: [UInt8]) -> String? {
        if expected == actual { return nil }
        let (before, after) = (lines(expected), lines(actual))
        let place =
            zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            ?? min(before.count, after.count)
        let old = before.indices.contains(place) ? before[place] : []
        let new = after.indices.contains(place) ? after[place] : []
        let shared = zip(old, new).prefix { $0 == $1 }.count
        // Some letters before the change tell where it is.
        let start = max(0, shared - 24)
        func words(_ line: ArraySlice<UInt8>) -> String {
            line.isEmpty ? "nothing" : "\"\(String(decoding: line.dropFirst(start).prefix(72), as: UTF8.self))\""
        }
        return "line \(place + 1): \(words(old)) → \(words(new))"
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
}
