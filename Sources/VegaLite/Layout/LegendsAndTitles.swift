import Documents
import SceneGraph
import Tables
import Typography

extension Compilation {
    /// Sets a view's legends around it.
    mutating func addLegends(
        _ id: Int, to picture: inout Picture, cell: Cell, size: ViewSize, xBounds: Rectangle, yBounds: Rectangle,
        place: String
    ) {
        var drawn: [DrawnLegend] = []
        for legend in legends(of: id)
        where !directlyLabelled.contains(legend.components.first?.key ?? ScaleKey(view: -1, channel: .x)) {
            if let made = draw(legend, cell: cell, size: size, place: place) { drawn.append(made) }
        }
        guard !drawn.isEmpty else { return }
        let (width, height) = (picture.size.width, picture.size.height)
        for orient in [
            "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right", "none",
        ] {
            let group = drawn.filter { $0.orient == orient }
            guard let first = group.first else { continue }
            let offset = first.properties.number("offset") ?? 18
            let margin =
                config["legend", "layout", orient, "margin"]?.number ?? config["legend", "layout", "margin"]?.number
                ?? 8
            let isRow = orient == "top" || orient == "bottom"
            let layout = config["legend", "layout", orient] ?? config["legend", "layout"]
            let anchor = layout?["anchor"]?.string ?? "start"
            let isAcross = (layout?["direction"]?.string).map { $0 == "horizontal" } ?? isRow
            var at = 0.0
            var places: [Point] = []
            for legend in group {
                places.append(isAcross ? Point(at, 0) : Point(0, at))
                at += (isAcross ? legend.size.width : legend.size.height) + margin
            }
            let total = Size(
                isAcross ? at - margin : group.map(\.size.width).max() ?? 0,
                isAcross ? group.map(\.size.height).max() ?? 0 : at - margin)
            var origin: Point
            let share: Double = anchor == "middle" ? 0.5 : anchor == "end" ? 1 : 0
            switch orient {
            case "left":
                origin = Point(yBounds.minX.rounded(.down) - offset - total.width, (height - total.height) * share)
            case "right":
                origin = Point(max(width, yBounds.maxX.rounded(.up)) + offset, (height - total.height) * share)
            case "top":
                origin = Point(
                    (width - total.width) * share, min(0, xBounds.minY.rounded(.down)) - offset - total.height)
            case "bottom":
                origin = Point((width - total.width) * share, max(height, xBounds.maxY.rounded(.up)) + offset)
            case "top-left": origin = Point(offset, offset)
            case "top-right": origin = Point(width - offset - total.width, offset)
            case "bottom-left": origin = Point(offset, height - offset - total.height)
            case "bottom-right": origin = Point(width - offset - total.width, height - offset - total.height)
            default: origin = Point(first.properties.number("legendX") ?? 0, first.properties.number("legendY") ?? 0)
            }
            for (legend, place) in zip(group, places) {
                let shift = Point(origin.x + place.x, origin.y + place.y)
                picture.nodes += legend.nodes.map { $0.translated(by: shift) }
                picture.bounds = picture.bounds.union(
                    Rectangle(x: shift.x, y: shift.y, width: legend.size.width, height: legend.size.height))
            }
        }
    }

    /// A view's title; layers without one of their own take the first among them.
    private func title(of id: Int) -> DocumentNode? {
        if let own = views[id].node["title"] { return own }
        guard views[id].isLayer else { return nil }
        return views[id].children.lazy.compactMap { title(of: $0) }.first
    }

