import Testing

@testable import Scales

/// The places are those of vl-convert 1.9.0, `vega_to_svg` of a scale of range 0 to 100.
@Suite("Discrete scales")
struct DiscreteScaleTests {
    @Test("the room that is left goes to the side that the alignment says")
    func alignment() {
        let band = BandScale(
            domain: ["a", "b", "c", "a"], range: (0, 100), paddingInner: 0.3, paddingOuter: 0.2, align: 0.25)
        #expect(band.domain == ["a", "b", "c"])
        for (key, place) in ["a": 3.2258064516129, "b": 35.483870967742, "c": 67.741935483871] {
            #expect(abs((band.position(of: key) ?? .nan) - place) < 1e-9)
        }
    }

    @Test("whole numbers for step and band")
    func rounded() {
        let band = BandScale(
            domain: ["a", "b", "c"], range: (0, 100), paddingInner: 0.3, paddingOuter: 0.2, round: true)
        #expect(["a", "b", "c"].map { band.position(of: $0) } == [7, 39, 71])
        #expect(band.step == 32 && band.bandwidth == 22)
    }

    @Test("points are bands without width")
    func points() {
        let scale = BandScale.points(domain: ["a", "b", "c"], range: (0, 100), padding: 0.5)
        #expect(scale.bandwidth == 0)
        #expect(abs((scale.position(of: "a") ?? .nan) - 100.0 / 6) < 1e-9)
        #expect(scale.position(of: "b") == 50)
    }

    @Test("results start again after the last")
    func ordinal() {
        let scale = OrdinalScale(domain: ["x", "y", "x", "z"], range: [1, 2])
        #expect(["x", "y", "z", "w"].map { scale.output(for: $0) } == [1, 2, 1, nil])
        #expect(OrdinalScale<String, Int>(domain: ["x"], range: []).output(for: "x") == nil)
    }

    @Test("a value beyond the borders belongs to the bin at that end")
    func bins() {
        let scale = BinOrdinalScale(borders: [20, 0, 10, 30])
        #expect([-5, 0, 9.9, 10, 29, 40].map { scale.bin(of: $0) } == [0, 0, 0, 1, 2, 2])
        #expect(scale.bin(of: .nan) == nil)
        #expect(BinOrdinalScale(borders: [1]).bin(of: 1) == nil)
    }

    @Test("pieces of equal length")
    func quantize() {
        let scale = ThresholdScale.quantize(from: 0, to: 100, pieces: 4)
        #expect([-5, 24.9, 25, 50, 75, 100, 200].map { scale.piece(of: $0) } == [0, 0, 1, 2, 3, 3, 3])
        #expect(ThresholdScale.quantize(from: 0, to: 1, pieces: 1).pieceCount == 1)
    }
}
