import Documents
import Markdown

/// What a section of a report tells: what stands in one, a reader reads together.
public struct ToldSection: Sendable, Hashable {
    public var title: String
    public var location: SourceLocation
    /// Ids of the facts of its text, with where each is first told.
    public var facts: [String: SourceLocation] = [:]
    /// Addresses of its figures.
    public var figures: [String] = []

    /// The sections of a bound report, from heading to heading of the first two levels.
    static func all(in blocks: [MarkdownBlock]) -> [ToldSection] {
        var sections = [ToldSection(title: "", location: SourceLocation(line: 1, column: 1))]
        for block in blocks {
            if case .heading(let level, let inlines) = block.content, level <= 2 {
                sections.append(ToldSection(title: inlines.map(\.plainText).joined(), location: block.location))
            }
            sections[sections.count - 1].add(block)
        }
        return sections
    }

    private mutating func add(_ block: MarkdownBlock) {
        switch block.content {
        case .paragraph(let inlines), .heading(_, let inlines): add(inlines)
        case .list(let list): for item in list.items { item.forEach { add($0) } }
        case .blockQuote(let inner): inner.forEach { add($0) }
        case .table(let table): for row in [table.header] + table.rows { row.cells.forEach { add($0) } }
        case .definitionList(let entries):
            for entry in entries {
                add(entry.term)
                for meaning in entry.meanings { meaning.forEach { add($0) } }
            }
        case .code, .html, .thematicBreak, .pageBreak, .foreign: break
        }
    }

    private mutating func add(_ inlines: [MarkdownInline]) {
        for inline in inlines {
            switch inline.content {
            case .image(let address, let caption):
                figures.append(address)
                add(caption)
            case .link(let address, let inner):
                if let link = FactAddress(address) {
                    facts[link.id] = facts[link.id] ?? inline.location
                } else {
                    add(inner)
                }
            default: add(inline.inner ?? [])
            }
        }
    }
}
