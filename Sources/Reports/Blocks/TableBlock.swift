import Documents
import Markdown
import SceneGraph
import Typography

/// A table of the text; with a caption it has a number, and a place of its own where it fits a page.
struct TableBlock: ReportBlock {
    var table: ReportTable
    var label: BlockLabel?
    var place: SourceLocation

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .table(let given) = block.content else { return nil }
        let (words, name) = TableCaption.parted(resolver.tableCaption)
        var label: BlockLabel?
        if !words.isEmpty {
            let number = resolver.nextTable()
            let entry = ReportImages.Entry(address: "", kind: .table, number: number, name: name ?? "\(number)")
            label = BlockLabel(entry: entry, words: resolver.words, caption: resolver.runs(words))
        }
        var table = ReportTable(
            header: given.header.cells.map { resolver.runs($0) },
            rows: given.rows.map { row in row.cells.map { resolver.runs($0) } },
            alignments: given.alignments.map { $0 == .right ? .end : $0 == .center ? .middle : .start })
        table.alignNumbers(where: given.alignments.map { $0 == .left })
        return TableBlock(table: table, label: label, place: block.location)
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        table.set(in: &composer, at: place, label: label, source: [], location: self.place)
    }

    /// A table with a caption has something to say by itself.
    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry] {
        guard let label else { return [] }
        let title = label.caption.map(\.text).joined()
        return scenes.table(table, title: title, source: "", name: label.entry.destination)
            .map { .page(title: title, $0, name: $0.root.id) }
    }

    func html(in page: inout HTMLPage) -> String { table.html(in: &page, label: label, source: []) }
}
