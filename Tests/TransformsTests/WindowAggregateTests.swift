import Documents
import Tables
import Testing

@testable import Transforms

/// Aggregates over the frames of `window`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert
/// 1.9.0.post1.
struct WindowAggregateTests {
    private static let rows = """
        k  v
        1  4
        2  null
        3  9
        4  1
        5  6
        """

    @Test(arguments: [
        ("sum", "4  13  10  16  7"),
        ("mean", "4  6.5  5  5.333333  3.5"),
        ("min", "4  4  1  1  1"),
        ("max", "4  9  9  9  6"),
        ("median", "4  6.5  5  6  3.5"),
        ("valid", "1  2  2  3  2"),
        ("missing", "1  1  1  0  0"),
        ("distinct", "2  3  3  3  2"),
        ("stdev", "null  3.535534  5.656854  4.041452  3.535534"),
        ("variance", "null  12.5  32  16.33333  12.5"),
        ("product", "4  36  9  54  6"),
        ("q1", "4  5.25  3  3.5  2.25"),
        ("q3", "4  7.75  7  7.5  4.75"),
    ])
    func threeRowsAround(_ operation: String, _ wanted: String) throws {
        try expect(
            """
            {
              "window": [{"op": "\(operation)", "field": "v", "as": "w"}],
              "frame": [-1, 1], "sort": [{"field": "k"}]
            }
            """,
            on: Self.rows, gives: column("w", wanted))
    }

    @Test(arguments: [
        ("sum", "4  4  13  14  20"),
        ("mean", "4  4  6.5  4.666667  5"),
        ("min", "4  4  4  1  1"),
        ("max", "4  4  9  9  9"),
        ("median", "4  4  6.5  4  5"),
        ("valid", "1  1  2  3  4"),
        ("count", "1  2  3  4  5"),
        ("q3", "4  4  7.75  6.5  6.75"),
    ])
    func allRowsUpToHere(_ operation: String, _ wanted: String) throws {
        try expect(
            #"{"window": [{"op": "\#(operation)", "field": "v", "as": "w"}], "sort": [{"field": "k"}]}"#,
            on: Self.rows, gives: column("w", wanted))
    }

    @Test func descendingRowsAreSummedFromTheLast() throws {
        try expect(
            """
            {
              "window": [{"op": "sum", "field": "v", "as": "w"}],
              "sort": [{"field": "k", "order": "descending"}]
            }
            """,
            on: Self.rows,
            gives: """
                k  w
                1  20
                2  16
                3  16
                4  7
                5  6
                """)
    }

    @Test func groupsHaveFramesOfTheirOwn() throws {
        try expect(
            """
            {
              "window": [{"op": "sum", "field": "v", "as": "w"}], "groupby": ["g"],
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
                A  1  5
                B  1  7
                A  2  11
                B  2  15
                """)
    }

    @Test func anOpenFrameIsTheWholeGroup() throws {
        try expect(
            #"{"window": [{"op": "mean", "field": "v", "as": "w"}], "frame": [null, null]}"#,
            on: Self.rows,
            gives: """
                k  w
                1  5
                2  5
                3  5
                4  5
                5  5
                """)
    }

    @Test func onlyRowsToCome() throws {
        try expect(
            """
            {
              "window": [{"op": "sum", "field": "v", "as": "w"}], "frame": [1, null],
              "sort": [{"field": "k"}]
            }
            """,
            on: Self.rows,
            gives: """
                k  w
                1  20
                2  20
                3  16
                4  16
                5  7
                """)
    }
}
