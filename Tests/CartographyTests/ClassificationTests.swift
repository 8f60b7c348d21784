import Files
import Documents
import Scales
import SceneGraph
import Tables
import Testing

@testable import Cartography

@Suite struct ClassificationTests {
    static let values = (0..<40).map { Double(($0 * $0 * 37) % 101) / 4 }
    static let zeros = [Double](repeating: 0, count: 12) + [1, 1, 2, 3, 5, 8, 13, 21]

    private func counts(_ method: ClassMethod, _ values: [Double], _ classes: Int, midpoint: Double? = nil) -> [Int] {
        guard let made = Classification(method, values: values, classes: classes, midpoint: midpoint) else { return [] }
        var counts = [Int](repeating: 0, count: made.classCount)
        for value in values { counts[made.index(of: value)] += 1 }
        return counts
    }

    /// mapclassify 2.10.0: `Quantiles(values, k).counts`. Its empty classes, which ties make, are none here.
    @Test func quantilesAgreeWithMapclassify() {
        #expect(counts(.quantile, Self.values, 4) == [10, 10, 10, 10])
        #expect(counts(.quantile, Self.values, 5) == [8, 8, 8, 8, 8])
        #expect(counts(.quantile, Self.values, 7) == [6, 6, 5, 6, 5, 6, 6])
        #expect(counts(.quantile, Self.zeros, 4) == [12, 3, 5])
        #expect(counts(.quantile, Self.zeros, 5) == [12, 4, 4])
        #expect(counts(.quantile, Self.zeros, 7) == [12, 2, 3, 3])
    }

    /// mapclassify 2.10.0: `EqualInterval(values, k).counts`; no value lies on a break.
    @Test func equalIntervalsAgreeWithMapclassify() {
        #expect(counts(.equal, Self.values, 7) == [6, 5, 4, 7, 5, 6, 7])
        #expect(counts(.equal, Self.zeros, 4) == [17, 1, 1, 1])
        #expect(counts(.equal, Self.zeros, 5) == [16, 2, 0, 1, 1])
    }

    /// mapclassify 2.10.0: `FisherJenks(values, k).counts`.
    @Test func naturalBreaksAgreeWithMapclassify() {
        #expect(counts(.jenks, Self.values, 4) == [11, 11, 11, 7])
        #expect(counts(.jenks, Self.values, 7) == [5, 6, 4, 7, 5, 6, 7])
        #expect(counts(.jenks, Self.zeros, 5) == [14, 3, 1, 1, 1])
    }

    /// The same of the atlas's own table: `Quantiles(v, 5).counts`, `EqualInterval(v, 7).counts`, `FisherJenks(v,
    /// 7).counts`.
    @Test func aRealTableAgreesWithMapclassify() throws {
        let bytes = try DataRoot(repository + "/Reports/atlas").read("tables/fertility.csv")
        let table = try DelimitedText(separator: UInt8(ascii: ",")).read(bytes, file: "fertility.csv")
        let values = try #require(table.column("children_per_woman")).numbers
        #expect(values.count == 226)
        #expect(counts(.quantile, values, 5) == [47, 46, 43, 45, 45])
        #expect(counts(.equal, values, 7) == [45, 109, 30, 23, 8, 9, 2])
        #expect(counts(.jenks, values, 7) == [49, 64, 41, 28, 26, 16, 2])
    }

    @Test func breaksAreRoundWithoutMovingAValue() throws {
        let made = try #require(Classification(.quantile, values: [1.23, 4.56, 7.89, 10.12], classes: 2))
        #expect(made.breaks == [5])
        let close = try #require(Classification(.quantile, values: [0.301, 0.302, 0.303, 0.304], classes: 2))
        #expect(close.breaks.count == 1 && close.breaks[0] > 0.302 && close.breaks[0] <= 0.303)
        #expect(close.index(of: 0.302) == 0 && close.index(of: 0.303) == 1)
        // Equal intervals stay equal.
        #expect(Classification(.equal, values: [0, 3, 50, 100], classes: 4)?.breaks == [25, 50, 75])
    }

    @Test func classesPartAtTheMidpoint() throws {
        let values = [-4.0, -3, -2, -1, 1, 2, 3, 40]
        let quantile = try #require(Classification(.quantile, values: values, classes: 4, midpoint: 0))
        #expect(quantile.breaks.contains(0) && quantile.classCount == 4)
        #expect(counts(.quantile, values, 4, midpoint: 0) == [2, 2, 2, 2])
        let equal = try #require(Classification(.equal, values: values, classes: 4, midpoint: 0))
        #expect(equal.breaks == [0, 20])  // −20 would part nothing
        // All on one side: no class on the other.
        #expect(
            try #require(Classification(.jenks, values: [1, 2, 9], classes: 4, midpoint: 0)).breaks.allSatisfy {
                $0 > 0
            })
    }

    @Test func colorsOfBothSidesAreAsFarFromTheMiddle() throws {
        let scheme = try #require(ColorScheme(named: "purpleorange"))
        let manual = try #require(Classification(.manual, values: [1, 9], classes: 1, breaks: [2, 4, 6], midpoint: 4))
        #expect(
            ClassColors.scheme(scheme, reversed: false).colors(of: manual)
                == [0, 1, 3, 4].map { scheme.sampled(5)[$0] })
        let lopsided = try #require(
            Classification(.manual, values: [1, 9], classes: 1, breaks: [4, 6, 8], midpoint: 4))
        // One class under the midpoint, three over: it is the palest of its side.
        #expect(
            ClassColors.scheme(scheme, reversed: false).colors(of: lopsided)
                == [2, 4, 5, 6].map { scheme.sampled(7)[$0] })
        #expect(
            ClassColors.scheme(scheme, reversed: true).colors(of: lopsided)
                == [4, 2, 1, 0].map { scheme.sampled(7)[$0] })
    }

    @Test func rangesReadWell() throws {
        func ranges(
            _ method: ClassMethod, _ values: [Double], _ breaks: [Double] = [], classes: Int = 3
        ) throws -> [String] {
            let made = try #require(Classification(method, values: values, classes: classes, breaks: breaks))
            return made.ranges(made.numbers(format: nil))
        }
        #expect(try ranges(.manual, [0.7, 9], [1.3, 2.1, 3]) == ["under 1.3", "1.3–2.1", "2.1–3.0", "3.0 and over"])
        #expect(try ranges(.equal, [0, 15, 30]) == ["0–10", "10–20", "20–30"])
        #expect(try ranges(.equal, [-15, 0, 15]) == ["−15 to −5", "−5 to 5", "5–15"])
        #expect(
            try ranges(.manual, [1_500_000, 8_000_000], [2_000_000, 5_000_000]) == ["under 2", "2–5", "5 and over"])
        #expect(KeyNumbers([2_000_000, 5_000_000]).word == "million")
        #expect(KeyNumbers([1200, 15000]).written(15000) == "15,000")
        #expect(KeyNumbers([0.1, 0.25], format: ".0%").written(0.25) == "25%")
    }

    @Test func nothingMakesNoClasses() {
        #expect(Classification(.quantile, values: [], classes: 5) == nil)
        #expect(Classification(.quantile, values: [.nan], classes: 5) == nil)
        #expect(Classification(.quantile, values: [3, 3, 3], classes: 5)?.classCount == 1)
    }
}
