import Testing

@testable import Scales

/// The places are those of vl-convert 1.9.0, `vega_to_svg` of a scale of range 0 to 100.
@Suite("Where values stand on a bent line")
struct ContinuousScaleTests {
    @Test("logarithmic for both signs")
    func symlog() {
        let scale = SymlogScale(domain: [-100, 100])
        let places = [24.021314675877964, 50, 57.5095241611844, 92.59721515804961]
        for (value, place) in zip([-10.0, 0, 1, 50], places) {
            #expect(abs(scale.fraction(of: value) * 100 - place) < 1e-9)
            #expect(abs(scale.value(at: place / 100) - value) < 1e-9)
        }
        let wide = SymlogScale(domain: [0, 1000], constant: 10)
        #expect(abs(wide.fraction(of: 100) - 0.5195737064824407) < 1e-12)
    }

    @Test("equal ratios are equally long")
    func log() {
        let scale = LogScale(domain: [1, 1000])
        #expect(abs(scale.fraction(of: 500) - 0.8996566681120063) < 1e-12)
        #expect(scale.fraction(of: 0).isNaN)
        let negative = LogScale(domain: [-1000, -1])
        #expect(abs(negative.fraction(of: -500) - (1 - 0.8996566681120063)) < 1e-12)
    }

    @Test("a power of three")
    func cube() {
        let scale = PowScale(domain: [-2, 2], exponent: 3)
        #expect([-1, 0, 1].map { scale.fraction(of: $0) } == [0.4375, 0.5, 0.5625])
    }

    @Test("ends that are made round keep their direction")
    func nice() {
        #expect(LinearScale(domain: [0.12, 0.93]).niced(count: 10).domain == [0.1, 1])
        #expect(LinearScale(domain: [0.93, 0.5, 0.12]).niced(count: 10).domain == [1, 0.5, 0.1])
        let log = LogScale(domain: [700, 3]).niced(count: 10).domain
        #expect(abs(log[0] - 1000) < 1e-9 && log[1] == 1)
        #expect(LogScale(domain: [-1, 1]).niced(count: 10).domain == [-1, 1])
    }

    @Test("a domain of one value stands in the middle, one of NaN nowhere")
    func degenerate() {
        #expect(LinearScale(domain: [5, 5]).fraction(of: 7) == 0.5)
        #expect(LinearScale(domain: [5, 5]).fraction(of: .nan).isNaN)
        #expect(LinearScale(domain: [5]).value(at: 0.3) == 5)
    }
}
