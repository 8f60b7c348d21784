import SceneGraph
import Tables

/// How a legend's symbols are drawn: like the marks they stand for.
struct SymbolLook {
    /// A symbol for one value.
    struct Painted {
        var fill: Color?
        var stroke: Color?
        var strokeWidth: Double
        var shape: String
        var dash: [Double]
    }

    let shape: String
    let size: Double
    let strokeWidth: Double
    private let isFilled: Bool
    private let isMixed: Bool
    private let base: Color?
    private let opacity: Double
    private let baseStroke: Color?
    private let mark: any MarkKind
    private let dash: [Double]
    /// The fill stands in place of colours that another legend explains.
    private let isBase: Bool
    private let ownStroke: Color?
    private let ownFill: Color?

    static func area(_ value: Double) -> Double { value.isFinite && value > 0 ? value : 0 }

    init(_ legend: LegendGuide, unit: View.Unit, model: ChartModel) {
        let p = legend.properties
        let marks = model.markProperties(unit)
        mark = unit.mark
        isMixed = legend.isMixed
        shape = p.string(.symbolType) ?? SymbolLook.shape(of: unit, marks, isEditorial: model.config.isEditorial)
        size = p.length(.symbolSize)
        isFilled = model.isFilled(unit)
        dash = p.numbers(.symbolDash) ?? marks.numbers(.strokeDash) ?? []
        let hasColor = [Channel.color, .fill, .stroke].contains {
            unit.encoding[$0].map { $0.isField || $0.conditions.contains { $0.definition.contains(where: \.isField) } }
                ?? false
        }
        let own = SymbolLook.color(of: unit, marks)
        let writtenFill: Color? = p.color(.symbolFillColor, default: nil)
        let writtenStroke: Color? = p.color(.symbolStrokeColor, default: nil)
        base = writtenFill ?? p.color(.symbolBaseFillColor, default: hasColor ? .black : own)
        baseStroke = writtenStroke ?? p.color(.symbolBaseStrokeColor, default: hasColor ? Color(hex: 0x888888) : own)
        (ownFill, ownStroke) = (writtenFill, writtenStroke)
        isBase =
            !model.config.isEditorial && writtenFill == nil
            && [Channel.color, .fill].contains { unit.encoding[$0]?.isField == true }
        let width = unit.definition.properties.value(.strokeWidth)?.number
        strokeWidth = p.number(.symbolStrokeWidth) ?? (isFilled ? 1.5 : width ?? 1.5)
        var opacity =
            marks.number(.opacity) ?? unit.encoding[.opacity]?.value?.number
            ?? unit.mark.opacity(isAggregated: unit.isAggregated)
        for condition in unit.encoding[.opacity]?.conditions ?? [] {
            if let value = condition.definition.first?.value?.number { opacity = max(opacity, value) }
        }
        self.opacity = p.number(.symbolOpacity) ?? opacity
    }

    private static func shape(of unit: View.Unit, _ marks: Properties<MarkProperty>, isEditorial: Bool) -> String {
        if unit.mark.channels.contains(.shape), !unit.mark.isGeographic,
            let own = unit.encoding[.shape]?.value?.string ?? marks.string(.shape)
        {
            return own
        }
        let symbol = unit.mark.legendSymbol
        return isEditorial ? symbol.editorial : symbol.standard
    }

    private static func color(of unit: View.Unit, _ marks: Properties<MarkProperty>) -> Color {
        let written =
            unit.definition.properties.value(.fill)?.string ?? unit.definition.properties.value(.color)?.string
            ?? unit.encoding[.color]?.value?.string ?? marks.string(.color)
        return written.flatMap { Color(css: $0) } ?? unit.mark.color
    }

    func painted(_ value: DataValue, scales: [Channel: ResolvedScale]) -> Painted {
        var fill: Color? = isFilled ? base : nil
        // What stands for every colour is as faint as a mark, and once more so with the symbol.
        if isBase { fill = fill?.opacity(opacity.isFinite ? opacity : 1) }
        var stroke: Color? = isFilled ? ownStroke : baseStroke
        if let color = scales[.color]?.color(of: value) {
            if isFilled || isMixed { fill = ownFill ?? color }
            if !isFilled || isMixed { stroke = ownStroke ?? color }
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
        let shape = scales[.shape]?.output(of: value)?.string ?? self.shape
        if shape == "stroke", stroke == nil { (fill, stroke) = (nil, fill) }
        opacity = opacity.isFinite ? opacity : 1
        return Painted(
            fill: fill?.opacity(opacity), stroke: stroke?.opacity(opacity), strokeWidth: width.isFinite ? width : 1.5,
            shape: shape, dash: dash)
    }
}
