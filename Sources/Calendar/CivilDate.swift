/// A day of the proleptic Gregorian calendar. Years are astronomical: 0 is 1 BCE, −1 is 2 BCE.
public struct CivilDate: Sendable, Hashable, Comparable {
    /// Years beyond ±this are refused, so that seconds fit an `Int` with room to spare.
    public static let furthestYear = 99_999_999_999

    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Nil where the calendar has no such day, or the year is beyond `furthestYear`.
    public init?(year: Int, month: Int, day: Int) {
        guard (-CivilDate.furthestYear...CivilDate.furthestYear).contains(year), (1...12).contains(month),
            (1...CivilDate.dayCount(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    public static func < (a: CivilDate, b: CivilDate) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}

extension CivilDate {
    /// The day that is `days` after 1970-01-01; days too far off are cut to the furthest year.
    ///
    /// The method is Howard Hinnant's (`civil_from_days`, "chrono-compatible low-level date algorithms"): years are
    /// counted from 1 March, so that the leap day is a year's last, in periods of 400 years of 146,097 days.
    public init(daysSince1970 days: Int) {
        let furthest = CivilDate.furthestYear / 400 * 146_097
        let shifted = max(-furthest, min(furthest, days)) + 719_468
        let period = floorDivide(shifted, 146_097)
        let dayOfPeriod = shifted - period * 146_097
        let yearOfPeriod = (dayOfPeriod - dayOfPeriod / 1_460 + dayOfPeriod / 36_524 - dayOfPeriod / 146_096) / 365
        let dayOfYear = dayOfPeriod - (365 * yearOfPeriod + yearOfPeriod / 4 - yearOfPeriod / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            unchecked: yearOfPeriod + period * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// Days after 1970-01-01; negative before. Hinnant's `days_from_civil`.
    public var daysSince1970: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let period = floorDivide(marchYear, 400)
        let yearOfPeriod = marchYear - period * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfPeriod = yearOfPeriod * 365 + yearOfPeriod / 4 - yearOfPeriod / 100 + dayOfYear
        return period * 146_097 + dayOfPeriod - 719_468
    }

    public static func isLeap(year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// 28 to 31; months outside 1…12 have none.
    public static func dayCount(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1...12: 31
        default: 0
        }
    }

    /// Days from 1970-01-01 to the first day of a month; months past 12, or before 1, run on into other years.
    public static func daysSince1970(year: Int, month: Int) -> Int {
        let months = month - 1
        let carry = floorDivide(months, 12)
        return CivilDate(unchecked: max(-furthestYear, min(furthestYear, year + carry)), months - carry * 12 + 1, 1)
            .daysSince1970
    }
}

/// Division that rounds towards minus infinity, for a positive divisor.
func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}
