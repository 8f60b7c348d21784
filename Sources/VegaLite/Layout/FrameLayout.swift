import Documents
import SceneGraph
import Tables
import Typography

extension ChartLayout {
    /// A unit or a layered view.
    mutating func framePicture(_ id: Int, cell: Cell, plan: AxisPlan, place: String) -> Picture {
        let size = scales.size(of: id, cell: cell)
        let frame = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        var (grid, back, front): ([Node], [Node], [Node]) = ([], [], [])
        var bounds = frame
        var (xBounds, yBounds) = (frame, frame)
        for axis in axes(of: id) {
            guard
                let drawn = draw(
                    axis, cell: cell, size: size, part: plan.isShared(axis) ? .gridOnly : .all, place: place)
            else { continue }
            if drawn.zindex > 0 {
                front += drawn.grid + drawn.rest
            } else {
                grid += drawn.grid
                back += drawn.rest
            }
            guard let box = drawn.bounds else { continue }
            if axis.isX { xBounds = xBounds.union(box) } else { yBounds = yBounds.union(box) }
        }
        var marks: [Node] = []
        for unit in units(under: id) {
            let (nodes, box) = drawMarks(unit, cell: cell, place: place)
            marks += nodes
            if let box { bounds = bounds.union(box) }
        }
        if config.isEditorial { marks = arranged(marks, in: id) }
        let names = directLabels(id, cell: cell, place: place, among: marks)
        for name in names {
            if case .text(let text) = name.content {
                bounds = bounds.union(TextSetting.layoutBounds(of: text, measurer: measurer))
            }
        }
        let brushes = brushes(of: id, cell: cell, size: size, place: place)
        let background = background(id, frame: frame, place: place)
        // Grid lines lie beneath everything else.
        let nodes =
            [background].compactMap { $0 } + grid + back + brushes.beneath + marks + names + brushes.above + front
        var picture = Picture(nodes: nodes, bounds: bounds, size: Size(size.width, size.height))
        addLegends(id, to: &picture, cell: cell, size: size, xBounds: xBounds, yBounds: yBounds, place: place)
        picture.bounds = picture.bounds.union(xBounds).union(yBounds)
        addTitle(id, to: &picture, place: place)
        if background != nil, views[id].parent != nil {
            // The frame's stroke stands around all of a nested view.
            picture.bounds = picture.bounds.inset(by: -1)
        }
        return picture
    }

    /// The axes of a frame; the x axis of another figure is drawn by that.
    func axes(of id: Int) -> [AxisGuide] {
        components.axes(of: id).filter { !$0.isX || scales.room.sharedAxis == nil }
    }

    mutating func draw(
        _ axis: AxisGuide, cell: Cell, size: ViewSize, part: AxisDrawing.Part, place: String
    ) -> DrawnAxis? {
        guard let scale = scale(of: axis.channel, in: axis.unit, cell: cell) else { return nil }
        let drawn = AxisDrawing(
            axis, scale: scale, size: size, model: model, measurer: measurer,
            id: "\(context.name)/\(place)\(axis.name)",
            labelRoom: .init(width: scales.room.labelWidth, grows: scales.room.growsDown)
        ).drawn(part)
        wishedStep = max(wishedStep, drawn.wishedStep)
        nameFit = max(nameFit, drawn.nameFit)
        if axis.hasConfiguredTurn, !config.isEditorial {
            report(
                "labels that an expression of `config` turns stand beside their ticks; Vega-Lite leaves them "
                    + "across the axis",
                nil, path: "config", advice: "write the angle as a number, or in the axis", severity: .warning)
        }
        if let omission = drawn.omission {
            report(
                omission, nil, path: "encoding.\(axis.channel.rawValue)",
                advice: "give the figure more room, or show fewer categories", severity: .warning)
        }
        return drawn
    }

