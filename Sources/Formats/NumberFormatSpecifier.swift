/// A d3-format specifier in its parts: `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`.
public struct NumberFormatSpecifier: Sendable, Hashable {
    public var fill: Character = " "
    /// `>`, `<`, `^` or `=`.
    public var align: Character = ">"
    /// `-`, `+`, `(` or a space.
    public var sign: Character = "-"
    /// `$` or `#`.
    public var symbol: Character?
    public var zero = false
    public var width: Int?
    public var comma = false
    public var precision: Int?
    public var trim = false
    /// A letter or `%`; nil where none was written.
    public var type: Character?

    /// Widths beyond this are cut, so that no format fills memory.
    static let mostWidth = 1000

    public init() {}

    /// Nil where the text is no specifier.
    public init?(_ text: String) {
        var rest = Array(text)[...]
        let aligns: Set<Character> = ["<", ">", "=", "^"]
        if rest.count >= 2, aligns.contains(rest[rest.startIndex + 1]) {
            fill = rest.removeFirst()
            align = rest.removeFirst()
        } else if let first = rest.first, aligns.contains(first) {
            align = rest.removeFirst()
        }
        if let first = rest.first, first == "+" || first == "-" || first == "\u{2212}" || first == "(" || first == " " {
            rest.removeFirst()
            sign = first == "\u{2212}" ? "-" : first
        }
        if let first = rest.first, first == "$" || first == "#" {
            rest.removeFirst()
            symbol = first
        }
        if rest.first == "0" {
            rest.removeFirst()
            zero = true
        }
        func number() -> Int? {
            var value = 0
            var any = false
            while let digit = rest.first, digit.isASCII, let part = digit.wholeNumberValue {
                value = min(value * 10 + part, Self.mostWidth)
                any = true
                rest.removeFirst()
            }
            return any ? value : nil
        }
        width = number()
        if rest.first == "," {
            rest.removeFirst()
            comma = true
        }
        if rest.first == "." {
            rest.removeFirst()
            guard let value = number() else { return nil }
            precision = value
        }
        if rest.first == "~" {
            rest.removeFirst()
            trim = true
        }
        if let last = rest.first, rest.count == 1, last == "%" || (last.isASCII && last.isLetter) {
            rest.removeFirst()
            type = last
        }
        guard rest.isEmpty else { return nil }
    }
}
