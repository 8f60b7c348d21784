/// A moment as the proleptic Gregorian calendar writes it, in UTC or at a fixed distance from it.
///
/// Days are counted as Howard Hinnant describes ("chrono-Compatible Low-Level Date Algorithms"): years begin in
/// March, so that the leap day is the last of the year.
public struct CivilTime: Sendable, Hashable {
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int
    public var hour: Int
    public var minute: Int
    public var second: Int
    public var millisecond: Int

    /// Moments further than this from 1970 are not dates (ECMAScript, section 21.4.1.1).
    public static let furthest = 8.64e15
    static let millisecondsPerDay = 86_400_000

    public init(
        year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// Nil for a moment that is no date: NaN, or more than 100 million days from 1970.
    ///
    /// - Parameters:
    ///   - milliseconds: since 1970-01-01T00:00:00Z.
    ///   - offset: minutes east of UTC.
    public init?(milliseconds: Double, offset: Int = 0) {
        guard milliseconds.magnitude <= CivilTime.furthest else { return nil }
        let whole = Int(milliseconds.rounded(.down)) + max(-1440, min(1440, offset)) * 60_000
        let days = CivilTime.floorDivide(whole, CivilTime.millisecondsPerDay)
        let rest = whole - days * CivilTime.millisecondsPerDay
        let date = CivilTime.date(ofDay: days)
        self.init(
            year: date.year, month: date.month, day: date.day, hour: rest / 3_600_000, minute: rest / 60_000 % 60,
            second: rest / 1000 % 60, millisecond: rest % 1000)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z; fields beyond their bounds carry over, as month 13 into the next year.
    public func milliseconds(offset: Int = 0) -> Double {
        let days = Double(CivilTime.day(year: year, month: month)) + Double(day - 1)
        let clock = Double(hour) * 3_600_000 + Double(minute) * 60_000 + Double(second) * 1000 + Double(millisecond)
        return days * 86_400_000 + clock - Double(offset) * 60_000
    }

    /// Milliseconds of fields that may be fractions or far out of bounds, each cut to a whole number; NaN where the
    /// fields are no date. Months count from 0, as ECMAScript's `Date.UTC` does.
    public static func milliseconds(
        year: Double, monthFromZero: Double = 0, day: Double = 1, hour: Double = 0, minute: Double = 0,
        second: Double = 0, millisecond: Double = 0
    ) -> Double {
        let parts = [year, monthFromZero, day, hour, minute, second, millisecond]
        guard parts.allSatisfy({ $0.magnitude < 1e15 }), year.magnitude < 400_000, monthFromZero.magnitude < 5e6 else {
            return .nan
        }
        let whole = parts.map { $0.rounded(.towardZero) }
        let days = Double(CivilTime.day(year: Int(whole[0]), month: Int(whole[1]) + 1)) + whole[2] - 1
        let result = days * 86_400_000 + whole[3] * 3_600_000 + whole[4] * 60_000 + whole[5] * 1000 + whole[6]
        return result.magnitude <= furthest ? result : .nan
    }

    /// Days since 1970-01-01 of the first of a month; months beyond 1 to 12 carry into the years.
    public static func day(year: Int, month: Int, day: Int = 1) -> Int {
        let monthsOver = floorDivide(month - 1, 12)
        let month = month - 1 - monthsOver * 12 + 1
        let year = year + monthsOver - (month <= 2 ? 1 : 0)
        let era = floorDivide(year, 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func date(ofDay days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// 0 Sunday to 6 Saturday.
    public var weekday: Int {
        let days = CivilTime.day(year: year, month: month, day: day) + 4
        return days - CivilTime.floorDivide(days, 7) * 7
    }

    /// 1 to 366.
    public var dayOfYear: Int {
        CivilTime.day(year: year, month: month, day: day) - CivilTime.day(year: year, month: 1) + 1
    }

    /// 0 to 53: weeks begin on Sunday (C's `%U`); days before the first one are in week 0.
    public var weekFromSunday: Int { (dayOfYear - 1 + 7 - weekday) / 7 }

    /// 0 to 53: weeks begin on Monday (C's `%W`).
    public var weekFromMonday: Int { (dayOfYear - 1 + 7 - (weekday + 6) % 7) / 7 }

    /// The year and week of ISO 8601: weeks begin on Monday, week 1 holds the year's first Thursday.
    public var isoWeek: (year: Int, week: Int) {
        let days = CivilTime.day(year: year, month: month, day: day)
        let thursday = days + 3 - (weekday + 6) % 7
        let year = CivilTime.date(ofDay: thursday).year
        return (year, (thursday - CivilTime.day(year: year, month: 1)) / 7 + 1)
    }

    static func floorDivide(_ a: Int, _ b: Int) -> Int {
        let quotient = a / b
        return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
    }
}
