import Colors
import Documents
import Formats
import Scales
import SceneGraph
import Tables

extension Compilation {
    private func text(_ component: ScaleComponent, _ name: String) -> DocumentNode? {
        component.property(name).map { evaluator.resolved($0) }
    }

    func rangeLength(_ channel: Channel, _ size: ViewSize) -> Double {
        switch channel {
        case .x: size.width
        case .y: size.height
        default: 0
        }
    }

    private func channelDefault(_ component: ScaleComponent) -> View.Unit? {
        component.contributions.first.flatMap { views[$0.unit].unit }
    }

    /// A band, point or ordinal scale of these values.
    mutating func discrete(
        _ component: ScaleComponent, _ values: [DataValue], size: ViewSize, cell: Cell
    ) -> ResolvedScale {
        let channel = component.channel
        if component.type == .ordinal {
            return ResolvedScale(
                type: .ordinal, channel: channel,
                mapping: .ordinal(OrdinalScale(domain: values, range: Array(values.indices))),
                range: range(component, size: size, cell: cell, count: values.count, isZero: false))
        }
        let padding = bandPadding(component)
        var (start, end) = (0.0, rangeLength(channel, size))
        var centred = 0.5
        if channel == .xOffset || channel == .yOffset {
            let outer: Channel = channel == .xOffset ? .x : .y
            if let lead = component.contributions.first {
                let primary = scale(of: outer, in: lead.unit, cell: cell)
                if let primary, primary.type == .point || primary.type == .band {
                    end = primary.bandwidth
                    if primary.type == .point { end = 20 }
                } else if let primary, case .continuous = primary.mapping,
                    let span = timeUnitSpan(lead.unit, outer, primary)
                {
                    (start, end) = span
                } else {
                    end =
                        primary == nil
                        ? (channel == .xOffset ? size.width : size.height)
                        : offsetLength(component, values.count, padding)
                }
            }
            if channel == .yOffset { (start, end) = (0, end) }
        } else if channel == .y {
            // Discrete values run downwards, as lines of text do.
            (start, end) = (0, size.height)
        } else if !channel.isPosition {
            if case .numbers(let written) = range(component, size: size, cell: cell, count: values.count, isZero: false),
                written.count >= 2
            {
                (start, end) = (written[0], written[written.count - 1])
            }
        }
        if let written = text(component, "range")?.array, written.count == 2, let first = written[0].number,
            let last = written[1].number
        {
            (start, end) = (first, last)
        } else if let written = text(component, "range")?.array, !channel.isPosition, written.count > 2 {
            return ResolvedScale(
                type: .ordinal, channel: channel,
                mapping: .ordinal(OrdinalScale(domain: values, range: Array(values.indices))),
                range: .values(written.map(\.dataValue)))
        } else if let least = text(component, "rangeMin")?.number {
            start = least
        }
        if let greatest = text(component, "rangeMax")?.number, component.property("range") == nil { end = greatest }
        if let align = text(component, "align")?.number { centred = align }
        if text(component, "reverse")?.boolean == true { (start, end) = (end, start) }
        let round = text(component, "round")?.boolean ?? config["scale", "round"]?.boolean ?? false
        let band: BandScale<DataValue> =
            component.type == .point
            ? .points(domain: values, range: (start, end), padding: padding.outer, align: centred, round: round)
            : BandScale(
                domain: values, range: (start, end), paddingInner: padding.inner, paddingOuter: padding.outer,
                align: centred, round: round)
        return ResolvedScale(
            type: component.type, channel: channel, mapping: .band(band), range: .numbers([start, end]))
    }

    /// How far what is grouped within a time unit reaches around the place of its beginning on a continuous scale.
    private func timeUnitSpan(_ id: Int, _ channel: Channel, _ primary: ResolvedScale) -> (Double, Double)? {
        guard let unit = views[id].unit, let definition = unit.encoding[channel],
            let name = definition.timeUnit.flatMap(TimeUnitName.init)
        else { return nil }
        // January 2001 stands for all of a calendar's units.
        let start = CivilTime(year: 2001).milliseconds()
        let width = abs(primary.position(of: start + name.duration) - primary.position(of: start))
        guard width.isFinite else { return nil }
        let inner = config.number("scale", "bandWithNestedOffsetPaddingInner", default: 0.2)
        let middle =
            definition.bandPosition ?? markConfiguration(unit).number("timeUnitBandPosition")
            ?? (unit.mark.coversSpans ? 0.5 : 0)
        return (width * (middle - (1 - inner) / 2), width * (middle + (1 - inner) / 2))
    }

