import SceneGraph
import Tables
import Typography

/// The labels of an axis: each set beside its tick, and those left out that have no room.
struct AxisLabels {
    private struct Label {
        var setting: TextSetting
        var anchor: Point
        var box: Rectangle
        var tick: Int
    }

    private let drawing: AxisDrawing
    private var setting: TextSetting
    /// Names of categories that were fitted to the axis; nil where labels stand as they are.
    private let names: CategoryLabels?
    /// Whether the document says how labels are turned.
    private let isTurned: Bool
    private static let words = TextNames<AxisProperty>("label")

    private var axis: AxisGuide { drawing.axis }
    private var p: Properties<AxisProperty> { drawing.p }
    private var isX: Bool { drawing.isX }

    init(_ drawing: AxisDrawing) {
        self.drawing = drawing
        let (axis, p, isX) = (drawing.axis, drawing.p, drawing.isX)
        var angle = p.number(.labelAngle)
        if angle == nil, isX, axis.definition.isDiscrete, axis.definition.timeUnit == nil, !drawing.config.isEditorial {
            angle = 270
        }
        isTurned = angle != nil
        let turn = LabelTurning(angle: angle ?? 0, orient: axis.orient)
        var setting = p.text(Self.words, config: drawing.config)
        setting.angle = angle ?? 0
        let standardAlign = isX ? "center" : axis.orient == "left" ? "right" : "left"
        let standardBaseline = isX ? (axis.orient == "bottom" ? "top" : "bottom") : "middle"
        setting.align = p.string(.labelAlign) ?? (isTurned ? turn.align ?? "center" : standardAlign)
        setting.baseline = p.string(.labelBaseline) ?? (isTurned ? turn.baseline : standardBaseline)
        if !isX, p.string(.labelBaseline) == nil, !axis.hasConfiguredTurn, turn.baseline == "middle",
            p.setting(.labelAngle)?.expression != nil
        {
            // Vega-Lite leaves out the middle where it does not know the angle beforehand.
            setting.baseline = "alphabetic"
        }
        names = Self.fitted(drawing, setting, isTurned: isTurned)
        if let names {
            setting.font.size = names.fontSize
            setting.angle = names.angle
            if names.angle != 0 {
                let turn = LabelTurning(angle: names.angle, orient: axis.orient)
                setting.align = turn.align ?? "center"
                setting.baseline = turn.baseline
            }
        }
        self.setting = setting
    }

    /// In our own look names of categories are fitted, where the document does not say how they are set.
    private static func fitted(_ drawing: AxisDrawing, _ setting: TextSetting, isTurned: Bool) -> CategoryLabels? {
        let definition = drawing.axis.definition
        guard drawing.config.isEditorial, !isTurned, definition.isDiscrete, drawing.p[.labelOverlap] == nil,
            drawing.ticks.count > 1
        else { return nil }
        return CategoryLabels(
            drawing.ticks.map(\.lines), at: drawing.ticks.map { drawing.place(ofLabel: $0.value) },
            font: setting.font, isX: drawing.isX, room: drawing.labelRoom, measurer: drawing.measurer)
    }

    /// How far apart categories would have to stand; 0 where they stand far enough.
    var wishedStep: Double { names?.wishedStep ?? 0 }

    var nameFit: CategoryLabels.Fit { names?.fit ?? .flat }

    /// What is to be told of names that are left out.
    var omission: String? {
        guard let names, names.every > 1 else { return nil }
        let count = drawing.ticks.count
        return "of \(count) categories along \(axis.channel.rawValue) one in \(names.every) is named: "
            + "there is no room for more"
    }

    private func lines(tick: Int) -> [String] { names?.lines[tick] ?? drawing.ticks[tick].lines }

    /// The labels that find room, and the box that they keep free.
    func drawn() -> (nodes: [Node], bounds: Rectangle?) {
        let labels = drawing.ticks.indices.compactMap(label)
        let shown = shown(labels)
        var nodes: [Node] = []
        var bounds: Rectangle?
        for (index, label) in labels.enumerated() where shown[index] {
            bounds = bounds?.union(label.box) ?? label.box
            let lines = lines(tick: label.tick)
            guard lines.contains(where: { !$0.isEmpty }), let color = color(tick: label.tick) else { continue }
            let text = label.setting.text(
                lines, at: Point(label.anchor.x + drawing.half, label.anchor.y + drawing.half), fill: .color(color),
                measurer: drawing.measurer)
            nodes.append(
                drawing.measurer.node(
                    id: "\(drawing.id)/label[\(lines.joined(separator: " "))]", role: "axis-label", text))
        }
        return (nodes, bounds)
    }

