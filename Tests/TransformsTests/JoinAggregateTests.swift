import Documents
import Tables
import Testing

@testable import Transforms

/// `joinaggregate`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct JoinAggregateTests {
    private static let rows = """
        k  v
        A  1
        B  4
        A  3
        B  null
        """

    @Test func everyRowGetsTheResultOfItsGroup() throws {
        try expect(
            #"{"joinaggregate": [{"op": "sum", "field": "v", "as": "total"}], "groupby": ["k"]}"#,
            on: Self.rows,
            gives: """
                k  v     total
                A  1     4
                B  4     4
                A  3     4
                B  null  4
                """)
    }

    @Test func withoutGroupsOfAllRows() throws {
        try expect(
            """
            {
              "joinaggregate": [{"op": "max", "field": "v", "as": "top"}, {"op": "count", "as": "n"}]
            }
            """,
            on: Self.rows,
            gives: """
                k  v     top  n
                A  1     4    4
                B  4     4    4
                A  3     4    4
                B  null  4    4
                """)
    }

    @Test func sharesOfAWhole() throws {
        try expect(
            """
            [
              {"joinaggregate": [{"op": "sum", "field": "v", "as": "all"}]},
              {"calculate": "datum.v / datum.all", "as": "share"}
            ]
            """,
            on: Self.rows,
            gives: """
                k  share
                A  0.125
                B  0.5
                A  0.375
                B  0
                """)
    }

    @Test func validAndMissing() throws {
        try expect(
            """
            {
              "joinaggregate": [
                {"op": "valid", "field": "v", "as": "there"},
                {"op": "missing", "field": "v", "as": "gone"}
              ],
              "groupby": ["k"]
            }
            """,
            on: Self.rows,
            gives: """
                k  there  gone
                A  2      0
                B  1      1
                A  2      0
                B  1      1
                """)
    }
}
