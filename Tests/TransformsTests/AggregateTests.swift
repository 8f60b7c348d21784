import Documents
import Tables
import Testing

@testable import Transforms

/// `aggregate`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1, which agree with numpy
/// (2.4.6) where numpy has the operation.
struct AggregateTests {
    private static let rows = """
        k  v
        A  4
        A  8
        A  15
        B  16
        B  23
        B  42
        B  null
        """

    @Test(arguments: [
        ("sum", "27  81"),
        ("product", "480  15456"),
        ("mean", "9  27"),
        ("average", "9  27"),
        ("median", "8  23"),
        ("min", "4  16"),
        ("max", "15  42"),
        ("variance", "31  181"),
        ("variancep", "20.66667  120.6667"),
        ("stdev", "5.567764  13.45362"),
        ("stdevp", "4.546061  10.98484"),
        ("stderr", "3.21455  7.767453"),
        ("q1", "6  19.5"),
        ("q3", "11.5  32.5"),
        ("count", "3  4"),
        ("valid", "3  3"),
        ("missing", "0  1"),
        ("distinct", "3  4"),
    ])
    func ofTwoGroups(_ operation: String, _ wanted: String) throws {
        try expect(
            #"{"aggregate": [{"op": "\#(operation)", "field": "v", "as": "r"}], "groupby": ["k"]}"#,
            on: Self.rows, gives: column("r", wanted))
    }

    @Test func severalAtOnce() throws {
        try expect(
            """
            {
              "aggregate": [
                {"op": "min", "field": "v", "as": "low"}, {"op": "max", "field": "v", "as": "high"},
                {"op": "count", "as": "n"}
              ],
              "groupby": ["k"]
            }
            """,
            on: Self.rows,
            gives: """
                k  low  high  n
                A  4    15    3
                B  16   42    4
                """)
    }

    @Test func theWholeRowOfTheGreatest() throws {
        try expect(
            """
            [
              {"aggregate": [{"op": "argmax", "field": "v", "as": "top"}]},
              {"calculate": "datum.top.k + datum.top.v", "as": "t"}
            ]
            """,
            on: Self.rows,
            gives: """
                t
                B42
                """)
    }

    @Test func theWholeRowOfTheLeast() throws {
        try expect(
            """
            [
              {"aggregate": [{"op": "argmin", "field": "v", "as": "low"}], "groupby": ["k"]},
              {"calculate": "datum.low.v", "as": "t"}
            ]
            """,
            on: Self.rows,
            gives: """
                k  t
                A  4
                B  16
                """)
    }

    @Test func allRowsOfAGroup() throws {
        try expect(
            """
            [
              {"aggregate": [{"op": "values", "as": "rows"}], "groupby": ["k"]},
              {"calculate": "length(datum.rows)", "as": "n"}
            ]
            """,
            on: Self.rows,
            gives: """
                k  n
                A  3
                B  4
                """)
    }

    @Test func groupsOfTwoFields() throws {
        try expect(
            #"{"aggregate": [{"op": "sum", "field": "v", "as": "s"}], "groupby": ["k", "g"]}"#,
            on: """
                k  g  v
                A  x  1
                B  x  2
                A  y  4
                A  x  8
                """,
            gives: """
                k  g  s
                A  x  9
                B  x  2
                A  y  4
                """)
    }

    @Test func nullIsAGroup() throws {
        try expect(
            #"{"aggregate": [{"op": "sum", "field": "v", "as": "s"}], "groupby": ["k"]}"#,
            on: """
                k     v
                A     1
                null  2
                null  4
                """,
            gives: """
                k     s
                A     1
                null  6
                """)
    }

    /// The 95 % interval of `scipy.stats.bootstrap((x,), numpy.mean, method="percentile")` for 0 … 99 is about 44 to
    /// 55.
    @Test func anIntervalOfTheMean() throws {
        var table = Table()
        table.set("v", .init(.numbers((0..<100).map { Double($0) })))
        var context = TransformContext()
        let ends = [Aggregate(.ci0, "v", as: "low"), Aggregate(.ci1, "v", as: "high")]
        let result = try AggregateTransform(ends, groupby: []).apply(to: table, in: &context)
        #expect(result.column("low")?[0].number.map { (42.5...45.5).contains($0) } == true)
        #expect(result.column("high")?[0].number.map { (53.5...56.5).contains($0) } == true)
    }

    /// The weighted sum `numpy.dot(x, 0.5 ** [2, 1, 0])` times a half, and divided by what its weights come to.
    @Test func exponentialAverages() throws {
        let both = #"""
            {
              "aggregate": [
                {"op": "exponential", "field": "v", "param": 0.5, "as": "e"},
                {"op": "exponentialb", "field": "v", "param": 0.5, "as": "b"}
              ]
            }
            """#
        try expect(both, on: "v\n4\n8\n16", gives: "e  b\n12  10.5")
    }
}
