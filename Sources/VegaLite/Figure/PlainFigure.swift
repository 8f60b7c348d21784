import Figures
import SceneGraph

/// A figure as Vega lays it out: padding around what is drawn.
struct PlainFigure {
    let chart: CompiledChart
    let context: FigureContext

    private var model: ChartModel { chart.model }
    private var page: PageSpecification { model.page }
    private var padding: PageSpecification.Padding { page.padding ?? .init() }
    private var autosize: String { page.autosize ?? "pad" }

    /// The figure, and the layout that it was drawn by.
    func drawn() -> (figure: DrawnFigure, layout: ChartLayout) {
        var layout = chart.layout(fittedRoom(), in: context)
        var picture = layout.picture(of: 0, cell: .whole)
        let view = picture.size
        var (left, top) = (overhang(-picture.bounds.minX), overhang(-picture.bounds.minY))
        var (right, bottom) = (
            overhang(picture.bounds.maxX - view.width), overhang(picture.bounds.maxY - view.height)
        )
        if autosize == "none" { (left, top, right, bottom) = (0, 0, 0, 0) }
        let size = Size(
            padding.left + left + view.width + right + padding.right,
            padding.top + top + view.height + bottom + padding.bottom)
        picture = picture.translated(by: Point(padding.left + left, padding.top + top))
        let root = Node(
            id: context.name, role: .figure, bounds: Rectangle(x: 0, y: 0, width: size.width, height: size.height),
            content: .group(Group(children: picture.nodes)))
        let scene = Scene(
            size: Size(size.width.rounded(.up), size.height.rounded(.up)), root: root,
            alternative: model.alternative(title: model.title), background: model.background)
        let figure = DrawnFigure(scene: scene, title: model.title, facts: model.facts, sources: model.sources)
        return (figure, layout)
    }

    /// Whole pixels of what reaches out. The curves of an arc go beyond it by less than 0.03 % of its radius: that is
    /// not reaching out.
    private func overhang(_ amount: Double) -> Double { max(0, (amount - (hasArcs ? 0.05 : 1e-9)).rounded(.up)) }

    private var hasArcs: Bool { model.views.contains { $0.unit?.mark is ArcMark } }

    /// Where the whole is to fit a size, the view is what the axes and legends leave of it.
    private func fittedRoom() -> PageRoom {
        var room = PageRoom()
        guard let root = model.views.first, root.isUnit || root.isLayer else { return room }
        var type = autosize
        var contains = page.fitsPadding
        func isContainer(_ extent: ViewSpecification.Extent?) -> Bool {
            if case .container = extent { true } else { false }
        }
        switch (isContainer(root.written.width), isContainer(root.written.height)) {
        case (true, true): (type, contains) = ("fit", true)
        case (true, false): (type, contains) = ("fit-x", true)
        case (false, true): (type, contains) = ("fit-y", true)
        default: break
        }
        guard type == "fit" || type == "fit-x" || type == "fit-y" else { return room }
        var first = chart.layout(room, in: context)
        let asked = first.scales.size(of: 0, cell: .whole)
        for _ in 0..<2 {
            var layout = chart.layout(room, in: context)
            let picture = layout.picture(of: 0, cell: .whole)
            var (width, height) = (asked.width, asked.height)
            if contains {
                width -= padding.left + padding.right
                height -= padding.top + padding.bottom
            }
            width -= overhang(-picture.bounds.minX) + overhang(picture.bounds.maxX - picture.size.width)
            height -= overhang(-picture.bounds.minY) + overhang(picture.bounds.maxY - picture.size.height)
            if type != "fit-y" { room.width = max(1, width) }
            if type != "fit-x" { room.height = max(1, height) }
        }
        return room
    }
}

extension ChartModel {
    /// The colour of the page; nil for none.
    var background: Color? {
        guard let setting = page.background else { return .white }
        let value = evaluator.value(of: setting)
        if value.isNull { return nil }
        return value.string.flatMap { Color(css: $0) } ?? .white
    }
}
