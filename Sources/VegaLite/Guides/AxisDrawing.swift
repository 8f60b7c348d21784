import Documents
import Scales
import SceneGraph
import Tables
import Typography

extension Compilation {
    enum AxisPart { case all, gridOnly, withoutGrid }

    /// Draws an axis for a view of that size; the view's corner is the origin.
    mutating func draw(_ axis: Axis, cell: Cell, size: ViewSize, part: AxisPart, place view: String) -> DrawnAxis {
        var drawn = drawnInPlace(axis, cell: cell, size: size, part: part, place: view)
        if let position = axis.properties.number("position"), position != 0 {
            // The whole axis is moved along itself.
            let shift = axis.channel == .x ? Point(position, 0) : Point(0, position)
            drawn.grid = drawn.grid.map { $0.translated(by: shift) }
            drawn.rest = drawn.rest.map { $0.translated(by: shift) }
            drawn.bounds = drawn.bounds?.translated(by: shift)
        }
        return drawn
    }

    private mutating func drawnInPlace(
        _ axis: Axis, cell: Cell, size: ViewSize, part: AxisPart, place view: String
    ) -> DrawnAxis {
        guard let scale = scale(of: axis.channel, in: axis.unit, cell: cell) else { return DrawnAxis() }
        let p = axis.properties
        let isX = axis.channel == .x
        let length = isX ? size.width : size.height
        let across = isX ? size.height : size.width
        var ticks = ticks(of: axis, scale: scale, length: length).ticks
        if scale.isEmpty {
            ticks =
                scale.continuousDomain.map { $0.0 == 0 && $0.1 == 0 } == true
                ? ticks.filter { $0.value == .number(0) } : []
        }
        let outwards: Double = axis.orient == "top" || axis.orient == "left" ? -1 : 1
        let shift = p.number("offset") ?? 0
        var edge: Double = axis.orient == "bottom" ? size.height : axis.orient == "right" ? size.width : 0
        edge += outwards * shift
        let half = p.number("translate") ?? 0.5

        let band: Double = {
            if case .band = scale.mapping { return scale.bandwidth * (p.number("bandPosition") ?? 0.5) }
            return 0
        }()
        let isExtent = p.string("tickBand") == "extent"
        let rounds = p.boolean("tickRound") ?? true
        let compilation = self
        func place(_ value: DataValue) -> Double {
            let timeBand = compilation.timeUnitShift(axis, value, scale)
            return scale.position(of: value) + band + timeBand
        }
        /// Ticks at the borders of bands: one before the first, and one behind each.
        func bandEnd(_ value: DataValue) -> Double { scale.position(of: value) + scale.bandwidth }
        func point(_ along: Double, _ away: Double) -> Point {
            isX
                ? Point(along + half, edge + outwards * away + half)
                : Point(edge + outwards * away + half, along + half)
        }
        let id = "\(context.name)/\(view)\(axis.channel.rawValue)-axis"
        var drawn = DrawnAxis(zindex: Int(max(-100, min(100, p.number("zindex") ?? 0))))
        var bounds = Rectangle(x: isX ? 0 : edge, y: isX ? edge : 0, width: isX ? length : 0, height: isX ? 0 : length)

        func stroke(_ prefix: String, standard: Color, width: Double = 1) -> Stroke? {
            let color = p.color(prefix + "Color", default: standard)
            guard let color, p.number(prefix + "Opacity") != 0 else { return nil }
            let width = p.number(prefix + "Width") ?? width
            guard width > 0 else { return nil }
            return Stroke(
                .color(color.opacity(p.number(prefix + "Opacity") ?? 1)), width: width,
                dash: p.numbers(prefix + "Dash") ?? [],
                cap: p.string(prefix + "Cap").flatMap(Stroke.Cap.init) ?? .butt)
        }

        if axis.hasGrid, part != .withoutGrid {
            var lines: [(index: Int, value: DataValue, along: Double)] = ticks.enumerated().map {
                (
                    $0.offset, $0.element.value,
                    isExtent ? bandEnd($0.element.value) : scale.position(of: $0.element.value) + band
                )
            }
            if isExtent, let first = ticks.first {
                lines.append((ticks.count, first.value, scale.position(of: first.value)))
            }
            for (index, value, place) in lines {
                var along = place
                if rounds { along = along.rounded() }
                guard along.isFinite else { continue }
                var line = stroke("grid", standard: Color(hex: 0xDDDDDD))
                conditional(axis, "grid", tick: value, index: index, of: ticks, stroke: &line)
                guard let line else { continue }
                let path =
                    isX
                    ? PathData.line(from: Point(along + half, half), to: Point(along + half, across + half))
                    : PathData.line(from: Point(half, along + half), to: Point(across + half, along + half))
                drawn.grid.append(.path(id: "\(id)/grid[\(index)]", role: "axis-grid", path, stroke: line))
            }
        }
        guard part != .gridOnly else {
            return drawn
        }
        let showsTicks = p.boolean("ticks") ?? true
        let tickSize = p.number("tickSize") ?? 5
        if showsTicks, let standard = Optional(Color(hex: 0x888888)) {
            var places: [Double] = ticks.map {
                isExtent ? bandEnd($0.value) : place($0.value) + (p.number("tickOffset") ?? 0)
            }
            if isExtent || p.boolean("tickExtra") == true, let first = ticks.first {
                places.append(scale.position(of: first.value))
            }
            for (index, place) in places.enumerated() where place.isFinite {
                var line = stroke("tick", standard: standard)
                if index < ticks.count {
                    conditional(axis, "tick", tick: ticks[index].value, index: index, of: ticks, stroke: &line)
                }
                guard let line else { continue }
                let along = rounds ? place.rounded() : place
                let size =
                    conditionalNumber(
                        axis, "tickSize", tick: index < ticks.count ? ticks[index].value : .null, index: index,
                        of: ticks) ?? tickSize
                let path = PathData.line(from: point(along, 0), to: point(along, size))
                drawn.rest.append(.path(id: "\(id)/tick[\(index)]", role: "axis-tick", path, stroke: line))
            }
            if !places.isEmpty { bounds = bounds.union(along(isX, edge + outwards * tickSize, length)) }
        }
        if p.boolean("labels") ?? true {
            let labels = labelNodes(
                axis, ticks, scale: scale, length: length,
                away: (showsTicks ? tickSize : 0) + (p.number("labelPadding") ?? 2), place: place, edge: edge,
                outwards: outwards, half: half, id: id)
            drawn.rest += labels.nodes
            if let box = labels.bounds { bounds = bounds.union(box) }
            if !isX, isExtent, !ticks.isEmpty, let first = ticks.first {
                // The tick before the first band has a label too, though an empty one.
                let height = p.number("labelFontSize") ?? 10
                bounds = bounds.union(
                    Rectangle(
                        x: edge, y: scale.position(of: first.value).rounded() - height / 2, width: 0, height: height))
            }
        }
        if p.boolean("domain") ?? true, let line = stroke("domain", standard: Color(hex: 0x888888)) {
            let path = PathData.line(from: point(0, 0), to: point(length, 0))
            drawn.rest.append(.path(id: "\(id)/domain", role: "axis-domain", path, stroke: line))
        }
        // How far the labels reach, within the limits that the document sets.
        let reach: Double =
            isX
            ? (axis.orient == "bottom" ? bounds.maxY - edge : edge - bounds.minY)
            : (axis.orient == "right" ? bounds.maxX - edge : edge - bounds.minX)
        let extent = max(p.number("minExtent") ?? 0, min(p.number("maxExtent") ?? 200, reach))
        bounds = bounds.union(along(isX, edge + outwards * extent, length))
        if let title = axis.title, !title.isEmpty, title.contains(where: { !$0.isEmpty }) {
            let (node, box) = axisTitle(
                axis, title, edge: edge, outwards: outwards, extent: extent, length: length, half: half, id: id)
            if let node { drawn.rest.append(node) }
            bounds = bounds.union(box)
        }
        drawn.bounds = bounds
        return drawn
    }

