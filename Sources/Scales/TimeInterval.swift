import Formats

/// A step of the calendar, such as every third month, counted from where the larger unit begins.
public struct TimeInterval: Sendable, Hashable {
    public enum Unit: String, Sendable, CaseIterable {
        case millisecond, second, minute, hour, day, week, month, year

        /// About how many milliseconds.
        var duration: Double {
            switch self {
            case .millisecond: 1
            case .second: 1000
            case .minute: 60_000
            case .hour: 3_600_000
            case .day: 86_400_000
            case .week: 604_800_000
            case .month: 2_592_000_000
            case .year: 31_536_000_000
            }
        }
    }

    public var unit: Unit
    public var step: Int

    public init(_ unit: Unit, step: Int = 1) {
        self.unit = unit
        self.step = max(1, step)
    }

    /// The intervals that axes are divided by, from the finest.
    static let ladder: [TimeInterval] = [
        TimeInterval(.second), TimeInterval(.second, step: 5), TimeInterval(.second, step: 15),
        TimeInterval(.second, step: 30), TimeInterval(.minute), TimeInterval(.minute, step: 5),
        TimeInterval(.minute, step: 15), TimeInterval(.minute, step: 30), TimeInterval(.hour),
        TimeInterval(.hour, step: 3), TimeInterval(.hour, step: 6), TimeInterval(.hour, step: 12), TimeInterval(.day),
        TimeInterval(.day, step: 2), TimeInterval(.week), TimeInterval(.month), TimeInterval(.month, step: 3),
        TimeInterval(.year),
    ]

    var duration: Double { unit.duration * Double(step) }

    /// The interval that divides a span into about `count` parts: the one whose ratio to the wished length is least.
    public static func dividing(from low: Double, to high: Double, count: Double) -> TimeInterval {
        let wished = abs(high - low) / max(1, count)
        guard let index = ladder.firstIndex(where: { $0.duration > wished }) else {
            let step = Ticks.step(from: low / Unit.year.duration, to: high / Unit.year.duration, count: count)
            return TimeInterval(.year, step: step.isFinite ? Int(max(1, min(1e5, step))) : 1)
        }
        if index == 0 {
            let step = Ticks.step(from: low, to: high, count: count)
            return TimeInterval(.millisecond, step: step.isFinite ? Int(max(1, min(1000, step))) : 1)
        }
        let (below, above) = (ladder[index - 1], ladder[index])
        return wished / below.duration < above.duration / wished ? below : above
    }

    /// The last beginning of an interval at or before a moment; NaN where the moment is no date.
    public func floor(_ milliseconds: Double) -> Double {
        guard var time = CivilTime(milliseconds: milliseconds) else { return .nan }
        let step = self.step
        switch unit {
        case .millisecond: time.millisecond -= time.millisecond % step
        case .second:
            time.millisecond = 0
            time.second -= time.second % step
        case .minute:
            (time.millisecond, time.second) = (0, 0)
            time.minute -= time.minute % step
        case .hour:
            (time.millisecond, time.second, time.minute) = (0, 0, 0)
            time.hour -= time.hour % step
        case .day:
            (time.millisecond, time.second, time.minute, time.hour) = (0, 0, 0, 0)
            time.day -= (time.day - 1) % step
        case .week:
            let weekday = time.weekday
            (time.millisecond, time.second, time.minute, time.hour) = (0, 0, 0, 0)
            time.day -= weekday
            if step > 1 {
                let weeks = (time.milliseconds() / Unit.week.duration).rounded(.down)
                time.day -= 7 * Int(weeks - (weeks / Double(step)).rounded(.down) * Double(step))
            }
        case .month:
            (time.millisecond, time.second, time.minute, time.hour, time.day) = (0, 0, 0, 0, 1)
            time.month -= (time.month - 1) % step
        case .year:
            time = CivilTime(year: time.year - ((time.year % step) + step) % step)
        }
        return time.milliseconds()
    }

    /// The first beginning of an interval at or after a moment.
    public func ceiling(_ milliseconds: Double) -> Double {
        let floor = floor(milliseconds)
        return floor < milliseconds ? next(after: floor) : floor
    }

    /// The beginning after a beginning.
    public func next(after beginning: Double) -> Double {
        // Steps within a larger unit are cut off at its end: after the 31st comes the 1st.
        var moment = beginning
        for _ in 0..<4 {
            guard var time = CivilTime(milliseconds: moment) else { return .nan }
            switch unit {
            case .millisecond: time.millisecond += step
            case .second: time.second += step
            case .minute: time.minute += step
            case .hour: time.hour += step
            case .day: time.day += step
            case .week: time.day += 7 * step
            case .month: time.month += step
            case .year: time.year += step
            }
            moment = time.milliseconds()
            let floor = floor(moment)
            if floor > beginning { return floor }
        }
        return .nan
    }

    /// All beginnings between the two, ends included; at most `Ticks.most`.
    public func range(from low: Double, to high: Double) -> [Double] {
        var result: [Double] = []
        var moment = ceiling(low)
        while moment <= high, result.count < Ticks.most {
            result.append(moment)
            moment = next(after: moment)
        }
        return result
    }
}
