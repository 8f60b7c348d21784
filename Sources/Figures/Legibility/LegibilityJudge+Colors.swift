import Colors
import SceneGraph

extension LegibilityJudge {
    /// More colours than this are a ramp, not names.
    static let mostCategories = 24
    /// The least distance in CIELAB at which two colours of a legend are told apart, each by itself in the plot.
    static let leastDifference = 6.0

    /// Entries of one legend that only their colours tell apart, and that some readers cannot tell apart by these.
    func colorFaults(in survey: SceneSurvey) -> [LegibilityFault] {
        var legends: [String: [SceneSurvey.LegendSymbol]] = [:]
        var order: [String] = []
        for symbol in survey.symbols {
            if legends[symbol.legend] == nil { order.append(symbol.legend) }
            legends[symbol.legend, default: []].append(symbol)
        }
        return order.flatMap { faults(of: legends[$0] ?? [], on: survey.paper) }
    }

    private func faults(of symbols: [SceneSurvey.LegendSymbol], on paper: Color) -> [LegibilityFault] {
        let paints = symbols.map { $0.paint.over(paper) }
        guard symbols.count > 1, !Color.isRamp(Set(paints)) || Set(paints).count < paints.count else { return [] }
        var repeated: [(Int, Int)] = []
        var alike: (pair: (Int, Int), vision: ColorVision, difference: Double)?
        let isRamp = Color.isRamp(Set(paints))
        for second in symbols.indices {
            for first in 0..<second where symbols[first].looksLike(symbols[second]) {
                if paints[first] == paints[second] {
                    repeated.append((first, second))
                    continue
                }
                if isRamp { continue }
                for vision in ColorVision.allCases {
                    let difference = vision.difference(paints[first], paints[second])
                    if difference < min(LegibilityJudge.leastDifference, alike?.difference ?? .infinity) {
                        alike = ((first, second), vision, difference)
                    }
                }
            }
        }
        var faults: [LegibilityFault] = []
        if let (first, second) = repeated.first {
            let more = Set(repeated.map(\.1)).count - 1
            faults.append(
                LegibilityFault(
                    .repeatedColor, nodes: [symbols[second].id, symbols[first].id],
                    "two entries of the legend have the colour \(paints[first].css)"
                        + (more > 0 ? ", and \(more) more repeat another" : "")))
        }
        if let (pair, vision, _) = alike {
            let (one, other) = (paints[pair.0].css, paints[pair.1].css)
            faults.append(
                LegibilityFault(
                    .alikeColors, nodes: [symbols[pair.0].id, symbols[pair.1].id],
                    vision == .typical
                        ? "\(one) and \(other) of the legend are hardly told apart"
                        : "\(one) and \(other) of the legend look alike to readers with \(vision.rawValue)"))
        }
        return faults
    }
}

extension SceneSurvey.LegendSymbol {
    /// Whether nothing but the colour tells it from another.
    func looksLike(_ other: SceneSurvey.LegendSymbol) -> Bool { shape == other.shape && dash == other.dash }
}
