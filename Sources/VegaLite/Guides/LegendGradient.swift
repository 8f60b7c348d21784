import Documents
import Scales
import SceneGraph
import Tables
import Typography

extension Compilation {
    private func gradientLength(_ legend: Legend, size: ViewSize) -> Double {
        if let length = legend.properties.number("gradientLength") { return length }
        guard legend.isGradient else { return 200 }
        // As long as the view allows, within bounds.
        guard isHorizontal(legend) else {
            return max(
                config.number("legend", "gradientVerticalMinLength", default: 64),
                min(config.number("legend", "gradientVerticalMaxLength", default: 200), size.height))
        }
        let least = config.number("legend", "gradientHorizontalMinLength", default: 100)
        guard legend.orient == "top" || legend.orient == "bottom" else { return least }
        return max(least, min(config.number("legend", "gradientHorizontalMaxLength", default: 200), size.width))
    }

    /// A ramp of colour with its ticks.
    mutating func gradientEntries(
        _ legend: Legend, _ scale: ResolvedScale, size: ViewSize, id: String
    ) -> (nodes: [Node], size: Size) {
        guard case .continuous(let continuous) = scale.mapping else { return ([], Size(0, 0)) }
        let p = legend.properties
        let length = gradientLength(legend, size: size)
        let thickness = p.number("gradientThickness") ?? 16
        let horizontal = isHorizontal(legend)
        let frame =
            horizontal
            ? Rectangle(x: 0, y: 0, width: length, height: thickness)
            : Rectangle(x: 0, y: 0, width: thickness, height: length)
        let opacity = p.number("gradientOpacity") ?? views[legend.unit].unit.map { SymbolOpacity.of($0, self) } ?? 1
        let (low, high) = (continuous.domain.first ?? 0, continuous.domain.last ?? 1)
        let rises = low <= high
        let stops = (0...20).map { index -> GradientStop in
            let share = Double(index) / 20
            let color = scale.color(at: rises ? share : 1 - share) ?? .black
            return GradientStop(offset: share, color: color.opacity(opacity))
        }
        let paint: Paint =
            horizontal
            ? .linearGradient(from: Point(0, 0), to: Point(length, 0), stops: stops)
            : .linearGradient(from: Point(0, length), to: Point(0, 0), stops: stops)
        var nodes: [Node] = [.path(id: id + "/gradient", role: "legend-gradient", .rectangle(frame), fill: paint)]
        var extent = frame
        var ramp = continuous
        if !rises { ramp.domain.reverse() }
        var (values, step) = continuousTicks(
            legend.definition, p, scale, ramp, length: length, isBinned: false,
            standardCount: gradientTickCount(p, length: length))
        // Too few to read the ramp by: its ends say more.
        if values.count < 3, p["values"] == nil { values = [ramp.domain.first ?? 0, ramp.domain.last ?? 1] }
        let writer = ValueWriter(
            legend.definition, config: config, evaluator: evaluator, guide: legend.node,
            ticks: scale.type.isTime ? nil : (step, continuous.domain.map(\.magnitude).max() ?? 0))
        let labels = values.enumerated().map {
            (ramp.fraction(of: $0.element), writer.label(of: .number($0.element), index: Double($0.offset)))
        }
        addLabels(
            labels, legend, length: length, thickness: thickness, horizontal: horizontal, id: id, nodes: &nodes,
            extent: &extent)
        return (nodes, Size(extent.maxX, extent.maxY))
    }

    private func gradientTickCount(_ p: Properties, length: Double) -> Int { max(2, min(100, 2 * Int(length / 100))) }

    /// A band for each piece of a discretizing scale, with the borders between them.
    mutating func bandEntries(
        _ legend: Legend, _ scale: ResolvedScale, size: ViewSize, id: String
    ) -> (nodes: [Node], size: Size) {
        let p = legend.properties
        let length = gradientLength(legend, size: size)
        let thickness = p.number("gradientThickness") ?? 16
        let horizontal = isHorizontal(legend)
        let borders: [Double]
        switch scale.mapping {
        case .pieces(let pieces): borders = pieces.thresholds
        case .bins(let bins): borders = Array(bins.borders.dropFirst().dropLast())
        default: borders = []
        }
        let count = borders.count + 1
        let opacity = p.number("gradientOpacity") ?? 1
        var nodes: [Node] = []
        for index in 0..<count {
            let (start, end) = (Double(index) / Double(count) * length, Double(index + 1) / Double(count) * length)
            let box =
                horizontal
                ? Rectangle(x: start, y: 0, width: end - start, height: thickness)
                : Rectangle(x: 0, y: length - end, width: thickness, height: end - start)
            let color = scale.colorOfPiece(index) ?? .black
            nodes.append(
                .path(
                    id: "\(id)/band[\(index)]", role: "legend-band", .rectangle(box),
                    fill: .color(color.opacity(opacity))))
        }
        var extent =
            horizontal
            ? Rectangle(x: 0, y: 0, width: length, height: thickness)
            : Rectangle(x: 0, y: 0, width: thickness, height: length)
        let isRound = legend.definition.isBinned
        let writer = ValueWriter(
            legend.definition, config: config, evaluator: evaluator, guide: legend.node,
            ticks: isRound || scale.type == .threshold ? nil : borderTicks(scale, borders))
        let labels = borders.enumerated().map {
            (Double($0.offset + 1) / Double(count), writer.label(of: .number($0.element), index: Double($0.offset)))
        }
        addLabels(
            labels, legend, length: length, thickness: thickness, horizontal: horizontal, id: id, nodes: &nodes,
            extent: &extent)
        return (nodes, Size(extent.maxX, extent.maxY))
    }

    private func addLabels(
        _ labels: [(Double, [String])], _ legend: Legend, length: Double, thickness: Double, horizontal: Bool,
        id: String,
        nodes: inout [Node], extent: inout Rectangle
    ) {
        let p = legend.properties
        let gap = p.number("labelOffset") ?? 2
        var items: [(TextSetting, Point, [String], Rectangle)] = []
        for (share, lines) in labels {
            var setting = labelSetting(legend)
            setting.limit = p.number("labelLimit") ?? 160
            let anchor: Point
            if horizontal {
                setting.baseline = "top"
                setting.align = share <= 1e-9 ? "left" : share >= 1 - 1e-9 ? "right" : "center"
                anchor = Point(share * length, thickness + gap)
            } else {
                setting.align = "left"
                setting.baseline = share <= 1e-9 ? "bottom" : share >= 1 - 1e-9 ? "top" : "middle"
                anchor = Point(thickness + gap, (1 - share) * length)
            }
            items.append((setting, anchor, lines, setting.bounds(lines, at: anchor, measurer: measurer)))
        }
        let greedy = p["labelOverlap"]?.string != "parity"
        let kept =
            p.boolean("labelOverlap") == false
            ? Array(items.indices)
            : LabelOverlap.kept(items.map(\.3), greedy: greedy, separation: p.number("labelSeparation") ?? 0)
        guard let color = labelColor(legend) else { return }
        for index in kept {
            let (setting, anchor, lines, box) = items[index]
            extent = extent.union(box)
            nodes.append(
                measurer.node(
                    id: "\(id)/label[\(lines.joined(separator: " "))]", role: "legend-label",
                    setting.text(lines, at: anchor, fill: .color(color), measurer: measurer)))
        }
    }
}

enum SymbolOpacity {
    static func of(_ unit: View.Unit, _ compilation: Compilation) -> Double {
        compilation.markProperties(unit).number("opacity")
            ?? unit.mark.opacity(isAggregated: unit.isAggregated)
    }
}
