import Documents
import Facts
import Figures
import Markdown
import Phrases
import SceneGraph
import Typography

/// From a report's blocks to flow sections.
struct ReportComposer {
    let report: Report
    /// Numbers of the text that are no fact's.
    let findings: [NumberFinding]
    private(set) var usedOwnNumbers: Set<Int>
    /// Binds the numbers of what facts say of themselves.
    let binder: FactBinder
    let context: ReportContext
    let page: PageTemplate
    let type: ReportType
    let setter: LineNodes
    let figureNumbers: [String: Int]
    var inlines: InlineResolver
    var items: [FlowItem] = []
    var floats: [PageFloat] = []
    var figures: [(address: String, figure: DrawnFigure)] = []
    var warnings: [Diagnostic] = []
    /// Headings of the sections that the report writes itself.
    var tail: [ReportHeading] = []
    /// The items of the summary, which stands before the first heading.
    private(set) var summaryStart = 0
    private(set) var summaryEnd = 0
    private var blockCount = 0
    private var seenHeading = false

    var theme: Theme { context.theme }
    var columnCount: Int { theme.page.columns > 1 ? 2 : 1 }
    static let columnGap = 24.0
    /// Of running text.
    var textWidth: Double {
        columnCount > 1 ? (page.fullWidth - ReportComposer.columnGap) / 2 : page.textWidth
    }
    var measurer: any TextMeasuring { context.measurer }
    /// The program's own words, in the report's language.
    var words: Phrases.Page { Phrases.of(report.matter.language).page }

    init(_ given: Report, context: ReportContext, page: PageTemplate) {
        let bound = BoundReport(given, facts: context.facts)
        let report = bound.report
        self.report = report
        findings = bound.findings
        binder = bound.binder
        usedOwnNumbers = bound.usedOwnNumbers
        self.context = context
        self.page = page
        type = ReportType(theme: context.theme)
        setter = LineNodes(
            measurer: context.measurer, hyphenation: context.hyphenation,
            isJustified: context.theme.page.alignment == .justified)
        warnings = report.document.unusedFootnotes.map { footnote in
            Diagnostic(
                "nothing calls for the footnote `\(footnote.label)`: it is left out", severity: .warning,
                file: report.document.file, at: footnote.location, advice: "write [^\(footnote.label)] where it belongs"
            )
        }
        var numbers: [String: Int] = [:]
        var targets: [String: (text: String, destination: String)] = [:]
        for (index, address) in report.figureAddresses.enumerated() {
            let name = Report.figureName(address)
            numbers[address] = index + 1
            targets[name] = ("Figure \(index + 1)", "figure-\(name)")
        }
        for heading in ReportHeading.all(in: report.document) where targets[heading.name] == nil {
            targets[heading.name] = (heading.title, heading.name)
        }
        figureNumbers = numbers
        inlines = InlineResolver(
            file: report.document.file, facts: context.facts, theme: context.theme, language: report.matter.language,
            targets: targets, footnoteLabels: Set(report.document.footnotes.map(\.label)),
            abbreviations: Abbreviations(in: report.document, given: report.matter.abbreviations).expansions)
        inlines.problems.add(bound.problems)
    }

    /// A name for a block that is stable while the blocks before it stay.
    mutating func nextID(_ kind: String) -> String {
        blockCount += 1
        return "report/\(kind)-\(blockCount)"
    }

    mutating func problem(_ message: String, at place: SourceLocation, advice: String? = nil) {
        inlines.problems.add(Diagnostic(message, file: report.document.file, at: place, advice: advice))
    }

    mutating func add(_ blocks: [MarkdownBlock], left: Double, width: Double, steps: [StructureStep]) {
        for block in blocks { add(block, left: left, width: width, steps: steps) }
    }

    mutating func add(_ block: MarkdownBlock, left: Double, width: Double, steps: [StructureStep]) {
        switch block.content {
        case .paragraph(let content):
            if let figure = Report.figure(in: content) {
                addFigure(figure.address, caption: figure.caption, at: block.location)
            } else if case let several = Report.figures(in: content), !several.isEmpty {
                addFigures(several, at: block.location)
            } else {
                // What stands before the first heading is the summary, set larger.
                addParagraph(content, left: left, width: width, steps: steps, isLead: !seenHeading && steps.isEmpty)
            }
        case .heading(let level, let content):
            seenHeading = true
            addHeading(level, content)
        case .list(let list): addList(list, left: left, width: width, steps: steps)
        case .blockQuote(let blocks): addBlockQuote(blocks, left: left, width: width, steps: steps)
        case .code(let text, _): addCode(text, left: left, width: width, steps: steps)
        case .html(let text): addCode(text, left: left, width: width, steps: steps)
        case .thematicBreak: addRule(left: left, width: width)
        case .table(let table): addTable(table, at: block.location)
        }
    }

    private mutating func addParagraph(
        _ content: [MarkdownInline], left: Double, width: Double, steps: [StructureStep], isLead: Bool
    ) {
        let id = nextID("paragraph")
        if isLead, summaryEnd == 0 { summaryStart = items.count }
        let start = items.count
        defer {
            if isLead {
                summaryEnd = items.count
                for index in start..<items.count { items[index].spansColumns = true }
            }
        }
        let style = isLead ? type.lead : type.body
        let runs = inlines.runs(content, style: style)
        items += setter.items(
            runs, id: id, role: "paragraph", left: left, width: isLead && columnCount > 1 ? page.fullWidth : width,
            lineHeight: isLead ? type.leadLine : type.bodyLine, spaceBefore: 10,
            steps: steps + [StructureStep(key: id, structure: Structure(.paragraph))],
            setting: isLead ? .display : .running)
    }

