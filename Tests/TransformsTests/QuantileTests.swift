import Documents
import Tables
import Testing

@testable import Transforms

/// `quantile`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1, which agree with
/// `numpy.quantile` (2.4.6).
struct QuantileTests {
    private static let rows = """
        x
        1
        2
        4
        8
        16
        32
        """

    @Test func probabilitiesAreThoseGiven() throws {
        try expect(
            #"{"quantile": "x", "probs": [0, 0.1, 0.25, 0.5, 0.9, 1]}"#,
            on: Self.rows,
            gives: """
                prob  value
                0     1
                0.1   1.5
                0.25  2.5
                0.5   6
                0.9   24
                1     32
                """)
    }

    @Test func aStepTakesTheMiddlesOfEqualShares() throws {
        try expect(
            #"{"quantile": "x", "step": 0.2}"#,
            on: Self.rows,
            gives: """
                prob  value
                0.1   1.5
                0.3   3
                0.5   6
                0.7   12
                0.9   24
                """)
    }

    @Test func newNames() throws {
        try expect(
            #"{"quantile": "x", "probs": [0.5], "as": ["p", "median"]}"#,
            on: Self.rows,
            gives: """
                p    median
                0.5  6
                """)
    }

    @Test func eachGroupHasItsOwn() throws {
        try expect(
            #"{"quantile": "x", "probs": [0.25, 0.75], "groupby": ["g"]}"#,
            on: """
                g  x
                A  1
                A  2
                A  5
                B  10
                B  30
                """,
            gives: """
                g  prob  value
                A  0.25  1.5
                A  0.75  3.5
                B  0.25  15
                B  0.75  25
                """)
    }

    @Test func whatIsMissingDoesNotCount() throws {
        try expect(
            #"{"quantile": "x", "probs": [0.5]}"#,
            on: """
                x
                1
                null
                3
                8
                """,
            gives: """
                prob  value
                0.5   3
                """)
    }

    @Test func oneValueIsEveryQuantile() throws {
        try expect(
            #"{"quantile": "x", "probs": [0, 0.3, 1]}"#,
            on: """
                x
                7
                """,
            gives: """
                prob  value
                0     7
                0.3   7
                1     7
                """)
    }

    @Test func withoutStepOrProbabilitiesThereAreAHundred() throws {
        let transform = try TransformTests.read(#"[{"quantile": "x"}]"#)
        let result = try TransformTests.run(transform, on: try TextTable("x\n0\n1").table)
        #expect(result.rowCount == 100)
        #expect(result.column("prob")?[0] == .number(0.005))
        #expect(result.column("prob")?[99].number.map { ($0 - 0.995).magnitude < 1e-12 } == true)
    }

    @Test(arguments: ["0", "-0.1", "1.5"])
    func aStepThatMakesNoSharesIsTold(_ step: String) throws {
        let found = try TransformProblemTests.problems(#"[{"quantile": "a", "step": \#(step)}]"#)
        #expect(found.map(\.message) == ["`step` is more than 0 and at most 1"])
    }
}
