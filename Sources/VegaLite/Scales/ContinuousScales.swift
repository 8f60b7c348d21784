import Scales
import Tables

/// A domain of two numbers or more on its way to a scale.
private struct ContinuousDomain {
    var values: [Double]
    /// The document writes it out.
    var isExplicit = false
    /// There were no rows to make it of.
    var isEmpty = false
}

extension ScaleResolver {
    mutating func continuous(
        _ component: ScaleComponent, _ written: DataValue?, in cell: Cell, size: ViewSize
    ) -> ResolvedScale {
        let type = component.type
        var domain = initial(component, written, in: cell)
        let isZero = wantsZero(component, isExplicit: domain.isExplicit, domain: domain.values)
        let (least, greatest) = (bound(component, .domainMin), bound(component, .domainMax))
        if isZero, !type.isTime, type != .log {
            domain.values[0] = min(0, domain.values[0])
            domain.values[domain.values.count - 1] = max(0, domain.values[domain.values.count - 1])
        }
        // Room at the ends, in pixels, is taken before rounding.
        let length = rangeLength(component.channel, size)
        if let padding = continuousPadding(component), padding > 0, length > 0, domain.values.count == 2,
            domain.values[0] != domain.values[1]
        {
            domain.values = padded(domain.values, component, by: padding, length: length)
        }
        if let least { domain.values[0] = least }
        if let greatest { domain.values[domain.values.count - 1] = greatest }
        if let middle = bound(component, .domainMid), domain.values.count == 2 {
            let (low, high) = (min(domain.values[0], domain.values[1]), max(domain.values[0], domain.values[1]))
            domain.values = [min(low, middle), middle, max(high, middle)]
        }
        if type == .log {
            domain.values = positive(
                domain.values, component, in: cell, isWritten: domain.isExplicit || least != nil || greatest != nil)
        }
        // Of nothing, only zero is known.
        if domain.isEmpty, isZero, !type.isTime, type != .log, least == nil, greatest == nil,
            let unit = unit(component.lead), unit.mark.growsFromZero, !unit.isAggregated
        {
            domain.values = [0, 0]
        }
        // Where the document sets one end, the domain is not rounded.
        let mayRound = !domain.isExplicit && least == nil && greatest == nil
        var scale = niced(continuousScale(component, domain.values), component, mayRound: mayRound)
        if isReversed(component) { scale.domain.reverse() }
        var result = ResolvedScale(
            type: type, channel: component.channel, mapping: .continuous(scale),
            range: range(component, size: size, cell: cell, count: scale.domain.count, isZero: isZero))
        result.bins = bins(component, scale)
        result.isReversed = isReversed(component)
        result.isRounded = boolean(component, .round) ?? config.boolean(.round) ?? false
        result.isEmpty = domain.isEmpty
        return result
    }

    private mutating func initial(_ component: ScaleComponent, _ written: DataValue?, in cell: Cell) -> ContinuousDomain
    {
        let (type, kind) = (component.type, component.lead?.definition.type ?? .quantitative)
        var domain = ContinuousDomain(values: [])
        if let list = written?.array {
            domain.values = list.compactMap { model.constant($0, type: kind).asNumber }.filter { !$0.isNaN }
            domain.isExplicit = domain.values.count >= 2
        }
        if !domain.isExplicit {
            if let extent = extent(of: component, in: cell) {
                domain.values = [extent.0, extent.1]
            } else {
                domain.values = type == .log ? [1, 10] : [0, 1]
                domain.isEmpty = true
            }
            if let union = written?["unionWith"]?.array {
                let more = union.compactMap { model.constant($0, type: kind).asNumber }
                domain.values = [
                    min(domain.values[0], more.min() ?? domain.values[0]),
                    max(domain.values[1], more.max() ?? domain.values[1]),
                ]
            }
        }
        if !domain.isExplicit, case .computed(let bin) = component.lead?.definition.written.bin,
            bin.extent != nil, let borders = binBorders(component), let first = borders.first,
            let last = borders.last
        {
            domain.values = [first, last]
        }
        return domain
    }

    /// A logarithm's domain has no zero.
    private mutating func positive(
        _ domain: [Double], _ component: ScaleComponent, in cell: Cell, isWritten: Bool
    ) -> [Double] {
        guard domain.contains(where: { $0 <= 0 }), !domain.allSatisfy({ $0 < 0 }) else { return domain }
        if isWritten { report("a log scale has no room for zero", component, .domain, severity: .warning) }
        let least = smallestPositive(component) ?? 1
        var result = domain.map { $0 <= 0 ? min(least, max(domain.max() ?? 1, 1e-300)) : $0 }
        if result.first == result.last { result[0] = (result.last ?? 10) / 10 }
        return result
    }

    private func smallestPositive(_ component: ScaleComponent) -> Double? {
        var least = Double.infinity
        for contribution in component.contributions {
            for name in columns(of: contribution) {
                for number in unit(contribution)?.table.column(name)?.numbers ?? [] where number > 0 && number < least {
                    least = number
                }
            }
        }
        return least.isFinite ? least : nil
    }

    private func continuousScale(_ component: ScaleComponent, _ domain: [Double]) -> any ContinuousScale {
        switch component.type {
        case .log: LogScale(domain: domain, base: number(component, .base) ?? 10)
        case .pow: PowScale(domain: domain, exponent: number(component, .exponent) ?? 1)
        case .sqrt: PowScale.sqrt(domain: domain)
        case .symlog: SymlogScale(domain: domain, constant: number(component, .constant) ?? 1)
        case .time, .utc: TimeScale(domain: domain)
        default: LinearScale(domain: domain)
        }
    }

