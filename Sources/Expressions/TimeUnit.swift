import Formats

/// A unit of time, or several together, that moments are cut to: `year`, `yearmonth`, `monthdate`, `utchours`…
///
/// A unit without its year stands in 2012, as in Vega, a leap year that begins on a Sunday. Everything is UTC.
package struct TimeUnit: Sendable, Hashable {
    package enum Part: String, Sendable, Hashable, CaseIterable, Comparable {
        case year, quarter, month, week, date, day, dayofyear, hours, minutes, seconds, milliseconds

        fileprivate var order: Int {
            switch self {
            case .year: 0
            case .quarter: 1
            case .month: 2
            case .week: 3
            case .date: 4
            case .day: 5
            case .dayofyear: 6
            case .hours: 7
            case .minutes: 8
            case .seconds: 9
            case .milliseconds: 10
            }
        }
        package static func < (a: Part, b: Part) -> Bool { a.order < b.order }
    }

    /// From coarse to fine; never empty.
    package private(set) var parts: [Part]
    /// How many of the finest part stand together.
    package var step: Int
    /// Written with `utc`; times are UTC without it too.
    package var isUTC: Bool
    /// The field holds moments already cut to the unit.
    package var isBinned: Bool

    /// The year that moments without one stand in.
    package static let baseYear = 2012

    package init?(parts: [Part], step: Int = 1) {
        guard !parts.isEmpty else { return nil }
        self.parts = Set(parts).sorted()
        self.step = max(1, step)
        isUTC = false
        isBinned = false
    }

    /// `yearmonthdate`, `utcyear`, `binnedyearmonth`, …; nil where the name is none of these.
    package init?(_ name: String, step: Int = 1) {
        var rest = name[...]
        isBinned = rest.hasPrefix("binned")
        if isBinned { rest = rest.dropFirst(6) }
        isUTC = rest.hasPrefix("utc")
        if isUTC { rest = rest.dropFirst(3) }
        var parts: [Part] = []
        while !rest.isEmpty {
            // The longest name first, so that `dayofyear` is not `day`.
            let known = Part.allCases.filter { rest.hasPrefix($0.rawValue) }.max {
                $0.rawValue.count < $1.rawValue.count
            }
            guard let part = known, !parts.contains(part) else { return nil }
            parts.append(part)
            rest = rest.dropFirst(part.rawValue.count)
        }
        guard !parts.isEmpty else { return nil }
        self.parts = parts.sorted()
        self.step = max(1, step)
    }

    /// The parts joined, without `utc` and `binned`.
    package var name: String { parts.map(\.rawValue).joined() }

    /// Every name of a unit that documents may write, without prefixes, for suggestions.
    package static let names: [String] = [
        "year", "quarter", "month", "week", "date", "day", "dayofyear", "hours", "minutes", "seconds", "milliseconds",
        "yearquarter", "yearquartermonth", "yearmonth", "yearmonthdate", "yearmonthdatehours",
        "yearmonthdatehoursminutes",
        "yearmonthdatehoursminutesseconds", "yearweek", "yearweekday", "yearweekdayhours", "yeardayofyear",
        "quartermonth",
        "monthdate", "monthdatehours", "monthdatehoursminutes", "monthdatehoursminutesseconds", "weekday",
        "weekdayhours",
        "weekdayhoursminutes", "weekdayhoursminutesseconds", "dayhours", "dayhoursminutes", "dayhoursminutesseconds",
        "hoursminutes", "hoursminutesseconds", "minutesseconds", "secondsmilliseconds",
    ]

    /// The finest part.
    package var finest: Part { parts.last ?? .year }

    /// The beginning of the unit that a moment falls in; NaN where the moment is no date.
    package func floor(_ milliseconds: Double) -> Double {
        guard let time = CivilTime(milliseconds: milliseconds) else { return .nan }
        func stepped(_ value: Int, _ part: Part, from first: Int = 0) -> Int {
            guard part == finest, step > 1 else { return value }
            let over = value - first
            return first + (over >= 0 ? over / step : -((step - 1 - over) / step)) * step
        }
        // A bit for each part: this runs once for every row.
        var bits = 0
        for part in parts { bits |= 1 << part.order }
        let set = PartSet(bits: bits)
        var result = CivilTime(year: set.contains(.year) ? stepped(time.year, .year) : Self.baseYear)
        if set.contains(.quarter), !set.contains(.month) {
            result.month = stepped((time.month - 1) / 3, .quarter) * 3 + 1
        }
        if set.contains(.month) { result.month = stepped(time.month, .month, from: 1) }
        let firstWeekday = set.contains(.week) || set.contains(.day) ? CivilTime(year: result.year).weekday : 0
        if set.contains(.week) {
            let week = stepped(time.weekFromSunday, .week)
            result.day = 1 + (7 - firstWeekday) % 7 + (week - 1) * 7 + (set.contains(.day) ? time.weekday : 0)
        } else if set.contains(.date) {
            result.day = stepped(time.day, .date, from: 1)
        } else if set.contains(.dayofyear) {
            result.month = 1
            result.day = stepped(time.dayOfYear, .dayofyear, from: 1)
        } else if set.contains(.day) {
            // The first such weekday of the year that begins on a Sunday.
            result.day = 1 + (stepped(time.weekday, .day) - firstWeekday + 7) % 7
        }
        if set.contains(.hours) { result.hour = stepped(time.hour, .hours) }
        if set.contains(.minutes) { result.minute = stepped(time.minute, .minutes) }
        if set.contains(.seconds) { result.second = stepped(time.second, .seconds) }
        if set.contains(.milliseconds) { result.millisecond = stepped(time.millisecond, .milliseconds) }
        return result.milliseconds()
    }

    private struct PartSet {
        let bits: Int
        func contains(_ part: Part) -> Bool { bits & (1 << part.order) != 0 }
    }

    /// The moment so many steps of the finest part later.
    package func offset(_ milliseconds: Double, by count: Int = 1) -> Double {
        TimeUnit.offset(milliseconds, part: finest, by: count * step)
    }

    /// The moment so many of a part later.
    package static func offset(_ milliseconds: Double, part: Part, by count: Int) -> Double {
        guard var time = CivilTime(milliseconds: milliseconds), abs(count) < 1_000_000_000 else { return .nan }
        switch part {
        case .year: time.year += min(max(count, -300_000), 300_000)
        case .quarter: time.month += min(max(count, -900_000), 900_000) * 3
        case .month: time.month += min(max(count, -3_000_000), 3_000_000)
        case .week: time.day += count * 7
        case .date, .day, .dayofyear: time.day += count
        case .hours: time.hour += count
        case .minutes: time.minute += count
        case .seconds: time.second += count
        case .milliseconds: time.millisecond += count
        }
        return time.milliseconds()
    }

    /// The d3-time-format specifier for labels of the unit.
    ///
    /// - Parameter replacing: specifiers by unit, or units joined with `-`, that stand before Vega-Lite's own.
    package func specifier(replacing given: [String: String] = [:]) -> String {
        let specifiers = Self.specifiers.merging(given) { $1 }
        var result = ""
        var index = 0
        while index < parts.count {
            var taken = 1
            for end in stride(from: parts.count, to: index, by: -1) {
                let key = parts[index..<end].map(\.rawValue).joined(separator: "-")
                if let specifier = specifiers[key] {
                    result += specifier
                    taken = end - index
                    break
                }
            }
            index += taken
        }
        while result.last == " " { result.removeLast() }
        return result
    }

    private static let specifiers: [String: String] = [
        "year": "%Y ", "quarter": "Q%q ", "month": "%b ", "week": "W%U ", "date": "%d ", "day": "%a ",
        "dayofyear": "%j ",
        "hours": "%H:00", "minutes": "00:%M", "seconds": ":%S", "milliseconds": ".%L", "year-month": "%b %Y ",
        "year-month-date": "%b %d, %Y ", "hours-minutes": "%H:%M",
    ]

    /// The unit and step that cut a span into at most `most` parts.
    ///
    /// - Parameter milliseconds: the length of the span.
    package static func fitting(_ milliseconds: Double, most: Double) -> TimeUnit? {
        let second = 1000.0, minute = 60_000.0, hour = 3_600_000.0, day = 86_400_000.0
        let ladder: [([Part], Int, Double)] = [
            ([.year, .month, .date, .hours, .minutes, .seconds], 1, second),
            ([.year, .month, .date, .hours, .minutes, .seconds], 5, 5 * second),
            ([.year, .month, .date, .hours, .minutes, .seconds], 15, 15 * second),
            ([.year, .month, .date, .hours, .minutes, .seconds], 30, 30 * second),
            ([.year, .month, .date, .hours, .minutes], 1, minute),
            ([.year, .month, .date, .hours, .minutes], 5, 5 * minute),
            ([.year, .month, .date, .hours, .minutes], 15, 15 * minute),
            ([.year, .month, .date, .hours, .minutes], 30, 30 * minute),
            ([.year, .month, .date, .hours], 1, hour), ([.year, .month, .date, .hours], 3, 3 * hour),
            ([.year, .month, .date, .hours], 6, 6 * hour), ([.year, .month, .date, .hours], 12, 12 * hour),
            ([.year, .month, .date], 1, day), ([.year, .week], 1, 7 * day), ([.year, .month], 1, 30 * day),
            ([.year, .month], 3, 90 * day),
            ([.year], 1, 365 * day),
        ]
        guard milliseconds.isFinite, most > 0 else { return nil }
        let target = milliseconds.magnitude / most
        if let found = ladder.first(where: { $0.2 >= target }) { return TimeUnit(parts: found.0, step: found.1) }
        let years = max(1, target / (365 * day))
        var step = DecimalStep.atLeast(years)
        if step < 1 { step = 1 }
        return TimeUnit(parts: [.year], step: Int(min(step, 100_000)))
    }
}

/// Steps of 1, 2 and 5 times a power of ten.
enum DecimalStep {
    static func atLeast(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 1 }
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        for factor in [1.0, 2, 5, 10] where power * factor >= value { return power * factor }
        return power * 10
    }
}
