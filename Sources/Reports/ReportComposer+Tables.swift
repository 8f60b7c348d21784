import Documents
import Markdown
import SceneGraph

extension ReportComposer {
    /// Narrower columns hold no word that can be read.
    private var narrowestColumn: Double { 32 }

    /// A table of the text, over the full width where its longest words need it.
    mutating func addTable(_ table: MarkdownTable, at place: SourceLocation) {
        let most = Int(page.fullWidth / narrowestColumn)
        guard table.alignments.count <= most else {
            problem(
                "the table has \(table.alignments.count) columns; the page has room for \(most)", at: place,
                advice: "part it in two, turn it round, or set the report on a4-landscape")
            return
        }
        let id = nextID("table")
        let style = type.table
        var bold = style
        bold.font.weight = 700
        let header = table.header.cells.map { inlines.runs($0, style: bold) }
        let rows = table.rows.map { row in row.cells.map { inlines.runs($0, style: style) } }
        let layout = TableLayout(
            id: id, setter: setter, theme: theme, lineHeight: theme.page.tableLine,
            alignments: table.alignments.map { $0 == .right ? .end : $0 == .center ? .middle : .start },
            steps: [StructureStep(key: id, structure: Structure(.table))])
        let isWide = layout.leastWidth([header] + rows) > textWidth
        var rowsOfTable = layout.items(
            header: header, rows: rows, left: isWide ? 0 : page.textLeft, width: isWide ? page.fullWidth : textWidth,
            spaceBefore: 14)
        for index in rowsOfTable.indices { rowsOfTable[index].spansColumns = isWide }
        items += rowsOfTable
    }
}
