import Markdown
import SceneGraph

extension ReportComposer {
    /// A table of the text, over the full width where it needs it.
    mutating func addTable(_ table: MarkdownTable) {
        let id = nextID("table")
        let style = type.style(12)
        var bold = style
        bold.font.weight = 700
        let header = table.header.cells.map { inlines.runs($0, style: bold) }
        let rows = table.rows.map { row in row.cells.map { inlines.runs($0, style: style) } }
        let layout = TableLayout(
            id: id, measurer: measurer, theme: theme, lineHeight: 16,
            alignments: table.alignments.map { $0 == .right ? .end : $0 == .center ? .middle : .start },
            steps: [StructureStep(key: id, structure: Structure(.table))])
        items += layout.items(header: header, rows: rows, left: page.textLeft, width: page.textWidth, spaceBefore: 14)
    }
}
