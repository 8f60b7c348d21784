import SceneGraph
import Typography

/// The list of sections: in the first page's rail where it fits there, else in rows of its own below the summary. Its
/// room is kept while pages are made, and it is set when the page of each section is known.
struct ContentsBlock {
    static let contentsKey = "report/contents"
    /// Of the list: a report may have several.
    var key = ContentsBlock.contentsKey
    /// Nil for the contents' own.
    var title: String?

    let headings: [ReportHeading]
    let type: ReportType
    let setter: LineNodes
    let words: ReportWords
    /// The rail's width; 0 where the page has none.
    let rail: Double
    /// Where the rail begins.
    let railLeft: Double
    /// The page's.
    let width: Double

    private var lineHeight: Double { 14.5 }
    private var rowHeight: Double { type.smallLine + 6 }
    /// A longer list would push the first section down.
    private static let highestInRail = 330.0

    /// Lines of each heading in the rail, its page number not counted.
    private var lines: [[StyledLine]] {
        headings.map {
            setter.breaker().lines(of: [StyledRun(text: $0.title, style: style(for: $0))], width: rail - 22)
        }
    }

    private func style(for heading: ReportHeading) -> TextStyle {
        var style = type.small
        style.target = .destination(heading.name)
        return style
    }

    private var height: Double {
        lines.reduce(20) { $0 + Double($1.count) * lineHeight + 3.5 }
    }

    var fitsRail: Bool { title == nil && rail > 0 && height <= ContentsBlock.highestInRail }

    private var step: StructureStep { StructureStep(key: key, structure: Structure(.contents)) }

    /// An item that takes the room in the rail.
    var placeholder: FlowItem {
        FlowItem(
            nodes: [], height: 0, spaceBefore: 26, keepsWithNext: true, steps: [step], railHeight: height,
            clearsRail: true)
    }

    /// Items that take the room of rows: a title, and one for each heading.
    func rows() -> [FlowItem] {
        var rows = [
            FlowItem(
                nodes: [], height: type.headingLine + 4, spaceBefore: 26, keepsWithNext: true, steps: [step],
                clearsRail: true,
                spansColumns: true)
        ]
        for (index, heading) in headings.enumerated() {
            rows.append(
                FlowItem(
                    nodes: [], height: rowHeight, keepsWithNext: index == 0,
                    steps: [
                        step,
                        StructureStep(key: rowKey(heading), structure: Structure(.contentsItem)),
                    ], spansColumns: true))
        }
        return rows
    }

    private func rowKey(_ heading: ReportHeading) -> String { "\(key)/\(heading.name)" }

    /// What stands in an item's room.
    ///
    /// - Parameter pages: the page of each destination.
    func nodes(for steps: [StructureStep], pages: [String: Int]) -> [Node] {
        if fitsRail { return railNodes(pages: pages) }
        guard steps.count > 1, let heading = headings.first(where: { rowKey($0) == steps[1].key }) else {
            return titleNodes(style: type.heading, top: 0, lineHeight: type.headingLine)
        }
        return rowNodes(heading, pages: pages)
    }

    private func titleNodes(style: TextStyle, top: Double, lineHeight: Double) -> [Node] {
        [
            Node.group(
                id: key + "/title", role: "contents", structure: Structure(.caption),
                setter.nodes(
                    setter.line(title ?? words.report.inThisReport, style: style), id: key + "/title",
                    role: "contents",
                    left: fitsRail ? railLeft : 0,
                    top: top, lineHeight: lineHeight))
        ]
    }

    private func rowNodes(_ heading: ReportHeading, pages: [String: Int]) -> [Node] {
        let style = style(for: heading)
        let font = style.font
        let number = pages[heading.name].map(String.init) ?? ""
        let numberWidth = setter.measurer.width(of: number, font: font)
        let title = setter.measurer.truncated(heading.title, font: font, width: width - numberWidth - 24)
        var line = setter.line(title, style: style)
        line.pieces.append(.init(x: width - numberWidth, width: numberWidth, text: number, style: style))
        var rule = Node.path(
            id: rowKey(heading) + "/rule", role: "rule", .line(from: Point(0, rowHeight), to: Point(width, rowHeight)),
            stroke: Stroke(type.theme.grid, width: 0.75))
        rule.structure = Structure(.artifact)
        return setter.nodes(line, id: rowKey(heading), role: "contents", left: 0, top: 3, lineHeight: type.smallLine)
            + [rule]
    }

    private func railNodes(pages: [String: Int]) -> [Node] {
        var bold = type.small
        bold.font.weight = 700
        var nodes = titleNodes(style: bold, top: 4, lineHeight: lineHeight)
        var top = 22.0
        for (heading, lines) in zip(headings, lines) {
            var children: [Node] = []
            for (index, line) in lines.enumerated() {
                var line = line
                if index == lines.count - 1, let page = pages[heading.name] {
                    let number = "\(page)"
                    let style = style(for: heading)
                    let numberWidth = setter.measurer.width(of: number, font: style.font)
                    line.pieces.append(.init(x: rail - numberWidth, width: numberWidth, text: number, style: style))
                }
                children += setter.nodes(
                    line, id: "\(rowKey(heading))/line-\(index + 1)", role: "contents", left: railLeft, top: top,
                    lineHeight: lineHeight)
                top += lineHeight
            }
            top += 3.5
            nodes.append(.group(id: rowKey(heading), role: "contents", structure: Structure(.contentsItem), children))
        }
        return nodes
    }
}
