import Scales
import SceneGraph
import Tables

extension LegendDrawing {
    /// A ramp's own rectangle.
    private struct Ramp {
        var length: Double
        var thickness: Double
        var isHorizontal: Bool

        var frame: Rectangle { piece(0, 1) }

        /// The part from one share of the length to another; upright ramps rise.
        func piece(_ start: Double, _ end: Double) -> Rectangle {
            isHorizontal
                ? Rectangle(x: start * length, y: 0, width: (end - start) * length, height: thickness)
                : Rectangle(x: 0, y: length - end * length, width: thickness, height: (end - start) * length)
        }
    }

    private var ramp: Ramp {
        Ramp(length: rampLength, thickness: p.length(.gradientThickness), isHorizontal: legend.isHorizontal)
    }

    /// As long as the view allows, within bounds.
    private var rampLength: Double {
        if let length = p.number(.gradientLength) { return length }
        guard legend.isGradient else { return 200 }
        guard legend.isHorizontal else {
            return max(
                p.length(.gradientVerticalMinLength), min(p.length(.gradientVerticalMaxLength), size.height))
        }
        let least = p.length(.gradientHorizontalMinLength)
        guard legend.orient == "top" || legend.orient == "bottom" else { return least }
        return max(least, min(p.length(.gradientHorizontalMaxLength), size.width))
    }

    private var rampStroke: Stroke? {
        let width = p.length(.gradientStrokeWidth)
        guard width > 0 else { return nil }
        let color: Color? = p.color(.gradientStrokeColor, default: Color(hex: 0xDDDDDD))
        return color.map { Stroke($0, width: width) }
    }

    /// A ramp of colour with its ticks.
    func gradient() -> Content {
        guard case .continuous(let continuous) = scale.mapping else { return Content(nodes: [], size: Size(0, 0)) }
        let ramp = ramp
        let unit = model.views[legend.unit].unit
        let opacity = p.number(.gradientOpacity) ?? unit.map { SymbolOpacity.of($0, model) } ?? 1
        let rises = (continuous.domain.first ?? 0) <= (continuous.domain.last ?? 1)
        let stops = (0...20).map { index -> GradientStop in
            let share = Double(index) / 20
            let color = scale.color(at: rises ? share : 1 - share) ?? .black
            return GradientStop(offset: share, color: color.opacity(opacity))
        }
        let end = ramp.isHorizontal ? Point(ramp.length, 0) : Point(0, 0)
        let start = ramp.isHorizontal ? Point(0, 0) : Point(0, ramp.length)
        let node = Node.path(
            id: id + "/gradient", role: "legend-gradient", .rectangle(ramp.frame),
            fill: .linearGradient(from: start, to: end, stops: stops), stroke: rampStroke)
        var rising = continuous
        if !rises { rising.domain.reverse() }
        var (values, step) = model.continuousTicks(
            legend.definition, legend.wishes, scale, rising, length: ramp.length, isBinned: false,
            standardCount: max(2, min(100, 2 * Int(min(ramp.length, 1e6) / 100))))
        // Too few to read the ramp by: its ends say more.
        if values.count < 3, p[.values] == nil { values = [rising.domain.first ?? 0, rising.domain.last ?? 1] }
        let writer = ValueWriter(
            legend.definition, in: model, guide: legend.format,
            ticks: scale.type.isTime ? nil : (step, continuous.domain.map(\.magnitude).max() ?? 0))
        let labels = values.enumerated().map {
            (rising.fraction(of: $0.element), writer.label(of: .number($0.element), index: Double($0.offset)))
        }
        return labelled([node], labels, ramp)
    }

