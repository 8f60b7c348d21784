import Testing

@testable import Calendar

@Suite struct CivilDateTests {
    @Test func knownDays() throws {
        for (year, month, day, days) in [
            (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (1858, 5, 28, -40_760), (1, 1, 1, -719_162),
            (0, 3, 1, -719_468), (-1, 12, 31, -719_529), (2015, 1, 1, 16_436),
        ] {
            let date = try #require(CivilDate(year: year, month: month, day: day))
            #expect(date.daysSince1970 == days)
            #expect(CivilDate(daysSince1970: days) == date)
        }
    }

    @Test func everyDayOfNineHundredYears() {
        var previous = CivilDate(daysSince1970: -300_001)
        for days in -300_000...30_000 {
            let date = CivilDate(daysSince1970: days)
            #expect(date.daysSince1970 == days)
            let follows =
                date.day == previous.day + 1 && date.month == previous.month
                || date.day == 1 && previous.day == CivilDate.dayCount(ofMonth: previous.month, year: previous.year)
            if !follows { Issue.record("\(previous) is followed by \(date)") }
            previous = date
        }
    }

    @Test func farYearsAndNoDays() throws {
        let far = try #require(CivilDate(year: -CivilDate.furthestYear, month: 1, day: 1))
        #expect(CivilDate(daysSince1970: far.daysSince1970).year == far.year || far.year % 400 != 0)
        #expect(CivilDate(year: 2015, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2015, month: 13, day: 1) == nil)
        #expect(CivilDate(year: CivilDate.furthestYear + 1, month: 1, day: 1) == nil)
        _ = CivilDate(daysSince1970: .max)
        _ = CivilDate(daysSince1970: .min)
        _ = JulianDate(daysSince1970: .min)
    }

    @Test func julianDays() throws {
        // Aigun: 16 May 1858 in St Petersburg, 28 May in Beijing. Russia's last Julian day; Rome's first Gregorian one.
        for (julian, gregorian) in [
            ((1858, 5, 16), (1858, 5, 28)), ((1918, 1, 31), (1918, 2, 13)), ((1582, 10, 5), (1582, 10, 15)),
            ((-43, 3, 15), (-43, 3, 13)), ((1900, 2, 29), (1900, 3, 13)),
        ] {
            let old = try #require(JulianDate(year: julian.0, month: julian.1, day: julian.2))
            let new = try #require(CivilDate(year: gregorian.0, month: gregorian.1, day: gregorian.2))
            #expect(old.daysSince1970 == new.daysSince1970)
            #expect(JulianDate(daysSince1970: new.daysSince1970) == old)
        }
        for days in stride(from: -1_000_000, through: 100_000, by: 7) {
            #expect(JulianDate(daysSince1970: days).daysSince1970 == days)
        }
    }
}
