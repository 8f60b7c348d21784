import Documents
import Tables
import Testing

@testable import Transforms

/// `regression`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1, which agree with
/// `numpy.polyfit` (2.4.6).
struct RegressionTests {
    private static let rows = """
        x  y
        1  2
        2  3
        3  5
        5  4
        8  9
        """

    @Test func aLineHasTwoEnds() throws {
        try expect(
            #"{"regression": "y", "on": "x"}"#,
            on: Self.rows,
            gives: """
                x  y
                1  2.090909
                8  8.363636
                """)
    }

    @Test func anExtentMovesTheEnds() throws {
        try expect(
            #"{"regression": "y", "on": "x", "extent": [0, 10]}"#,
            on: Self.rows,
            gives: """
                x   y
                0   1.194805
                10  10.15584
                """)
    }

    @Test func linearCoefficients() throws {
        try expect(
            """
            [
              {"regression": "y", "on": "x", "method": "linear", "params": true},
              {"calculate": "datum.coef[0]", "as": "c0"}, {"calculate": "datum.coef[1]", "as": "c1"}
            ]
            """,
            on: Self.rows,
            gives: """
                c0        c1         rSquared
                1.194805  0.8961039  0.8470023
                """)
    }

    @Test func logCoefficients() throws {
        try expect(
            """
            [
              {"regression": "y", "on": "x", "method": "log", "params": true},
              {"calculate": "datum.coef[0]", "as": "c0"}, {"calculate": "datum.coef[1]", "as": "c1"}
            ]
            """,
            on: Self.rows,
            gives: """
                c0        c1        rSquared
                1.425095  2.896474  0.7453747
                """)
    }

    @Test func expCoefficients() throws {
        try expect(
            """
            [
              {"regression": "y", "on": "x", "method": "exp", "params": true},
              {"calculate": "datum.coef[0]", "as": "c0"}, {"calculate": "datum.coef[1]", "as": "c1"}
            ]
            """,
            on: Self.rows,
            gives: """
                c0       c1         rSquared
                2.19381  0.1737375  0.8754578
                """)
    }

    @Test func powCoefficients() throws {
        try expect(
            """
            [
              {"regression": "y", "on": "x", "method": "pow", "params": true},
              {"calculate": "datum.coef[0]", "as": "c0"}, {"calculate": "datum.coef[1]", "as": "c1"}
            ]
            """,
            on: Self.rows,
            gives: """
                c0        c1        rSquared
                1.993307  0.645133  0.8127588
                """)
    }

    @Test func quadCoefficients() throws {
        try expect(
            """
            [
              {"regression": "y", "on": "x", "method": "quad", "params": true},
              {"calculate": "datum.coef[0]", "as": "c0"},
              {"calculate": "datum.coef[1]", "as": "c1"}, {"calculate": "datum.coef[2]", "as": "c2"}
            ]
            """,
            on: Self.rows,
            gives: """
                c0        c1         c2          rSquared
                2.216783  0.2354312  0.07226107  0.868921
                """)
    }

    @Test func polyCoefficients() throws {
        try expect(
            """
            [
              {"regression": "y", "on": "x", "method": "poly", "params": true},
              {"calculate": "datum.coef[0]", "as": "c0"},
              {"calculate": "datum.coef[1]", "as": "c1"},
              {"calculate": "datum.coef[2]", "as": "c2"}, {"calculate": "datum.coef[3]", "as": "c3"}
            ]
            """,
            on: Self.rows,
            gives: """
                c0         c1        c2         c3          rSquared
                -2.032987  4.935935  -1.228563  0.09795571  0.9660416
                """)
    }

    @Test func polyOfOrder1Coefficients() throws {
        try expect(
            """
            [
              {"regression": "y", "on": "x", "method": "poly", "params": true, "order": 1},
              {"calculate": "datum.coef[0]", "as": "c0"}, {"calculate": "datum.coef[1]", "as": "c1"}
            ]
            """,
            on: Self.rows,
            gives: """
                c0        c1         rSquared
                1.194805  0.8961039  0.8470023
                """)
    }

    @Test func aPolynomialOfOrderNoughtIsTheMean() throws {
        try expect(
            """
            [
              {"regression": "y", "on": "x", "method": "poly", "params": true, "order": 0},
              {"calculate": "datum.coef[0]", "as": "c0"}
            ]
            """,
            on: Self.rows,
            gives: """
                c0   rSquared
                4.6  0
                """)
    }

    @Test func eachGroupHasItsLine() throws {
        try expect(
            #"{"regression": "y", "on": "x", "groupby": ["g"]}"#,
            on: """
                g  x  y
                A  1  1
                A  2  3
                B  1  5
                B  3  5
                B  5  8
                """,
            gives: """
                g  x  y
                A  1  1
                A  2  3
                B  1  4.5
                B  5  7.5
                """)
    }

    @Test func pointsWithoutAValueAreLeftOut() throws {
        try expect(
            #"{"regression": "y", "on": "x"}"#,
            on: """
                x  y
                1  1
                2  null
                3  5
                4  7
                """,
            gives: """
                x  y
                1  1
                4  7
                """)
    }

    @Test func newNames() throws {
        try expect(
            #"{"regression": "y", "on": "x", "as": ["at", "fit"]}"#,
            on: Self.rows,
            gives: """
                at  fit
                1   2.090909
                8   8.363636
                """)
    }

    @Test func curvesAreSampledMoreDenselyWhereTheyBend() throws {
        let quad = try TransformTests.read(#"[{"regression": "y", "on": "x", "method": "quad"}]"#)
        let rows = try TextTable("x  y\n0  0\n1  1\n2  4\n3  9\n10  100").table
        let result = try TransformTests.run(quad, on: rows)
        #expect((26...201).contains(result.rowCount))
        for row in 0..<result.rowCount {
            let x = result.column("x")?[row].number ?? .nan, y = result.column("y")?[row].number ?? .nan
            #expect((y - x * x).magnitude < 1e-6)
        }
    }

    @Test func tooFewPointsHaveNoCurve() throws {
        let cubic = try TransformTests.read(#"[{"regression": "y", "on": "x", "method": "poly"}]"#)
        #expect(try TransformTests.run(cubic, on: try TextTable("x  y\n0  0\n1  1\n2  4").table).rowCount == 0)
    }

    @Test(arguments: ["log", "pow", "exp"])
    func whatHasNoLogarithmIsLeftOutAndTold(_ method: String) throws {
        var context = TransformContext()
        let list = try TransformList([
            try TransformTests.read(#"{"regression": "y", "on": "x", "method": "\#(method)", "params": true}"#)
        ])
        let table = try TextTable("x  y\n-1  -1\n1  1\n2  4\n3  9").table
        #expect(try list.apply(to: table, in: &context).rowCount == 1)
        #expect(context.warnings.all.first?.message.hasPrefix("`regression` leaves out 1 rows") == true)
    }
}
