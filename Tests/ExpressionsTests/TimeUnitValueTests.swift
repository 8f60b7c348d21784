import Formats
import Testing

@testable import Expressions

struct TimeUnitValueTests {
    private static func moment(_ text: String) throws -> Double { try #require(DateReading.milliseconds(text)) }

    @Test(arguments: [
        ("year", [TimeUnit.Part.year]), ("yearmonth", [.year, .month]), ("dayofyear", [.dayofyear]),
        ("yearweekday", [.year, .week, .day]), ("utchoursminutes", [.hours, .minutes]),
        ("binnedyearmonthdate", [.year, .month, .date]), ("binnedutcyear", [.year]),
        ("secondsmilliseconds", [.seconds, .milliseconds]),
    ])
    func namesAreReadPartByPart(_ name: String, _ parts: [TimeUnit.Part]) throws {
        let unit = try #require(TimeUnit(name))
        #expect(unit.parts == parts)
        #expect(unit.isUTC == name.contains("utc"))
        #expect(unit.isBinned == name.hasPrefix("binned"))
        #expect(unit.name == parts.map(\.rawValue).joined())
    }

    @Test(arguments: ["", "years", "utc", "yearyear", "month of year", "Year"])
    func whatIsNoUnitIsNone(_ name: String) { #expect(TimeUnit(name) == nil) }

    @Test func everyNameOfTheListIsAUnit() {
        #expect(TimeUnit.names.count > 30)
        for name in TimeUnit.names { #expect(TimeUnit(name)?.name == name) }
    }

    @Test(arguments: [
        ("year", "%Y"), ("yearmonth", "%b %Y"), ("yearmonthdate", "%b %d, %Y"), ("quarter", "Q%q"),
        ("yearquarter", "%Y Q%q"), ("monthdate", "%b %d"), ("hours", "%H:00"), ("hoursminutes", "%H:%M"),
        ("hoursminutesseconds", "%H:%M:%S"), ("day", "%a"), ("yearweek", "%Y W%U"), ("dayofyear", "%j"),
    ])
    func labelsHaveASpecifier(_ name: String, _ specifier: String) throws {
        #expect(try #require(TimeUnit(name)).specifier() == specifier)
    }

    @Test func aSpecifierMayBeReplaced() throws {
        let unit = try #require(TimeUnit("yearmonth"))
        #expect(unit.specifier(replacing: ["year-month": "%m/%y"]) == "%m/%y")
        #expect(unit.specifier(replacing: ["month": "%B"]) == "%b %Y")
    }

    @Test(arguments: [
        ("2020-02-29", "year", 1, "2021-03-01"), ("2020-01-31", "month", 1, "2020-03-02"),
        ("2020-01-01", "quarter", -1, "2019-10-01"), ("2020-02-28", "date", 2, "2020-03-01"),
        ("2020-01-01", "week", 2, "2020-01-15"), ("2020-01-01", "hours", 24, "2020-01-02"),
    ])
    func offsets(_ from: String, _ name: String, _ count: Int, _ wanted: String) throws {
        let unit = try #require(TimeUnit(name))
        #expect(unit.offset(try Self.moment(from), by: count) == (try Self.moment(wanted)))
    }

    @Test func aStepCountsSeveralAtOnce() throws {
        let unit = try #require(TimeUnit("yearmonth", step: 3))
        let may = try Self.moment("2020-05-17")
        #expect(unit.floor(may) == (try Self.moment("2020-04-01")))
        #expect(unit.offset(unit.floor(may)) == (try Self.moment("2020-07-01")))
    }

    @Test func whatIsNoMomentHasNoUnit() throws {
        let unit = try #require(TimeUnit("year"))
        #expect(unit.floor(.nan).isNaN)
        #expect(unit.floor(.infinity).isNaN)
        #expect(unit.offset(.nan).isNaN)
    }

    @Test(
        arguments: [
            (60_000.0, 60.0, "yearmonthdatehoursminutesseconds", 1), (3_600_000, 12, "yearmonthdatehoursminutes", 5),
            (86_400_000, 24, "yearmonthdatehours", 1), (30 * 86_400_000, 40, "yearmonthdate", 1),
            (365 * 86_400_000, 12, "yearmonth", 3), (365 * 86_400_000, 13, "yearmonth", 1),
            (100 * 365 * 86_400_000, 40, "year", 5), (1_000 * 365 * 86_400_000, 20, "year", 50),
        ] as [(Double, Double, String, Int)])
    func aUnitIsFoundForASpan(_ span: Double, _ most: Double, _ name: String, _ step: Int) throws {
        let unit = try #require(TimeUnit.fitting(span, most: most))
        #expect(unit.name == name)
        #expect(unit.step == step)
    }
}
