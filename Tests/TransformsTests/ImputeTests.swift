import Documents
import Tables
import Testing

@testable import Transforms

/// `impute`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct ImputeTests {
    private static let rows = """
        k  g  v
        1  A  3
        2  A  5
        4  A  9
        1  B  2
        4  B  8
        """

    @Test func aGroupGetsTheKeysThatItLacks() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"], "value": 0}"#,
            on: Self.rows,
            gives: """
                k  g  v
                1  A  3
                2  A  5
                4  A  9
                1  B  2
                4  B  8
                2  B  0
                """)
    }

    @Test func withoutAValueItIsNought() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"]}"#,
            on: Self.rows,
            gives: """
                k  g  v
                1  A  3
                2  A  5
                4  A  9
                1  B  2
                4  B  8
                2  B  0
                """)
    }

    @Test func aNullThatIsWrittenStays() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"], "value": null}"#, on: Self.rows,
            gives: column("v", "3  5  9  2  8  null"))
    }

    @Test func meanOfTheGroup() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"], "method": "mean"}"#,
            on: Self.rows,
            gives: """
                k  g  v
                1  A  3
                2  A  5
                4  A  9
                1  B  2
                4  B  8
                2  B  5
                """)
    }

    @Test func medianOfTheGroup() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"], "method": "median"}"#,
            on: Self.rows,
            gives: """
                k  g  v
                1  A  3
                2  A  5
                4  A  9
                1  B  2
                4  B  8
                2  B  5
                """)
    }

    @Test func maxOfTheGroup() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"], "method": "max"}"#,
            on: Self.rows,
            gives: """
                k  g  v
                1  A  3
                2  A  5
                4  A  9
                1  B  2
                4  B  8
                2  B  8
                """)
    }

    @Test func minOfTheGroup() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"], "method": "min"}"#,
            on: Self.rows,
            gives: """
                k  g  v
                1  A  3
                2  A  5
                4  A  9
                1  B  2
                4  B  8
                2  B  2
                """)
    }

    @Test func aFrameLooksAtRowsNearby() throws {
        try expect(
            #"{"impute": "v", "key": "k", "method": "mean", "frame": [-1, 1]}"#,
            on: """
                k  v
                1  3
                2  null
                3  9
                4  30
                """,
            gives: """
                k  v
                1  3
                2  6
                3  9
                4  30
                """)
    }

    @Test func listedKeysAreAdded() throws {
        try expect(
            #"{"impute": "v", "key": "k", "keyvals": [0, 3], "value": -1}"#,
            on: """
                k  v
                1  3
                2  5
                """,
            gives: """
                k  v
                1  3
                2  5
                0  -1
                3  -1
                """)
    }

    @Test func aSequenceOfKeysIsAdded() throws {
        try expect(
            #"{"impute": "v", "key": "k", "keyvals": {"start": 1, "stop": 5}, "value": 0}"#,
            on: """
                k  v
                1  3
                3  5
                """,
            gives: """
                k  v
                1  3
                3  5
                2  0
                4  0
                """)
    }

    @Test func aSequenceHasAStep() throws {
        try expect(
            #"{"impute": "v", "key": "k", "keyvals": {"start": 0, "stop": 10, "step": 5}, "value": 0}"#,
            on: """
                k  v
                5  3
                """,
            gives: """
                k  v
                5  3
                0  0
                """)
    }

    @Test func keysMayBeTexts() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"], "value": 0}"#,
            on: """
                k  g  v
                x  A  1
                y  A  2
                y  B  3
                """,
            gives: """
                k  g  v
                x  A  1
                y  A  2
                y  B  3
                x  B  0
                """)
    }

    @Test func aNullOfTheDataIsFilledToo() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"], "method": "max"}"#,
            on: """
                k  g  v
                1  A  3
                2  A  null
                1  B  2
                2  B  8
                """,
            gives: """
                k  g  v
                1  A  3
                2  A  3
                1  B  2
                2  B  8
                """)
    }

    @Test func otherFieldsOfANewRowAreNull() throws {
        try expect(
            #"{"impute": "v", "key": "k", "groupby": ["g"], "value": 0}"#,
            on: """
                k  g  v  w
                1  A  3  a
                2  A  5  b
                1  B  2  c
                """,
            gives: """
                k  g  v  w
                1  A  3  a
                2  A  5  b
                1  B  2  c
                2  B  0  null
                """)
    }
}