    private func background(_ id: Int, frame: Rectangle, place: String) -> Node? {
        let hasAxes = units(under: id).contains { unit in
            views[unit].unit.map { $0.encoding[.x] != nil || $0.encoding[.y] != nil } ?? false
        }
        let own = views[id].written.background
        var sources: [PropertyBag<BackgroundProperty>?] = [own]
        sources += config.styles(own.value(.style)).map(\.background)
        if hasAxes { sources.append(config.view.background) }
        if hasAxes { sources.append(config.styles["cell"]?.background) }
        let p = Properties(sources, evaluator: evaluator)
        let stroke: Color? = p.color(.stroke, default: nil)
        let fill: Color? = p.color(.fill, default: nil)
        guard stroke != nil || fill != nil else { return nil }
        let width = p.number(.strokeWidth) ?? 1
        let radius = p.number(.cornerRadius) ?? 0
        let opacity = p.number(.opacity) ?? 1
        return .path(
            id: "\(context.name)/\(place)view", role: "view-background",
            PathData.rectangle(
                frame.translated(by: Point(0.5, 0.5)), topLeft: radius, topRight: radius, bottomRight: radius,
                bottomLeft: radius),
            fill: fill.map { .color($0.opacity((p.number(.fillOpacity) ?? 1) * opacity)) },
            stroke: stroke.flatMap {
                width > 0
                    ? Stroke(
                        .color($0.opacity((p.number(.strokeOpacity) ?? 1) * opacity)), width: width,
                        dash: p.numbers(.strokeDash) ?? [], dashOffset: p.number(.strokeDashOffset) ?? 0,
                        cap: p.string(.strokeCap).flatMap(Stroke.Cap.init) ?? .butt,
                        join: p.string(.strokeJoin).flatMap(Stroke.Join.init) ?? .miter) : nil
            })
    }

    // MARK: - Marks

    /// The marks with their texts moved apart; what is left out is told.
    private mutating func arranged(_ marks: [Node], in id: Int) -> [Node] {
        var placement = TextPlacement()
        let result = placement.arrange(marks)
        if !placement.dropped.isEmpty {
            let names = placement.dropped.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
            let more = placement.dropped.count > 5 ? " and \(placement.dropped.count - 5) more" : ""
            report(
                "no place for the text \(names)\(more): others stand there", nil, path: views[id].path,
                advice: "give the figure more room, or label fewer marks", severity: .warning)
        }
        return result
    }

    /// The marks of one unit in a cell, in a group of their own.
    private mutating func drawMarks(_ id: Int, cell: Cell, place: String) -> ([Node], Rectangle?) {
        guard let encoder = encoder(for: id, cell: cell) else { return ([], nil) }
        var problems = Diagnostics()
        let nodes = encoder.unit.mark.draw(encoder, problems: &problems)
        add(problems)
        guard !nodes.isEmpty else { return ([], nil) }
        let clips = clips(encoder, id)
        let unitPlace = views[id].path.isEmpty ? "" : views[id].path + "/"
        let frame = Rectangle(x: 0, y: 0, width: encoder.size.width, height: encoder.size.height)
        let group = Node.group(
            id: "\(context.name)/\(unitPlace)\(encoder.unit.mark.name)"
                + (cell.values.isEmpty ? "" : "[\(cell.values.map(\.asText).joined(separator: ","))]"),
            role: "marks", clip: clips ? .rectangle(frame) : nil, nodes)
        return ([group], clips ? frame : layoutBounds(nodes))
    }

    /// Whether what lies beyond the view is hidden.
    private mutating func clips(_ encoder: MarkEncoder, _ id: Int) -> Bool {
        if let written = encoder.properties.boolean(.clip) { return written }
        // A projection that is written out, rather than fitted to the frame, reaches beyond it.
        let projection = views[frame(of: id)].projection ?? views[id].projection
        if projection?[.scale] != nil || projection?[.translate] != nil { return true }
        // A domain that a selection cuts short hides what lies beyond it; another does so only where the document asks.
        for channel in [Channel.x, .y] {
            if let component = component(of: channel, in: id), scales.initialDomain(component) != nil { return true }
        }
        return false
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
