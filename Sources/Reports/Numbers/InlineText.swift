import Documents
import Facts
import Markdown

/// A line of Markdown as the text that a reader reads, and where its parts stand in the file.
struct InlineText {
    /// A part that a fact link writes, or that an author typed into one.
    struct Link {
        var known: FactBinder.Known
        /// The author typed it.
        var isTyped: Bool
        var location: SourceLocation
    }

    private(set) var text = ""
    private(set) var links: [Link] = []
    private var parts: [(offset: Int, location: SourceLocation)] = []

    init(_ inlines: [MarkdownInline], facts: FactBase, language: String, before: String = "") {
        text = before
        for inline in inlines { add(inline, facts: facts, language: language) }
    }

    private mutating func add(_ inline: MarkdownInline, facts: FactBase, language: String) {
        switch inline.content {
        case .text(let piece): add(piece, at: inline.location)
        case .code(let piece): add(InlineText.isCode(piece) ? InlineText.blank(piece) : piece, at: inline.location)
        case .softBreak, .lineBreak: add(" ", at: inline.location)
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
            for inline in inner { add(inline, facts: facts, language: language) }
        case .link(let address, let inner):
            guard let fact = FactAddress(address) else {
                // A reference writes itself.
                for inline in inner { add(inline, facts: facts, language: language) }
                return
            }
            let start = text.utf8.count
            if inner.isEmpty {
                add(facts[fact.id].map { fact.written($0, language: language) } ?? "", at: inline.location)
            } else {
                for inline in inner { add(inline, facts: facts, language: language) }
            }
            links.append(
                Link(
                    known: FactBinder.Known(range: start..<text.utf8.count, fact: fact.id), isTyped: !inner.isEmpty,
                    location: inline.location))
        // A power or an index is part of a unit or a formula.
        case .image, .html, .footnote, .foreign, .superscript, .subscript: break
        }
    }

    private mutating func add(_ piece: String, at location: SourceLocation) {
        parts.append((text.utf8.count, location))
        text += piece
    }

    /// - Parameter offset: in bytes of UTF-8.
    func location(of offset: Int) -> SourceLocation {
        // The last part that begins at the offset or before it.
        var (low, high) = (0, parts.count)
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return parts.first?.location ?? SourceLocation(line: 1, column: 1) }
        let part = parts[low - 1]
        return SourceLocation(line: Int(part.location.line), column: Int(part.location.column) + offset - part.offset)
    }

    /// Whether what stands in backticks is code; a number alone, or with its unit, is a number still.
    static func isCode(_ text: String) -> Bool {
        let marks = "_=(){}[]<>/\\:;#@|&*\"'`"
        if text.contains(where: { marks.contains($0) }) || text.hasPrefix("-") { return true }
        if text.contains(where: { $0 == "." }), text.contains(where: \.isLetter), !text.contains(" ") { return true }
        // `x86`, `v2`: a letter runs into a digit.
        let characters = Array(text)
        return zip(characters, characters.dropFirst()).contains { $0.isLetter && $1.isNumber }
    }

    /// As long in bytes, and without a word.
    private static func blank(_ text: String) -> String { String(repeating: "|", count: text.utf8.count) }
}

/// The target of a fact link: `fact:border-length?as=label`.
struct FactAddress {
    var id: String
    var option: String?
    /// The build wrote it, for a number that stands for a fact by itself.
    static let bound = "as=bound"
    static let options = ["with=date", "as=date", "as=label", "as=short", "as=value"]

    init?(_ address: String) {
        guard address.hasPrefix("fact:") else { return nil }
        let parts = address.dropFirst(5).split(separator: "?", maxSplits: 1)
        id = parts.first.map(String.init) ?? ""
        option = parts.dropFirst().first.map(String.init)
    }

    /// The fact as the option writes it.
    func written(_ fact: Fact, language: String) -> String {
        switch option {
        case "with=date": "\(fact.written(.prose, language: language)) (\(fact.date.wording))"
        case "as=label": fact.told(.label, language: language)
        case "as=short": fact.written(.short, language: language)
        case "as=date": fact.date.wording
        case "as=value": fact.bareValue
        default: fact.told(.prose, language: language)
        }
    }
}