    /// Sets a view's title.
    mutating func addTitle(_ id: Int, to picture: inout Picture, place: String) {
        guard let node = title(of: id), !node.isNull, !(config.isEditorial && views[id].parent == nil) else { return }
        let own = node.object == nil ? DocumentNode.object(["text": node]) : node
        guard let lines = own["text"].flatMap({ textLines(evaluator.resolved($0)) }),
            lines.contains(where: { !$0.isEmpty })
        else { return }
        var sources: [DocumentNode?] = [own]
        sources += config.styles(own["style"]).map { $0 }
        sources += config.styles(.text("group-title")).map { $0 }
        sources.append(config["title"])
        let p = Properties(sources, evaluator: evaluator)
        let isComposed = !(views[id].isUnit || views[id].isLayer)
        let anchor = p.string("anchor") ?? (isComposed ? "start" : "middle")
        let frame = p.string("frame") ?? (!isComposed && anchor == "middle" ? "group" : "bounds")
        let orient = p.string("orient") ?? "top"
        let offset = p.number("offset") ?? 4
        let editorial = config.isEditorial
        var title = TextSetting(
            font: Font(
                config.family(p.string("font")), size: p.number("fontSize") ?? (editorial ? theme.labelSize : 13),
                weight: FontWeights.weight(p["fontWeight"], standard: 700),
                italic: p.string("fontStyle") == "italic"))
        title.baseline = "top"
        title.limit = p.number("limit") ?? 0
        title.lineHeight = p.number("lineHeight")
        var subtitle = TextSetting(
            font: Font(
                config.family(p.string("subtitleFont")), size: p.number("subtitleFontSize") ?? 12,
                weight: FontWeights.weight(p["subtitleFontWeight"]), italic: p.string("subtitleFontStyle") == "italic"))
        subtitle.baseline = "top"
        subtitle.lineHeight = p.number("subtitleLineHeight")
        let sublines = (own["subtitle"].flatMap { textLines(evaluator.resolved($0)) } ?? []).filter { !$0.isEmpty }
        let titleHeight = title.font.size + Double(lines.count - 1) * title.lineStep
        let padding = p.number("subtitlePadding") ?? 3
        let height =
            titleHeight
            + (sublines.isEmpty
                ? 0
                : padding + subtitle.baselineOffset() - (0.8 * subtitle.font.size).rounded() + subtitle.font.size
                    + Double(sublines.count - 1) * subtitle.lineStep)
        let vertical = orient == "left" || orient == "right"
        let reference =
            frame == "group"
            ? Rectangle(x: 0, y: 0, width: picture.size.width, height: picture.size.height) : picture.bounds
        let share: Double = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
        let align = p.string("align") ?? (anchor == "start" ? "left" : anchor == "end" ? "right" : "center")
        title.align = align
        subtitle.align = align
        let (dx, dy) = (p.number("dx") ?? 0, p.number("dy") ?? 0)
        var nodes: [Node] = []
        let color = p.color("color", default: editorial ? theme.ink : .black)
        let subcolor = p.color("subtitleColor", default: editorial ? theme.mutedInk : .black)
        var boxes: [Rectangle] = []
        func set(_ setting: TextSetting, _ lines: [String], down: Double, color: Color?, role: Role, part: String) {
            var setting = setting
            var anchor: Point
            switch orient {
            case "bottom": anchor = Point(reference.minX + reference.width * share, picture.bounds.maxY + offset + down)
            case "left":
                setting.angle = -90
                anchor = Point(
                    picture.bounds.minX - offset - height + down, reference.minY + reference.height * (1 - share))
            case "right":
                setting.angle = 90
                anchor = Point(picture.bounds.maxX + offset + height - down, reference.minY + reference.height * share)
            default:
                anchor = Point(reference.minX + reference.width * share, picture.bounds.minY - offset - height + down)
            }
            setting.angle = p.number("angle") ?? setting.angle
            anchor = Point(anchor.x + dx, anchor.y + dy)
            boxes.append(setting.bounds(lines, at: anchor, measurer: measurer))
            guard let color else { return }
            nodes.append(
                measurer.node(
                    id: "\(context.name)/\(place)\(part)", role: role,
                    setting.text(lines, at: anchor, fill: .color(color), measurer: measurer)))
        }
        set(title, lines, down: 0, color: color, role: .title, part: "title")
        if !sublines.isEmpty {
            set(subtitle, sublines, down: titleHeight + padding, color: subcolor, role: .subtitle, part: "subtitle")
        }
        _ = vertical
        picture.nodes += nodes
        for box in boxes { picture.bounds = picture.bounds.union(box) }
        let block =
            orient == "top"
            ? Rectangle(x: reference.midX, y: (boxes.first?.minY ?? 0), width: 0, height: 0) : picture.bounds
        picture.bounds = picture.bounds.union(block)
    }
}
