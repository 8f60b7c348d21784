/// A day of the Hebrew calendar as it is reckoned since about the fourth century, and before that as it would have
/// been.
///
/// After Reingold and Dershowitz, "Calendrical Calculations" (4th edition 2018), chapter 8: the molad of Tishri, the
/// postponements of the new year, and the lengths of Marheshvan and Kislev. Months are counted from Tishri here, as the
/// years are.
public struct HebrewDate: Sendable, Hashable {
    /// Anno mundi, 1 and more.
    public let year: Int
    /// 1 is Tishri; 12 or, in a leap year, 13 is Elul.
    public let month: Int
    public let day: Int

    /// Days from 1970-01-01 to 7 October 3761 BCE (Julian): fixed day −1,373,427 less 719,163.
    static let epoch = -1_373_427 - 719_163

    public static func isLeap(year: Int) -> Bool { floorRemainder(7 * year + 1, 19) < 7 }

    /// Twelve, or thirteen in a leap year.
    public static func monthNames(year: Int) -> [String] {
        ["Tishri", "Marheshvan", "Kislev", "Tevet", "Shevat"] + (isLeap(year: year) ? ["Adar I", "Adar II"] : ["Adar"])
            + ["Nisan", "Iyyar", "Sivan", "Tammuz", "Av", "Elul"]
    }

    /// Days from the epoch to the molad of Tishri, put off where it falls on a Sunday, Wednesday or Friday (8.7).
    private static func elapsedDays(_ year: Int) -> Int {
        let months = floorDivide(235 * year - 234, 19)
        let parts = 12_084 + 13_753 * months
        let days = 29 * months + floorDivide(parts, 25_920)
        return floorRemainder(3 * (days + 1), 7) < 3 ? days + 1 : days
    }

    /// Days after 1970-01-01 of 1 Tishri (8.9, with the corrections of 8.8 that keep years from 353 to 385 days).
    public static func newYear(_ year: Int) -> Int {
        let (before, own, next) = (elapsedDays(year - 1), elapsedDays(year), elapsedDays(year + 1))
        return epoch + own + (next - own == 356 ? 2 : own - before == 382 ? 1 : 0)
    }

    static func monthLengths(year: Int) -> [Int] {
        let length = newYear(year + 1) - newYear(year)
        return [30, length % 10 == 5 ? 30 : 29, length % 10 == 3 ? 29 : 30, 29, 30]
            + (isLeap(year: year) ? [30, 29] : [29])
            + [30, 29, 30, 29, 30, 29]
    }

    /// Days after 1970-01-01 of the first of a month; months beyond the year's last run on into the next.
    public static func daysSince1970(year: Int, month: Int) -> Int {
        newYear(year) + monthLengths(year: year).prefix(max(0, month - 1)).reduce(0, +)
    }

    /// Nil before the year 1.
    public init?(daysSince1970 days: Int) {
        let furthest = CivilDate.furthestYear / 400 * 146_097
        guard days >= HebrewDate.newYear(1), days <= furthest else { return nil }
        // The mean year has 35,975,351 / 98,496 days; the guess is at most one off.
        var year = Int((Double(days - HebrewDate.epoch) / (35_975_351.0 / 98_496.0)).rounded(.down)) + 1
        while HebrewDate.newYear(year) > days { year -= 1 }
        while HebrewDate.newYear(year + 1) <= days { year += 1 }
        var (month, left) = (1, days - HebrewDate.newYear(year))
        for length in HebrewDate.monthLengths(year: year) {
            if left < length { break }
            left -= length
            month += 1
        }
        (self.year, self.month, day) = (year, month, left + 1)
    }
}

/// The remainder that is never negative, for a positive divisor.
func floorRemainder(_ dividend: Int, _ divisor: Int) -> Int { dividend - floorDivide(dividend, divisor) * divisor }
