import SceneGraph
import Tables
import Typography

/// A drawn axis, at the origin of its view.
struct DrawnAxis {
    var grid: [Node] = []
    var rest: [Node] = []
    /// What layout keeps free for it.
    var bounds: Rectangle?
    var zindex = 0
    /// How far apart the names of categories would have to stand; 0 where they stand far enough.
    var wishedStep = 0.0
    var nameFit = CategoryLabels.Fit.flat
    /// Names that were left out, in words.
    var omission: String?
}

/// Draws one axis for a view of a size; the view's corner is the origin.
struct AxisDrawing {
    enum Part { case all, gridOnly, withoutGrid }

    let axis: AxisGuide
    let scale: ResolvedScale
    let size: ViewSize
    let model: ChartModel
    let measurer: any TextMeasuring
    /// As the axis's nodes are called.
    let id: String
    let ticks: [TickList.Tick]
    /// What names of categories may take beside a vertical axis.
    let labelRoom: CategoryLabels.Room

    init(
        _ axis: AxisGuide, scale: ResolvedScale, size: ViewSize, model: ChartModel, measurer: any TextMeasuring,
        id: String, labelRoom: CategoryLabels.Room = .init()
    ) {
        self.labelRoom = labelRoom
        (self.axis, self.scale, self.size, self.model) = (axis, scale, size, model)
        (self.measurer, self.id) = (measurer, id)
        var ticks = model.ticks(of: axis, scale: scale, length: axis.isX ? size.width : size.height).ticks
        if scale.isEmpty {
            let isZero = scale.continuousDomain.map { $0.0 == 0 && $0.1 == 0 } == true
            ticks = isZero ? ticks.filter { $0.value == .number(0) } : []
        }
        self.ticks = ticks
    }

    // MARK: - Places

    var p: Properties<AxisProperty> { axis.properties }
    var config: Config { model.config }
    var isX: Bool { axis.isX }
    var length: Double { isX ? size.width : size.height }
    /// Away from the view.
    var outwards: Double { axis.orient == "top" || axis.orient == "left" ? -1 : 1 }
    /// Lines stand between pixels.
    var half: Double { p.length(.translate) }
    var edge: Double {
        (axis.orient == "bottom" ? size.height : axis.orient == "right" ? size.width : 0)
            + outwards * p.length(.offset)
    }
    private var isExtent: Bool { p.string(.tickBand) == "extent" }
    /// Whether the scale runs from the far end of the axis to its beginning, as a vertical one of numbers does.
    private var runsBackwards: Bool {
        guard case .numbers(let range) = scale.range, let first = range.first, let last = range.last else {
            return false
        }
        return first > last
    }
    private var rounds: Bool { p.isOn(.tickRound) }

    /// Where a tick stands along the axis.
    private func place(ofTick value: DataValue) -> Double {
        // Ticks at the borders of bands: one before the first, and one behind each.
        let share = isExtent ? 1 : p.number(.bandPosition) ?? 0.5
        return scale.position(of: value) + share * scale.bandwidth + p.length(.tickOffset)
    }

    /// Where its label stands: in the middle of a band, wherever the tick is. Vega sets it half a pixel before the
    /// tick.
    func place(ofLabel value: DataValue) -> Double {
        let shift = scale.type == .band && !isExtent && !config.isEditorial ? -0.5 : 0
        return scale.position(of: value) + scale.bandwidth / 2 + p.length(.tickOffset) + shift
    }

    private func point(_ along: Double, _ away: Double) -> Point {
        isX
            ? Point(along + half, edge + outwards * away + half)
            : Point(edge + outwards * away + half, along + half)
    }

    /// A line along the whole axis, so far out.
    private func strip(_ at: Double) -> Rectangle {
        isX ? Rectangle(x: 0, y: at, width: length, height: 0) : Rectangle(x: at, y: 0, width: 0, height: length)
    }

    // MARK: - Drawing

