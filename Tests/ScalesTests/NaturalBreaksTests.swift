import Testing

@testable import Scales

@Suite struct NaturalBreaksTests {
    /// Forty values that a table could have.
    static let values = (0..<40).map { Double(($0 * $0 * 37) % 101) / 4 }
    static let zeros = [Double](repeating: 0, count: 12) + [1, 1, 2, 3, 5, 8, 13, 21]

    /// jenkspy 0.4.1: `jenks_breaks(values, n_classes=k)[1:]`; mapclassify 2.10.0's `FisherJenks` gives the same.
    @Test func agreesWithJenkspy() {
        #expect(NaturalBreaks.upperBounds(of: Self.values, classes: 4) == [6.25, 14, 20.25, 25])
        #expect(NaturalBreaks.upperBounds(of: Self.values, classes: 5) == [4, 9.25, 14, 20.25, 25])
        #expect(NaturalBreaks.upperBounds(of: Self.values, classes: 7) == [2.25, 6.25, 9.25, 14, 17.75, 20.25, 25])
        #expect(NaturalBreaks.upperBounds(of: Self.zeros, classes: 4) == [3, 8, 13, 21])
        #expect(NaturalBreaks.upperBounds(of: Self.zeros, classes: 5) == [1, 5, 8, 13, 21])
        #expect(NaturalBreaks.upperBounds(of: Self.zeros, classes: 7) == [0, 1, 3, 5, 8, 13, 21])
    }

    /// No other division of a list into so many runs has less within them: every division is tried.
    @Test(arguments: 2...5) func isTheOptimum(classes: Int) {
        var state: UInt64 = 42
        for _ in 0..<20 {
            let values = (0..<9).map { _ -> Double in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Double(state >> 58)
            }
            func within(_ bounds: [Double]) -> Double {
                var total = 0.0
                var low = -Double.infinity
                for bound in bounds {
                    let part = values.filter { $0 > low && $0 <= bound }
                    let mean = part.reduce(0, +) / Double(max(1, part.count))
                    total += part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                    low = bound
                }
                return total
            }
            let different = Set(values).sorted()
            guard let last = different.last, different.count > classes else { continue }
            var least = Double.infinity
            for choice in 0..<(1 << (different.count - 1)) where choice.nonzeroBitCount == classes - 1 {
                let bounds =
                    different.dropLast().enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element) + [last]
                least = min(least, within(bounds))
            }
            let found = NaturalBreaks.upperBounds(of: values, classes: classes)
            #expect(found.count == classes && abs(within(found) - least) < 1e-9)
        }
    }

    @Test func fewValuesMakeFewClasses() {
        #expect(NaturalBreaks.upperBounds(of: [3, 1, 3, 1], classes: 5) == [1, 3])
        #expect(NaturalBreaks.upperBounds(of: [], classes: 5) == [])
        #expect(NaturalBreaks.upperBounds(of: [.nan, .infinity, 2], classes: 2) == [2])
        #expect(NaturalBreaks.upperBounds(of: [1, 2, 3], classes: 1) == [3])
        #expect(NaturalBreaks.upperBounds(of: [1, 2], classes: 0) == [])
    }

    @Test func largeNumbersKeepTheirDifferences() {
        let far = Self.values.map { $0 + 1e9 }
        #expect(NaturalBreaks.upperBounds(of: far, classes: 4) == [6.25, 14, 20.25, 25].map { $0 + 1e9 })
    }
}
