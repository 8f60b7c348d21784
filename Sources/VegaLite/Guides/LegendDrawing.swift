import Scales
import SceneGraph
import Tables
import Typography

/// A legend, laid out at the origin.
struct DrawnLegend {
    var nodes: [Node]
    var size: Size
    var guide: LegendGuide
    /// Entries beyond the limit.
    var omitted = 0
}

/// Draws one legend, from its own corner.
struct LegendDrawing {
    let legend: LegendGuide
    let scales: [Channel: ResolvedScale]
    /// Of the first of the scales that are explained.
    let scale: ResolvedScale
    /// The view that the legend belongs to.
    let size: ViewSize
    let model: ChartModel
    let measurer: any TextMeasuring
    let id: String
    /// The most that entries side by side may take; nil where nothing limits them.
    var room: Double?

    struct Content {
        var nodes: [Node]
        var size: Size
        /// Entries beyond the limit.
        var omitted = 0
    }

    var p: Properties<LegendProperty> { legend.properties }
    var config: Config { model.config }
    var labelNames: TextNames<LegendProperty> { TextNames("label") }

    func drawn() -> DrawnLegend? {
        let content = entries()
        let title = title(beside: content.size)
        if content.nodes.isEmpty && title == nil { return nil }
        let padding = p.length(.padding)
        // A title that is set about its anchor begins before it: what the legend has moves along.
        let before = max(0, -(title.map { $0.place.x + $0.box.minX } ?? 0))
        var nodes: [Node] = []
        var (width, height) = (content.size.width, content.size.height)
        if let title {
            nodes.append(title.node.translated(by: title.place))
            width = max(title.entries.x + content.size.width, title.place.x + title.box.maxX)
            height = max(title.entries.y + content.size.height, title.place.y + title.box.maxY)
        }
        nodes += content.nodes.map { $0.translated(by: title?.entries ?? .zero) }
        if before > 0 {
            nodes = nodes.map { $0.translated(by: Point(before, 0)) }
            width += before
        }
        let whole = Size((width + 2 * padding).rounded(.up), (height + 2 * padding).rounded(.up))
        if padding != 0 { nodes = nodes.map { $0.translated(by: Point(padding, padding)) } }
        if let frame = frame(whole) { nodes.insert(frame, at: 0) }
        return DrawnLegend(nodes: nodes, size: whole, guide: legend, omitted: content.omitted)
    }

    private func entries() -> Content {
        guard let lead = legend.components.first else { return Content(nodes: [], size: Size(0, 0)) }
        if legend.isGradient { return gradient() }
        let isBands =
            lead.type.isDiscretizing && legend.components.count == 1 && lead.channel.isColor
            && p.string(.type) != "symbol"
        return isBands ? bands() : symbols()
    }

    /// The rectangle behind the legend.
    private func frame(_ size: Size) -> Node? {
        let fill: Color? = p.color(.fillColor, default: nil)
        let stroke: Color? = p.color(.strokeColor, default: nil)
        guard fill != nil || stroke != nil else { return nil }
        let radius = p.length(.cornerRadius)
        let path = PathData.rectangle(
            Rectangle(x: 0, y: 0, width: size.width, height: size.height), topLeft: radius, topRight: radius,
            bottomRight: radius, bottomLeft: radius)
        return .path(
            id: id + "/frame", role: "legend-frame", path, fill: fill.map { .color($0) },
            stroke: stroke.map { Stroke($0, width: p.length(.strokeWidth), dash: p.numbers(.strokeDash) ?? []) })
    }

    // MARK: - Title

    private struct Title {
        var node: Node
        /// At the origin.
        var box: Rectangle
        var place: Point
        /// Where the entries then begin.
        var entries: Point
    }

    private func title(beside content: Size) -> Title? {
        guard let lines = legend.title, lines.contains(where: { !$0.isEmpty }) else { return nil }
        let names = TextNames<LegendProperty>("title")
        var setting = p.text(names, config: config)
        let orient = p.string(.titleOrient) ?? "top"
        let isBeside = orient == "left" || orient == "right"
        // Beside an upright ramp the title runs along it.
        let isTurned = isBeside && legend.isGradient && !legend.isHorizontal
        if isTurned { setting.angle = orient == "left" ? -90 : 90 }
        let anchor = p.string(.titleAnchor) ?? (isTurned ? "middle" : "start")
        let share: Double = anchor == "end" ? 1 : anchor == "middle" ? 0.5 : 0
        setting.baseline = p.string(.titleBaseline) ?? "top"
        let flat = setting.bounds(lines, at: .zero, measurer: measurer)
        setting.align = p.string(.titleAlign) ?? (isBeside || share == 0 ? "left" : share == 1 ? "right" : "center")
        var box = setting.bounds(lines, at: .zero, measurer: measurer)
        let padding = p.length(.titlePadding)
        var title = Title(
            node: measurer.node(
                id: id + "/title", role: "legend-title",
                setting.text(
                    lines, at: .zero, fill: .color(p.textColor(names) ?? .clear), measurer: measurer)),
            box: box, place: .zero, entries: .zero)
        let width = max(flat.width, content.width)
        switch orient {
        case "left": title.entries.x = flat.width + padding
        case "right": title.place.x = content.width + padding
        case "bottom": title.place = Point(share * width, content.height + padding)
        default:
            title.place.x = share * width
            title.entries.y = flat.height + padding
        }
        if isBeside { title.place.y = share * max(0, content.height - flat.height) }
        if isTurned {
            // From its box's corner, wherever the turn has taken it.
            title.place = Point(title.place.x - box.minX, title.place.y - box.minY)
            box = box.translated(by: Point(-box.minX, -box.minY))
            title.box = Rectangle(x: 0, y: 0, width: box.width, height: box.height)
        }
        return title
    }

    // MARK: - Labels

    var labelSetting: TextSetting {
        var setting = p.text(labelNames, config: config)
        if p[.labelBaseline] == nil { setting.baseline = "middle" }
        return setting
    }

    func label(_ lines: [String], at anchor: Point, _ setting: TextSetting, id: String) -> Node? {
        guard lines.contains(where: { !$0.isEmpty }), let color = p.textColor(labelNames) else { return nil }
        let text = setting.text(lines, at: anchor, fill: .color(color), measurer: measurer)
        return measurer.node(id: id, role: "legend-label", text)
    }
}