    /// A section heading stands under a rule; lower ones stand in the prose.
    private mutating func addHeading(_ level: Int, _ content: [MarkdownInline]) {
        let id = nextID("heading")
        let name = ReportHeading.name(of: content.map(\.plainText).joined())
        let tag: Structure.Tag = level <= 1 ? .heading1 : level == 2 ? .heading2 : level == 3 ? .heading3 : .heading4
        let steps = [StructureStep(key: id, structure: Structure(tag, destination: name))]
        let isSection = level <= 2
        if isSection { items.append(rule(id: id, width: textWidth, spaceBefore: 26)) }
        var lines = setter.items(
            inlines.runs(content, style: isSection ? type.heading : type.subheading, notesWanted: false), id: id,
            role: "heading", left: page.textLeft, width: textWidth,
            lineHeight: isSection ? type.headingLine : type.subheadingLine, spaceBefore: isSection ? 0 : 18,
            steps: steps, keepsTogether: true)
        for index in lines.indices {
            lines[index].keepsWithNext = true
            lines[index].headingLevel = max(1, level)
        }
        items += lines
    }

    /// The rule above a section.
    func rule(id: String, width: Double, spaceBefore: Double) -> FlowItem {
        var rule = Node.path(
            id: "\(id)/rule", role: "rule", .line(from: Point(page.textLeft, 0), to: Point(page.textLeft + width, 0)),
            stroke: Stroke(theme.ink, width: 1))
        rule.structure = Structure(.artifact)
        return FlowItem(nodes: [rule], height: 8, spaceBefore: spaceBefore, keepsWithNext: true, headingLevel: 2)
    }

    private mutating func addList(_ list: MarkdownList, left: Double, width: Double, steps: [StructureStep]) {
        let id = nextID("list")
        let listSteps = steps + [StructureStep(key: id, structure: Structure(.list))]
        let indent = 22.0
        let listStart = items.count
        for (index, blocks) in list.items.enumerated() {
            let itemID = "\(id)/item-\(index + 1)"
            let itemSteps = listSteps + [StructureStep(key: itemID, structure: Structure(.listItem))]
            let bodySteps = itemSteps + [StructureStep(key: itemID + "/body", structure: Structure(.listBody))]
            let start = items.count
            add(blocks, left: left + indent, width: width - indent, steps: bodySteps)
            if items.count == start {
                items.append(FlowItem(nodes: [], height: type.bodyLine, steps: bodySteps))
            }
            let mark = list.start.map { "\($0 + index)." } ?? "•"
            let line = setter.line(mark, style: type.body)
            var label = setter.nodes(
                line, id: itemID + "/label", role: "list-label", left: left + (list.start == nil ? 6 : 0),
                lineHeight: type.bodyLine)
            for position in label.indices { label[position].structure = Structure(.listLabel) }
            // The mark is a zero-high item on the first line, so that it comes first for a reader.
            items.insert(
                FlowItem(
                    nodes: label, height: 0, spaceBefore: items[start].spaceBefore, keepsWithNext: true,
                    steps: itemSteps), at: start)
            items[start + 1].spaceBefore = 0
            if index > 0 { items[start].spaceBefore = list.isTight ? 3 : 8 }
        }
        // A list is read as one thing; the end of an item is where it may be parted.
        for index in items.indices.dropLast() where index >= listStart { items[index].breakCost += 14 }
    }

    private mutating func addBlockQuote(
        _ blocks: [MarkdownBlock], left: Double, width: Double, steps: [StructureStep]
    ) {
        if let callOut = CallOut(blocks) {
            addCallOut(callOut, left: left, width: width, steps: steps)
            return
        }
        let id = nextID("quote")
        let start = items.count
        add(
            blocks, left: left + 18, width: width - 18,
            steps: steps + [StructureStep(key: id, structure: Structure(.blockQuote))])
        for index in start..<items.count where items[index].height + items[index].spaceBefore > 0 {
            let reach = index > start ? items[index].spaceBefore : 0
            var bar = Node.path(
                id: "\(id)/bar-\(index - start + 1)", role: "rule",
                .rectangle(Rectangle(x: left, y: -reach, width: 3, height: items[index].height + reach)),
                fill: .color(theme.accent))
            bar.structure = Structure(.artifact)
            items[index].nodes.append(bar)
        }
    }

    private mutating func addCode(_ text: String, left: Double, width: Double, steps: [StructureStep]) {
        let id = nextID("code")
        let lineHeight = theme.page.codeLine
        var text = text
        while text.hasSuffix("\n") { text.removeLast() }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            measurer.lines(of: line.isEmpty ? " " : String(line), font: type.code.font, width: width - 16)
        }
        for (index, line) in lines.enumerated() {
            var background = Node.path(
                id: "\(id)/background-\(index + 1)", role: "background",
                .rectangle(Rectangle(x: left, y: 0, width: width, height: lineHeight)),
                fill: .color(theme.grid.opacity(0.5)))
            background.structure = Structure(.artifact)
            items.append(
                FlowItem(
                    nodes: [background]
                        + setter.nodes(
                            setter.line(line, style: type.code), id: "\(id)/line-\(index + 1)", role: "code",
                            left: left + 8, lineHeight: lineHeight),
                    height: lineHeight, spaceBefore: index == 0 ? 10 : 0, keepsWithNext: index == 0 && lines.count > 1,
                    steps: steps + [StructureStep(key: id, structure: Structure(.paragraph))]))
        }
    }

    private mutating func addRule(left: Double, width: Double) {
        let id = nextID("rule")
        var rule = Node.path(
            id: id, role: "rule", .line(from: Point(left, 0), to: Point(left + width, 0)),
            stroke: Stroke(theme.rule, width: 0.75))
        rule.structure = Structure(.artifact)
        items.append(FlowItem(nodes: [rule], height: 1, spaceBefore: 14))
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
