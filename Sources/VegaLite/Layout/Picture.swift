import Documents
import SceneGraph
import Tables
import Typography

/// A view laid out at the origin: what is drawn, and what it needs around it.
struct Picture {
    var nodes: [Node] = []
    /// What layout keeps free: the view's own rectangle, its marks, axes, legends and titles.
    var bounds: Rectangle
    /// The view's own rectangle.
    var size: Size

    func translated(by offset: Point) -> Picture {
        Picture(nodes: nodes.map { $0.translated(by: offset) }, bounds: bounds.translated(by: offset), size: size)
    }
}

/// Which of a cell's axes are drawn in it; the others stand once beside the whole grid.
struct AxisPlan {
    var sharedX = false
    var sharedY = false
    static let own = AxisPlan()
}

extension Compilation {
    mutating func picture(of id: Int, cell: Cell, plan: AxisPlan = .own, place: String = "") -> Picture {
        switch views[id].kind {
        case .unit, .layer: framePicture(id, cell: cell, plan: plan, place: place)
        case .concat(let columns, _): concatPicture(id, columns: columns, cell: cell, place: place)
        case .facet: facetPicture(id, cell: cell, place: place)
        }
    }

    /// A unit or a layered view.
    private mutating func framePicture(_ id: Int, cell: Cell, plan: AxisPlan, place: String) -> Picture {
        let size = size(of: id, cell: cell)
        let frame = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        var back: [Node] = []
        var front: [Node] = []
        var bounds = frame
        var (xBounds, yBounds) = (frame, frame)
        let viewBox = viewBackground(id, frame: frame, place: place)
        if let viewBox { back.append(viewBox) }
        for axis in axes(of: id) {
            let isShared = axis.channel == .x ? plan.sharedX : plan.sharedY
            var drawn = draw(axis, cell: cell, size: size, part: isShared ? .gridOnly : .all, place: place)
            back += drawn.grid
            if drawn.zindex > 0 { front += drawn.rest } else { back += drawn.rest }
            drawn.rest = []
            if let box = drawn.bounds {
                if axis.channel == .x { xBounds = xBounds.union(box) } else { yBounds = yBounds.union(box) }
            }
        }
        // Grid lines lie beneath everything else.
        back.sort { a, b in layer(a) < layer(b) }
        var marks: [Node] = []
        for unit in units(under: id) {
            let (nodes, box) = drawMarks(unit, cell: cell, place: place)
            marks += nodes
            if let box { bounds = bounds.union(box) }
        }
        let names = directLabels(id, cell: cell, place: place, among: marks)
        marks += names
        for name in names {
            if case .text(let text) = name.content {
                bounds = bounds.union(TextSetting.layoutBounds(of: text, measurer: measurer))
            }
        }
        let brushes = brushes(of: id, cell: cell, size: size, place: place)
        var picture = Picture(
            nodes: back + brushes.beneath + marks + brushes.above + front, bounds: bounds,
            size: Size(size.width, size.height))
        addLegends(id, to: &picture, cell: cell, size: size, xBounds: xBounds, yBounds: yBounds, place: place)
        picture.bounds = picture.bounds.union(xBounds).union(yBounds)
        addTitle(id, to: &picture, place: place)
        if viewBox != nil, views[id].parent != nil {
            // The frame's stroke stands around all of a nested view.
            picture.bounds = picture.bounds.inset(by: -1)
        }
        return picture
    }

    private func layer(_ node: Node) -> Int {
        switch node.role.rawValue {
        case "view-background": 0
        case "axis-grid": 1
        default: 2
        }
    }

