/// Which calendar a date is written in.
public enum CalendarSystem: String, Sendable, Hashable, CaseIterable {
    case gregorian, julian
}

/// A day of the proleptic Julian calendar, as Russia wrote dates until 1918. Years are astronomical.
public struct JulianDate: Sendable, Hashable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil where the calendar has no such day, or the year is beyond `CivilDate.furthestYear`.
    public init?(year: Int, month: Int, day: Int) {
        guard (-CivilDate.furthestYear...CivilDate.furthestYear).contains(year), (1...12).contains(month),
            (1...JulianDate.dayCount(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    public static func dayCount(ofMonth month: Int, year: Int) -> Int {
        month == 2 ? (year % 4 == 0 ? 29 : 28) : CivilDate.dayCount(ofMonth: month, year: 2001)
    }

    /// Days after 1970-01-01 of the Gregorian calendar. Every fourth year is a leap year, so that 1,461 days are
    /// four years; the Julian 1 March of the year 0 is 719,470 days before 1970-01-01.
    public var daysSince1970: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return marchYear * 365 + floorDivide(marchYear, 4) + dayOfYear - 719_470
    }

    /// The day that is `days` after 1970-01-01 of the Gregorian calendar.
    public init(daysSince1970 days: Int) {
        let furthest = CivilDate.furthestYear / 400 * 146_097
        let shifted = max(-furthest, min(furthest, days)) + 719_470
        let period = floorDivide(shifted, 1_461)
        let dayOfPeriod = shifted - period * 1_461
        let yearOfPeriod = min(3, dayOfPeriod / 365)
        let dayOfYear = dayOfPeriod - 365 * yearOfPeriod
        let marchMonth = (5 * dayOfYear + 2) / 153
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        year = period * 4 + yearOfPeriod + (month <= 2 ? 1 : 0)
    }
}
