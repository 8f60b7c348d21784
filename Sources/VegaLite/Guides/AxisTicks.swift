import Formats
import Scales
import Tables

/// The values that an axis or a legend marks, with their labels.
struct TickList {
    struct Tick {
        var value: DataValue
        var lines: [String]

        /// As expressions and conditions see the tick.
        func row(index: Int, count: Int) -> Table {
            Table(rows: [
                [
                    .init("value", value), .init("label", .string(lines.joined(separator: " "))),
                    .init("index", .number(Double(index) / Double(max(1, count - 1)))),
                ]
            ])
        }
    }
    var ticks: [Tick] = []
}

/// What ticks are chosen by, whichever guide they are of.
struct TickWishes {
    /// A count, a unit of time, or `{interval, step}`.
    var count: DataValue?
    var values: [DataValue]?
    var least: Double?
    var isWhole = false

    var wholeCount: Int? { count?.number.flatMap { $0 >= 0 && $0 < 10_000 ? Int($0) : nil } }

    /// The span of time between ticks.
    var interval: TimeInterval? {
        guard let name = count?.string ?? count?["interval"]?.string, let unit = TimeInterval.Unit(rawValue: name)
        else {
            return nil
        }
        return TimeInterval(unit, step: count?["step"]?.number.flatMap { $0 >= 1 && $0 < 1e5 ? Int($0) : nil } ?? 1)
    }
}

extension AxisGuide {
    var wishes: TickWishes {
        let format = properties[.format] ?? definition.written.format?.constant
        return TickWishes(
            count: properties[.tickCount], values: properties[.values]?.array,
            least: properties.number(.tickMinStep), isWhole: format?.string == "d")
    }
}

extension ChartModel {
    /// The ticks of an axis along so many units of length.
    func ticks(of axis: AxisGuide, scale: ResolvedScale, length: Double) -> TickList {
        let stack = views[axis.unit].unit?.stack
        let isNormalized = stack.map { $0.channel == axis.channel && $0.offset == .normalize } ?? false
        switch scale.mapping {
        case .band(let band):
            let values = axis.wishes.values?.map { constant($0, type: axis.definition.type) } ?? band.domain
            return list(values, ValueWriter(axis.definition, in: self, guide: axis.format))
        case .continuous(let continuous):
            let (values, step) = continuousTicks(
                axis.definition, axis.wishes, scale, continuous, length: length, isBinned: axis.definition.isBinned)
            if scale.type == .log { return logarithmic(values, continuous, axis) }
            let largest = continuous.domain.map(\.magnitude).max() ?? 0
            let writer = ValueWriter(
                axis.definition, in: self, guide: axis.format, isTimeScale: scale.type.isTime,
                ticks: scale.type.isTime ? nil : (step, largest), isNormalized: isNormalized)
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
    private func logarithmic(_ values: [Double], _ scale: any ContinuousScale, _ axis: AxisGuide) -> TickList {
        let count = axis.wishes.wholeCount ?? 10
        let base = (scale as? LogScale)?.base ?? 10
        let most = max(1, base * Double(count) / Double(max(1, values.count)))
        let writer = ValueWriter(axis.definition, in: self, guide: axis.format)
        let isFormatted =
            axis.format.labelExpression != nil || axis.format.format != nil || axis.definition.written.format != nil
            || axis.format.formatType != nil || config.numberFormat != nil
        let plain = NumberFormat(",")
        return TickList(
            ticks: values.map { value in
                var share = value.magnitude / Powers.nearest(value.magnitude, base: base)
                if share * base < base - 0.5 { share *= base }
                guard share <= most else { return TickList.Tick(value: .number(value), lines: [""]) }
                if isFormatted {
                    return TickList.Tick(value: .number(value), lines: writer.label(of: .number(value), index: 0))
                }
                return TickList.Tick(value: .number(value), lines: [plain?.format(value) ?? ""])
            })
    }

    /// Values and their distance.
    func continuousTicks(
        _ definition: ChannelDefinition, _ wishes: TickWishes, _ scale: ResolvedScale,
        _ continuous: any ContinuousScale, length: Double, isBinned: Bool, standardCount: Int? = nil
    ) -> ([Double], Double) {
        let (low, high) = (continuous.domain.min() ?? 0, continuous.domain.max() ?? 1)
        var count = tickCount(definition, wishes, scale, length: length, standardCount: standardCount)
        let least = wishes.least ?? (wishes.isWhole ? 1 : nil) ?? definition.timeUnit?.duration
        if let least, least > 0 {
            let most = ((high - low) / least).rounded(.down)
            if most.isFinite { count = min(count, max(1, Int(min(most, 1e6))) + 1) }
        }
        let step = Ticks.step(from: low, to: high, count: Double(max(1, count)))
        if let list = wishes.values {
            let values = list.compactMap { constant($0, type: definition.type).asNumber }
            return (values.filter { $0 >= low - 1e-9 * abs(low) && $0 <= high + 1e-9 * abs(high) }, step)
        }
        if let bins = scale.bins, !bins.isEmpty {
            var values = bins.filter { $0 >= low - 1e-9 && $0 <= high + 1e-9 }
            while values.count > count, values.count >= 3 {
                values = values.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
            }
            return (values, step)
        }
        if let time = continuous as? TimeScale, let interval = wishes.interval {
            let ticks = time.ticks(every: interval)
            // Finer than anybody can draw or read.
            if ticks.count <= 2000 { return (ticks, step) }
        }
        let ticks = continuous.ticks(count: count)
        return (scale.isReversed ? ticks.sorted() : ticks, step)
    }

    private func tickCount(
        _ definition: ChannelDefinition, _ wishes: TickWishes, _ scale: ResolvedScale, length: Double,
        standardCount: Int?
    ) -> Int {
        let isTimed = scale.type.isTime && scale.channel == .x && definition.timeUnit == nil
        // Vega-Lite leaves the count of these units to Vega, whose labels then make room for each other.
        let isCalendar =
            !config.isEditorial
            && definition.timeUnit.map { [["month"], ["hours"], ["day"], ["quarter"]].contains($0.parts) } == true
        let room = definition.isBinned && scale.bins != nil ? 10.0 : 40.0
        let count =
            wishes.wholeCount ?? standardCount ?? (scale.type == .log || isCalendar ? 10 : nil)
            // Every label of ours is shown, so that none that tells the year is left out.
            ?? (config.isEditorial && isTimed ? max(2, Int(max(0, min(1e4, length / 75)))) : nil)
            ?? max(1, Int((length / room).rounded(.up)))
        // As many labels as bins have ends; what overlaps is left out later.
        return scale.bins.map { max(count, min($0.count, 10_000)) } ?? count
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
