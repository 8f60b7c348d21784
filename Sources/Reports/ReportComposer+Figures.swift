import Documents
import Figures
import Markdown
import SceneGraph
import Typography

extension ReportComposer {
    /// What a figure is asked to be drawn at: its title stands on the text's edge, its own margin reaches beyond.
    func figureSize(_ width: FloatWidth) -> FigureSize { Report.figureSize(width, on: page, in: theme) }

    /// The rule, the number and the figure, one below the other.
    func drawing(of figure: PageFloat.Figure, scene: Scene, width: FloatWidth) -> PageFloat.Drawing {
        let room = width.width(on: page)
        let suffix = width == .page ? "" : "/\(width)"
        var rule = Node.path(
            id: figure.id + suffix + "/rule", role: "rule",
            .rectangle(Rectangle(x: 0, y: 0, width: room, height: 2)), fill: .color(theme.accent))
        rule.structure = Structure(.artifact)
        var items = [FlowItem(nodes: [rule], height: 7)]
        items += setter.items(
            figure.label, id: figure.id + "/caption", role: "caption", width: room, lineHeight: type.captionLine,
            spaceBefore: 0, steps: [StructureStep(key: figure.id + "/caption", structure: Structure(.caption))],
            keepsTogether: true)
        var root = scene.root
        root.structure = Structure(.figure, alternative: scene.alternative, destination: "figure-\(figure.name)")
        // The figure's own margin is room enough, and more, below its number.
        let above = theme.margin - 5
        items.append(
            FlowItem(
                nodes: [root.translated(by: Point(-theme.margin, -above))],
                height: scene.size.height - above - theme.margin * 0.5))
        return PageFloat.Drawing(width: width, items: items, cost: width.cost)
    }

    /// The same floats with every smaller size at which they can be read as well as at the full one.
    mutating func drawSmaller() {
        var wanted: [(float: Int, width: FloatWidth)] = []
        for (index, float) in floats.enumerated() where float.figure?.page == 0 {
            wanted += [(index, .column), (index, .half)]
            if float.drawings[0].height > page.contentHeight * FloatWidth.lowPart { wanted.append((index, .low)) }
        }
        let results = context.figures(
            wanted.map { (floats[$0.float].figure?.address ?? "", figureSize($0.width)) })
        for (want, result) in zip(wanted, results) {
            guard let figure = floats[want.float].figure, case .success(let drawn) = result,
                let full = figures.first(where: { $0.address == figure.address })?.figure,
                drawn.furtherPages.isEmpty, full.furtherPages.isEmpty,
                drawn.faults.count <= full.faults.count, drawn.warnings.count <= full.warnings.count,
                drawn.scene.size.width <= figureSize(want.width).width + 1
            else { continue }
            let drawing = drawing(of: figure, scene: drawn.scene, width: want.width)
            // A smaller size that takes as much of the page has no use, but beside another.
            guard want.width == .half || drawing.height < floats[want.float].drawings[0].height - 12 else { continue }
            floats[want.float].drawings.append(drawing)
        }
    }
}