    private func viewBackground(_ id: Int, frame: Rectangle, place: String) -> Node? {
        let hasAxes = units(under: id).contains { unit in
            views[unit].unit.map { $0.encoding[.x] != nil || $0.encoding[.y] != nil } ?? false
        }
        var sources: [DocumentNode?] = [views[id].node["view"]]
        sources += config.styles(views[id].node["view"]?["style"]).map { $0 }
        sources.append(config["view"])
        if hasAxes { sources += config.styles(.text("cell")).map { $0 } }
        let p = Properties(sources, evaluator: evaluator)
        let standard: Color? = hasAxes ? Color(hex: 0xDDDDDD) : nil
        let stroke: Color? = p.color("stroke", default: standard)
        let fill: Color? = p.color("fill", default: nil)
        guard stroke != nil || fill != nil else { return nil }
        let width = p.number("strokeWidth") ?? 1
        let radius = p.number("cornerRadius") ?? 0
        let box = frame.translated(by: Point(0.5, 0.5))
        let opacity = p.number("opacity") ?? 1
        return .path(
            id: "\(context.name)/\(place)view", role: "view-background",
            PathData.rectangle(box, topLeft: radius, topRight: radius, bottomRight: radius, bottomLeft: radius),
            fill: fill.map { .color($0.opacity((p.number("fillOpacity") ?? 1) * opacity)) },
            stroke: stroke.flatMap {
                width > 0
                    ? Stroke(
                        .color($0.opacity((p.number("strokeOpacity") ?? 1) * opacity)), width: width,
                        dash: p.numbers("strokeDash") ?? []) : nil
            })
    }

    /// The marks of one unit in a cell, in a group of their own.
    mutating func drawMarks(_ id: Int, cell: Cell, place: String) -> ([Node], Rectangle?) {
        guard let encoder = encoder(for: id, cell: cell) else { return ([], nil) }
        var problems = Diagnostics()
        let nodes = encoder.unit.mark.draw(encoder, problems: &problems)
        for problem in problems.all { add(problem) }
        guard !nodes.isEmpty else { return ([], nil) }
        // A projection that is written out, rather than fitted to the frame, reaches beyond it.
        let projection = views[frame(of: id)].projection ?? views[id].projection
        var clips =
            encoder.properties.boolean("clip") ?? (projection?["scale"] != nil || projection?["translate"] != nil)
        if !clips {
            // A domain that a selection cuts short hides what lies beyond it; another does so only where the document asks.
            clips = [Channel.x, .y].contains { channel in
                component(of: channel, in: id).map { initialDomain($0) != nil } ?? false
            }
        }
        let unitPlace = views[id].path.isEmpty ? "" : views[id].path + "/"
        let frame = Rectangle(x: 0, y: 0, width: encoder.size.width, height: encoder.size.height)
        let group = Node.group(
            id: "\(context.name)/\(unitPlace)\(encoder.unit.mark.name)"
                + (cell.values.isEmpty ? "" : "[\(cell.values.map(\.asText).joined(separator: ","))]"),
            role: "marks", clip: clips ? .rectangle(frame) : nil, nodes)
        return ([group], clips ? frame : layoutBounds(nodes))
    }

    /// The box of marks as Vega reckons it: strokes count whole, texts by the size of their type.
    private func layoutBounds(_ nodes: [Node]) -> Rectangle? {
        var result: Rectangle?
        for node in nodes {
            var box = node.bounds
            switch node.content {
            case .path(let path):
                // Symbols are symmetrical: their handles lie on the box, and there may be very many of them.
                if nodes.count <= 2000, let tight = CurveBounds.bounds(of: path.data) {
                    box = tight.inset(by: path.stroke.map { -$0.width / 2 } ?? 0)
                }
                if let stroke = path.stroke { box = box.inset(by: -stroke.width / 2) }
            case .text(let text): box = TextSetting.layoutBounds(of: text, measurer: measurer)
            case .instances(let instances):
                box = box.inset(by: -(instances.appearances.lazy.compactMap { $0.stroke?.width }.max() ?? 0) / 2)
            default: break
            }
            result = result?.union(box) ?? box
        }
        return result
    }
}

extension TextSetting {
    /// The layout's box of a text that has been set.
    static func layoutBounds(of text: Text, measurer: any TextMeasuring) -> Rectangle {
        var setting = TextSetting(font: text.font)
        setting.align = text.anchor == .middle ? "center" : text.anchor == .end ? "right" : "left"
        setting.angle = text.angle
        setting.lineHeight = text.lineHeight
        return setting.bounds(text.lines, at: text.origin, measurer: measurer)
    }
}
