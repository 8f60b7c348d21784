import Documents
import Markdown

/// Text without a break that facts, code or pictures make, and where its parts stand in the file.
struct ProsePassage {
    private(set) var text = ""
    private var parts: [(offset: Int, location: SourceLocation)] = []

    fileprivate mutating func add(_ piece: String, at location: SourceLocation) {
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
        guard low > 0 else { return SourceLocation(line: 1, column: 1) }
        let part = parts[low - 1]
        return SourceLocation(line: Int(part.location.line), column: Int(part.location.column) + offset - part.offset)
    }
}

/// What an author typed, without what facts and references write.
enum ProsePassages {
    /// In the order of the file: the text first, then its footnotes.
    static func all(in document: MarkdownDocument) -> [ProsePassage] {
        var passages: [ProsePassage] = []
        visit(document.blocks, &passages)
        for footnote in document.footnotes { visit(footnote.blocks, &passages) }
        return passages
    }

    static func all(in inlines: [MarkdownInline]) -> [ProsePassage] {
        var passages = [ProsePassage()]
        collect(inlines, &passages)
        return passages
    }

    private static func visit(_ blocks: [MarkdownBlock], _ passages: inout [ProsePassage]) {
        for block in blocks {
            switch block.content {
            case .paragraph(let inlines), .heading(_, let inlines): passages += all(in: inlines)
            case .list(let list): for item in list.items { visit(item, &passages) }
            case .blockQuote(let inner): visit(CallOut(inner)?.blocks ?? inner, &passages)
            case .table(let table):
                for row in [table.header] + table.rows {
                    for cell in row.cells { passages += all(in: cell) }
                }
            case .definitionList(let entries):
                for entry in entries {
                    passages += all(in: entry.term)
                    for meaning in entry.meanings { visit(meaning, &passages) }
                }
            case .code, .html, .thematicBreak, .pageBreak, .foreign: break
            }
        }
    }

    private static func collect(_ inlines: [MarkdownInline], _ passages: inout [ProsePassage]) {
        for inline in inlines {
            switch inline.content {
            case .text(let text): passages[passages.count - 1].add(text, at: inline.location)
            case .softBreak, .lineBreak: passages[passages.count - 1].add(" ", at: inline.location)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .superscript(let inner),
                .subscript(let inner):
                collect(inner, &passages)
            case .image(_, let caption):
                passages.append(ProsePassage())
                collect(caption, &passages)
                passages.append(ProsePassage())
            case .link(let address, let inner):
                // A fact answers for its own words, and a reference is written for the author.
                if address.hasPrefix("fact:") { passages.append(ProsePassage()) } else { collect(inner, &passages) }
            case .code, .html, .footnote, .foreign: passages.append(ProsePassage())
            }
        }
    }
}