    private func along(_ isX: Bool, _ edge: Double, _ length: Double) -> Rectangle {
        isX ? Rectangle(x: 0, y: edge, width: length, height: 0) : Rectangle(x: edge, y: 0, width: 0, height: length)
    }

    /// A tick of a time unit stands where the marks of the unit do.
    private func timeUnitShift(_ axis: Axis, _ value: DataValue, _ scale: ResolvedScale) -> Double {
        guard let unit = views[axis.unit].unit, let name = axis.definition.timeUnit.flatMap(TimeUnitName.init),
            scale.type.isTime,
            let number = value.number
        else { return 0 }
        guard
            let share = axis.properties.number("bandPosition")
                ?? (unit.mark.coversSpans ? nil : timeUnitBandPosition(unit, axis.definition)).flatMap({
                    $0 == 0 ? nil : nil
                }), share != 0
        else { return 0 }
        return (scale.position(of: name.end(of: number)) - scale.position(of: number)) * share
    }

    // MARK: Titles

    private func axisTitle(
        _ axis: Axis, _ title: [String], edge: Double, outwards: Double, extent: Double, length: Double, half: Double,
        id: String
    ) -> (Node?, Rectangle) {
        let p = axis.properties
        let isX = axis.channel == .x
        let size = p.number("titleFontSize") ?? 11
        let standardAngle: Double = axis.orient == "left" ? -90 : axis.orient == "right" ? 90 : 0
        let angle = p.number("titleAngle") ?? standardAngle
        var setting = TextSetting(
            font: Font(
                config.family(p.string("titleFont")), size: size,
                weight: FontWeights.weight(p["titleFontWeight"], standard: 700),
                italic: p.string("titleFontStyle") == "italic"))
        setting.angle = angle
        setting.lineHeight = p.number("titleLineHeight")
        setting.limit = p.number("titleLimit") ?? 0
        setting.baseline = p.string("titleBaseline") ?? (axis.orient == "bottom" ? "top" : "bottom")
        let anchor = p.string("titleAnchor")
        let share: Double = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
        setting.align =
            p.string("titleAlign")
            ?? (anchor == "start"
                ? (isX || angle == 90 ? "left" : "right")
                : anchor == "end" ? (isX || angle == 90 ? "right" : "left") : "center")
        if !isX, anchor == "start" || anchor == "end", p["titleAlign"] == nil {
            // Start is the bottom of a vertical axis that reads upwards.
            setting.align = anchor == "start" ? "left" : "right"
            if angle == 90 { setting.align = anchor == "start" ? "right" : "left" }
        }
        var along = length * share
        if !isX { along = length * (1 - share) }
        var away = extent + (p.number("titlePadding") ?? 4)
        if setting.baseline == "bottom", title.count > 1 { away += Double(title.count - 1) * setting.lineStep }
        var anchorPoint = isX ? Point(along, edge + outwards * away) : Point(edge + outwards * away, along)
        if let x = p.number("titleX") { anchorPoint.x = x }
        if let y = p.number("titleY") { anchorPoint.y = isX ? edge + y : y }
        if !isX, p.number("titleX") != nil { anchorPoint.x += edge * 0 }
        let color = p.color("titleColor", default: config.isEditorial ? theme.mutedInk : .black)
        let box = setting.bounds(title, at: anchorPoint, measurer: measurer)
        let opacity = p.number("titleOpacity") ?? 1
        guard let color, opacity > 0 else { return (nil, box) }
        let text = setting.text(
            title, at: Point(anchorPoint.x + half, anchorPoint.y + half), fill: .color(color.opacity(opacity)),
            measurer: measurer)
        return (measurer.node(id: id + "/title", role: "axis-title", text), box)
    }

