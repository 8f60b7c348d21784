import Documents
import Tables
import Testing

@testable import Transforms

/// Conditions of conditions, expressions and moments in `filter`: rows of `vl_convert.vegalite_to_scenegraph(spec)`
/// of vl-convert 1.9.0.post1.
struct FilterLogicTests {
    private static let rows = """
        k  v     d
        a  1     2020-01-05
        b  5     2020-02-10
        c  9     2021-02-20
        d  null  2022-07-01
        """

    @Test func not() throws {
        try expect(
            #"{"filter": {"not": {"field": "k", "equal": "a"}}}"#,
            on: Self.rows,
            gives: """
                k
                b
                c
                d
                """)
    }

    @Test func and() throws {
        try expect(
            #"{"filter": {"and": [{"field": "v", "gt": 1}, {"field": "v", "lt": 9}]}}"#,
            on: Self.rows,
            gives: """
                k
                b
                """)
    }

    @Test func or() throws {
        try expect(
            #"{"filter": {"or": [{"field": "v", "gt": 5}, "datum.k == 'a'"]}}"#,
            on: Self.rows,
            gives: """
                k
                a
                c
                """)
    }

    @Test func conditionsWithinConditions() throws {
        try expect(
            """
            {
              "filter": {
                "and": [
                  {"not": {"or": [{"field": "k", "equal": "a"}, {"field": "k", "equal": "c"}]}},
                  {"field": "v", "valid": true}
                ]
              }
            }
            """,
            on: Self.rows,
            gives: """
                k
                b
                """)
    }

    @Test func anExpression() throws {
        try expect(
            #"{"filter": "datum.v > 1 && datum.k != 'c'"}"#,
            on: Self.rows,
            gives: """
                k
                b
                """)
    }

    @Test func anExpressionOfADate() throws {
        try expect(
            #"{"filter": "year(datum.d) == 2020"}"#,
            on: Self.rows,
            gives: """
                k
                a
                b
                """)
    }

    @Test func aYear() throws {
        try expect(
            #"{"filter": {"field": "d", "timeUnit": "year", "equal": 2020}}"#,
            on: Self.rows,
            gives: """
                k
                a
                b
                """)
    }

    @Test func aMonthOfAnyYear() throws {
        try expect(
            #"{"filter": {"field": "d", "timeUnit": "month", "equal": 2}}"#,
            on: Self.rows,
            gives: """
                k
                b
                c
                """)
    }

    @Test func monthsOfOneYear() throws {
        try expect(
            """
            {
              "filter": {
                "field": "d", "timeUnit": "yearmonth",
                "range": [{"year": 2020, "month": 2}, {"year": 2021, "month": 2}]
              }
            }
            """,
            on: Self.rows,
            gives: """
                k
                b
                c
                """)
    }

    @Test func aMomentOfADateTime() throws {
        try expect(
            """
            {
              "filter": {
                "field": "d", "timeUnit": "yearmonthdate",
                "gte": {"year": 2021, "month": "feb", "date": 20}
              }
            }
            """,
            on: Self.rows,
            gives: """
                k
                c
                d
                """)
    }

    @Test func severalYears() throws {
        try expect(
            #"{"filter": {"field": "d", "timeUnit": "year", "oneOf": [2020, 2022]}}"#,
            on: Self.rows,
            gives: """
                k
                a
                b
                d
                """)
    }

    @Test func anExpressionWithinAComparison() throws {
        try expect(
            #"{"filter": {"field": "v", "gte": {"expr": "2 + 3"}}}"#,
            on: Self.rows,
            gives: """
                k
                b
                c
                """)
    }
}
