import SceneGraph
import Typography

/// The list of sections in the first page's rail. Its room is kept while pages are made, and it is set when the page
/// of each section is known.
struct ContentsBlock {
    static let key = "report/contents"

    let headings: [ReportHeading]
    let type: ReportType
    let setter: LineNodes
    let width: Double

    private var lineHeight: Double { 14.5 }

    /// Lines of each heading, its page number not counted.
    private var lines: [[StyledLine]] {
        let breaker = setter.breaker()
        return headings.map {
            breaker.lines(of: [StyledRun(text: $0.title, style: style(for: $0))], width: width - 22)
        }
    }

    private func style(for heading: ReportHeading) -> TextStyle {
        var style = type.small
        style.target = .destination(heading.name)
        return style
    }

    var height: Double {
        lines.reduce(20) { $0 + Double($1.count) * lineHeight + 3.5 }
    }

    /// An item that takes the room in the rail.
    var placeholder: FlowItem {
        FlowItem(
            nodes: [], height: 0, spaceBefore: 26, keepsWithNext: true,
            steps: [StructureStep(key: ContentsBlock.key, structure: Structure(.contents))], railHeight: height,
            clearsRail: true)
    }

    /// - Parameter pages: the page of each destination.
    func nodes(pages: [String: Int]) -> [Node] {
        var title = type.small
        title.font.weight = 700
        let head = setter.line("In this briefing", style: title)
        var nodes = [
            Node.group(
                id: ContentsBlock.key + "/title", role: "contents", structure: Structure(.caption),
                setter.nodes(head, id: ContentsBlock.key + "/title", role: "contents", left: 0, top: 4, lineHeight: lineHeight))
        ]
        var top = 22.0
        for (heading, lines) in zip(headings, lines) {
            let id = "\(ContentsBlock.key)/\(heading.name)"
            var children: [Node] = []
            for (index, line) in lines.enumerated() {
                var line = line
                if index == lines.count - 1, let page = pages[heading.name] {
                    let number = "\(page)"
                    let style = style(for: heading)
                    let numberWidth = setter.measurer.width(of: number, font: style.font)
                    line.pieces.append(.init(x: width - 6 - numberWidth, width: numberWidth, text: number, style: style))
                }
                children += setter.nodes(
                    line, id: "\(id)/line-\(index + 1)", role: "contents", left: 0, top: top, lineHeight: lineHeight)
                top += lineHeight
            }
            top += 3.5
            nodes.append(.group(id: id, role: "contents", structure: Structure(.contentsItem), children))
        }
        return nodes
    }
}