    private func offsetLength(
        _ component: ScaleComponent, _ count: Int, _ padding: (inner: Double, outer: Double)
    ) -> Double {
        let step = text(component, "range")?["step"]?.number ?? config.number("view", "step", default: 20)
        return BandScale<DataValue>.length(
            count: count, step: step, paddingInner: padding.inner, paddingOuter: padding.outer)
    }

    /// Room between and around bands or points, in steps.
    func bandPadding(_ component: ScaleComponent) -> (inner: Double, outer: Double) {
        let written = text(component, "padding")?.number
        if component.type == .point {
            return (
                1,
                text(component, "paddingOuter")?.number ?? written
                    ?? config.number(
                        "scale", "pointPadding",
                        default: component.channel.isPosition || component.channel.isOffset ? 0.5 : 0)
            )
        }
        var inner = 0.0
        var outer: Double?
        if let unit = component.contributions.first.flatMap({ views[$0.unit].unit }), component.channel.isPosition {
            let hasOffset = component.contributions.contains { contribution in
                guard let unit = views[contribution.unit].unit, let offset = component.channel.offset else {
                    return false
                }
                return unit.encoding[offset].map { $0.isField || $0.datum != nil } ?? false
            }
            if hasOffset {
                inner = config.number("scale", "bandWithNestedOffsetPaddingInner", default: 0.2)
                outer = config.number("scale", "bandWithNestedOffsetPaddingOuter", default: 0.2)
            } else {
                let padding = unit.mark.bandPadding
                inner =
                    config["scale", "bandPaddingInner"]?.number
                    ?? config.number("scale", padding.property, default: padding.standard)
                outer = config["scale", "bandPaddingOuter"]?.number
            }
        } else if component.channel.isOffset {
            inner = config.number("scale", "offsetBandPaddingInner", default: 0)
            outer = config.number("scale", "offsetBandPaddingOuter", default: 0)
        }
        inner = text(component, "paddingInner")?.number ?? written ?? inner
        // Between the views of a grid nothing lies outside, save that bands keep half of what is between them.
        let around =
            text(component, "paddingOuter")?.number ?? written
            ?? (text(component, "paddingInner")?.number != nil || outer == nil ? inner / 2 : outer ?? inner / 2)
        return (
            inner,
            component.channel.isOffset && text(component, "paddingOuter") == nil && written == nil
                ? (outer ?? 0) : around
        )
    }

    // MARK: Ranges

