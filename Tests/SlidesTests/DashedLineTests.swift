import SceneGraph
import Testing

@testable import Slides

@Suite("Dashes that begin part-way")
struct DashedLineTests {
    private let line = [[Point(0, 0), Point(20, 0)]]

    private func spans(_ dash: [Double], offset: Double = 0) -> [[Double]]? {
        var stroke = Stroke(.black, dash: dash)
        stroke.dashOffset = offset
        return stroke.dashes(along: line)?.map { $0.map(\.x) }
    }

    @Test("the pattern is walked from where it begins")
    func offsets() {
        #expect(spans([6, 4]) == [[0, 6], [10, 16]])
        #expect(spans([6, 4], offset: 8) == [[2, 8], [12, 18]])
        #expect(spans([6, 4], offset: -3) == [[3, 9], [13, 19]])
        #expect(spans([6, 4], offset: 2) == [[0, 4], [8, 14], [18, 20]])
    }

    @Test("a pattern of odd length is taken twice, and none draws the whole line")
    func patterns() {
        #expect(spans([5]) == [[0, 5], [10, 15]])
        #expect(spans([]) == [[0, 20]])
        #expect(spans([0, 0]) == [[0, 20]])
        #expect(spans([0.001, 0.001]) == nil)
    }

    @Test("a dash goes round a corner")
    func corner() {
        let bent = [[Point(0, 0), Point(4, 0), Point(4, 10)]]
        #expect(
            Stroke(.black, dash: [6, 4]).dashes(along: bent)
                == [[Point(0, 0), Point(4, 0), Point(4, 2)], [Point(4, 6), Point(4, 10)]])
    }

    @Test("whether the pattern begins part-way")
    func within() {
        var stroke = Stroke(.black, dash: [6, 4])
        #expect(!stroke.beginsWithinItsDashes)
        stroke.dashOffset = 20
        #expect(!stroke.beginsWithinItsDashes)
        stroke.dashOffset = 3
        #expect(stroke.beginsWithinItsDashes)
        stroke.dash = []
        #expect(!stroke.beginsWithinItsDashes)
    }

    @Test("lengths are whole EMU, and none is further out than can be counted")
    func emu() {
        #expect(units(1.5 * unitsPerPixel) == 14_288)
        #expect(units(.nan) == 0 && units(1e300) == 1_000_000_000)
    }
}
