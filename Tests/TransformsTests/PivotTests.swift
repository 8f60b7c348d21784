import Documents
import Tables
import Testing

@testable import Transforms

/// `pivot`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct PivotTests {
    private static let rows = """
        y     m       v
        2012  gold    1
        2012  silver  2
        2016  gold    4
        2016  gold    3
        """

    @Test func valuesBecomeColumns() throws {
        try expect(
            #"{"pivot": "m", "value": "v", "groupby": ["y"]}"#,
            on: Self.rows,
            gives: """
                y     gold  silver
                2012  1     2
                2016  7     null
                """)
    }

    @Test func withoutGroupsThereIsOneRow() throws {
        try expect(
            #"{"pivot": "m", "value": "v"}"#,
            on: Self.rows,
            gives: """
                gold  silver
                8     2
                """)
    }

    @Test func meanOfTheValuesOfACell() throws {
        try expect(
            #"{"pivot": "m", "value": "v", "groupby": ["y"], "op": "mean"}"#,
            on: Self.rows,
            gives: """
                y     gold  silver
                2012  1     2
                2016  3.5   null
                """)
    }

    @Test func maxOfTheValuesOfACell() throws {
        try expect(
            #"{"pivot": "m", "value": "v", "groupby": ["y"], "op": "max"}"#,
            on: Self.rows,
            gives: """
                y     gold  silver
                2012  1     2
                2016  4     null
                """)
    }

    @Test func minOfTheValuesOfACell() throws {
        try expect(
            #"{"pivot": "m", "value": "v", "groupby": ["y"], "op": "min"}"#,
            on: Self.rows,
            gives: """
                y     gold  silver
                2012  1     2
                2016  3     null
                """)
    }

    @Test func medianOfTheValuesOfACell() throws {
        try expect(
            #"{"pivot": "m", "value": "v", "groupby": ["y"], "op": "median"}"#,
            on: Self.rows,
            gives: """
                y     gold  silver
                2012  1     2
                2016  3.5   null
                """)
    }

    @Test func productOfTheValuesOfACell() throws {
        try expect(
            #"{"pivot": "m", "value": "v", "groupby": ["y"], "op": "product"}"#,
            on: Self.rows,
            gives: """
                y     gold  silver
                2012  1     2
                2016  12    null
                """)
    }

    @Test func countsAreZeroWhereNothingIs() throws {
        try expect(
            #"{"pivot": "m", "value": "v", "groupby": ["y"], "op": "count"}"#,
            on: Self.rows,
            gives: """
                y     gold  silver
                2012  1     1
                2016  2     0
                """)
    }

    @Test func aLimitKeepsTheFirstInOrder() throws {
        try expect(
            #"{"pivot": "m", "value": "v", "groupby": ["y"], "limit": 1}"#,
            on: Self.rows,
            gives: """
                y     gold
                2012  1
                2016  7
                """)
    }

    @Test func numbersNameColumns() throws {
        try expect(
            #"{"pivot": "y", "value": "v", "groupby": ["m"]}"#,
            on: Self.rows,
            gives: """
                m       2012  2016
                gold    1     7
                silver  2     null
                """)
    }

    @Test func aLimitLeavesOutTheOthers() throws {
        let table = try TextTable("m  v\nb  1\na  2\nc  3").table
        var context = TransformContext()
        let result = try PivotTransform("m", value: "v", groupby: [], limit: 2).apply(to: table, in: &context)
        #expect(result.names == ["a", "b"])
    }

    @Test func tooManyColumnsAreRefused() throws {
        var table = Table()
        table.set("m", .init(.numbers((0...PivotTransform.mostColumns).map { Double($0) })))
        var context = TransformContext()
        #expect(throws: Diagnostic.self) {
            try PivotTransform("m", value: "m", groupby: []).apply(to: table, in: &context)
        }
    }
}
