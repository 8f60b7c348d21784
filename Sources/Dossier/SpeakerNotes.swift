import Facts
import Markdown

/// What a report says about each figure, as plain text for who speaks to it: the prose of the figure's own section, up
/// to the next figure of it; the last one takes what is left, and one without prose of its own the whole section's.
struct SpeakerNotes {
    /// By the figure's address, as the report names it.
    private(set) var notes: [String: String] = [:]
    /// The caption's text, by address.
    private(set) var captions: [String: String] = [:]

    private let facts: FactBase
    private let language: String
    private let numbers: [String: Int]

    /// - Parameter numbers: the figures' numbers by their names, for references.
    init(_ document: MarkdownDocument, facts: FactBase, language: String, numbers: [String: Int]) {
        self.facts = facts
        self.language = language
        self.numbers = numbers
        var prose: [String] = []
        var last: String?
        var section: (prose: [String], figures: [String]) = ([], [])
        func finishSection() {
            if let last, !prose.isEmpty { append(prose, to: last) }
            for address in section.figures where notes[address] == nil { append(section.prose, to: address) }
            (prose, last, section) = ([], nil, ([], []))
        }
        for block in document.blocks {
            switch block.content {
            case .heading: finishSection()
            case .paragraph(let inlines):
                if inlines.count == 1, case .image(let address, let caption)? = inlines.first?.content {
                    captions[address] = words(caption)
                    append(prose, to: address)
                    section.figures.append(address)
                    (prose, last) = ([], address)
                } else {
                    prose.append(words(inlines))
                    section.prose.append(words(inlines))
                }
            case .list(let list):
                for item in list.items { prose.append("• " + item.map(words).joined(separator: " ")) }
            case .blockQuote(let inner): prose += inner.map(words)
            default: break
            }
        }
        finishSection()
    }

    private mutating func append(_ prose: [String], to address: String) {
        let text = prose.filter { !$0.isEmpty }.joined(separator: "\n")
        guard !text.isEmpty else { return }
        notes[address] = notes[address].map { $0 + "\n" + text } ?? text
    }

    private func words(_ block: MarkdownBlock) -> String {
        switch block.content {
        case .paragraph(let inlines), .heading(_, let inlines): words(inlines)
        case .list(let list): list.items.flatMap { $0 }.map(words).joined(separator: " ")
        case .blockQuote(let inner): inner.map(words).joined(separator: " ")
        default: ""
        }
    }

    private func words(_ inlines: [MarkdownInline]) -> String { inlines.map(words).joined() }

    private func words(_ inline: MarkdownInline) -> String {
        switch inline.content {
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): return words(inner)
        case .link(let address, let inner):
            if !inner.isEmpty { return words(inner) }
            if address.hasPrefix("fact:") { return fact(String(address.dropFirst(5))) }
            if address.hasPrefix("#"), let number = numbers[String(address.dropFirst())] { return "Figure \(number)" }
            return address
        default: return inline.plainText
        }
    }

    /// As the report writes it; laying the report out has told already what is wrong with a reference.
    private func fact(_ reference: String) -> String {
        let parts = reference.split(separator: "?", maxSplits: 1)
        guard let fact = parts.first.flatMap({ facts[String($0)] }) else { return reference }
        switch parts.dropFirst().first {
        case "with=date": return "\(fact.written(.prose, language: language)) (\(fact.date.wording))"
        case "as=label": return fact.written(.label, language: language)
        case "as=short": return fact.written(.short, language: language)
        case "as=date": return fact.date.wording
        default: return fact.written(.prose, language: language)
        }
    }
}
