import Documents
import Tables
import Testing

@testable import Transforms

/// `calculate`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct CalculateTests {
    private static let rows = """
        a     b
        1     x
        2     y
        null  z
        """

    @Test func aNewFieldFromOthers() throws {
        try expect(
            #"{"calculate": "datum.a * 10 + 1", "as": "c"}"#,
            on: Self.rows,
            gives: """
                a     c
                1     11
                2     21
                null  1
                """)
    }

    @Test func aFieldMayTakeItsOwnPlace() throws {
        try expect(
            #"{"calculate": "datum.a + 100", "as": "a"}"#,
            on: Self.rows,
            gives: """
                a    b
                101  x
                102  y
                100  z
                """)
    }

    @Test func laterStepsSeeEarlierOnes() throws {
        try expect(
            #"[{"calculate": "datum.a + 1", "as": "c"}, {"calculate": "datum.c * datum.c", "as": "d"}]"#,
            on: Self.rows,
            gives: """
                c  d
                2  4
                3  9
                1  1
                """)
    }

    @Test func textsAreJoined() throws {
        try expect(
            #"{"calculate": "datum.b + '-' + datum.a", "as": "t"}"#,
            on: Self.rows,
            gives: """
                t
                x-1
                y-2
                z-null
                """)
    }

    @Test func conditionsGiveWords() throws {
        try expect(
            #"{"calculate": "datum.a > 1 ? 'many' : 'few'", "as": "t"}"#,
            on: Self.rows,
            gives: """
                a     t
                1     few
                2     many
                null  few
                """)
    }

    @Test func datesAreMoments() throws {
        try expect(
            #"{"calculate": "datetime(2020, datum.a, 1)", "as": "d"}"#,
            on: """
                a
                0
                12
                """,
            gives: """
                d
                2020-01-01
                2021-01-01
                """)
    }

    @Test func listsHaveALength() throws {
        try expect(
            """
            [
              {"calculate": "split(datum.b, ',')", "as": "l"},
              {"calculate": "length(datum.l)", "as": "n"}
            ]
            """,
            on: """
                b
                x,y
                z
                """,
            gives: """
                n
                2
                1
                """)
    }
}
