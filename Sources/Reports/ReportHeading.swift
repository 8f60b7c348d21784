import Markdown

/// A heading of a report, as references and the outline see it.
struct ReportHeading {
    var level: Int
    var title: String
    /// What references call it: `central-asia` for "Central Asia".
    var name: String

    static func all(in document: MarkdownDocument) -> [ReportHeading] {
        document.blocks.compactMap { block in
            guard case .heading(let level, let content) = block.content else { return nil }
            let title = content.map(\.plainText).joined()
            return ReportHeading(level: level, title: title, name: name(of: block, content))
        }
    }

    /// The author's own name for it, or one made of its words.
    static func name(of block: MarkdownBlock, _ inlines: [MarkdownInline]) -> String {
        block.name ?? name(of: inlines.map(\.plainText).joined())
    }

    static func name(of title: String) -> String {
        var name = ""
        for character in title.lowercased() {
            if character.isLetter || character.isNumber {
                name.append(character)
            } else if !name.isEmpty, name.last != "-" {
                name.append("-")
            }
        }
        while name.last == "-" { name.removeLast() }
        return name
    }
}
