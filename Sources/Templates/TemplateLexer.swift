import Documents

/// Cuts a template into text and marks.
struct TemplateLexer {
    enum Token {
        case text(Template.Span)
        /// `{{ … }}`: what stands inside, and where that begins.
        case value(String, at: Template.Place)
        /// `{% … %}`: its first word, the rest, and where that begins.
        case directive(word: String, rest: String, at: Template.Place, restAt: Template.Place)
    }

    private let bytes: [UInt8]
    private let file: String
    private var position = 0
    private var place = Template.Place()
    private(set) var problems = Diagnostics()

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    mutating func tokens() -> [Token] {
        var tokens: [Token] = []
        var (start, startPlace) = (0, place)
        func text(to end: Int) {
            guard end > start else { return }
            tokens.append(.text(Template.Span(bytes: start..<end, place: startPlace)))
        }
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "{"), position + 1 < bytes.count,
                let closing = TemplateLexer.closings[bytes[position + 1]]
            else {
                advance(1)
                continue
            }
            let (open, openPlace) = (position, place)
            guard let end = end(of: closing, from: open + 2) else {
                problems.add(
                    Diagnostic(
                        "`{\(Character(UnicodeScalar(bytes[open + 1])))` is never closed", file: file,
                        at: openPlace.location, advice: "a pair of braces that is meant as text is {{ \"{{\" }}"))
                break
            }
            let isValue = closing.0 == UInt8(ascii: "}")
            // A directive or a comment that has a line to itself takes the line with it.
            let line = isValue ? nil : ownLine(open, end + 2)
            if let line, line.lowerBound >= start { text(to: line.lowerBound) } else { text(to: open) }
            advance(2)
            if closing.0 != UInt8(ascii: "#") { tokens.append(token(isValue: isValue, to: end)) }
            advance(end + 2 - position)
            if let line, line.lowerBound >= start { advance(line.upperBound - position) }
            (start, startPlace) = (position, place)
        }
        text(to: bytes.count)
        return tokens
    }

    /// What ends `{{`, `{%` and `{#`.
    private static let closings: [UInt8: (UInt8, UInt8)] = [
        UInt8(ascii: "{"): (UInt8(ascii: "}"), UInt8(ascii: "}")),
        UInt8(ascii: "%"): (UInt8(ascii: "%"), UInt8(ascii: "}")),
        UInt8(ascii: "#"): (UInt8(ascii: "#"), UInt8(ascii: "}")),
    ]

    /// Where the closing mark stands; marks within quotes of an expression are text.
    private func end(of closing: (UInt8, UInt8), from start: Int) -> Int? {
        var index = start
        var quote: UInt8?
        while index + 1 < bytes.count {
            let byte = bytes[index]
            if closing.0 != UInt8(ascii: "#") {
                if let open = quote {
                    if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
                    index += 1
                    continue
                }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                    index += 1
                    continue
                }
            }
            if byte == closing.0, bytes[index + 1] == closing.1 { return index }
            index += 1
        }
        return nil
    }

    /// The whole line, its end among it, where nothing else stands on it.
    private func ownLine(_ open: Int, _ close: Int) -> Range<Int>? {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var first = open
        while first > 0, isBlank(bytes[first - 1]) { first -= 1 }
        guard first == 0 || bytes[first - 1] == 0x0A else { return nil }
        var last = close
        while last < bytes.count, isBlank(bytes[last]) { last += 1 }
        guard last == bytes.count || bytes[last] == 0x0A else { return nil }
        return first..<min(last + 1, bytes.count)
    }

    private mutating func token(isValue: Bool, to end: Int) -> Token {
        skipSpace(to: end)
        guard !isValue else { return .value(inside(to: end), at: place) }
        let at = place
        let first = position
        while position < end, !isSpace(bytes[position]) { advance(1) }
        let word = String(decoding: bytes[first..<position], as: UTF8.self)
        skipSpace(to: end)
        return .directive(word: word, rest: inside(to: end), at: at, restAt: place)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func skipSpace(to end: Int) {
        while position < end, isSpace(bytes[position]) { advance(1) }
    }

    private func inside(to end: Int) -> String {
        var last = end
        while last > position, isSpace(bytes[last - 1]) { last -= 1 }
        return String(decoding: bytes[position..<max(position, last)], as: UTF8.self)
    }

    private mutating func advance(_ count: Int) {
        for byte in bytes[position..<min(bytes.count, position + count)] {
            if byte == 0x0A {
                place = Template.Place(line: place.line + 1)
            } else {
                place.byteColumn += 1
                if byte & 0xC0 != 0x80 { place.column += 1 }
            }
        }
        position += count
    }
}
