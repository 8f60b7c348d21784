import Calendar
import Phrases

/// Moments that an axis names.
struct TimeTick: Sendable, Hashable {
    /// Seconds since 1970.
    var time: Double
    var label: String
    /// With its year, for the first tick that is shown; nil where the label has all there is to say.
    var full: String?
}

/// Steps that suit a span: round years, months, days, hours, minutes.
enum TimeTicks {
    enum Step: Hashable {
        case years(Int), months(Int), days(Int), seconds(Int)

        var seconds: Double {
            switch self {
            case .years(let count): Double(count) * AxisBreaks.secondsPerYear
            case .months(let count): Double(count) * AxisBreaks.secondsPerYear / 12
            case .days(let count): Double(count) * 86_400
            case .seconds(let count): Double(count)
            }
        }
    }

    private static let steps: [Step] =
        [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200].map { .seconds($0) }
        + [1, 2, 7, 14].map { .days($0) } + [1, 2, 3, 6].map { .months($0) }
        + (0..<11).flatMap { power -> [Step] in
            var scale = 1
            for _ in 0..<power { scale *= 10 }
            return [1, 2, 5].map { .years($0 * scale) }
        }

    /// The finest step whose ticks stand at least `spacing` seconds apart.
    static func step(spacing: Double) -> Step { steps.first { $0.seconds >= spacing } ?? .years(100_000_000_000) }

    /// The round moments of a part of the axis, in order; at most a thousand.
    static func ticks(
        in times: ClosedRange<Double>, step: Step, _ dates: Phrases.Dates = Phrases.of("en").dates
    ) -> [TimeTick] {
        switch step {
        case .years(let count): return years(in: times, every: count)
        case .months(let count):
            let first = CivilDate(daysSince1970: Int((times.lowerBound / 86_400).rounded(.down)))
            var month = (first.month - 1) / count * count + 1
            var ticks: [TimeTick] = []
            while ticks.count < 1_000 {
                let days = CivilDate.daysSince1970(year: first.year, month: month)
                let time = Double(days) * 86_400
                if time > times.upperBound { break }
                if time >= times.lowerBound {
                    let date = CivilDate(daysSince1970: days)
                    let name = dates.shortMonths[date.month - 1]
                    let full = "\(name) \(EDTFDate.wording(ofYear: date.year))"
                    ticks.append(
                        TimeTick(time: time, label: date.month == 1 || ticks.isEmpty ? full : name, full: full))
                }
                month += count
            }
            return ticks
        case .days(let count):
            // Weeks begin on Monday: day 4 after 1970-01-01, a Thursday, was one.
            let origin = count >= 7 ? 4 : 0
            var day = (Int((times.lowerBound / 86_400).rounded(.down)) - origin) / count * count + origin
            var ticks: [TimeTick] = []
            while ticks.count < 1_000 {
                let time = Double(day) * 86_400
                if time > times.upperBound { break }
                if time >= times.lowerBound {
                    let date = CivilDate(daysSince1970: day)
                    let name = dates.shortMonths[date.month - 1]
                    let full = "\(date.day) \(name) " + EDTFDate.wording(ofYear: date.year)
                    ticks.append(TimeTick(time: time, label: ticks.isEmpty ? full : "\(date.day) \(name)", full: full))
                }
                day += count
            }
            return ticks
        case .seconds(let count):
            var time = (times.lowerBound / Double(count)).rounded(.up) * Double(count)
            var ticks: [TimeTick] = []
            while ticks.count < 1_000, time <= times.upperBound {
                let day = (time / 86_400).rounded(.down)
                let second = Int(time - day * 86_400)
                func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
                var label = two(second / 3_600) + ":" + two(second / 60 % 60)
                if count < 60 { label += ":" + two(second % 60) }
                if second == 0, !ticks.isEmpty || times.upperBound - times.lowerBound > 86_400 {
                    let date = CivilDate(daysSince1970: Int(day))
                    label = "\(date.day) " + dates.shortMonths[date.month - 1]
                }
                ticks.append(TimeTick(time: time, label: label))
                time += Double(count)
            }
            return ticks
        }
    }

    /// Years that are round as people count them: 500 BCE is the astronomical −499.
    private static func years(in times: ClosedRange<Double>, every count: Int) -> [TimeTick] {
        let first = CivilDate(daysSince1970: Int((times.lowerBound / 86_400).rounded(.down))).year
        var ticks: [TimeTick] = []
        var counted = (first < 1 ? first - 1 : first) / count * count - count
        while ticks.count < 1_000 {
            defer { counted += count }
            if counted == 0 { continue }
            let year = counted < 0 ? counted + 1 : counted
            let time = Double(CivilDate.daysSince1970(year: year, month: 1)) * 86_400
            if time > times.upperBound { break }
            if time >= times.lowerBound { ticks.append(TimeTick(time: time, label: EDTFDate.wording(ofYear: year))) }
        }
        return ticks
    }
}
