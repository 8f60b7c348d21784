import Documents
import Tables
import Testing

@testable import Transforms

/// `stack`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct StackTests {
    private static let rows = """
        k  s  v
        A  x  3
        A  y  1
        B  x  2
        B  y  6
        """

    @Test func valuesOfAGroupStandOnEachOther() throws {
        try expect(
            #"{"stack": "v", "groupby": ["k"], "as": ["from", "to"]}"#,
            on: Self.rows,
            gives: """
                k  s  from  to
                A  x  0     3
                A  y  3     4
                B  x  0     2
                B  y  2     8
                """)
    }

    @Test func negativeValuesHangBelowZero() throws {
        try expect(
            #"{"stack": "v", "groupby": ["k"], "as": ["from", "to"]}"#,
            on: """
                k  v
                A  3
                A  -2
                A  4
                A  -5
                """,
            gives: """
                v   from  to
                3   0     3
                -2  0     -2
                4   3     7
                -5  -2    -7
                """)
    }

    @Test func withoutGroupsThereIsOneStack() throws {
        try expect(
            #"{"stack": "v", "groupby": [], "as": ["from", "to"]}"#,
            on: Self.rows,
            gives: """
                v  from  to
                3  0     3
                1  3     4
                2  4     6
                6  6     12
                """)
    }

    @Test func aStackFollowsItsSort() throws {
        try expect(
            """
            {
              "stack": "v", "groupby": ["k"], "sort": [{"field": "s", "order": "descending"}],
              "as": ["from", "to"]
            }
            """,
            on: Self.rows,
            gives: """
                k  s  from  to
                A  x  1     4
                A  y  0     1
                B  x  6     8
                B  y  0     6
                """)
    }

    @Test func aSecondFieldDecidesBetweenEquals() throws {
        try expect(
            """
            {
              "stack": "v", "groupby": [],
              "sort": [{"field": "k"}, {"field": "v", "order": "descending"}], "as": ["from", "to"]
            }
            """,
            on: Self.rows,
            gives: """
                k  v  from  to
                A  3  0     3
                A  1  3     4
                B  2  10    12
                B  6  4     10
                """)
    }

    @Test func normalizedPartsAreShares() throws {
        try expect(
            #"{"stack": "v", "groupby": ["k"], "offset": "normalize", "as": ["from", "to"]}"#,
            on: Self.rows,
            gives: """
                k  v  from  to
                A  3  0     0.75
                A  1  0.75  1
                B  2  0     0.25
                B  6  0.25  1
                """)
    }

    @Test func centredStacksHaveTheirMiddlesOnALine() throws {
        try expect(
            #"{"stack": "v", "groupby": ["k"], "offset": "center", "as": ["from", "to"]}"#,
            on: Self.rows,
            gives: """
                k  v  from  to
                A  3  2     5
                A  1  5     6
                B  2  0     2
                B  6  2     8
                """)
    }

    @Test func whatIsMissingHasNoHeight() throws {
        try expect(
            #"{"stack": "v", "groupby": [], "as": ["from", "to"]}"#,
            on: """
                v
                2
                null
                3
                """,
            gives: """
                v     from  to
                2     0     2
                null  2     2
                3     2     5
                """)
    }

    /// Vega divides nothing by nothing, and draws no item for what that gives; so does a part of no height.
    @Test func aStackOfNothingHasNoHeight() throws {
        try expect(
            #"{"stack": "v", "groupby": [], "offset": "normalize", "as": ["from", "to"]}"#,
            on: "v\n0\n0", gives: "from  to\n0  0\n0  0")
    }

    @Test func theSecondNameIsThatOfTheFirstWithEnd() throws {
        try expect(
            #"{"stack": "v", "groupby": [], "as": "p"}"#,
            on: """
                v
                2
                5
                """,
            gives: """
                p  p_end
                0  2
                2  7
                """)
    }

    @Test func numbersWrittenAsTextAreStackedAsNumbers() throws {
        try expect(
            #"{"stack": "v", "groupby": [], "as": ["from", "to"]}"#,
            on: """
                v
                "2"
                "5"
                """,
            gives: """
                from  to
                0     2
                2     7
                """)
    }

    @Test func allSizesOfANormalizedStackCountAsPositive() throws {
        try expect(
            #"{"stack": "v", "groupby": [], "offset": "normalize", "as": ["from", "to"]}"#,
            on: """
                v
                -1
                3
                """,
            gives: """
                v   from  to
                -1  0     0.25
                3   0.25  1
                """)
    }
}
