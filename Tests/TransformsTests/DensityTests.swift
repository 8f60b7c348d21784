import Documents
import Tables
import Testing

@testable import Transforms

/// `density`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1, which agree with sums of
/// `scipy.stats.norm` (1.17.1).
struct DensityTests {
    private static let rows = """
        x
        1
        2
        3
        7
        """

    @Test func aSumOfBells() throws {
        try expect(
            #"{"density": "x", "bandwidth": 1, "extent": [0, 8], "steps": 4}"#,
            on: Self.rows,
            gives: """
                value  density
                0      0.07509838
                2      0.2207213
                4      0.07620635
                6      0.06163447
                8      0.06049305
                """)
    }

    @Test func countsAreNotDivided() throws {
        try expect(
            #"{"density": "x", "bandwidth": 1, "extent": [0, 8], "steps": 4, "counts": true}"#,
            on: Self.rows,
            gives: """
                value  density
                0      0.3003935
                2      0.8828852
                4      0.3048254
                6      0.2465379
                8      0.2419722
                """)
    }

    @Test func cumulativeRunsToOne() throws {
        try expect(
            #"{"density": "x", "bandwidth": 0.5, "extent": [0, 10], "steps": 5, "cumulative": true}"#,
            on: Self.rows,
            gives: """
                value  density
                0      0.005695451
                2      0.375
                4      0.7443045
                6      0.7556875
                8      0.9943125
                10     1
                """)
    }

    @Test func cumulativeCountsRunToTheirNumber() throws {
        try expect(
            """
            {
              "density": "x", "bandwidth": 0.5, "extent": [0, 10], "steps": 2, "cumulative": true,
              "counts": true
            }
            """,
            on: Self.rows,
            gives: """
                value  density
                0      0.0227818
                5      3
                10     4
                """)
    }

    @Test func withoutBandwidthScottsRuleHolds() throws {
        try expect(
            #"{"density": "x", "extent": [0, 8], "steps": 4}"#,
            on: Self.rows,
            gives: """
                value  density
                0      0.08703897
                2      0.1863636
                4      0.09327272
                6      0.06339474
                8      0.05625413
                """)
    }

    @Test func anExtentIsThatOfTheDataOtherwise() throws {
        try expect(
            #"{"density": "x", "bandwidth": 1, "steps": 2}"#,
            on: Self.rows,
            gives: """
                value  density
                1      0.173726
                4      0.07620635
                7      0.0997694
                """)
    }

    @Test func groupsAreSampledAtTheSamePlaces() throws {
        try expect(
            #"{"density": "x", "groupby": ["g"], "bandwidth": 1, "steps": 2}"#,
            on: """
                g  x
                A  1
                A  2
                B  5
                """,
            gives: """
                g  value  density
                A  1      0.3204565
                A  3      0.1479808
                A  5      0.002282839
                B  1      0.0001338302
                B  3      0.05399097
                B  5      0.3989423
                """)
    }

    @Test func independentGroupsHaveTheirOwnPlaces() throws {
        try expect(
            #"{"density": "x", "groupby": ["g"], "bandwidth": 1, "steps": 2, "resolve": "independent"}"#,
            on: """
                g  x
                A  1
                A  2
                B  5
                B  6
                """,
            gives: """
                g  value  density
                A  1      0.3204565
                A  1.5    0.3520653
                A  2      0.3204565
                B  5      0.3204565
                B  5.5    0.3520653
                B  6      0.3204565
                """)
    }

    @Test func newNames() throws {
        try expect(
            #"{"density": "x", "bandwidth": 1, "steps": 1, "as": ["at", "share"]}"#,
            on: Self.rows,
            gives: """
                at  share
                1   0.173726
                7   0.0997694
                """)
    }

    /// `1.06 * min(numpy.std(x, ddof=1), iqr / 1.34) * len(x) ** -0.2`; values that are all alike take their own size.
    @Test(arguments: [
        ([1.0, 2, 3, 7], 1.348874631017649), ([5, 5, 5], 4.2545302773292235), ([0, 0], 0.9227835970938916), ([4], 4.24),
    ])
    func bandwidths(_ values: [Double], _ wanted: Double) {
        #expect((DensityTransform.bandwidth(of: values) - wanted).magnitude < 1e-12)
    }

    @Test func stepsAreAtLeastAndAtMost() throws {
        func count(_ properties: String) throws -> Int {
            let transform = try TransformTests.read("[{\"density\": \"x\", \"bandwidth\": 1\(properties)}]")
            return try TransformTests.run(transform, on: try TextTable("x\n1\n2\n3").table).rowCount
        }
        #expect(try count("") == 201)
        #expect(try count(", \"maxsteps\": 40") == 41)
        #expect(try count(", \"steps\": 7") == 8)
        #expect(try count(", \"resolve\": \"independent\", \"maxsteps\": 25") == 26)
    }
}
