import Documents
import Formats
import Scales
import SceneGraph
import Tables
import Typography

extension Compilation {
    /// A symbol and a label for each value.
    mutating func symbolEntries(
        _ legend: Legend, _ scale: ResolvedScale, cell: Cell, size: ViewSize, id: String
    ) -> (nodes: [Node], size: Size) {
        let p = legend.properties
        var items = legendValues(legend, scale)
        let limit = max(1, Int(max(1, min(1000, p.number("symbolLimit") ?? 30))))
        var more: String?
        if items.count > limit, scale.type.isDiscrete {
            more = "…\(items.count - limit + 1) entries"
            items = Array(items.prefix(limit - 1))
        }
        guard let unit = views[legend.unit].unit else { return ([], Size(0, 0)) }
        let look = SymbolLook(legend, unit: unit, compilation: self)
        var scales: [Channel: ResolvedScale] = [:]
        for component in legend.components { scales[component.channel] = resolve(component, in: cell, size: size) }
        let strokeWidth = look.strokeWidth
        let sizes = items.map { item -> Double in
            if let own = scales[.size] { return SymbolLook.area(own.position(of: item.value)) }
            return look.size
        }
        let reaches = sizes.map { ($0.squareRoot() + strokeWidth).rounded(.up) }
        let setting = labelSetting(legend)
        // In columns the labels begin at one line; in a row each follows its own symbol.
        let widest = max(setting.font.size.rounded(.up), reaches.max() ?? 0)
        let isAligned = p["columns"] != nil || !isHorizontal(legend)
        let labelOffset = p.number("labelOffset") ?? 4
        let color = labelColor(legend)
        struct Entry {
            var nodes: [Node]
            var box: Rectangle
        }
        var entries: [Entry] = []
        for (index, item) in items.enumerated() {
            let height = max(setting.font.size, reaches[index])
            let column = isAligned ? widest : height.rounded(.up)
            let offset = column + labelOffset
            let middle = Point(column / 2, (height / 2 * 2).rounded() / 2)
            var nodes: [Node] = []
            let painted = look.painted(item.value, scales: scales)
            let path = Shapes.path(painted.shape, size: sizes[index]).translated(by: middle)
            let stroke = painted.stroke.map {
                Stroke(.color($0), width: painted.strokeWidth, dash: painted.dash)
            }
            if painted.fill != nil || stroke != nil {
                nodes.append(
                    .path(
                        id: "\(id)/symbol[\(item.lines.joined(separator: " "))]", role: "legend-symbol", path,
                        fill: painted.fill.map { .color($0) }, stroke: stroke))
            }
            let reach = sizes[index].squareRoot() / 2 + (stroke == nil ? 0 : painted.strokeWidth)
            var box = Rectangle(
                x: middle.x - reach, y: middle.y - (painted.shape == "stroke" ? painted.strokeWidth : reach),
                width: 2 * reach, height: 2 * (painted.shape == "stroke" ? painted.strokeWidth : reach))
            let anchor = Point(offset, middle.y)
            box = box.union(setting.bounds(item.lines, at: anchor, measurer: measurer)).union(
                Rectangle(x: 0, y: 0, width: 0, height: 0))
            if let color, item.lines.contains(where: { !$0.isEmpty }) {
                let text = setting.text(item.lines, at: anchor, fill: .color(color), measurer: measurer)
                nodes.append(
                    measurer.node(id: "\(id)/label[\(item.lines.joined(separator: " "))]", role: "legend-label", text))
            }
            entries.append(Entry(nodes: nodes, box: box))
        }
        if let more {
            let anchor = Point(widest + labelOffset, setting.font.size / 2)
            var nodes: [Node] = []
            if let color {
                nodes.append(
                    measurer.node(
                        id: "\(id)/more", role: "legend-label",
                        setting.text([more], at: anchor, fill: .color(color), measurer: measurer)))
            }
            entries.append(Entry(nodes: nodes, box: setting.bounds([more], at: anchor, measurer: measurer)))
        }
        let columns =
            p.number("columns").flatMap { $0 >= 1 && $0 < 1000 ? Int($0) : nil }
            ?? (isHorizontal(legend) ? max(1, entries.count) : 1)
        let (rowPadding, columnPadding) = (p.number("rowPadding") ?? 2, p.number("columnPadding") ?? 10)
        let places = GridLayout.places(
            entries.map(\.box), columns: columns, rowPadding: rowPadding, columnPadding: columnPadding,
            alignsColumns: true, centersRows: isHorizontal(legend))
        var nodes: [Node] = []
        var extent = Rectangle.zero
        for (entry, place) in zip(entries, places) {
            nodes += entry.nodes.map { $0.translated(by: place) }
            extent = extent.union(entry.box.translated(by: place))
        }
        return (nodes, Size(extent.maxX, extent.maxY))
    }

