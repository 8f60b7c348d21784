/// Monday is 1, as in ISO 8601.
public enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A week as ISO 8601 counts them: weeks begin on Monday, and the first has the year's first Thursday.
public struct ISOWeek: Sendable, Hashable {
    /// The year that the week belongs to; not always the year of its days.
    public let year: Int
    /// 1 to 53.
    public let week: Int
}

extension CivilDate {
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let days = daysSince1970 + 3
        return Weekday(rawValue: days - floorDivide(days, 7) * 7 + 1) ?? .monday
    }

    /// 1 to 366.
    public var dayOfYear: Int { daysSince1970 - CivilDate.daysSince1970(year: year, month: 1) + 1 }

    public var isoWeek: ISOWeek {
        let thursday = CivilDate(daysSince1970: daysSince1970 + 4 - weekday.rawValue)
        return ISOWeek(year: thursday.year, week: (thursday.dayOfYear - 1) / 7 + 1)
    }
}