    func drawn(_ part: Part) -> DrawnAxis {
        var drawn = DrawnAxis(zindex: Int(max(-100, min(100, p.length(.zindex)))))
        if axis.hasGrid, part != .withoutGrid { drawn.grid = gridLines() }
        if part != .gridOnly {
            var bounds = strip(edge)
            drawTicks(&drawn, &bounds)
            drawLabels(&drawn, &bounds)
            drawDomain(&drawn)
            // How far the labels reach, within the limits that the document sets.
            let reach: Double =
                switch axis.orient {
                case "bottom": bounds.maxY - edge
                case "top": edge - bounds.minY
                case "right": bounds.maxX - edge
                default: edge - bounds.minX
                }
            let extent = max(p.length(.minExtent), min(p.length(.maxExtent), reach))
            bounds = bounds.union(strip(edge + outwards * extent))
            if let title = axis.title, title.contains(where: { !$0.isEmpty }) {
                let (node, box) = self.title(title, extent: extent)
                if let node { drawn.rest.append(node) }
                bounds = bounds.union(box)
            }
            drawn.bounds = bounds
        }
        let position = p.length(.position)
        return position == 0 ? drawn : drawn.translated(by: isX ? Point(position, 0) : Point(0, position))
    }

    private func gridLines() -> [Node] {
        var lines: [(tick: Int, along: Double)] = ticks.enumerated().map {
            ($0.offset, place(ofTick: $0.element.value))
        }
        if isExtent, let first = ticks.first { lines.append((ticks.count, scale.position(of: first.value))) }
        let across = isX ? size.height : size.width
        return lines.compactMap { index, along in
            let along = rounds ? along.rounded() : along
            guard along.isFinite, let stroke = stroke(.grid, tick: index) else { return nil }
            let path =
                isX
                ? PathData.line(from: Point(along + half, half), to: Point(along + half, across + half))
                : PathData.line(from: Point(half, along + half), to: Point(across + half, along + half))
            return .path(id: "\(id)/grid[\(index)]", role: "axis-grid", path, stroke: stroke)
        }
    }

    private func drawTicks(_ drawn: inout DrawnAxis, _ bounds: inout Rectangle) {
        guard p.isOn(.ticks) else { return }
        var places = ticks.map { place(ofTick: $0.value) }
        if isExtent || p.boolean(.tickExtra) == true, let first = ticks.first {
            places.append(scale.position(of: first.value))
        }
        for (index, place) in places.enumerated() where place.isFinite {
            guard let stroke = stroke(.tick, tick: index) else { continue }
            let along = rounds ? place.rounded() : place
            let size = tickSize(index)
            let path = PathData.line(from: point(along, 0), to: point(along, size))
            drawn.rest.append(.path(id: "\(id)/tick[\(index)]", role: "axis-tick", path, stroke: stroke))
        }
        if !places.isEmpty {
            let longest = ticks.indices.map { tickSize($0) }.max() ?? p.length(.tickSize)
            bounds = bounds.union(strip(edge + outwards * longest))
        }
    }

    /// How long a tick is; each may be of its own length.
    func tickSize(_ tick: Int) -> Double { value(.tickSize, tick: tick)?.number ?? 0 }

    private func drawLabels(_ drawn: inout DrawnAxis, _ bounds: inout Rectangle) {
        guard p.isOn(.labels) else { return }
        let setting = AxisLabels(self)
        let labels = setting.drawn()
        drawn.wishedStep = setting.wishedStep
        drawn.nameFit = setting.nameFit
        drawn.omission = setting.omission
        drawn.rest += labels.nodes
        if let box = labels.bounds { bounds = bounds.union(box) }
        if !isX, isExtent, let first = ticks.first {
            // The tick before the first band has a label too, though an empty one.
            let height = p.length(.labelFontSize)
            bounds = bounds.union(
                Rectangle(
                    x: edge, y: scale.position(of: first.value).rounded() - height / 2, width: 0, height: height))
        }
    }

    private func drawDomain(_ drawn: inout DrawnAxis) {
        guard p.isOn(.domain), let stroke = stroke(.domain, tick: nil) else { return }
        // Dashes are counted from where the scale begins.
        let (start, end) = runsBackwards && !stroke.dash.isEmpty ? (length, 0) : (0, length)
        let path = PathData.line(from: point(start, 0), to: point(end, 0))
        drawn.rest.append(.path(id: "\(id)/domain", role: "axis-domain", path, stroke: stroke))
    }

