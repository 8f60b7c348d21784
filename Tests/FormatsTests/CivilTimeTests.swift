import Testing

@testable import Formats

/// Python 3: `datetime.date` and its `strftime("%U %W")`.
struct CivilTimeTests {
    @Test(arguments: [
        (CivilTime(year: 1, month: 1, day: 1), -719162, 1, 1, 0, 1),
        (CivilTime(year: 1582, month: 10, day: 15), -141427, 5, 288, 41, 41),
        (CivilTime(year: 1600, month: 2, day: 29), -135081, 2, 60, 9, 9),
        (CivilTime(year: 1899, month: 12, day: 31), -25568, 0, 365, 53, 52),
        (CivilTime(year: 1900, month: 3, day: 1), -25508, 4, 60, 8, 9),
        (CivilTime(year: 1970, month: 1, day: 1), 0, 4, 1, 0, 0),
        (CivilTime(year: 2000, month: 2, day: 29), 11016, 2, 60, 9, 9),
        (CivilTime(year: 2008, month: 12, day: 29), 14242, 1, 364, 52, 52),
        (CivilTime(year: 2010, month: 1, day: 3), 14612, 0, 3, 1, 0),
        (CivilTime(year: 2012, month: 1, day: 1), 15340, 0, 1, 1, 0),
        (CivilTime(year: 2016, month: 12, day: 31), 17166, 6, 366, 52, 52),
        (CivilTime(year: 2020, month: 12, day: 31), 18627, 4, 366, 52, 52),
        (CivilTime(year: 2021, month: 1, day: 3), 18630, 0, 3, 1, 0),
        (CivilTime(year: 2023, month: 1, day: 1), 19358, 0, 1, 1, 0),
        (CivilTime(year: 2100, month: 3, day: 1), 47541, 1, 60, 9, 9),
        (CivilTime(year: 9999, month: 12, day: 31), 2932896, 5, 365, 52, 52),
    ])
    func days(_ time: CivilTime, _ day: Int, _ weekday: Int, _ dayOfYear: Int, _ sundays: Int, _ mondays: Int) {
        #expect(CivilTime.day(year: time.year, month: time.month, day: time.day) == day)
        #expect(time.milliseconds() == Double(day) * 86_400_000)
        #expect(CivilTime(milliseconds: Double(day) * 86_400_000) == time)
        #expect(time.weekday == weekday)
        #expect(time.dayOfYear == dayOfYear)
        #expect(time.weekFromSunday == sundays)
        #expect(time.weekFromMonday == mondays)
    }

    /// Node 20: `Date.UTC(year, month, day, …)`.
    @Test(
        arguments: [
            ([2020, 12, 1], 1609459200000),
            ([2020, -1, 1], 1575158400000),
            ([2020, 0, 0], 1577750400000),
            ([2020, 1, 30], 1583020800000),
            ([2020, 0, 1, 24], 1577923200000),
            ([2020, 0, 1, 0, 60], 1577840400000),
            ([2020, 0, 1, 0, 0, -1], 1577836799000),
            ([2020, 0, 1.9], 1577836800000),
            ([275760, 8, 13], 8640000000000000),
            ([275760, 8, 14], .nan),
            ([-271821, 3, 20], -8640000000000000),
            ([-271821, 3, 19], .nan),
        ] as [([Double], Double)])
    func fieldsBeyondTheirBounds(_ fields: [Double], _ wanted: Double) {
        func field(_ index: Int, _ usual: Double) -> Double { index < fields.count ? fields[index] : usual }
        let found = CivilTime.milliseconds(
            year: fields[0], monthFromZero: field(1, 0), day: field(2, 1), hour: field(3, 0), minute: field(4, 0),
            second: field(5, 0))
        #expect(found == wanted || found.isNaN && wanted.isNaN)
    }

    @Test func zonesAreMinutesEastOfGreenwich() throws {
        let noon = CivilTime(year: 2020, month: 1, day: 1, hour: 12).milliseconds()
        let almaty = try #require(CivilTime(milliseconds: noon, offset: 360))
        #expect(almaty.hour == 18)
        #expect(almaty.milliseconds(offset: 360) == noon)
        let before = try #require(CivilTime(milliseconds: noon, offset: -780))
        #expect((before.year, before.month, before.day, before.hour) == (2019, 12, 31, 23))
    }

    @Test(arguments: [Double.nan, .infinity, 8.65e15, -8.65e15])
    func whatIsNoDate(_ milliseconds: Double) { #expect(CivilTime(milliseconds: milliseconds) == nil) }
}
