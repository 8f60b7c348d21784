import Calendar
import Facts
import SceneGraph
import Typography

extension ReportComposer {
    /// Title, subtitle, authors and date at the head of the first page.
    mutating func addCover() {
        let matter = report.matter
        var bar = Node.path(
            id: "report/cover/bar", role: "rule", .rectangle(Rectangle(x: 0, y: 0, width: 64, height: 6)),
            fill: .color(theme.accent))
        bar.structure = Structure(.artifact)
        items.append(FlowItem(nodes: [bar], height: 6, keepsWithNext: true))
        func add(
            _ runs: [StyledRun], part: String, role: Role, line: Double, space: Double, tag: Structure.Tag
        ) {
            guard runs.contains(where: { !$0.text.isEmpty }) else { return }
            items += setter.items(
                runs, id: "report/cover/\(part)", role: role, width: page.fullWidth,
                lineHeight: line, spaceBefore: space,
                steps: [StructureStep(key: "cover-\(part)", structure: Structure(tag))], keepsTogether: true)
            items[items.count - 1].keepsWithNext = true
        }
        add(
            inlines.runs(matter.titleLine, style: type.style(theme.page.title, weight: 700), notesWanted: false),
            part: "title", role: .title,
            line: theme.page.title * 1.18, space: 14,
            tag: .heading1)
        add(
            inlines.runs(
                matter.subtitleLine, style: type.style(theme.page.subtitle, color: theme.mutedInk), notesWanted: false),
            part: "subtitle", role: .subtitle, line: theme.page.subtitle * 1.37,
            space: 8, tag: .paragraph)
        let date = (try? EDTFDate(parsing: matter.date))?.wording ?? matter.date
        let byline = ([matter.authors.joined(separator: ", "), date].filter { !$0.isEmpty }).joined(separator: "  ·  ")
        add(
            [StyledRun(text: byline, style: type.style(12, color: theme.mutedInk))], part: "byline", role: "byline",
            line: 18, space: 12,
            tag: .paragraph)
        if !items.isEmpty { items[items.count - 1].keepsWithNext = false }
        for index in items.indices { items[index].spansColumns = true }
    }

    /// The key figures side by side: the number large, what it is below it.
    mutating func addKeyFigures() {
        let figures = report.matter.keyFigures
        guard !figures.isEmpty else { return }
        let gap = 20.0
        let perRow = min(4, figures.count)
        let cell = (page.fullWidth - gap * Double(perRow - 1)) / Double(perRow)
        for start in stride(from: 0, to: figures.count, by: perRow) {
            addKeyFigureRow(
                Array(figures[start..<min(start + perRow, figures.count)]), from: start, cell: cell, gap: gap)
        }
    }

    private mutating func addKeyFigureRow(
        _ figures: [ReportMatter.KeyFigure], from start: Int, cell: Double, gap: Double
    ) {
        var values: [(text: String, fact: Fact)] = []
        for (index, figure) in figures.enumerated() {
            guard let fact = context.facts[figure.fact] else {
                problem(
                    "no fact has the id `\(figure.fact)`", at: figure.location,
                    advice: "key_figures[\(start + index)]: " + context.facts.adviceForUnknown(figure.fact))
                continue
            }
            // A unit without a symbol is left to the label, where it can be read in its sentence.
            values.append((fact.written(.label, language: report.matter.language), fact))
        }
        guard values.count == figures.count else { return }
        // One size for all: the largest, up to 30, at which the longest value fits its cell.
        let widest = values.map { measurer.width(of: $0.text, font: theme.font(size: 30, weight: 700)) }.max() ?? 1
        let size = max(14, min(30, 30 * (cell - 14) / max(widest, 1)))
        var nodes: [Node] = []
        var height = 0.0
        for (index, figure) in figures.enumerated() {
            let left = Double(index) * (cell + gap)
            let id = "report/key-figure-\(start + index + 1)"
            var rule = Node.path(
                id: id + "/rule", role: "rule", .rectangle(Rectangle(x: left, y: 0, width: cell, height: 2)),
                fill: .color(theme.ink))
            rule.structure = Structure(.artifact)
            inlines.use(figure.fact)
            var number = type.style(size, weight: 700, color: theme.accent)
            number.facts = [figure.fact]
            let value = StyledRun(text: values[index].text, style: number)
            var mark = inlines.noteMark(figure.fact, style: type.style(16), after: value.text)
            mark.style.rise = size * 0.38
            var children: [Node] = []
            let breaker = setter.breaker()
            if let line = breaker.lines(of: [value, mark], width: cell * 2).first {
                children += setter.nodes(
                    line, id: id + "/value", role: "key-figure", left: left, top: 8, lineHeight: 38)
            }
            let label = breaker.lines(
                of: inlines.runs(figure.label, style: type.style(12, color: theme.mutedInk), notesWanted: false),
                width: cell)
            for (number, line) in label.enumerated() {
                children += setter.nodes(
                    line, id: "\(id)/label-\(number + 1)", role: "key-figure-label", left: left,
                    top: 47 + Double(number) * 16, lineHeight: 16)
            }
            height = max(height, 47 + Double(label.count) * 16)
            nodes.append(rule)
            nodes.append(.group(id: id, role: "key-figure", structure: Structure(.paragraph), children))
        }
        items.append(FlowItem(nodes: nodes, height: height, spaceBefore: 24, clearsRail: true, spansColumns: true))
    }
}
