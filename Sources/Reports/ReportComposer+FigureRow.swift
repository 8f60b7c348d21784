import Documents
import Figures
import Markdown
import SceneGraph
import Typography

extension ReportComposer {
    /// Figures of one paragraph side by side, each with its caption; tops are level.
    mutating func addFigures(_ row: [(address: String, caption: [MarkdownInline])], at place: SourceLocation) {
        let gap = 24.0
        let width = ((page.fullWidth - gap * Double(row.count - 1)) / Double(row.count)).rounded(.down)
        guard width >= 200 else {
            problem(
                "\(row.count) figures side by side leave each \(Int(width)) units; a figure needs 200", at: place,
                advice: "give some a paragraph of their own")
            return
        }
        let id = nextID("figure-row")
        var nodes: [Node] = []
        var height = 0.0
        for (index, entry) in row.enumerated() {
            guard let drawn = drawn(entry.address, size: FigureSize(width: width), at: place) else { continue }
            guard drawn.scene.size.width <= width + 1 else {
                problem(
                    "the figure \(entry.address) is \(Int(drawn.scene.size.width)) units wide; side by side it has \(Int(width))",
                    at: place, advice: "take its `size` out, or give it a paragraph of its own")
                continue
            }
            guard drawn.furtherPages.isEmpty else {
                problem(
                    "the figure \(entry.address) needs \(drawn.pages.count) pages at \(Int(width)) units across",
                    at: place,
                    advice: "give it a paragraph of its own, where it has the whole width")
                continue
            }
            let left = Double(index) * (width + gap)
            var root = drawn.scene.root
            root.structure = Structure(
                .figure, alternative: drawn.scene.alternative, destination: "figure-\(Report.figureName(entry.address))"
            )
            var rule = Node.path(
                id: "\(id)/rule-\(index + 1)", role: "rule",
                .rectangle(Rectangle(x: left, y: 0, width: width, height: 2)), fill: .color(theme.accent))
            rule.structure = Structure(.artifact)
            nodes += [rule, root.translated(by: Point(left, 4))]
            let lines = setter.breaker().lines(
                of: captionRuns(entry.address, entry.caption), width: width - 2 * theme.margin)
            var caption: [Node] = []
            for (number, line) in lines.enumerated() {
                caption += setter.nodes(
                    line, id: "\(id)/caption-\(index + 1)/line-\(number + 1)", role: "caption",
                    left: left + theme.margin,
                    top: drawn.scene.size.height + 6 + Double(number) * type.captionLine, lineHeight: type.captionLine)
            }
            nodes.append(
                .group(id: "\(id)/caption-\(index + 1)", role: "caption", structure: Structure(.caption), caption))
            height = max(height, drawn.scene.size.height + 6 + Double(lines.count) * type.captionLine)
        }
        guard height <= page.contentHeight else {
            problem(
                "the figures are \(Int(height)) units high with their captions; the page holds \(Int(page.contentHeight))",
                at: place, advice: "make them lower: fewer rows, or a `size` with a height")
            return
        }
        var item = FlowItem(nodes: nodes, height: height, spaceBefore: 22)
        item.spaceAfter = 12
        item.floats = true
        item.clearsRail = true
        item.spansColumns = true
        items.append(item)
    }
}
