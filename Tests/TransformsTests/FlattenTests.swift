import Documents
import Tables
import Testing

@testable import Transforms

/// `flatten`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct FlattenTests {
    @Test func everyElementBecomesARow() throws {
        try expect(
            #"{"flatten": ["l"]}"#,
            on: """
                k  l
                A  [1,2,3]
                B  [4]
                """,
            gives: """
                k  l
                A  1
                A  2
                A  3
                B  4
                """)
    }

    @Test func theShorterListIsFilledWithNull() throws {
        try expect(
            #"{"flatten": ["l", "m"]}"#,
            on: """
                k  l        m
                A  [1,2,3]  ["x"]
                B  [4]      ["y","z"]
                """,
            gives: """
                k  l     m
                A  1     x
                A  2     null
                A  3     null
                B  4     y
                B  null  z
                """)
    }

    @Test func anEmptyListLeavesNoRow() throws {
        try expect(
            #"{"flatten": ["l"]}"#,
            on: """
                k  l
                A  []
                B  [4]
                """,
            gives: """
                k  l
                B  4
                """)
    }

    @Test func newNamesKeepTheList() throws {
        try expect(
            #"{"flatten": ["l"], "as": ["x"]}"#,
            on: """
                k  l
                A  [1,2]
                """,
            gives: """
                k  x
                A  1
                A  2
                """)
    }

    @Test func twoStepsFlattenListsOfLists() throws {
        try expect(
            #"[{"flatten": ["l"]}, {"flatten": ["l"]}]"#,
            on: """
                k  l
                A  [[1,2],[3]]
                B  [[4]]
                """,
            gives: """
                k  l
                A  1
                A  2
                A  3
                B  4
                """)
    }

    @Test func aTextIsTheListOfItsLetters() throws {
        try expect(
            #"{"flatten": ["l"]}"#,
            on: """
                k  l
                A  abc
                B  d
                """,
            gives: """
                k  l
                A  a
                A  b
                A  c
                B  d
                """)
    }

    @Test func whereNothingIsAListThatIsTold() throws {
        var context = TransformContext()
        let table = try TextTable("k  l\nA  5\nB  null").table
        let result = try FlattenTransform(["l"]).apply(to: table, in: &context)
        #expect(result.rowCount == 0)
        #expect(context.warnings.all.map(\.message) == ["`flatten` leaves nothing: no row has a list in l"])
    }
}