    mutating func range(
        _ component: ScaleComponent, size: ViewSize, cell: Cell, count: Int, isZero: Bool
    ) -> ResolvedScale.Range {
        let channel = component.channel
        let written = text(component, "range")
        if channel.isColor { return colorRange(component, written, count: count) }
        if let list = written?.array {
            let numbers = list.compactMap(\.number)
            let resolved = list.map { evaluator.resolved($0) }
            if numbers.count == list.count {
                return component.type == .ordinal || component.type.isDiscretizing
                    ? .values(list.map(\.dataValue)) : .numbers(numbers)
            }
            return .values(resolved.map(\.dataValue))
        }
        if let name = written?.string, let named = config["range", name] {
            if let list = named.array { return .values(list.map(\.dataValue)) }
        }
        var low = 0.0
        var high = 1.0
        let mark = component.contributions.first.flatMap { views[$0.unit].unit?.mark } ?? PointMark()
        switch channel {
        case .x: (low, high) = (0, size.width)
        case .y: (low, high) = (size.height, 0)
        case .xOffset, .yOffset:
            if let lead = component.contributions.first,
                let primary = scale(of: channel == .xOffset ? .x : .y, in: lead.unit, cell: cell)
            {
                (low, high) = (0, primary.type == .point ? primary.step ?? 20 : primary.bandwidth)
                if primary.type == .point {
                    (low, high) = (-(primary.step ?? 20) / 2 * 0.5, (primary.step ?? 20) / 2 * 0.5)
                }
            } else {
                (low, high) = (0, channel == .xOffset ? size.width : size.height)
            }
            if channel == .yOffset, component.type.isContinuous { (low, high) = (high, low) }
        case .theta: (low, high) = (0, 2 * .pi)
        case .radius: (low, high) = (0, min(size.width, size.height) / 2)
        case .opacity, .fillOpacity, .strokeOpacity:
            (low, high) = (
                config.number("scale", "minOpacity", default: 0.3), config.number("scale", "maxOpacity", default: 0.8)
            )
        case .strokeWidth:
            (low, high) = (
                config.number("scale", "minStrokeWidth", default: 1),
                config.number("scale", "maxStrokeWidth", default: 4)
            )
        case .angle: (low, high) = (0, 360)
        case .size: (low, high) = sizeRange(component, mark: mark, size: size, isZero: isZero)
        case .shape:
            let shapes =
                config["range", "symbol"]?.array?.compactMap(\.string) ?? [
                    "circle", "square", "triangle-up", "cross", "diamond", "triangle-right", "triangle-down",
                    "triangle-left",
                ]
            return .values(shapes.map { .string($0) })
        case .strokeDash:
            let dashes: [[Double]] = [[1, 0], [4, 2], [2, 1], [1, 1], [1, 2, 4, 2]]
            return .values(dashes.map { .array($0.map { .number($0) }) })
        default: break
        }
        if let least = text(component, "rangeMin")?.number { low = least }
        if let greatest = text(component, "rangeMax")?.number { high = greatest }
        if component.type.isDiscretizing || component.type == .ordinal {
            // One value for each piece, evenly spaced.
            let n = max(1, count)
            return .numbers((0..<n).map { n == 1 ? high : low + (high - low) * Double($0) / Double(n - 1) })
        }
        return .numbers([low, high])
    }

    private func sizeRange(
        _ component: ScaleComponent, mark: any MarkKind, size: ViewSize, isZero: Bool
    ) -> (Double, Double) {
        switch mark.size {
        case .bandSize:
            let step = positionStep(component, size: size)
            return (
                config.number("scale", "minBandSize", default: 2),
                config["scale", "maxBandSize"]?.number ?? max(3, step - 1)
            )
        case .strokeWidth, .diameter:
            return (
                config.number("scale", "minStrokeWidth", default: 1),
                config.number("scale", "maxStrokeWidth", default: 4)
            )
        case .fontSize:
            return (
                config.number("scale", "minFontSize", default: 8), config.number("scale", "maxFontSize", default: 40)
            )
        case .area:
            let step = positionStep(component, size: size)
            let least = isZero ? 0 : config.number("scale", "minSize", default: 9)
            return (least, config["scale", "maxSize"]?.number ?? (0.95 * step) * (0.95 * step))
        }
    }

    /// The lesser step of the discrete or binned axes; 20 where there is none.
    private func positionStep(_ component: ScaleComponent, size: ViewSize) -> Double {
        guard let lead = component.contributions.first else { return 20 }
        var steps: [Double] = []
        for (channel, length) in [(Channel.x, size.width), (.y, size.height)] {
            guard let position = self.component(of: channel, in: lead.unit) else { continue }
            if position.type.isDiscrete {
                var copy = self
                let count = copy.values(of: position, in: .whole).count
                let padding = bandPadding(position)
                let units = max(1, Double(count) - (position.type == .point ? 1 : padding.inner) + 2 * padding.outer)
                if count > 0 { steps.append(length / units) }
            } else if position.contributions.first?.definition.isBinning == true, let borders = binBorders(position),
                borders.count > 1
            {
                steps.append(length / Double(borders.count - 1))
            }
        }
        return steps.min() ?? 20
    }