    // MARK: Conditional properties

    /// What `{"condition": {"test": …, "value": …}, "value": …}` gives for a tick.
    func conditionalValue(
        _ axis: Axis, _ name: String, tick: DataValue, index: Int, of ticks: [TickList.Tick]
    ) -> DocumentNode? {
        guard let node = axis.properties[name], let conditions = node["condition"] else { return nil }
        let label = ticks.indices.contains(index) ? ticks[index].lines.joined(separator: " ") : ""
        let datum = DataValue.object([
            .init("value", tick), .init("label", .string(label)),
            .init("index", .number(Double(index) / Double(max(1, ticks.count - 1)))),
        ])
        for condition in conditions.array ?? [conditions] {
            guard let test = condition["test"] else { continue }
            let holds: Bool
            if let text = test.string {
                let result = evaluator.evaluate(text, datum: datum)
                holds = result != .boolean(false) && result != .null && result != .number(0)
            } else {
                holds =
                    evaluator.test(test, over: Table(rows: [[.init("value", tick), .init("label", .string(label))]]))
                    .first ?? false
            }
            if holds {
                if let text = condition["expr"]?.string {
                    return DocumentNode(evaluator.evaluate(text, datum: datum), at: node.location)
                }
                return condition["value"]
            }
        }
        if let text = node["expr"]?.string {
            return DocumentNode(evaluator.evaluate(text, datum: datum), at: node.location)
        }
        return node["value"]
    }

    func conditionalNumber(
        _ axis: Axis, _ name: String, tick: DataValue, index: Int, of ticks: [TickList.Tick]
    ) -> Double? {
        conditionalValue(axis, name, tick: tick, index: index, of: ticks)?.number
    }

    private func conditional(
        _ axis: Axis, _ prefix: String, tick: DataValue, index: Int, of ticks: [TickList.Tick], stroke: inout Stroke?
    ) {
        if let node = conditionalValue(axis, prefix + "Color", tick: tick, index: index, of: ticks) {
            if let color = node.string.flatMap({ Color(css: $0) }) {
                if stroke == nil { stroke = Stroke(color) } else { stroke?.paint = .color(color) }
            } else if node.isNull {
                stroke = nil
                return
            }
        }
        if let width = conditionalNumber(axis, prefix + "Width", tick: tick, index: index, of: ticks) {
            stroke?.width = width
        }
        if let dash = conditionalValue(axis, prefix + "Dash", tick: tick, index: index, of: ticks)?.array {
            stroke?.dash = dash.compactMap(\.number)
        }
        if let opacity = conditionalNumber(axis, prefix + "Opacity", tick: tick, index: index, of: ticks),
            case .color(let color)? = stroke?.paint
        {
            if opacity <= 0 { stroke = nil } else { stroke?.paint = .color(color.opacity(opacity)) }
        }
    }
}
