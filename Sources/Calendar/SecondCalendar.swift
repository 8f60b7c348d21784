/// A calendar in which days can be written besides the one that they were given in.
public enum SecondCalendar: String, Sendable, Hashable, CaseIterable {
    case gregorian, julian, islamic, hebrew

    /// A day as a calendar counts it.
    public struct Day: Sendable, Hashable {
        public var year: Int
        /// From 1, in the order of the calendar's own year.
        public var month: Int
        public var day: Int

        public init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    /// What stands behind a year: New Style, Old Style, anno Hegirae, anno mundi.
    public var mark: String {
        switch self {
        case .gregorian: "N.S."
        case .julian: "O.S."
        case .islamic: "AH"
        case .hebrew: "AM"
        }
    }

    public var name: String {
        switch self {
        case .gregorian: "Gregorian calendar"
        case .julian: "Julian calendar"
        case .islamic: "Islamic calendar, tabular"
        case .hebrew: "Hebrew calendar"
        }
    }

    /// Nil where the calendar does not reach.
    public func day(daysSince1970 days: Int) -> Day? {
        switch self {
        case .gregorian:
            let date = CivilDate(daysSince1970: days)
            return Day(year: date.year, month: date.month, day: date.day)
        case .julian:
            let date = JulianDate(daysSince1970: days)
            return Day(year: date.year, month: date.month, day: date.day)
        case .islamic: return IslamicDate(daysSince1970: days).map { Day(year: $0.year, month: $0.month, day: $0.day) }
        case .hebrew: return HebrewDate(daysSince1970: days).map { Day(year: $0.year, month: $0.month, day: $0.day) }
        }
    }

    /// Days after 1970-01-01 (Gregorian) of the first of a month; nil where the calendar does not reach.
    public func daysSince1970(year: Int, month: Int = 1) -> Int? {
        guard abs(year) <= CivilDate.furthestYear, (1...monthCount(year: year)).contains(month) else { return nil }
        switch self {
        case .gregorian: return CivilDate.daysSince1970(year: year, month: month)
        case .julian: return JulianDate(year: year, month: month, day: 1)?.daysSince1970
        case .islamic: return year >= 1 ? IslamicDate.daysSince1970(year: year, month: month) : nil
        case .hebrew: return year >= 1 ? HebrewDate.daysSince1970(year: year, month: month) : nil
        }
    }

    public func monthCount(year: Int) -> Int { self == .hebrew && HebrewDate.isLeap(year: year) ? 13 : 12 }

    public func monthName(_ month: Int, year: Int) -> String {
        let names: [String] =
            switch self {
            case .gregorian, .julian: EDTFDate.monthNames
            case .islamic: IslamicDate.monthNames
            case .hebrew: HebrewDate.monthNames(year: year)
            }
        return names.indices.contains(month - 1) ? names[month - 1] : ""
    }

    /// `1276 AH`; of the Gregorian and Julian calendars `1858 O.S.`, `45 BCE O.S.`
    public func wording(ofYear year: Int) -> String {
        switch self {
        case .gregorian, .julian: EDTFDate.wording(ofYear: year) + " " + mark
        case .islamic, .hebrew: EDTFDate.yearDigits(year) + " " + mark
        }
    }
}