    struct LegendItem {
        var value: DataValue
        var lines: [String]
    }

    mutating func legendValues(_ legend: Legend, _ scale: ResolvedScale) -> [LegendItem] {
        let p = legend.properties
        switch scale.mapping {
        case .continuous(let continuous):
            var (values, step) = continuousTicks(
                legend.definition, p, scale, continuous, length: 200, isBinned: legend.definition.isBinned,
                standardCount: 5)
            if scale.bins != nil { values = values.filter { _ in true } }
            let largest = continuous.domain.map(\.magnitude).max() ?? 0
            let writer = ValueWriter(
                legend.definition, config: config, evaluator: evaluator, guide: legend.node,
                ticks: scale.type.isTime || scale.bins != nil ? nil : (step, largest))
            if let bins = scale.bins, bins.count > 1, legend.definition.isBinning {
                let format = ValueWriter(legend.definition, config: config, evaluator: evaluator, guide: legend.node)
                return zip(bins, bins.dropFirst()).map { low, high in
                    LegendItem(
                        value: .number(low),
                        lines: [(format.text(of: .number(low)) ?? "") + " – " + (format.text(of: .number(high)) ?? "")])
                }
            }
            return values.enumerated().map { index, value in
                LegendItem(value: .number(value), lines: writer.label(of: .number(value), index: Double(index)))
            }
        case .pieces(let pieces):
            let writer = ValueWriter(
                legend.definition, config: config, evaluator: evaluator, guide: legend.node,
                ticks: borderTicks(scale, pieces.thresholds))
            return (0..<pieces.pieceCount).map { index in
                let low = index == 0 ? nil : pieces.thresholds[index - 1]
                let high = index == pieces.pieceCount - 1 ? nil : pieces.thresholds[index]
                let text: String
                switch (low, high) {
                case (nil, let high?): text = "< " + (writer.text(of: .number(high)) ?? "")
                case (let low?, nil): text = "≥ " + (writer.text(of: .number(low)) ?? "")
                case (let low?, let high?):
                    text = (writer.text(of: .number(low)) ?? "") + " – " + (writer.text(of: .number(high)) ?? "")
                default: text = ""
                }
                return LegendItem(value: .number(low ?? (high.map { $0 - 1 } ?? 0)), lines: [text])
            }
        case .bins(let bins):
            let writer = ValueWriter(legend.definition, config: config, evaluator: evaluator, guide: legend.node)
            return (0..<bins.binCount).map { index in
                LegendItem(
                    value: .number(bins.borders[index]),
                    lines: [
                        (writer.text(of: .number(bins.borders[index])) ?? "") + " – "
                            + (writer.text(of: .number(bins.borders[index + 1])) ?? "")
                    ])
            }
        default:
            var values = scale.domainValues
            if let written = p["values"]?.array { values = written.map { constant($0, type: legend.definition.type) } }
            let writer = ValueWriter(legend.definition, config: config, evaluator: evaluator, guide: legend.node)
            return values.enumerated().map { index, value in
                LegendItem(value: value, lines: writer.label(of: value, index: Double(index)))
            }
        }
    }

    /// The borders of quantiles are written as exactly as the least distance between them asks for, those of equal pieces
    /// as the whole span does; thresholds stand as they are written.
    func borderTicks(_ scale: ResolvedScale, _ values: [Double]) -> (step: Double, largest: Double)? {
        guard scale.type == .quantile || scale.type == .quantize, let first = values.first else { return nil }
        var least = values.count > 1 ? .infinity : first.magnitude
        for (low, high) in zip(values, values.dropFirst()) { least = min(least, high - low) }
        if scale.type == .quantize { least *= Double(values.count + 1) }
        guard least > 0, least.isFinite else { return nil }
        return (Ticks.step(from: 0, to: least, count: 30), values.map(\.magnitude).max() ?? 0)
    }
}