    private func niced(
        _ scale: any ContinuousScale, _ component: ScaleComponent, mayRound: Bool
    ) -> any ContinuousScale {
        guard let wish = value(component, .nice) else {
            let isRounded =
                component.channel.isPosition && mayRound && !component.type.isTime
                && component.lead?.definition.isBinned != true && config.boolean(.nice) != false
            return isRounded ? scale.niced(count: 10) : scale
        }
        if let count = wish.number, count >= 1, count < 10_000 { return scale.niced(count: Int(count)) }
        let name = wish.string ?? wish["interval"]?.string
        if let interval = name.flatMap(TimeInterval.Unit.init), let time = scale as? TimeScale {
            let step = wish["step"]?.number.flatMap { $0 >= 1 && $0 < 1e6 ? Int($0) : nil } ?? 1
            return time.niced(to: TimeInterval(interval, step: step))
        }
        return wish.boolean == true ? scale.niced(count: 10) : scale
    }

    private func isReversed(_ component: ScaleComponent) -> Bool {
        if let written = boolean(component, .reverse) { return written }
        if let sort = component.lead?.definition.written.sort {
            if case .descending = sort { return true }
            return false
        }
        return component.channel == .x && config.boolean(.xReverse) == true
    }

    // MARK: - Room

    private func padded(_ domain: [Double], _ component: ScaleComponent, by padding: Double, length: Double) -> [Double]
    {
        let scale = continuousScale(component, domain)
        let (low, high) = (scale.transformed(domain[0]), scale.transformed(domain[1]))
        guard low.isFinite, high.isFinite, length > 2 * padding else { return domain }
        let extra = (high - low) * padding / (length - 2 * padding)
        return [scale.inverted(low - extra), scale.inverted(high + extra)]
    }

    private mutating func continuousPadding(_ component: ScaleComponent) -> Double? {
        if let written = number(component, .padding) { return written }
        guard component.channel.isPosition, !component.has(.domain), initialDomain(component) == nil else { return nil }
        if let standard = config.number(.continuousPadding) { return standard }
        for contribution in component.contributions where contribution.channel == component.channel {
            guard let unit = unit(contribution),
                let padding = unit.mark.continuousPadding(config)
            else { continue }
            let definition = contribution.definition
            if definition.isBinned || definition.timeUnit != nil || !definition.isField { continue }
            if unit.orientation == .vertical && component.channel == .x
                || unit.orientation == .horizontal && component.channel == .y
            {
                return padding
            }
        }
        return nil
    }

    private func wantsZero(_ component: ScaleComponent, isExplicit: Bool, domain: [Double]) -> Bool {
        if let written = boolean(component, .zero) { return written }
        if component.type == .log || component.type.isTime { return false }
        let channel = component.channel
        if isExplicit {
            if let first = domain.first, let last = domain.last { return first <= 0 && last >= 0 }
            return false
        }
        // Of several marks the first says whether zero is shown.
        guard let lead = component.contributions.first(where: { $0.channel == channel }) ?? component.lead,
            let unit = unit(lead)
        else { return false }
        if channel == .size { return lead.definition.type == .quantitative && !component.type.isDiscretizing }
        guard channel.isPosition || channel.isPolar, !lead.definition.isBinned else { return false }
        if unit.mark.leavesZeroOfDimension,
            unit.orientation == .horizontal && channel == .y || unit.orientation == .vertical && channel == .x
        {
            return false
        }
        if unit.mark.growsFromZero, channel.secondary.flatMap({ unit.encoding[$0] }) == nil {
            return true
        }
        return config.boolean(.zero) ?? true
    }

    // MARK: - Bins

    /// The borders that an axis of bins marks.
    private func bins(_ component: ScaleComponent, _ scale: any ContinuousScale) -> [Double]? {
        let written = value(component, .bins)
        if let list = written?.array { return list.compactMap(\.number) }
        if let written, let step = written["step"]?.number, step > 0, let first = scale.domain.min(),
            let last = scale.domain.max(), (last - first) / step < 1000
        {
            let start = written["start"]?.number ?? first
            return Array(stride(from: start, through: (written["stop"]?.number ?? last) + step * 1e-9, by: step))
        }
        return component.lead?.definition.isBinning == true ? binBorders(component) : nil
    }

    /// The borders of a computed bin: all starts and the last end.
    func binBorders(_ component: ScaleComponent) -> [Double]? {
        guard let lead = component.contributions.first(where: { $0.definition.isBinning }),
            case .computed(let bin) = lead.definition.written.bin
        else { return nil }
        // A written extent is shown whole, whatever the data fill of it.
        if let extent = bin.extent { return bin.bins(over: extent).boundaries }
        guard let unit = unit(lead), let end = lead.definition.endColumn,
            let starts = unit.table.column(lead.definition.column)?.numbers, let ends = unit.table.column(end)?.numbers
        else { return nil }
        var (low, high, step) = (Double.infinity, -Double.infinity, Double.infinity)
        for (start, stop) in zip(starts, ends) where start.isFinite && stop.isFinite {
            low = min(low, start)
            high = max(high, stop)
            if stop > start { step = min(step, stop - start) }
        }
        guard low < high, step > 0, (high - low) / step < 10_000 else { return nil }
        let count = Int(((high - low) / step).rounded())
        return (0...count).map { low + Double($0) * step }
    }
}
