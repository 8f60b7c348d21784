import Documents
import Tables
import Testing

@testable import Transforms

/// `timeUnit`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1 with `TZ=UTC`. A unit
/// without its year stands in 2012.
struct TimeUnitTests {
    private static let rows = """
        d
        2019-03-15T10:42:37
        2020-02-29T23:59:59
        2021-12-31T00:00:00
        """

    @Test(arguments: [
        ("year", "2019-01-01  2020-01-01  2021-01-01"),
        ("yearquarter", "2019-01-01  2020-01-01  2021-10-01"),
        ("yearmonth", "2019-03-01  2020-02-01  2021-12-01"),
        ("yearmonthdate", "2019-03-15  2020-02-29  2021-12-31"),
        ("yearmonthdatehours", "2019-03-15T10:00  2020-02-29T23:00  2021-12-31"),
        ("yearmonthdatehoursminutes", "2019-03-15T10:42  2020-02-29T23:59  2021-12-31"),
        ("yearmonthdatehoursminutesseconds", "2019-03-15T10:42:37  2020-02-29T23:59:59  2021-12-31"),
        ("yearweek", "2019-03-10  2020-02-23  2021-12-26"),
        ("yearweekday", "2019-03-15  2020-02-29  2021-12-31"),
        ("yeardayofyear", "2019-03-15  2020-02-29  2021-12-31"),
        ("quarter", "2012-01-01  2012-01-01  2012-10-01"),
        ("quartermonth", "2012-03-01  2012-02-01  2012-12-01"),
        ("month", "2012-03-01  2012-02-01  2012-12-01"),
        ("monthdate", "2012-03-15  2012-02-29  2012-12-31"),
        ("monthdatehours", "2012-03-15T10:00  2012-02-29T23:00  2012-12-31"),
        ("week", "2012-03-04  2012-02-19  2012-12-23"),
        ("weekday", "2012-03-09  2012-02-25  2012-12-28"),
        ("dayofyear", "2012-03-14  2012-02-29  2012-12-30"),
        ("date", "2012-01-15  2012-01-29  2012-01-31"),
        ("day", "2012-01-06  2012-01-07  2012-01-06"),
        ("dayhours", "2012-01-06T10:00  2012-01-07T23:00  2012-01-06"),
        ("dayhoursminutes", "2012-01-06T10:42  2012-01-07T23:59  2012-01-06"),
        ("hours", "2012-01-01T10:00  2012-01-01T23:00  2012-01-01"),
        ("hoursminutes", "2012-01-01T10:42  2012-01-01T23:59  2012-01-01"),
        ("hoursminutesseconds", "2012-01-01T10:42:37  2012-01-01T23:59:59  2012-01-01"),
        ("minutes", "2012-01-01T00:42  2012-01-01T00:59  2012-01-01"),
        ("minutesseconds", "2012-01-01T00:42:37  2012-01-01T00:59:59  2012-01-01"),
        ("seconds", "2012-01-01T00:00:37  2012-01-01T00:00:59  2012-01-01"),
        ("utcyearmonth", "2019-03-01  2020-02-01  2021-12-01"),
    ])
    func units(_ unit: String, _ wanted: String) throws {
        try expect(
            #"{"timeUnit": "\#(unit)", "field": "d", "as": "t"}"#, on: Self.rows, gives: column("t", wanted))
    }

    /// Where a unit ends the next one begins.
    @Test(arguments: [
        ("year", "2020-01-01  2021-01-01  2022-01-01"),
        ("yearquarter", "2019-04-01  2020-04-01  2022-01-01"),
        ("yearmonth", "2019-04-01  2020-03-01  2022-01-01"),
        ("yearweek", "2019-03-17  2020-03-01  2022-01-02"),
        ("yearmonthdate", "2019-03-16  2020-03-01  2022-01-01"),
        ("month", "2012-04-01  2012-03-01  2013-01-01"),
        ("day", "2012-01-07  2012-01-08  2012-01-07"),
        ("hours", "2012-01-01T11:00  2012-01-02  2012-01-01T01:00"),
        ("minutes", "2012-01-01T00:43  2012-01-01T01:00  2012-01-01T00:01"),
    ])
    func ends(_ unit: String, _ wanted: String) throws {
        try expect(
            #"{"timeUnit": "\#(unit)", "field": "d", "as": "t"}"#, on: Self.rows,
            gives: column("t_end", wanted))
    }

    @Test func everyThirdMonth() throws {
        try expect(
            #"{"timeUnit": {"unit": "yearmonth", "step": 3}, "field": "d", "as": "t"}"#,
            on: Self.rows,
            gives: """
                t           t_end
                2019-01-01  2019-04-01
                2020-01-01  2020-04-01
                2021-10-01  2022-01-01
                """)
    }

    @Test func everyOtherYear() throws {
        try expect(
            #"{"timeUnit": {"unit": "year", "step": 2}, "field": "d", "as": "t"}"#,
            on: Self.rows,
            gives: """
                t           t_end
                2018-01-01  2020-01-01
                2020-01-01  2022-01-01
                2020-01-01  2022-01-01
                """)
    }

    @Test func decades() throws {
        try expect(
            #"{"timeUnit": {"unit": "year", "step": 10}, "field": "d", "as": "t"}"#,
            on: Self.rows,
            gives: """
                t           t_end
                2010-01-01  2020-01-01
                2020-01-01  2030-01-01
                2020-01-01  2030-01-01
                """)
    }

    @Test func quartersOfAnHour() throws {
        try expect(
            #"{"timeUnit": {"unit": "hoursminutes", "step": 15}, "field": "d", "as": "t"}"#,
            on: Self.rows,
            gives: """
                t                 t_end
                2012-01-01T10:30  2012-01-01T10:45
                2012-01-01T23:45  2012-01-02
                2012-01-01        2012-01-01T00:15
                """)
    }

    @Test func everySixHours() throws {
        try expect(
            #"{"timeUnit": {"unit": "yearmonthdatehours", "step": 6}, "field": "d", "as": "t"}"#,
            on: Self.rows,
            gives: """
                t                 t_end
                2019-03-15T06:00  2019-03-15T12:00
                2020-02-29T18:00  2020-03-01
                2021-12-31        2021-12-31T06:00
                """)
    }

    @Test func whatIsMissingHasNoUnit() throws {
        try expect(
            #"{"timeUnit": "year", "field": "d", "as": "t"}"#,
            on: """
                d
                2019-03-15T10:00:00
                null
                """,
            gives: """
                t           t_end
                2019-01-01  2020-01-01
                null        null
                """)
    }
}
