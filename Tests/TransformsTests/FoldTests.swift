import Documents
import Tables
import Testing

@testable import Transforms

/// `fold`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct FoldTests {
    private static let rows = """
        y     gold  silver
        2012  1     2
        2016  4     null
        """

    @Test func everyFieldBecomesARow() throws {
        try expect(
            #"{"fold": ["gold", "silver"]}"#,
            on: Self.rows,
            gives: """
                y     key     value
                2012  gold    1
                2012  silver  2
                2016  gold    4
                2016  silver  null
                """)
    }

    @Test func newNamesAreTaken() throws {
        try expect(
            #"{"fold": ["gold", "silver"], "as": ["medal", "count"]}"#,
            on: Self.rows,
            gives: """
                y     medal   count
                2012  gold    1
                2012  silver  2
                2016  gold    4
                2016  silver  null
                """)
    }

    @Test func whatIsFoldedStaysBeside() throws {
        try expect(
            #"{"fold": ["gold"]}"#,
            on: Self.rows,
            gives: """
                gold  silver  key   value
                1     2       gold  1
                4     null    gold  4
                """)
    }

    @Test func oneNewNameIsThatOfTheKey() throws {
        try expect(
            #"{"fold": ["silver"], "as": ["medal"]}"#,
            on: Self.rows,
            gives: """
                medal   value
                silver  2
                silver  null
                """)
    }

    @Test func textsAndNumbersFoldIntoOneColumn() throws {
        try expect(
            #"{"fold": ["n", "t"]}"#,
            on: """
                n  t
                1  one
                2  two
                """,
            gives: """
                key  value
                n    1
                t    one
                n    2
                t    two
                """)
    }

    @Test func aFieldMayBeFoldedTwice() throws {
        try expect(
            #"{"fold": ["n", "n"]}"#,
            on: """
                n
                1
                2
                """,
            gives: """
                key  value
                n    1
                n    1
                n    2
                n    2
                """)
    }
}
