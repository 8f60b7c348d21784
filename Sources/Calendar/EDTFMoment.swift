/// One date of EDTF, without the slash of an interval: a day, a year, a decade, a season, a minute.
public struct EDTFMoment: Sendable, Hashable {
    /// How much of the date is known.
    public enum Precision: Int, Sendable, Comparable {
        case millennium, century, decade, year, season, month, day, minute, second

        public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
    }

    public let precision: Precision
    public let calendar: CalendarSystem
    /// As written, in `calendar`; astronomical. The first year of a decade, century or millennium.
    public let year: Int
    /// 1 to 12, or 21 to 24 for spring, summer, autumn, winter; nil where only a year is known.
    public let month: Int?
    public let day: Int?
    /// Of the day as written; nil where no time of day is.
    public let secondOfDay: Int?
    /// Minutes that the written time is ahead of UTC; nil where the date does not say.
    public let offset: Int?
    public let isApproximate: Bool
    public let isUncertain: Bool
    /// First and last day that the date may stand for, as days since 1970-01-01 of the Gregorian calendar.
    public let earliest: Int
    public let latest: Int

    init(
        precision: Precision, calendar: CalendarSystem, year: Int, month: Int? = nil, day: Int? = nil,
        secondOfDay: Int? = nil, offset: Int? = nil, isApproximate: Bool, isUncertain: Bool, earliest: Int, latest: Int
    ) {
        self.precision = precision
        self.calendar = calendar
        self.year = year
        self.month = month
        self.day = day
        self.secondOfDay = secondOfDay
        self.offset = offset
        self.isApproximate = isApproximate
        self.isUncertain = isUncertain
        self.earliest = earliest
        self.latest = latest
    }

    /// Seconds from 1970-01-01T00:00:00 to the first moment it may stand for. A time with an offset is counted in
    /// UTC, one without as the clock showed it.
    public var firstSecond: Int {
        guard let secondOfDay else { return earliest * 86_400 }
        return earliest * 86_400 + secondOfDay - (offset ?? 0) * 60
    }

    /// The first second after the last moment it may stand for.
    public var endSecond: Int {
        guard secondOfDay != nil else { return (latest + 1) * 86_400 }
        return firstSecond + (precision == .second ? 1 : 60)
    }
}
