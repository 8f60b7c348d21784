/// A moment as calendar and clock show it, in UTC: what time units and date formats are made from.
public struct CivilTime: Sendable, Hashable {
    public var date: CivilDate
    /// 0 to 23.
    public var hour: Int
    public var minute: Int
    public var second: Int
    public var millisecond: Int

    public init(date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0) {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// Milliseconds after 1970-01-01T00:00:00Z, as JavaScript's `Date` counts them: cut towards minus infinity, and
    /// nil beyond ±8.64e15 or where it is no number.
    public init?(millisecondsSince1970 milliseconds: Double) {
        guard milliseconds.isFinite, abs(milliseconds) <= 8.64e15 else { return nil }
        let whole = Int(milliseconds.rounded(.down))
        let days = floorDivide(whole, CivilTime.millisecondsPerDay)
        let rest = whole - days * CivilTime.millisecondsPerDay
        date = CivilDate(daysSince1970: days)
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1_000 % 60
        millisecond = rest % 1_000
    }

    /// Years of parts as JavaScript's `Date.UTC` takes them: each may run over, in either direction (month 13, day 0,
    /// hour −1). `month` counts from 1. Nil where the result is beyond ±8.64e15.
    public static func milliseconds(
        year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0
    ) -> Double? {
        let most = 300_000
        guard abs(year) <= most, abs(month) <= 12 * most else { return nil }
        let days = Double(CivilDate.daysSince1970(year: year, month: month)) + Double(day) - 1
        let result =
            days * 86_400_000 + Double(hour) * 3_600_000 + Double(minute) * 60_000 + Double(second) * 1_000
            + Double(millisecond)
        return abs(result) <= 8.64e15 ? result : nil
    }

    public var millisecondsSince1970: Double {
        Double(date.daysSince1970) * Double(CivilTime.millisecondsPerDay)
            + Double(((hour * 60 + minute) * 60 + second) * 1_000 + millisecond)
    }

    private static let millisecondsPerDay = 86_400_000
}
