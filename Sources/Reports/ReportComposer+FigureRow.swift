import Documents
import Figures
import Markdown
import SceneGraph
import Typography

extension ReportComposer {
    /// Figures of one paragraph side by side, each with its number above it; tops are level.
    mutating func addFigures(_ row: [(address: String, caption: [MarkdownInline])], at place: SourceLocation) {
        let gap = FloatWidth.gap
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
            let size = FigureSize(width: width + 2 * theme.margin)
            guard let drawn = drawn(entry.address, size: size, at: place) else { continue }
            guard drawn.scene.size.width <= size.width + 1 else {
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
            let (part, bottom) = rowPart(
                drawn, entry, id: "\(id)/\(index + 1)", left: Double(index) * (width + gap), width: width)
            nodes += part
            height = max(height, bottom)
        }
        guard height <= page.contentHeight else {
            problem(
                "the figures are \(Int(height)) units high with their numbers; "
                    + "the page holds \(Int(page.contentHeight))",
                at: place, advice: "make them lower: fewer rows, or a `size` with a height")
            return
        }
        guard !nodes.isEmpty else { return }
        floats.append(
            PageFloat(
                drawings: [.init(width: .page, items: [FlowItem(nodes: nodes, height: height)])],
                position: items.count, names: row.map { "figure-\(Report.figureName($0.address))" }))
    }

    /// One figure of a row, and how far down it reaches.
    private mutating func rowPart(
        _ drawn: DrawnFigure, _ entry: (address: String, caption: [MarkdownInline]), id: String, left: Double,
        width: Double
    ) -> (nodes: [Node], bottom: Double) {
        var rule = Node.path(
            id: "\(id)/rule", role: "rule", .rectangle(Rectangle(x: left, y: 0, width: width, height: 2)),
            fill: .color(theme.accent))
        rule.structure = Structure(.artifact)
        let lines = setter.breaker().lines(of: labelRuns(entry.address, entry.caption, of: drawn), width: width)
        var caption: [Node] = []
        for (number, line) in lines.enumerated() {
            caption += setter.nodes(
                line, id: "\(id)/caption/line-\(number + 1)", role: "caption", left: left,
                top: 7 + Double(number) * type.captionLine, lineHeight: type.captionLine)
        }
        let top = 7 + Double(lines.count) * type.captionLine - theme.margin + 5
        var root = drawn.scene.root
        root.structure = Structure(
            .figure, alternative: drawn.scene.alternative, destination: "figure-\(Report.figureName(entry.address))")
        return (
            [
                rule, .group(id: "\(id)/caption", role: "caption", structure: Structure(.caption), caption),
                root.translated(by: Point(left - theme.margin, top)),
            ], top + drawn.scene.size.height - theme.margin * 0.5
        )
    }
}