    private func color(tick: Int) -> Color? {
        let opacity = drawing.value(.labelOpacity, tick: tick)?.number ?? 1
        guard opacity > 0 else { return nil }
        // Null under a condition hides this one label.
        if conditional(.labelColor, tick)?.isNull == true { return drawing.config.isEditorial ? nil : .clear }
        let text = drawing.value(.labelColor, tick: tick)?.string ?? p.lastText(.labelColor) ?? "black"
        return Color(css: text)?.opacity(opacity)
    }

    // MARK: - Places

    private func label(tick index: Int) -> Label? {
        let tick = drawing.ticks[index]
        let along = drawing.place(ofLabel: tick.value)
        guard along.isFinite else { return nil }
        var own = setting
        if let align = conditional(.labelAlign, index)?.string { own.align = align }
        if let baseline = conditional(.labelBaseline, index)?.string { own.baseline = baseline }
        if let size = conditional(.labelFontSize, index)?.number { own.font.size = size }
        if let style = conditional(.labelFontStyle, index)?.string { own.font.italic = style != "normal" }
        if let weight = conditional(.labelFontWeight, index) { own.font.weight = FontWeights.weight(weight) }
        let padding = conditional(.labelPadding, index)?.number ?? p.length(.labelPadding)
        let gap = (p.isOn(.ticks) ? drawing.tickSize(index) : 0) + padding
        let shift = (drawing.value(.labelOffset, tick: index)?.number ?? 0) + flush(&own, along)
        let out = drawing.edge + drawing.outwards * gap
        let anchor = isX ? Point(along + shift, out) : Point(out, along + shift)
        let box = own.bounds(lines(tick: index), at: anchor, measurer: drawing.measurer)
        return Label(setting: own, anchor: anchor, box: box, tick: index)
    }

    private func conditional(_ name: AxisProperty, _ tick: Int) -> DataValue? {
        guard case .conditional = p.setting(name)?.content else { return nil }
        return drawing.value(name, tick: tick)
    }

    /// The outermost labels stay within the axis: turns them to it, and returns how far they are pushed out of it.
    private func flush(_ setting: inout TextSetting, _ along: Double) -> Double {
        guard case .continuous = drawing.scale.mapping else { return 0 }
        let written = p[.labelFlush]
        let isOn = written?.boolean ?? (isX && drawing.scale.type.isContinuous)
        guard let reach = written?.number ?? (isOn ? 1 : nil) else { return 0 }
        var (first, last) = (0.0, drawing.length)
        if case .numbers(let range) = drawing.scale.range, let start = range.first, let end = range.last {
            (first, last) = (min(start, end), max(start, end))
        }
        let isFirst = abs(along - first) < reach, isLast = abs(along - last) < reach
        guard isFirst || isLast else { return 0 }
        if isX {
            guard p[.labelAlign] == nil, !isTurned || setting.angle == 0 else { return 0 }
            setting.align = isFirst ? "left" : "right"
        } else {
            guard p[.labelBaseline] == nil else { return 0 }
            setting.baseline = isFirst ? "top" : "bottom"
        }
        let push = p.number(.labelFlushOffset) ?? 0
        return isFirst ? -push : push
    }

    // MARK: - Room

    private func shown(_ labels: [Label]) -> [Bool] {
        var shown = [Bool](repeating: true, count: labels.count)
        if let names {
            for index in labels.indices { shown[index] = labels[index].tick % names.every == 0 }
        } else if let method = overlapMethod {
            let labelled = labels.indices.filter { !drawing.ticks[labels[$0].tick].lines.allSatisfy(\.isEmpty) }
            let kept = LabelOverlap.kept(
                labelled.map { labels[$0].box }, greedy: method == "greedy", separation: p.length(.labelSeparation))
            shown = [Bool](repeating: false, count: labels.count)
            for index in kept { shown[labelled[index]] = true }
        }
        if let bound = p[.labelBound], bound.boolean == true || bound.number != nil {
            let room = bound.number ?? 1
            for (index, label) in labels.enumerated() {
                let (first, last) = isX ? (label.box.minX, label.box.maxX) : (label.box.minY, label.box.maxY)
                if first < -room || last > drawing.length + room { shown[index] = false }
            }
        }
        return shown
    }

    private var overlapMethod: String? {
        if let written = p[.labelOverlap] { return written.string ?? (written.boolean == true ? "parity" : nil) }
        let definition = axis.definition
        var sortsByField = false
        if case .field = definition.written.sort { sortsByField = true }
        if definition.timeUnit != nil && !sortsByField || definition.isContinuous {
            let type = drawing.scale.type
            return type == .log || type == .symlog ? "greedy" : "parity"
        }
        return drawing.config.isEditorial ? "parity" : nil
    }
}
