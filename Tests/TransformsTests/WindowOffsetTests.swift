import Documents
import Tables
import Testing

@testable import Transforms

/// Values of other rows in `window`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct WindowOffsetTests {
    private static let rows = """
        k  v
        1  10
        2  20
        3  30
        4  40
        5  50
        """

    @Test func lagIsTheRowBefore() throws {
        try expect(
            #"{"window": [{"op": "lag", "field": "v", "as": "w"}], "sort": [{"field": "k"}]}"#,
            on: Self.rows,
            gives: """
                k  v   w
                1  10  null
                2  20  10
                3  30  20
                4  40  30
                5  50  40
                """)
    }

    @Test func lagOfTwo() throws {
        try expect(
            """
            {
              "window": [{"op": "lag", "field": "v", "param": 2, "as": "w"}],
              "sort": [{"field": "k"}]
            }
            """,
            on: Self.rows,
            gives: """
                k  w
                1  null
                2  null
                3  10
                4  20
                5  30
                """)
    }

    @Test func leadIsTheRowAfter() throws {
        try expect(
            #"{"window": [{"op": "lead", "field": "v", "as": "w"}], "sort": [{"field": "k"}]}"#,
            on: Self.rows,
            gives: """
                k  w
                1  20
                2  30
                3  40
                4  50
                5  null
                """)
    }

    @Test func leadOfThree() throws {
        try expect(
            """
            {
              "window": [{"op": "lead", "field": "v", "param": 3, "as": "w"}],
              "sort": [{"field": "k"}]
            }
            """,
            on: Self.rows,
            gives: """
                k  w
                1  40
                2  50
                3  null
                4  null
                5  null
                """)
    }

    @Test func firstValueOfAFrame() throws {
        try expect(
            #"{"window": [{"op": "first_value", "field": "v", "as": "w"}], "frame": [-1, 1]}"#,
            on: Self.rows,
            gives: """
                k  w
                1  10
                2  10
                3  20
                4  30
                5  40
                """)
    }

    @Test func lastValueOfAFrame() throws {
        try expect(
            #"{"window": [{"op": "last_value", "field": "v", "as": "w"}], "frame": [-1, 1]}"#,
            on: Self.rows,
            gives: """
                k  w
                1  20
                2  30
                3  40
                4  50
                5  50
                """)
    }

    @Test func nthValueOfAFrame() throws {
        try expect(
            #"{"window": [{"op": "nth_value", "field": "v", "param": 2, "as": "w"}], "frame": [-1, 1]}"#,
            on: Self.rows,
            gives: """
                k  w
                1  20
                2  20
                3  30
                4  40
                5  50
                """)
    }

    @Test func ntileCutsIntoEqualParts() throws {
        try expect(
            #"{"window": [{"op": "ntile", "param": 2, "as": "w"}]}"#,
            on: Self.rows,
            gives: """
                k  w
                1  1
                2  1
                3  2
                4  2
                5  2
                """)
    }

    @Test func descendingOrderTurnsBeforeAndAfter() throws {
        try expect(
            """
            {
              "window": [{"op": "lag", "field": "v", "as": "w"}],
              "sort": [{"field": "k", "order": "descending"}]
            }
            """,
            on: Self.rows,
            gives: """
                k  w
                1  20
                2  30
                3  40
                4  50
                5  null
                """)
    }

    @Test func groupsDoNotSeeEachOther() throws {
        try expect(
            """
            {
              "window": [{"op": "lag", "field": "v", "as": "w"}], "groupby": ["g"],
              "sort": [{"field": "k"}]
            }
            """,
            on: """
                g  k  v
                A  1  5
                B  1  7
                A  2  6
                B  2  8
                """,
            gives: """
                g  k  w
                A  1  null
                B  1  null
                A  2  5
                B  2  7
                """)
    }

    @Test func severalFieldsAtOnce() throws {
        try expect(
            """
            {
              "window": [
                {"op": "row_number", "as": "n"}, {"op": "sum", "field": "v", "as": "so_far"},
                {"op": "mean", "field": "v", "as": "average"}
              ],
              "sort": [{"field": "k"}]
            }
            """,
            on: Self.rows,
            gives: """
                k  n  so_far  average
                1  1  10      10
                2  2  30      15
                3  3  60      20
                4  4  100     25
                5  5  150     30
                """)
    }
}
