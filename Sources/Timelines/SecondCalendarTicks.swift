import Calendar

/// Round moments of a second calendar: its years, months or days, at their true places.
enum SecondCalendarTicks {
    private enum Step {
        case days(Int), months(Int), years(Int)

        var seconds: Double {
            switch self {
            case .days(let count): Double(count) * 86_400
            case .months(let count): Double(count) * 29.5 * 86_400
            case .years(let count): Double(count) * 354 * 86_400
            }
        }
    }

    private static let steps: [Step] =
        [.days(1), .days(5), .days(10), .months(1), .months(3), .months(6)]
        + (0..<10).flatMap { power -> [Step] in
            var scale = 1
            for _ in 0..<power { scale *= 10 }
            return [1, 2, 5].map { .years($0 * scale) }
        }

    /// The moments of the finest step that stand at least `spacing` seconds apart, in order; at most a thousand. The
    /// year stands with the first and wherever it changes.
    static func ticks(_ calendar: SecondCalendar, in times: ClosedRange<Double>, spacing: Double) -> [TimeTick] {
        let step = steps.first { $0.seconds >= spacing } ?? .years(1_000_000_000)
        let (low, high) = (
            Int((times.lowerBound / 86_400).rounded(.down)), Int((times.upperBound / 86_400).rounded(.up))
        )
        // A calendar that begins later than the axis has ticks from its first year.
        guard low < high, let end = calendar.day(daysSince1970: high) else { return [] }
        let start = calendar.day(daysSince1970: low) ?? .init(year: 1, month: 1, day: 1)
        var ticks: [TimeTick] = []
        var namedYear: Int?
        func add(_ days: Int?, _ words: (_ withYear: Bool) -> String, year: Int) {
            guard let days else { return }
            let time = Double(days) * 86_400
            guard times.contains(time), ticks.count < 1_000 else { return }
            ticks.append(TimeTick(time: time, label: words(namedYear != year), full: words(true)))
            namedYear = year
        }
        switch step {
        case .years(let count):
            // Years are round as people count them: 500 BCE is the astronomical −499.
            var counted = (start.year < 1 ? start.year - 1 : start.year) / count * count - count
            while counted <= end.year, ticks.count < 1_000 {
                defer { counted += count }
                if counted == 0 { continue }
                let year = counted < 0 ? counted + 1 : counted
                add(calendar.daysSince1970(year: year), { _ in calendar.wording(ofYear: year) }, year: year)
            }
        case .months(let count):
            for year in start.year...max(start.year, min(end.year, start.year + 200)) {
                for month in stride(from: 1, through: calendar.monthCount(year: year), by: count) {
                    let name = calendar.monthName(month, year: year)
                    add(
                        calendar.daysSince1970(year: year, month: month),
                        { $0 ? name + " " + calendar.wording(ofYear: year) : name }, year: year)
                }
            }
        case .days(let count):
            for days in low...min(high, low + 3_000) {
                guard let day = calendar.day(daysSince1970: days), (day.day - 1) % count == 0,
                    count == 1 || day.day <= 26
                else { continue }
                let name = "\(day.day) " + calendar.monthName(day.month, year: day.year)
                add(days, { $0 ? name + " " + calendar.wording(ofYear: day.year) : name }, year: day.year)
            }
        }
        return ticks
    }
}
