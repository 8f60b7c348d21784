import Documents
import Tables
import Testing

@testable import Transforms

/// `filter`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct FilterTests {
    private static let rows = """
        k  v     d
        a  1     2020-01-05
        b  5     2020-02-10
        c  9     2021-02-20
        d  null  2022-07-01
        """

    @Test func equal() throws {
        try expect(
            #"{"filter": {"field": "k", "equal": "b"}}"#,
            on: Self.rows,
            gives: """
                k
                b
                """)
    }

    @Test func less() throws {
        try expect(
            #"{"filter": {"field": "v", "lt": 5}}"#,
            on: Self.rows,
            gives: """
                k
                a
                d
                """)
    }

    @Test func lessOrEqual() throws {
        try expect(
            #"{"filter": {"field": "v", "lte": 5}}"#,
            on: Self.rows,
            gives: """
                k
                a
                b
                d
                """)
    }

    @Test func greater() throws {
        try expect(
            #"{"filter": {"field": "v", "gt": 5}}"#,
            on: Self.rows,
            gives: """
                k
                c
                """)
    }

    @Test func greaterOrEqual() throws {
        try expect(
            #"{"filter": {"field": "v", "gte": 5}}"#,
            on: Self.rows,
            gives: """
                k
                b
                c
                """)
    }

    @Test func aRangeHasBothItsEnds() throws {
        try expect(
            #"{"filter": {"field": "v", "range": [1, 5]}}"#,
            on: Self.rows,
            gives: """
                k
                a
                b
                """)
    }

    @Test func aRangeMayBeOpenBelow() throws {
        try expect(
            #"{"filter": {"field": "v", "range": [null, 5]}}"#,
            on: Self.rows,
            gives: """
                k
                a
                b
                d
                """)
    }

    @Test func aRangeMayBeOpenAbove() throws {
        try expect(
            #"{"filter": {"field": "v", "range": [5, null]}}"#,
            on: Self.rows,
            gives: """
                k
                b
                c
                """)
    }

    @Test func oneOfSeveral() throws {
        try expect(
            #"{"filter": {"field": "k", "oneOf": ["a", "d"]}}"#,
            on: Self.rows,
            gives: """
                k
                a
                d
                """)
    }

    @Test func oneOfNumbers() throws {
        try expect(
            #"{"filter": {"field": "v", "oneOf": [1, 9]}}"#,
            on: Self.rows,
            gives: """
                k
                a
                c
                """)
    }

    @Test func valid() throws {
        try expect(
            #"{"filter": {"field": "v", "valid": true}}"#,
            on: Self.rows,
            gives: """
                k
                a
                b
                c
                """)
    }

    @Test func notValid() throws {
        try expect(
            #"{"filter": {"field": "v", "valid": false}}"#,
            on: Self.rows,
            gives: """
                k
                d
                """)
    }
}