    /// A band for each piece of a discretizing scale, with the borders between them.
    func bands() -> Content {
        let ramp = ramp
        let borders: [Double] =
            switch scale.mapping {
            case .pieces(let pieces): pieces.thresholds
            case .bins(let bins): Array(bins.borders.dropFirst().dropLast())
            default: []
            }
        let count = Double(borders.count + 1)
        let opacity = p.number(.gradientOpacity) ?? 1
        var nodes: [Node] = (0...borders.count).map { index in
            let color = scale.colorOfPiece(index) ?? .black
            return .path(
                id: "\(id)/band[\(index)]", role: "legend-band",
                .rectangle(ramp.piece(Double(index) / count, Double(index + 1) / count)),
                fill: .color(color.opacity(opacity)))
        }
        if let stroke = rampStroke {
            nodes.append(.path(id: id + "/gradient", role: "legend-gradient", .rectangle(ramp.frame), stroke: stroke))
        }
        let isRound = legend.definition.isBinned || scale.type == .threshold
        let writer = ValueWriter(
            legend.definition, in: model, guide: legend.format, ticks: isRound ? nil : borderTicks(borders))
        let labels = borders.enumerated().map {
            (Double($0.offset + 1) / count, writer.label(of: .number($0.element), index: Double($0.offset)))
        }
        return labelled(nodes, labels, ramp)
    }

    /// The ramp with labels beside it that do not cover each other.
    private func labelled(_ nodes: [Node], _ labels: [(share: Double, lines: [String])], _ ramp: Ramp) -> Content {
        // Of a ramp's labels Vega reads the legend's own offset, and neither alignment nor baseline.
        let gap =
            legend.definition.legend?.bag?[.labelOffset] == nil
            ? p.length(.gradientLabelOffset) : p.length(.labelOffset)
        let items = labels.map {
            share, lines -> (setting: TextSetting, anchor: Point, lines: [String], box: Rectangle) in
            var setting = labelSetting
            setting.limit = p.number(.gradientLabelLimit) ?? setting.limit
            let isFirst = share <= 1e-9, isLast = share >= 1 - 1e-9
            let anchor: Point
            if ramp.isHorizontal {
                setting.baseline = "top"
                setting.align = isFirst ? "left" : isLast ? "right" : "center"
                anchor = Point(share * ramp.length, ramp.thickness + gap)
            } else {
                setting.align = "left"
                setting.baseline = isFirst ? "bottom" : isLast ? "top" : "middle"
                anchor = Point(ramp.thickness + gap, (1 - share) * ramp.length)
            }
            return (setting, anchor, lines, setting.bounds(lines, at: anchor, measurer: measurer))
        }
        let kept =
            p.boolean(.labelOverlap) == false
            ? Array(items.indices)
            : LabelOverlap.kept(
                items.map(\.box), greedy: p.string(.labelOverlap) != "parity", separation: p.length(.labelSeparation))
        var nodes = nodes
        var extent = ramp.frame
        for item in kept.map({ items[$0] }) {
            guard
                let node = label(
                    item.lines, at: item.anchor, item.setting, id: "\(id)/label[\(item.lines.joined(separator: " "))]")
            else { continue }
            extent = extent.union(item.box)
            nodes.append(node)
        }
        return Content(nodes: nodes, size: Size(extent.maxX, extent.maxY))
    }

    /// The borders of quantiles are written as exactly as the least distance between them asks for, those of equal
    /// pieces as the whole span does; thresholds stand as they are written.
    func borderTicks(_ values: [Double]) -> (step: Double, largest: Double)? {
        guard scale.type == .quantile || scale.type == .quantize, let first = values.first else { return nil }
        var least = values.count > 1 ? .infinity : first.magnitude
        for (low, high) in zip(values, values.dropFirst()) { least = min(least, high - low) }
        if scale.type == .quantize { least *= Double(values.count + 1) }
        guard least > 0, least.isFinite else { return nil }
        return (Ticks.step(from: 0, to: least, count: 30), values.map(\.magnitude).max() ?? 0)
    }
}

/// How opaque a legend shows a mark.
enum SymbolOpacity {
    static func of(_ unit: View.Unit, _ model: ChartModel) -> Double {
        model.markProperties(unit).number(.opacity)
            ?? unit.mark.opacity(isAggregated: unit.isAggregated)
    }
}