/// How a legend's symbols are drawn: like the marks they stand for.
struct SymbolLook {
    var shape: String
    var size: Double
    var strokeWidth: Double
    private let isFilled: Bool
    private let isMixed: Bool
    private let base: Color?
    private let opacity: Double
    private let channels: Set<Channel>
    private let baseStroke: Color?
    private let mark: any MarkKind
    private let dash: [Double]

    static func area(_ value: Double) -> Double {
        guard value.isFinite, value > 0 else { return 0 }
        return value
    }

    init(_ legend: Legend, unit: View.Unit, compilation: Compilation) {
        let p = legend.properties
        let marks = compilation.markProperties(unit)
        mark = unit.mark
        channels = Set(legend.channels)
        isMixed = legend.isMixed
        let symbol = mark.legendSymbol
        var standard = compilation.config.isEditorial ? symbol.editorial : symbol.standard
        if mark.channels.contains(.shape), !mark.isGeographic,
            let own = unit.encoding[.shape]?.value?.string ?? marks.string("shape")
        {
            standard = own
        }
        shape = p.string("symbolType") ?? standard
        size = p.number("symbolSize") ?? 100
        isFilled = marks.boolean("filled") ?? mark.isFilled
        dash = p.numbers("symbolDash") ?? marks.numbers("strokeDash") ?? []
        let hasColor = [Channel.color, .fill, .stroke].contains {
            unit.encoding[$0].map { $0.isField || $0.conditions.contains { $0.definition.contains(where: \.isField) } }
                ?? false
        }
        let written =
            unit.definition["fill"]?.string ?? unit.definition["color"]?.string ?? unit.encoding[.color]?.value?.string
            ?? marks.string("color")
        let own =
            written.flatMap { Color(css: $0) }
            ?? mark.color
        base = p.color("symbolFillColor", default: hasColor ? .black : own)
        baseStroke = p.color("symbolStrokeColor", default: hasColor ? Color(hex: 0x888888) : own)
        strokeWidth =
            p.number("symbolStrokeWidth") ?? (isFilled ? 1.5 : marks.sources.first?["strokeWidth"]?.number ?? 1.5)
        var opacity =
            marks.number("opacity") ?? unit.encoding[.opacity]?.value?.number
            ?? mark.opacity(isAggregated: unit.isAggregated)
        for condition in unit.encoding[.opacity]?.conditions ?? [] {
            if let value = condition.definition.first?.value?.number { opacity = max(opacity, value) }
        }
        self.opacity = p.number("symbolOpacity") ?? opacity
    }

    func painted(
        _ value: DataValue, scales: [Channel: ResolvedScale]
    ) -> (fill: Color?, stroke: Color?, strokeWidth: Double, shape: String, dash: [Double]) {
        var fill: Color? = isFilled ? base : nil
        var stroke: Color? = isFilled ? nil : baseStroke
        if let color = scales[.color]?.color(of: value) {
            if isFilled || isMixed { fill = color }
            if !isFilled || isMixed { stroke = color }
        }
        if let color = scales[.fill]?.color(of: value) { fill = color }
        if let color = scales[.stroke]?.color(of: value) { stroke = color }
        var width = strokeWidth
        if let own = scales[.strokeWidth] { width = own.position(of: value) }
        if mark.size == .strokeWidth || mark.size == .diameter, let own = scales[.size] {
            width = own.position(of: value)
        }
        var opacity = self.opacity
        if let own = scales[.opacity] ?? scales[.fillOpacity] ?? scales[.strokeOpacity] {
            opacity = own.position(of: value)
        }
        var dash = self.dash
        if let own = scales[.strokeDash]?.output(of: value)?.array { dash = own.compactMap(\.number) }
        if dash == [1, 0] { dash = [] }
        var shape = self.shape
        if let own = scales[.shape]?.output(of: value)?.string { shape = own }
        if shape == "stroke", stroke == nil { (fill, stroke) = (nil, fill) }
        return (
            fill?.opacity(opacity.isFinite ? opacity : 1), stroke?.opacity(opacity.isFinite ? opacity : 1),
            width.isFinite ? width : 1.5, shape, dash
        )
    }
}
