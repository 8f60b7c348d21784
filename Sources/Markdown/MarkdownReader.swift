internal import CMarkdown
import Documents

/// Turns cmark-gfm's tree into values.
struct MarkdownReader {
    typealias CNode = OpaquePointer

    /// Blocks and emphasis nested deeper than this are flattened to their text.
    static let deepest = 64

    /// Lines of the file before the text that is read.
    let lineOffset: Int
    /// What stands in place of equations, and what they say.
    private let equations: Equations

    init(_ text: [UInt8], lineOffset: Int) {
        self.lineOffset = lineOffset
        equations = Equations(text)
    }

    func read() -> (blocks: [MarkdownBlock], footnotes: [(label: String, blocks: [MarkdownBlock])]) {
        cmark_gfm_core_extensions_ensure_registered()
        let options =
            CMARK_OPT_FOOTNOTES | CMARK_OPT_SMART | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
        guard let parser = cmark_parser_new(options) else { return ([], []) }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "tasklist"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        equations.masked.withUnsafeBytes { buffer in
            cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
        }
        guard let root = cmark_parser_finish(parser) else { return ([], []) }
        defer { cmark_node_free(root) }
        return read(children: children(of: root))
    }

    private func read(
        children: [CNode]
    ) -> (blocks: [MarkdownBlock], footnotes: [(label: String, blocks: [MarkdownBlock])]) {
        var blocks: [MarkdownBlock] = []
        var footnotes: [(label: String, blocks: [MarkdownBlock])] = []
        for child in children {
            if cmark_node_get_type(child) == CMARK_NODE_FOOTNOTE_DEFINITION {
                // cmark-gfm puts the definitions at the end, in the order of their first use, and leaves the number in
                // the place of each reference's label; it does not tell the labels.
                footnotes.append((String(footnotes.count + 1), self.blocks(in: child, depth: 0)))
            } else {
                blocks += block(child, depth: 0)
            }
        }
        return (MarkdownExtras.joined(blocks), footnotes)
    }

    private func children(of node: CNode) -> [CNode] {
        var result: [CNode] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            result.append(child)
            next = cmark_node_next(child)
        }
        return result
    }

    private func location(_ node: CNode) -> SourceLocation {
        SourceLocation(
            line: max(1, Int(cmark_node_get_start_line(node))) + lineOffset,
            column: max(1, Int(cmark_node_get_start_column(node))))
    }

    /// Extensions give their nodes a type at run time; its name is what stays the same.
    private func isKind(_ node: CNode, _ name: String) -> Bool {
        cmark_node_get_type_string(node).map { String(cString: $0) } == name
    }

    private func literal(_ node: CNode) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    private func blocks(in node: CNode, depth: Int) -> [MarkdownBlock] {
        MarkdownExtras.joined(children(of: node).flatMap { block($0, depth: depth + 1) })
    }

    private func block(_ node: CNode, depth: Int) -> [MarkdownBlock] {
        let place = location(node)
        func one(_ content: MarkdownBlock.Content) -> [MarkdownBlock] { [MarkdownBlock(content, at: place)] }
        let type = cmark_node_get_type(node)
        switch type {
        case CMARK_NODE_PARAGRAPH:
            return one(MarkdownExtras.paragraph(inlines(in: node, depth: 0)))
        case CMARK_NODE_HEADING:
            let (words, name) = MarkdownExtras.heading(inlines(in: node, depth: 0))
            return [
                MarkdownBlock(.heading(level: Int(cmark_node_get_heading_level(node)), words), at: place, name: name)
            ]
        case CMARK_NODE_BLOCK_QUOTE:
            return depth < Self.deepest ? one(.blockQuote(blocks(in: node, depth: depth))) : []
        case CMARK_NODE_LIST:
            guard depth < Self.deepest else { return [] }
            let ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            let items = children(of: node)
            let checks = items.map { item in
                isKind(item, "tasklist") ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil
            }
            return one(
                .list(
                    MarkdownList(
                        start: ordered ? Int(cmark_node_get_list_start(node)) : nil,
                        isTight: cmark_node_get_list_tight(node) != 0,
                        items: items.map { blocks(in: $0, depth: depth) },
                        checks: checks.contains { $0 != nil } ? checks : [])))
        case CMARK_NODE_CODE_BLOCK:
            let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
            return one(.code(literal(node), language: info))
        case CMARK_NODE_HTML_BLOCK:
            return one(MarkdownExtras.isPageBreak(literal(node)) ? .pageBreak : .html(literal(node)))
        case CMARK_NODE_THEMATIC_BREAK: return one(.thematicBreak)
        default:
            if isKind(node, "table") { return one(.table(table(node))) }
            return []
        }
    }

    private func table(_ node: CNode) -> MarkdownTable {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        let marks = cmark_gfm_extensions_get_table_alignments(node)
        let alignments = (0..<count).map { index -> MarkdownTable.Alignment in
            switch marks?[index] {
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .left
            }
        }
        var rows = children(of: node).map { row in
            MarkdownTable.Row(
                cells: children(of: row).map { inlines(in: $0, depth: 0) }, location: location(row))
        }
        let header = rows.isEmpty ? MarkdownTable.Row(cells: [], location: location(node)) : rows.removeFirst()
        return MarkdownTable(alignments: alignments, header: header, rows: rows)
    }

    private func inlines(in node: CNode, depth: Int) -> [MarkdownInline] {
        guard depth < Self.deepest else { return [] }
        let read = children(of: node).flatMap { child -> [MarkdownInline] in
            let place = location(child)
            func one(_ content: MarkdownInline.Content) -> [MarkdownInline] { [MarkdownInline(content, at: place)] }
            let type = cmark_node_get_type(child)
            switch type {
            case CMARK_NODE_TEXT: return one(.text(literal(child)))
            case CMARK_NODE_CODE: return one(.code(literal(child)))
            case CMARK_NODE_HTML_INLINE: return one(.html(literal(child)))
            case CMARK_NODE_SOFTBREAK: return one(.softBreak)
            case CMARK_NODE_LINEBREAK: return one(.lineBreak)
            case CMARK_NODE_EMPH: return one(.emphasis(inlines(in: child, depth: depth + 1)))
            case CMARK_NODE_STRONG: return one(.strong(inlines(in: child, depth: depth + 1)))
            case CMARK_NODE_LINK:
                let address = cmark_node_get_url(child).map { String(cString: $0) } ?? ""
                return one(.link(address: address, inlines(in: child, depth: depth + 1)))
            case CMARK_NODE_IMAGE:
                let address = cmark_node_get_url(child).map { String(cString: $0) } ?? ""
                return one(.image(address: address, inlines(in: child, depth: depth + 1)))
            case CMARK_NODE_FOOTNOTE_REFERENCE: return one(.footnote(label: literal(child)))
            default:
                if isKind(child, "strikethrough") { return one(.strikethrough(inlines(in: child, depth: depth + 1))) }
                return one(.text(literal(child)))
            }
        }
        return MarkdownExtras.refined(read, equations)
    }
}
