import Documents
import Tables
import Testing

@testable import Transforms

/// `loess`: rows of `vl_convert.vegalite_to_scenegraph(spec)` of vl-convert 1.9.0.post1.
struct LoessTests {
    private static let rows = """
        x  y
        1  2
        2  4
        3  3
        4  7
        5  6
        6  9
        7  8
        8  12
        """

    @Test func aSmoothCurve() throws {
        try expect(
            #"{"loess": "y", "on": "x", "bandwidth": 0.5}"#,
            on: Self.rows,
            gives: """
                x  y
                1  2.343629
                2  3.147734
                3  4.45012
                4  5.558161
                5  7.136602
                6  7.864126
                7  9.467411
                8  11.43492
                """)
    }

    @Test func aWiderBandIsSmoother() throws {
        try expect(
            #"{"loess": "y", "on": "x", "bandwidth": 1}"#,
            on: Self.rows,
            gives: """
                x  y
                1  2.104825
                2  3.299909
                3  4.504308
                4  5.682846
                5  6.877954
                6  8.277137
                7  9.690589
                8  11.09999
                """)
    }

    @Test func anOutlierHardlyMatters() throws {
        try expect(
            #"{"loess": "y", "on": "x", "bandwidth": 0.75}"#,
            on: """
                x  y
                1  1
                2  2
                3  3
                4  40
                5  5
                6  6
                7  7
                8  8
                """,
            gives: """
                x  y
                1  1
                2  2
                3  3
                4  4
                5  5
                6  6
                7  7
                8  8
                """)
    }

    @Test func eachGroupHasItsCurve() throws {
        try expect(
            #"{"loess": "y", "on": "x", "groupby": ["g"], "bandwidth": 1}"#,
            on: """
                g  x  y
                A  1  2
                A  2  4
                A  3  5
                A  4  9
                B  1  9
                B  2  6
                B  3  6
                B  4  2
                """,
            gives: """
                g  x  y
                A  1  2.079457
                A  2  3.774587
                A  3  6.131494
                A  4  8.786235
                B  1  8.678839
                B  2  6.854782
                B  3  4.788398
                B  4  2.42404
                """)
    }

    @Test func newNames() throws {
        try expect(
            #"{"loess": "y", "on": "x", "bandwidth": 1, "as": ["at", "trend"]}"#,
            on: Self.rows,
            gives: """
                at  trend
                1   2.104825
                2   3.299909
                3   4.504308
                4   5.682846
                5   6.877954
                6   8.277137
                7   9.690589
                8   11.09999
                """)
    }

    @Test func pointsAreTakenByRisingX() throws {
        try expect(
            #"{"loess": "y", "on": "x", "bandwidth": 1}"#,
            on: """
                x  y
                3  3
                1  2
                4  8
                2  4
                """,
            gives: """
                x  y
                1  2.298175
                2  3.199821
                3  4.969621
                4  7.426155
                """)
    }

    @Test func pointsOfOneXAreOne() throws {
        try expect(
            #"{"loess": "y", "on": "x", "bandwidth": 1}"#,
            on: """
                x  y
                1  1
                1  3
                2  4
                3  5
                3  9
                4  8
                """,
            gives: """
                x  y
                1  1.93761
                2  4.246171
                3  6.384718
                4  8.212015
                """)
    }

    @Test func whatLiesOnALineStaysThere() {
        let points = (0..<10).map { (x: Double($0), y: 2 * Double($0) + 1) }
        for bandwidth in [0.3, 0.6, 1] {
            let smooth = LoessTransform.smooth(points, bandwidth: bandwidth)
            #expect(zip(points, smooth).allSatisfy { $0.x == $1.x && ($0.y - $1.y).magnitude < 1e-9 })
        }
    }
}
