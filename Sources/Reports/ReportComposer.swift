import Documents
import Facts
import Figures
import SceneGraph
import Typography

/// From a resolved report's blocks to lines, rows and floats.
package struct ReportComposer {
    let resolved: ResolvedReport
    let context: ReportContext
    let page: PageTemplate
    let type: ReportType
    let setter: LineNodes
    var items: [FlowItem] = []
    var floats: [PageFloat] = []
    var warnings: [Diagnostic]
    var problems = Diagnostics()
    /// Headings of the sections that the report writes itself.
    var tail: [ReportHeading] = []
    /// The items of the summary, which stands before the first heading.
    var summaryStart = 0
    var summaryEnd = 0
    /// Whether what comes next begins a page.
    var breaksNext = false
    /// Pages that the author ends, from 1.
    var endedPages: Set<Int> = []
    private var blockCount = 0

    var report: Report { resolved.report }
    var words: ReportWords { resolved.words }
    var figures: [(address: String, figure: DrawnFigure)] { resolved.figures }
    var theme: Theme { context.theme }
    var columnCount: Int { theme.page.columns > 1 ? 2 : 1 }
    static let columnGap = 24.0
    /// Of running text.
    var textWidth: Double {
        columnCount > 1 ? (page.fullWidth - ReportComposer.columnGap) / 2 : page.textWidth
    }
    var measurer: any TextMeasuring { context.measurer }

    init(_ resolved: ResolvedReport, context: ReportContext, page: PageTemplate) {
        self.resolved = resolved
        self.context = context
        self.page = page
        type = ReportType(theme: context.theme)
        setter = LineNodes(
            measurer: context.measurer, hyphenation: context.hyphenation,
            isJustified: context.theme.page.alignment == .justified)
        warnings = resolved.warnings
    }

    /// A name for a block that is stable while the blocks before it stay.
    mutating func nextID(_ kind: String) -> String {
        blockCount += 1
        return "report/\(kind)-\(blockCount)"
    }

    mutating func problem(_ message: String, at place: SourceLocation, advice: String? = nil) {
        problems.add(Diagnostic(message, file: report.document.file, at: place, advice: advice))
    }

    /// Sets blocks one below the other.
    mutating func set(_ blocks: [any ReportBlock], at place: BlockPlace) {
        for block in blocks {
            let start = items.count
            let isBreaking = breaksNext
            block.set(in: &self, at: place)
            guard isBreaking, items.count > start else { continue }
            items[start].breaksPage = true
            breaksNext = false
        }
    }

    /// Words in another style than that of running text, in which they are resolved.
    func styled(_ runs: [StyledRun], _ style: TextStyle) -> [StyledRun] {
        let body = type.body
        let scale = style.font.size / body.font.size
        return runs.map { run in
            var run = run
            run.style.font.size *= scale
            run.style.rise *= scale
            if run.style.font.weight == body.font.weight, run.style.rise == 0 {
                run.style.font.weight = style.font.weight
            }
            if style.font.italic { run.style.font.italic.toggle() }
            if run.style.color == body.color { run.style.color = style.color }
            return run
        }
    }

    /// The rule above a section.
    func rule(id: String, width: Double, spaceBefore: Double) -> FlowItem {
        var rule = Node.path(
            id: "\(id)/rule", role: "rule", .line(from: Point(page.textLeft, 0), to: Point(page.textLeft + width, 0)),
            stroke: Stroke(theme.ink, width: 1))
        rule.structure = Structure(.artifact)
        return FlowItem(nodes: [rule], height: 8, spaceBefore: spaceBefore, keepsWithNext: true, headingLevel: 2)
    }

    /// The lists of figures and tables that the front matter asks for.
    func lists() -> [ContentsBlock] {
        let wanted: [(Bool, Bool, String, String)] = [
            (report.matter.listsFigures, false, "report/list-of-figures", words.report.listOfFigures),
            (report.matter.listsTables, true, "report/list-of-tables", words.report.listOfTables),
        ]
        return wanted.compactMap { isWanted, isTable, key, title in
            let listed = resolved.listed.filter { $0.isTable == isTable }
            guard isWanted, !listed.isEmpty else { return nil }
            let headings = listed.map {
                ReportHeading(level: 2, title: "\($0.label)  \($0.title)", name: $0.destination)
            }
            return ContentsBlock(
                key: key, title: title, headings: headings, type: type, setter: setter, words: words, rail: 0,
                railLeft: 0, width: page.fullWidth)
        }
    }

    /// Puts items between others.
    mutating func insert(_ new: [FlowItem], at index: Int) {
        items.insert(contentsOf: new, at: index)
        for float in floats.indices where floats[float].position >= index { floats[float].position += new.count }
    }

    /// Room between the title and the text, or a page of its own for the title.
    mutating func separateCover(at end: Int, hasPage: Bool) {
        guard items.indices.contains(end) else { return }
        items[end].spaceBefore = max(items[end].spaceBefore, 26)
        guard hasPage else { return }
        // The title stands at a third of the page.
        insert([FlowItem(nodes: [], height: page.contentHeight * 0.28, keepsWithNext: true)], at: 0)
        items[end + 1].breaksPage = true
    }

    /// What has been added and stands in one column, with the notes that it calls for.
    var textItems: [FlowItem] {
        guard hasMarginNotes else { return items }
        return items.map { item in
            var item = item
            item.noteCalls = item.nodes.flatMap(NoteRegister.calls)
            return item
        }
    }

    /// What has been added, in columns between what stands across them; floats where they stood in the file.
    func columnSections() -> [FlowSection] {
        var placed: [FlowItem] = []
        var next = 0
        for index in 0...items.count {
            while next < floats.count, floats[next].position <= index {
                placed += floats[next].inFlow
                next += 1
            }
            if index < items.count { placed.append(items[index]) }
        }
        var sections: [FlowSection] = []
        for item in placed {
            let columns = item.spansColumns ? 1 : columnCount
            if sections.last?.columns != columns {
                sections.append(
                    FlowSection(
                        columns: columns, columnGap: ReportComposer.columnGap, left: 0, width: page.fullWidth,
                        spaceBefore: columns > 1 ? 16 : 0, items: []))
            }
            sections[sections.count - 1].items.append(item)
        }
        return sections
    }
}
