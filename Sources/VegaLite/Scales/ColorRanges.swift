import Colors
import Documents
import Scales
import SceneGraph
import Tables

extension ScaleResolver {
    /// The colours of a scale: its own list or scheme, or what the configuration has for scales of its kind.
    mutating func colorRange(_ component: ScaleComponent, _ written: DataValue?, count: Int) -> ResolvedScale.Range {
        let type = component.type
        let isDiscrete = type.isDiscrete || type.isDiscretizing
        let (mixing, gamma) = interpolation(component)
        if let list = written?.array {
            let colors = colors(list)
            return isDiscrete ? .colorList(colors) : .colors(colors, mixing, gamma: gamma)
        }
        var scheme = value(component, .scheme)
        if scheme == nil {
            let name = written?.string ?? rangeName(component)
            if let list = config.ranges[name]?.array {
                return configured(colors(list), isCategory: name == "category", component, count: count)
            }
            scheme = config.ranges[name] ?? .string("blues")
            if scheme?["extent"] == nil, scheme?["count"] == nil, let bare = scheme?["scheme"] { scheme = bare }
        }
        if let list = scheme?.array {
            return isDiscrete ? .colorList(colors(list)) : .colors(colors(list), mixing, gamma: 1)
        }
        let name = scheme?.string ?? (scheme?["name"] ?? scheme?["scheme"])?.string ?? "blues"
        guard let known = ColorScheme(named: name) else {
            report(
                "`\(name)` is no color scheme", component, .scheme,
                advice: suggestion(for: name, among: ColorScheme.names).map { "did you mean `\($0)`?" })
            return .colorList([.black])
        }
        return schemeRange(known, scheme, component, isDiscrete: isDiscrete, count: count)
    }

    private func colors(_ list: [DataValue]) -> [Color] {
        list.compactMap { evaluator.resolved($0).string.flatMap { Color(css: $0) } }
    }

    /// Which of the configuration's ranges a scale takes.
    private func rangeName(_ component: ScaleComponent) -> String {
        let kind = component.lead?.definition.type
        if component.type == .ordinal { return kind == .nominal || kind == .geojson ? "category" : "ordinal" }
        if component.type.isDiscrete { return "ordinal" }
        if component.has(.domainMid) { return "diverging" }
        return unit(component.lead)?.mark.continuousColors ?? "ramp"
    }

    private func configured(
        _ colors: [Color], isCategory: Bool, _ component: ScaleComponent, count: Int
    ) -> ResolvedScale.Range {
        let type = component.type
        let (mixing, gamma) = interpolation(component)
        guard type.isDiscrete || type.isDiscretizing else { return .colors(colors, mixing, gamma: gamma) }
        if isCategory || type != .ordinal && colors.count == count { return .colorList(colors) }
        let ramp = ResolvedScale(
            type: .linear, channel: .color, mapping: .identity, range: .colors(colors, .rgb, gamma: 1))
        let samples = (0..<max(1, count)).map { index in
            ramp.color(at: count == 1 ? 0.5 : Double(index) / Double(count - 1)) ?? .black
        }
        return .colorList(samples)
    }

    private func schemeRange(
        _ scheme: ColorScheme, _ written: DataValue?, _ component: ScaleComponent, isDiscrete: Bool, count: Int
    ) -> ResolvedScale.Range {
        var (from, to) = (0.0, 1.0)
        let extent = written?["extent"]?.array?.compactMap(\.number)
        if let extent, extent.count == 2 { (from, to) = (extent[0], extent[1]) }
        if component.type.isTime, scheme.kind != .categorical {
            // Time is no share of a ramp: a colour for each end, taken as those of classes are, and mixed between.
            let (mixing, gamma) = interpolation(component)
            return .colors([1.0 / 3, 2.0 / 3].map(scheme.color(at:)), mixing, gamma: gamma)
        }
        guard isDiscrete else {
            return scheme.kind == .categorical
                ? .colors(scheme.colors, .rgb, gamma: 1) : .scheme(scheme, from: from, to: to)
        }
        let isReversed = boolean(component, .reverse) == true
        if scheme.kind == .categorical { return .colorList(isReversed ? scheme.colors.reversed() : scheme.colors) }
        let n = max(1, written?["count"]?.number.flatMap { $0 >= 1 && $0 < 1000 ? Int($0) : nil } ?? count)
        // Samples within the ramp, off its ends, as Vega takes them.
        let shares = (0..<n).map { index in
            if written?["extent"] == nil { return Double(index + 1) / Double(n + 1) }
            return n == 1 ? from : from + (to - from) * Double(index) / Double(n - 1)
        }
        let colors = shares.map(scheme.color(at:))
        return .colorList(isReversed ? colors.reversed() : colors)
    }

    private func interpolation(_ component: ScaleComponent) -> (ColorInterpolation, Double) {
        let written = value(component, .interpolate)
        let standard = component.lead?.definition.type == .nominal ? "rgb" : "hcl"
        let name = written?.string ?? written?["type"]?.string ?? standard
        return (ColorInterpolation(rawValue: name) ?? .rgb, written?["gamma"]?.number ?? 1)
    }
}
