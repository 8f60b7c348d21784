/// A day of the tabular Islamic calendar, as arithmetic reckons it and not as the Moon is seen: eleven leap years in
/// thirty, counted from 16 July 622 of the Julian calendar (the civil epoch). A day may differ by one or two from the
/// day that was kept somewhere.
///
/// After Reingold and Dershowitz, "Calendrical Calculations" (4th edition 2018), chapter 7, (7.2) to (7.4).
public struct IslamicDate: Sendable, Hashable {
    /// 1 and more; years before the epoch are not counted.
    public let year: Int
    /// 1 (Muharram) to 12 (Dhu al-Hijja).
    public let month: Int
    public let day: Int

    /// Days from 1970-01-01 to 1 Muharram of the year 1: fixed day 227,015 less 719,163, that of 1970-01-01.
    static let epoch = 227_015 - 719_163

    public static let monthNames = [
        "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal",
        "Dhu al-Qada", "Dhu al-Hijja",
    ]

    /// Days after 1970-01-01 of the Gregorian calendar; months count from 1 to 12.
    public static func daysSince1970(year: Int, month: Int = 1, day: Int = 1) -> Int {
        day + 29 * (month - 1) + floorDivide(6 * month - 1, 11) + 354 * (year - 1) + floorDivide(3 + 11 * year, 30)
            + epoch - 1
    }

    /// Nil before the year 1.
    public init?(daysSince1970 days: Int) {
        let furthest = CivilDate.furthestYear / 400 * 146_097
        guard days >= IslamicDate.epoch, days <= furthest else { return nil }
        year = floorDivide(30 * (days - IslamicDate.epoch) + 10_646, 10_631)
        let before = days - IslamicDate.daysSince1970(year: year)
        month = floorDivide(11 * before + 330, 325)
        day = days - IslamicDate.daysSince1970(year: year, month: month) + 1
    }
}