    private mutating func colorRange(
        _ component: ScaleComponent, _ written: DocumentNode?, count: Int
    ) -> ResolvedScale.Range {
        let type = component.type
        let discrete = type == .ordinal || type == .band || type == .point || type.isDiscretizing
        if let list = written?.array {
            let colors = list.compactMap { evaluator.resolved($0).string.flatMap { Color(css: $0) } }
            if discrete { return .colorList(colors) }
            return .colors(colors, interpolation(component).0, gamma: interpolation(component).1)
        }
        var scheme = text(component, "scheme")
        let lead = component.contributions.first
        let mark = lead.flatMap { views[$0.unit].unit?.mark } ?? PointMark()
        if scheme == nil {
            let nominal = lead?.definition.type == .nominal || lead?.definition.type == .geojson
            let name: String
            if let given = written?.string {
                name = given
            } else if type == .ordinal {
                name = nominal ? "category" : "ordinal"
            } else if type.isDiscrete {
                name = "ordinal"
            } else if component.property("domainMid") != nil {
                name = "diverging"
            } else {
                name = mark.continuousColors
            }
            if let list = config["range", name]?.array {
                let colors = list.compactMap { $0.string.flatMap { Color(css: $0) } }
                if discrete {
                    if name == "category" || type != .ordinal && colors.count == count { return .colorList(colors) }
                    let samples = (0..<max(1, count)).map { index in
                        ResolvedScale(
                            type: .linear, channel: .color, mapping: .identity, range: .colors(colors, .rgb, gamma: 1)
                        )
                        .color(at: count == 1 ? 0.5 : Double(index) / Double(count - 1)) ?? .black
                    }
                    return .colorList(samples)
                }
                return .colors(colors, .rgb, gamma: 1)
            }
            let standard = [
                "category": "tableau10", "ordinal": "blues", "ramp": "blues", "heatmap": "yellowgreenblue",
                "diverging": "blueorange",
            ]
            scheme = config["range", name]?["scheme"] ?? config["range", name] ?? .text(standard[name] ?? "blues")
        }
        if let list = scheme?.array {
            let colors = list.compactMap { $0.string.flatMap { Color(css: $0) } }
            return discrete ? .colorList(colors) : .colors(colors, interpolation(component).0, gamma: 1)
        }
        let name = scheme?.string ?? scheme?["name"]?.string ?? "blues"
        guard let known = ColorScheme(named: name) else {
            report(
                "`\(name)` is no color scheme", scheme,
                path: join(join(lead?.definition.path ?? "", "scale"), "scheme"),
                advice: suggestion(for: name, among: ColorScheme.names).map { "did you mean `\($0)`?" })
            return .colorList([.black])
        }
        var (from, to) = (0.0, 1.0)
        if let extent = scheme?["extent"]?.array?.compactMap(\.number), extent.count == 2 {
            (from, to) = (extent[0], extent[1])
        }
        let reversed = text(component, "reverse")?.boolean == true && discrete
        if discrete {
            if known.kind == .categorical { return .colorList(known.colors) }
            let n = max(1, scheme?["count"]?.number.flatMap { $0 >= 1 && $0 < 1000 ? Int($0) : nil } ?? count)
            // Samples within the ramp, off its ends, as Vega takes them.
            let shares: [Double]
            if scheme?["extent"] != nil {
                shares = (0..<n).map { n == 1 ? from : from + (to - from) * Double($0) / Double(n - 1) }
            } else {
                shares = (0..<n).map { Double($0 + 1) / Double(n + 1) }
            }
            let colors = shares.map(known.color(at:))
            return .colorList(reversed ? colors.reversed() : colors)
        }
        if known.kind == .categorical { return .colors(known.colors, .rgb, gamma: 1) }
        return .scheme(known, from: from, to: to)
    }

    private func interpolation(_ component: ScaleComponent) -> (ColorInterpolation, Double) {
        let node = text(component, "interpolate")
        let name = node?.string ?? node?["type"]?.string ?? "rgb"
        return (ColorInterpolation(rawValue: name) ?? .rgb, node?["gamma"]?.number ?? 1)
    }
}
