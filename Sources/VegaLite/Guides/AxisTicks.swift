import Documents
import Formats
import Scales
import Tables

/// The values that an axis or a legend marks, with their labels.
struct TickList {
    struct Tick {
        var value: DataValue
        var lines: [String]
    }
    var ticks: [Tick] = []
}

extension Compilation {
    /// The ticks of an axis along so many units of length.
    mutating func ticks(of axis: Axis, scale: ResolvedScale, length: Double) -> TickList {
        let properties = axis.properties
        let isNormalized =
            views[axis.unit].unit?.stack.map { $0.channel == axis.channel && $0.offset == "normalize" } ?? false
        switch scale.mapping {
        case .band(let band):
            var values = band.domain
            if let written = properties["values"]?.array {
                values = written.map { constant($0, type: axis.definition.type) }
            }
            let writer = ValueWriter(axis.definition, config: config, evaluator: evaluator, guide: axis.node)
            return list(values, writer)
        case .continuous(let continuous):
            let (values, step) = continuousTicks(
                axis.definition, properties, scale, continuous, length: length, isBinned: axis.definition.isBinned)
            let largest = continuous.domain.map(\.magnitude).max() ?? 0
            let writer = ValueWriter(
                axis.definition, config: config, evaluator: evaluator, guide: axis.node, isTimeScale: scale.type.isTime,
                ticks: scale.type.isTime ? nil : (step, largest), isNormalized: isNormalized)
            if scale.type == .log, axis.node?["format"] == nil, axis.definition.format == nil,
                config["numberFormat"] == nil
            {
                return logarithmic(values, continuous, axis, length: length)
            }
            return list(values.map { .number($0) }, writer)
        default: return TickList()
        }
    }

    private func list(_ values: [DataValue], _ writer: ValueWriter) -> TickList {
        let last = Double(max(1, values.count - 1))
        return TickList(
            ticks: values.enumerated().map { index, value in
                TickList.Tick(value: value, lines: writer.label(of: value, index: Double(index) / last))
            })
    }

    /// On a logarithmic axis only as many labels are written as there is room for; the rest are ticks.
    private func logarithmic(_ values: [Double], _ scale: any ContinuousScale, _ axis: Axis, length: Double) -> TickList
    {
        let count = tickCount(axis.properties, length: length) ?? 10
        let base = (scale as? LogScale)?.base ?? 10
        let k = max(1, base * Double(count) / Double(max(1, values.count)))
        let format = NumberFormat(base == 10 ? ".0e" : ",") ?? NumberFormat("")
        let writer = ValueWriter(axis.definition, config: config, evaluator: evaluator, guide: axis.node)
        let plain = NumberFormat(",")
        return TickList(
            ticks: values.map { value in
                let power = (value.magnitude / Powers.nearest(value.magnitude, base: base))
                var i = power
                if i * base < base - 0.5 { i *= base }
                guard i <= k else { return TickList.Tick(value: .number(value), lines: [""]) }
                if axis.node?["labelExpr"] != nil {
                    return TickList.Tick(value: .number(value), lines: writer.label(of: .number(value), index: 0))
                }
                let text = plain?.format(value) ?? format?.format(value) ?? ""
                return TickList.Tick(value: .number(value), lines: [text])
            })
    }

    func tickCount(_ properties: Properties, length: Double) -> Int? {
        guard let node = properties["tickCount"] else { return nil }
        if let number = node.number, number >= 0, number < 10_000 { return Int(number) }
        return nil
    }

    /// Values and their distance.
    mutating func continuousTicks(
        _ definition: ChannelDefinition, _ properties: Properties, _ scale: ResolvedScale,
        _ continuous: any ContinuousScale,
        length: Double, isBinned: Bool, standardCount: Int? = nil
    ) -> ([Double], Double) {
        let (low, high) = (continuous.domain.min() ?? 0, continuous.domain.max() ?? 1)
        let binCount = definition.isBinned && scale.bins != nil
        var count =
            tickCount(properties, length: length) ?? standardCount ?? (scale.type == .log ? 10 : nil)
            // Every label of ours is shown, so that none that tells the year is left out.
            ?? (config.isEditorial && scale.type.isTime && scale.channel == .x && definition.timeUnit == nil
                ? max(2, Int(length / 75)) : nil) ?? max(1, Int((length / (binCount ? 10 : 40)).rounded(.up)))
        // As many labels as bins have ends; what overlaps is left out later.
        if let bins = scale.bins { count = max(count, min(bins.count, 10_000)) }
        let isWhole = (properties.sources.first?["format"] ?? definition.format)?.string == "d"
        if let least = properties.number("tickMinStep") ?? (isWhole ? 1 : nil)
            ?? definition.timeUnit.flatMap(TimeUnitName.init).map(\.duration),
            least > 0
        {
            let most = ((high - low) / least).rounded(.down)
            if most.isFinite { count = min(count, max(1, Int(min(most, 1e6))) + 1) }
        }
        let step = Ticks.step(from: low, to: high, count: Double(max(1, count)))
        if let written = properties["values"] {
            if let list = written.array {
                return (
                    list.compactMap { constant($0, type: definition.type).asNumber }.filter {
                        $0 >= low - 1e-9 * abs(low) && $0 <= high + 1e-9 * abs(high)
                    }, step
                )
            }
        }
        if let bins = scale.bins, !bins.isEmpty {
            var values = bins.filter { $0 >= low - 1e-9 && $0 <= high + 1e-9 }
            while values.count > count, values.count >= 3 {
                values = values.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
            }
            return (values, step)
        }
        if let time = continuous as? TimeScale, let node = properties["tickCount"] {
            let name = node.string ?? node["interval"]?.string
            if let unit = name.flatMap(TimeInterval.Unit.init) {
                let interval = TimeInterval(
                    unit, step: node["step"]?.number.flatMap { $0 >= 1 && $0 < 1e5 ? Int($0) : nil } ?? 1)
                return (time.ticks(every: interval), step)
            }
        }
        return (continuous.ticks(count: count), step)
    }
}

enum Powers {
    /// The power of the base nearest below on the logarithmic line, rounded.
    static func nearest(_ value: Double, base: Double) -> Double {
        guard value > 0, value.isFinite else { return 1 }
        return power(base, (logarithm(value) / logarithm(base)).rounded())
    }
}

#if canImport(Glibc)
import Glibc
private func power(_ a: Double, _ b: Double) -> Double { pow(a, b) }
private func logarithm(_ a: Double) -> Double { log(a) }
#elseif canImport(Darwin)
import Darwin
private func power(_ a: Double, _ b: Double) -> Double { pow(a, b) }
private func logarithm(_ a: Double) -> Double { log(a) }
#endif