    // MARK: - Strokes

    private struct LineNames {
        let color, width, opacity, dash, dashOffset, cap: AxisProperty
        static let grid = LineNames(
            color: .gridColor, width: .gridWidth, opacity: .gridOpacity, dash: .gridDash, dashOffset: .gridDashOffset,
            cap: .gridCap)
        static let tick = LineNames(
            color: .tickColor, width: .tickWidth, opacity: .tickOpacity, dash: .tickDash, dashOffset: .tickDashOffset,
            cap: .tickCap)
        static let domain = LineNames(
            color: .domainColor, width: .domainWidth, opacity: .domainOpacity, dash: .domainDash,
            dashOffset: .domainDashOffset, cap: .domainCap)
    }

    private func stroke(_ names: LineNames, tick: Int?) -> Stroke? {
        let opacity = value(names.opacity, tick: tick)?.number ?? 1
        let width = value(names.width, tick: tick)?.number ?? 1
        // Null under a condition hides this one line.
        if case .conditional = p.setting(names.color)?.content, value(names.color, tick: tick)?.isNull == true {
            return nil
        }
        guard let text = value(names.color, tick: tick)?.string ?? p.lastText(names.color),
            let color = Color(css: text), opacity > 0, width > 0
        else { return nil }
        return Stroke(
            .color(color.opacity(opacity)), width: width,
            dash: value(names.dash, tick: tick)?.array?.compactMap(\.number) ?? [],
            dashOffset: p.number(names.dashOffset) ?? 0, cap: p.string(names.cap).flatMap(Stroke.Cap.init) ?? .butt)
    }

    /// A property as it is for one tick.
    func value(_ name: AxisProperty, tick: Int?) -> DataValue? {
        guard let setting = p.setting(name) else { return nil }
        guard case .conditional = setting.content, let tick, ticks.indices.contains(tick) else { return p[name] }
        return p.evaluator.value(of: setting, row: ticks[tick].row(index: tick, count: ticks.count))
    }

    // MARK: - Title

    private func title(_ lines: [String], extent: Double) -> (Node?, Rectangle) {
        let names = TextNames<AxisProperty>("title")
        var setting = p.text(names, config: config)
        let standardAngle: Double = axis.orient == "left" ? -90 : axis.orient == "right" ? 90 : 0
        setting.angle = p.number(.titleAngle) ?? standardAngle
        setting.baseline = p.string(.titleBaseline) ?? (axis.orient == "bottom" ? "top" : "bottom")
        let anchor = p.string(.titleAnchor)
        let share: Double = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
        setting.align = p.string(.titleAlign) ?? titleAlign(anchor, angle: setting.angle)
        // It starts where the scale does: at the bottom of a vertical axis of numbers, at the top of one of names.
        let along = length * (runsBackwards ? 1 - share : share)
        var away = extent + p.length(.titlePadding)
        if setting.baseline == "bottom", lines.count > 1 { away += Double(lines.count - 1) * setting.lineStep }
        var point = isX ? Point(along, edge + outwards * away) : Point(edge + outwards * away, along)
        if let x = p.number(.titleX) { point.x = isX ? x : edge + x }
        if let y = p.number(.titleY) { point.y = isX ? edge + y : y }
        let box = setting.bounds(lines, at: point, measurer: measurer)
        guard let color = p.textColor(names) else { return (nil, box) }
        let text = setting.text(
            lines, at: Point(point.x + half, point.y + half), fill: .color(color), measurer: measurer)
        return (measurer.node(id: id + "/title", role: "axis-title", text), box)
    }

    private func titleAlign(_ anchor: String?, angle: Double) -> String {
        guard anchor == "start" || anchor == "end" else { return "center" }
        let readsDown = !isX && angle == 90
        return (anchor == "start") != readsDown ? "left" : "right"
    }
}

extension DrawnAxis {
    func translated(by shift: Point) -> DrawnAxis {
        DrawnAxis(
            grid: grid.map { $0.translated(by: shift) }, rest: rest.map { $0.translated(by: shift) },
            bounds: bounds?.translated(by: shift), zindex: zindex)
    }
}
