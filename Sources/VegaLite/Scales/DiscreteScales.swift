import Formats
import Scales
import Tables

extension ScaleResolver {
    /// A band, point or ordinal scale of these values.
    mutating func discrete(
        _ component: ScaleComponent, _ values: [DataValue], size: ViewSize, cell: Cell
    ) -> ResolvedScale {
        let written = value(component, .range)?.array
        if component.type == .ordinal {
            return ordinal(
                component, values, range(component, size: size, cell: cell, count: values.count, isZero: false))
        }
        if let written, !component.channel.isPosition, written.count > 2 {
            return ordinal(component, values, .values(written))
        }
        let padding = bandPadding(component)
        var (start, end) = bandRange(component, count: values.count, padding: padding, size: size, cell: cell)
        if let written, written.count == 2, let first = written[0].number, let last = written[1].number {
            (start, end) = (first, last)
        } else if !component.channel.isPosition, let least = number(component, .rangeMin) {
            start = least
        }
        // Vega-Lite takes a range's ends for granted where bands fill a view.
        if !component.channel.isPosition, let greatest = number(component, .rangeMax), !component.has(.range) {
            end = greatest
        }
        let isReversed =
            boolean(component, .reverse) ?? (component.channel == .x && config.boolean(.xReverse) == true)
        if isReversed { (start, end) = (end, start) }
        let align = number(component, .align) ?? 0.5
        let round = boolean(component, .round) ?? config.boolean(.round) ?? false
        let band: BandScale<DataValue> =
            component.type == .point
            ? .points(domain: values, range: (start, end), padding: padding.outer, align: align, round: round)
            : BandScale(
                domain: values, range: (start, end), paddingInner: padding.inner, paddingOuter: padding.outer,
                align: align, round: round)
        return ResolvedScale(
            type: component.type, channel: component.channel, mapping: .band(band), range: .numbers([start, end]))
    }

    private func ordinal(
        _ component: ScaleComponent, _ values: [DataValue], _ range: ResolvedScale.Range
    ) -> ResolvedScale {
        ResolvedScale(
            type: .ordinal, channel: component.channel,
            mapping: .ordinal(OrdinalScale(domain: values, range: Array(values.indices))), range: range)
    }

    /// From where to where bands or points lie.
    private mutating func bandRange(
        _ component: ScaleComponent, count: Int, padding: (inner: Double, outer: Double), size: ViewSize, cell: Cell
    ) -> (Double, Double) {
        switch component.channel {
        case .x: return (0, size.width)
        // Discrete values run downwards, as lines of text do.
        case .y: return (0, size.height)
        case .xOffset, .yOffset: return offsetRange(component, count: count, padding: padding, size: size, cell: cell)
        default:
            if case .numbers(let numbers) = range(component, size: size, cell: cell, count: count, isZero: false),
                numbers.count >= 2
            {
                return (numbers[0], numbers[numbers.count - 1])
            }
            return (0, 0)
        }
    }

    private mutating func offsetRange(
        _ component: ScaleComponent, count: Int, padding: (inner: Double, outer: Double), size: ViewSize, cell: Cell
    ) -> (Double, Double) {
        guard let lead = component.lead else { return (0, 0) }
        let outer: Channel = component.channel == .xOffset ? .x : .y
        guard let primary = scale(of: outer, in: lead.unit, cell: cell) else {
            return (0, outer == .x ? size.width : size.height)
        }
        switch primary.type {
        case .point: return (0, 20)
        case .band: return (0, primary.bandwidth)
        default:
            if case .continuous = primary.mapping, let span = timeUnitSpan(lead.unit, outer, primary) { return span }
            return (0, offsetLength(component, count, padding))
        }
    }

    /// How far what is grouped within a time unit reaches around the place of its beginning on a continuous scale.
    private func timeUnitSpan(_ id: Int, _ channel: Channel, _ primary: ResolvedScale) -> (Double, Double)? {
        guard let unit = views[id].unit, let definition = unit.encoding[channel], let name = definition.timeUnit else {
            return nil
        }
        // January 2001 stands for all of a calendar's units.
        let start = CivilTime(year: 2001).milliseconds()
        let width = abs(primary.position(of: start + name.duration) - primary.position(of: start))
        guard width.isFinite else { return nil }
        let share = 1 - config.length(.bandWithNestedOffsetPaddingInner)
        let middle =
            definition.bandPosition ?? model.markConfiguration(unit).number(.timeUnitBandPosition)
            ?? (unit.mark.coversSpans ? 0.5 : 0)
        return (width * (middle - share / 2), width * (middle + share / 2))
    }

