import Documents
import Formats

/// A number that an author lets stand without a fact, and why.
public struct OwnNumber: Sendable, Hashable {
    /// As it is typed: `ten years`, `COVID-19`; in it `*` stands for any letters and `#` for any digits.
    public var text: String
    public var why: String
    public var location: SourceLocation

    public init(text: String, why: String, location: SourceLocation = SourceLocation(line: 1, column: 1)) {
        self.text = text
        self.why = why
        self.location = location
    }

    /// Whether it covers a part of a text.
    func covers(_ range: Range<Int>, of text: [UInt8]) -> Bool {
        let pattern = Array(self.text.lowercased().utf8)
        guard !pattern.isEmpty else { return false }
        // It begins at the number, or a few words before it.
        for start in max(0, range.lowerBound - pattern.count - 40)...range.lowerBound {
            guard start == 0 || !OwnNumber.isWord(text[start - 1]) || !OwnNumber.isWord(text[start]) else { continue }
            if let end = OwnNumber.match(pattern[...], text, start), end >= range.upperBound { return true }
        }
        return false
    }

    /// Where a pattern that begins at a place ends, as far as it reaches; nil where it does not match.
    private static func match(_ pattern: ArraySlice<UInt8>, _ text: [UInt8], _ start: Int, depth: Int = 0) -> Int? {
        var place = start
        var rest = pattern
        while let byte = rest.first {
            if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#"), depth < 8 {
                var end = place
                while end < text.count, byte == UInt8(ascii: "#") ? isDigit(text[end]) : isWord(text[end]) { end += 1 }
                while end >= place {
                    if end > place || byte == UInt8(ascii: "*"),
                        let found = match(rest.dropFirst(), text, end, depth: depth + 1)
                    {
                        return found
                    }
                    end -= 1
                }
                return nil
            }
            guard place < text.count, lower(text[place]) == byte else { return nil }
            place += 1
            rest = rest.dropFirst()
        }
        return place == text.count || place == start || !isWord(text[place]) || !isWord(text[place - 1]) ? place : nil
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isWord(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || isDigit(byte) || byte >= 0x80
    }
}
