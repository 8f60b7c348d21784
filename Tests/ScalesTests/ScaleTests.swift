import Colors
import SceneGraph
import Testing

@testable import Scales

@Suite struct ScaleTests {
    @Test func bandsHaveRoomBetweenAndAroundThem() {
        // vl-convert 1.9.0: two bars, step 20, paddingInner 0.1: x = 1 and 21, width 18.
        let band = BandScale(domain: ["A", "B"], range: (0, 40), paddingInner: 0.1, paddingOuter: 0.05)
        #expect(band.bandwidth == 18)
        #expect(band.position(of: "A") == 1)
        #expect(band.position(of: "B") == 21)
        #expect(band.position(of: "C") == nil)
    }

    @Test func bandsRunBackwards() {
        let band = BandScale(domain: [1, 2], range: (100, 0))
        #expect(band.position(of: 1) == 50)
        #expect(band.position(of: 2) == 0)
    }

    @Test func emptyDomainsAreNoTrouble() {
        #expect(BandScale<String>(domain: [], range: (0, 100)).bandwidth == 100)
        #expect(BandScale<String>.length(count: 0, step: 20, paddingInner: 0.1, paddingOuter: 0.05) == 0)
        #expect(QuantileScaleFixture.empty.piece(of: 3) == 0)
    }

    @Test func piecesOfADomainAreEquallyLong() {
        let scale = LinearScale(domain: [-10, 0, 100])
        #expect(scale.fraction(of: -10) == 0)
        #expect(scale.fraction(of: 0) == 0.5)
        #expect(scale.fraction(of: 50) == 0.75)
        #expect(scale.value(at: 0.75) == 50)
    }

    @Test func powersKeepTheSign() {
        let scale = PowScale.sqrt(domain: [-4, 4])
        #expect(scale.fraction(of: 0) == 0.5)
        #expect(scale.inverted(scale.transformed(-2.25)) == -2.25)
    }

    @Test func thresholdsBelongToThePieceAbove() {
        let scale = ThresholdScale(thresholds: [30, 70])
        #expect([29.9, 30, 69, 70].map { scale.piece(of: $0) } == [0, 1, 1, 2])
        #expect(scale.piece(of: .nan) == nil)
    }

    @Test func quantilesAreThoseOfType7() {
        let scale = ThresholdScale.quantile(of: [28, 55, 43, 91, 81, 53, 19, 87, 52], pieces: 4)
        #expect(scale.thresholds == [43, 53, 81])
    }

    @Test func everySchemeIsRead() {
        for name in ColorScheme.names { #expect(ColorScheme(named: name)?.colors.isEmpty == false) }
        #expect(ColorScheme(named: "viridis")?.color(at: 0).css == "#440154")
        #expect(ColorScheme(named: "blues-3")?.colors.count == 3)
        #expect(ColorScheme(named: "nothing") == nil)
    }

    @Test(arguments: ColorInterpolation.allCases) func mixingEndsAtItsEnds(_ way: ColorInterpolation) {
        let (a, b) = (Color(hex: 0x4C78A8), Color(hex: 0xE45756))
        #expect(way.mix(a, b, 0).css == a.css)
        #expect(way.mix(a, b, 1).css == b.css)
    }
}

private enum QuantileScaleFixture {
    static let empty = ThresholdScale.quantile(of: [], pieces: 4)
}
