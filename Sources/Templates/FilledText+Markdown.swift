import Documents
import Markdown
import Tables

extension FilledText {
    /// The text read as Markdown, with every value in its place: in front matter, text, code and addresses.
    package func markdown(file: String) throws(Diagnostics) -> MarkdownDocument {
        do throws(Diagnostics) {
            var document = try MarkdownDocument(file: file, contents: bytes)
            var filler = MarkdownFiller(text: self, file: file)
            if let matter = document.frontMatter {
                var inner = DocumentFiller(text: self, file: file, inBytes: false, isMatter: true)
                document.frontMatter = inner.filled(matter)
                filler.problems.add(inner.problems)
            }
            document.blocks = document.blocks.map { filler.filled($0) }
            document.footnotes = document.footnotes.map { note in
                (note.label, note.blocks.map { filler.filled($0) })
            }
            document.unusedFootnotes = document.unusedFootnotes.map {
                ($0.label, places.template($0.location, inBytes: true))
            }
            try filler.problems.throwIfErrors()
            return document
        } catch { throw placed(error, inBytes: false) }
    }
}

/// Puts values into the blocks of a Markdown document.
private struct MarkdownFiller {
    let text: FilledText
    private var filler: DocumentFiller
    var problems: Diagnostics {
        get { filler.problems }
        set { filler.problems = newValue }
    }

    init(text: FilledText, file: String) {
        self.text = text
        filler = DocumentFiller(text: text, file: file, inBytes: true)
    }

    private func place(_ location: SourceLocation) -> SourceLocation {
        text.places.template(location, inBytes: true)
    }

    mutating func filled(_ block: MarkdownBlock) -> MarkdownBlock {
        let content: MarkdownBlock.Content
        switch block.content {
        case .paragraph(let inlines): content = .paragraph(filled(inlines))
        case .heading(let level, let inlines): content = .heading(level: level, filled(inlines))
        case .list(var list):
            list.items = list.items.map { $0.map { filled($0) } }
            content = .list(list)
        case .blockQuote(let inner): content = .blockQuote(inner.map { filled($0) })
        case .code(let code, let language): content = .code(letters(code), language: letters(language))
        case .html(let html): content = .html(letters(html))
        case .definitionList(let definitions):
            content = .definitionList(
                definitions.map { definition in
                    var definition = definition
                    definition.term = filled(definition.term)
                    definition.meanings = definition.meanings.map { $0.map { filled($0) } }
                    return definition
                })
        case .foreign(var foreign):
            foreign.text = letters(foreign.text)
            content = .foreign(foreign)
        case .thematicBreak, .pageBreak: content = block.content
        case .table(var table):
            table.header = filled(table.header)
            table.rows = table.rows.map { filled($0) }
            content = .table(table)
        }
        return MarkdownBlock(content, at: place(block.location), name: block.name.map { letters($0) })
    }

    private mutating func filled(_ row: MarkdownTable.Row) -> MarkdownTable.Row {
        var row = row
        row.cells = row.cells.map { filled($0) }
        row.location = place(row.location)
        return row
    }

    private mutating func filled(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
        inlines.map { inline in
            let content: MarkdownInline.Content
            switch inline.content {
            case .text(let text): content = .text(letters(text))
            case .code(let code): content = .code(letters(code))
            case .html(let html): content = .html(letters(html))
            case .link(let address, let inner):
                content = .link(address: filler.filled(address, context: .address), filled(inner))
            case .image(let address, let inner):
                content = .image(address: filler.filled(address, context: .path), filled(inner))
            case .foreign(var foreign):
                foreign.text = letters(foreign.text)
                content = .foreign(foreign)
            case .footnote, .softBreak, .lineBreak: content = inline.content
            case .emphasis, .strong, .strikethrough, .superscript, .subscript:
                content = inline.around(filled(inline.inner ?? [])).content
            }
            var filled = MarkdownInline(content, at: place(inline.location))
            filled.attributes = inline.attributes.mapValues { letters($0) }
            return filled
        }
    }

    /// Text in a line: a value that is several lines becomes one.
    private mutating func letters(_ string: String) -> String {
        filler.filled(string, context: .text)
    }
}