    private func offsetLength(
        _ component: ScaleComponent, _ count: Int, _ padding: (inner: Double, outer: Double)
    ) -> Double {
        let step = value(component, .range)?["step"]?.number ?? config.view.step
        return BandScale<DataValue>.length(
            count: count, step: step, paddingInner: padding.inner, paddingOuter: padding.outer)
    }

    /// Room between and around bands or points, in steps.
    func bandPadding(_ component: ScaleComponent) -> (inner: Double, outer: Double) {
        let written = number(component, .padding)
        let (writtenInner, writtenOuter) = (number(component, .paddingInner), number(component, .paddingOuter))
        let channel = component.channel
        if component.type == .point {
            let standard = channel.isPosition || channel.isOffset ? config.length(.pointPadding) : 0
            return (1, writtenOuter ?? written ?? standard)
        }
        let (standardInner, standardOuter) = standardPadding(component)
        let inner = writtenInner ?? written ?? standardInner
        if channel.isOffset, writtenOuter == nil, written == nil { return (inner, standardOuter ?? 0) }
        // Half of what is between bands stands around them, where nothing else is said.
        return (inner, writtenOuter ?? written ?? (writtenInner == nil ? standardOuter : nil) ?? inner / 2)
    }

    private func standardPadding(_ component: ScaleComponent) -> (inner: Double, outer: Double?) {
        let channel = component.channel
        if channel.isOffset {
            return (config.length(.offsetBandPaddingInner), config.length(.offsetBandPaddingOuter))
        }
        guard channel.isPosition, let mark = unit(component.lead)?.mark else { return (0, nil) }
        let hasOffset = component.contributions.contains { contribution in
            channel.offset.flatMap { unit(contribution)?.encoding[$0] }?.isOfData ?? false
        }
        if hasOffset {
            return (
                config.length(.bandWithNestedOffsetPaddingInner), config.length(.bandWithNestedOffsetPaddingOuter)
            )
        }
        return (
            config.number(.bandPaddingInner) ?? config.length(mark.bandPadding), config.number(.bandPaddingOuter)
        )
    }

    // MARK: - Discretizing

    mutating func discretizing(
        _ component: ScaleComponent, _ written: DataValue?, in cell: Cell, size: ViewSize
    ) -> ResolvedScale {
        let kind = component.lead?.definition.type ?? .quantitative
        let explicit = written?.array?.compactMap { model.constant($0, type: kind).asNumber }
        let type = component.type
        let mapping: ResolvedScale.Mapping
        let count: Int
        switch type {
        case .threshold:
            let scale = ThresholdScale(thresholds: explicit ?? [])
            (mapping, count) = (.pieces(scale), scale.pieceCount)
        case .quantize:
            count = pieces(component, standard: .quantizeCount)
            var (low, high) = extent(of: component, in: cell) ?? (0, 1)
            if let explicit, let first = explicit.first, let last = explicit.last {
                (low, high) = (first, last)
            } else if boolean(component, .nice) == true {
                (low, high) = Ticks.nice(low, high, count: 10)
            }
            mapping = .pieces(.quantize(from: low, to: high, pieces: count))
        case .quantile:
            count = pieces(component, standard: .quantileCount)
            let numbers =
                explicit
                ?? component.contributions.flatMap {
                    unit($0)?.table.column($0.definition.column)?.numbers ?? []
                }
            mapping = .pieces(.quantile(of: numbers, pieces: count))
        default:
            let scale = BinOrdinalScale(
                borders: explicit ?? value(component, .bins)?.array?.compactMap(\.number) ?? binBorders(component)
                    ?? binnedBorders(component))
            (mapping, count) = (.bins(scale), max(1, scale.binCount))
        }
        return ResolvedScale(
            type: type, channel: component.channel, mapping: mapping,
            range: range(component, size: size, cell: cell, count: count, isZero: false))
    }

    private func pieces(_ component: ScaleComponent, standard: ScaleConfigProperty) -> Int {
        if let count = value(component, .range)?.array?.count { return max(1, count) }
        if let count = value(component, .scheme)?["count"]?.number, count >= 1, count < 1000 { return Int(count) }
        // Colours in five, as Vega has them; what the configuration counts are sizes and the like.
        if component.channel.isColor || component.has(.scheme) { return 5 }
        return max(1, Int(min(1000, config.length(standard))))
    }

    /// The borders of bins that the data brought with it.
    private func binnedBorders(_ component: ScaleComponent) -> [Double] {
        var borders: Set<Double> = []
        for contribution in component.contributions {
            for name in columns(of: contribution) {
                borders.formUnion((unit(contribution)?.table.column(name)?.numbers ?? []).filter(\.isFinite))
            }
        }
        return borders.sorted()
    }
}
