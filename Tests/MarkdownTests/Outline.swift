import Documents

@testable import Markdown

/// The blocks of a document as lines: what each is, and its words; what stands within another is indented.
func outline(_ text: String) throws -> String {
    let document = try MarkdownDocument(file: "a.md", contents: Array(text.utf8))
    return document.blocks.flatMap { lines($0) }.joined(separator: "\n")
}

/// The pieces of the first paragraph, in brackets.
func pieces(_ text: String) throws -> String {
    let document = try MarkdownDocument(file: "a.md", contents: Array(text.utf8))
    guard case .paragraph(let inlines)? = document.blocks.first?.content else { return "no paragraph" }
    return written(inlines)
}

private func lines(_ block: MarkdownBlock) -> [String] {
    func inner(_ blocks: [MarkdownBlock]) -> [String] { blocks.flatMap { lines($0) }.map { "  " + $0 } }
    switch block.content {
    case .paragraph(let words): return ["paragraph: " + written(words)]
    case .heading(let level, let words):
        return ["heading \(level): " + written(words) + (block.name.map { " #\($0)" } ?? "")]
    case .list(let list):
        let head = (list.start.map { "list from \($0)" } ?? "list") + (list.isTight ? "" : ", loose")
        let items = list.items.enumerated().flatMap { index, blocks -> [String] in
            let check = index < list.checks.count ? list.checks[index] : nil
            return ["  item" + (check.map { $0 ? " done" : " to do" } ?? "")] + inner(blocks).map { "  " + $0 }
        }
        return [head] + items
    case .blockQuote(let blocks): return ["quote"] + inner(blocks)
    case .code(let text, let language):
        return ["code\(language.isEmpty ? "" : " " + language): " + text.replacing("\n", with: "⏎")]
    case .html(let text): return ["html: " + text.replacing("\n", with: "⏎")]
    case .thematicBreak: return ["break"]
    case .table(let table):
        let rows = ([table.header] + table.rows).map { $0.cells.map(written).joined(separator: " | ") }
        return ["table \(table.alignments.map { "\($0)" }.joined(separator: " "))"] + rows.map { "  " + $0 }
    case .definitionList(let list):
        return list.flatMap { ["term: " + written($0.term)] + $0.meanings.flatMap { inner($0) } }
    case .pageBreak: return ["page break"]
    case .foreign(let foreign): return ["\(foreign.kind): " + foreign.text]
    }
}

private func written(_ inlines: [MarkdownInline]) -> String {
    inlines.map { inline in
        let inner = inline.inner.map(written) ?? ""
        switch inline.content {
        case .text(let text): return text
        case .code(let text): return "[code \(text)]"
        case .html(let text): return "[html \(text)]"
        case .emphasis: return "[emphasis \(inner)]"
        case .strong: return "[strong \(inner)]"
        case .strikethrough: return "[struck \(inner)]"
        case .superscript: return "[raised \(inner)]"
        case .subscript: return "[lowered \(inner)]"
        case .link(let address, _): return "[link \(address) \(inner)]"
        case .image(let address, _): return "[image \(address) \(inner)]"
        case .footnote(let label): return "[note \(label)]"
        case .softBreak: return "⏎"
        case .lineBreak: return "⏎⏎"
        case .foreign(let foreign): return "[\(foreign.kind) \(foreign.text)]"
        }
    }.joined()
}
