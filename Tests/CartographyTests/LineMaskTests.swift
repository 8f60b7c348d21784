import SceneGraph
import Testing

@testable import Cartography

@Suite struct LineMaskTests {
    @Test func whatRunsAlongIsLeftOut() throws {
        var mask = LineMask(reach: 2)
        mask.add([Point(40, 1), Point(60, 1)])
        let parts = mask.outside([Point(0, 0), Point(100, 0)])
        #expect(parts.count == 2)
        #expect(parts.first?.first == Point(0, 0) && parts.last?.last == Point(100, 0))
        #expect(abs((parts.first?.last?.x ?? 0) - 38) < 1.5 && abs((parts.last?.first?.x ?? 0) - 62) < 1.5)
        // What crosses stays but for a stitch, what is far away is whole.
        #expect(mask.outside([Point(0, 20), Point(100, 20)]).map(\.count) == [101])
        #expect(LineMask(reach: 2).outside([Point(0, 0), Point(9, 0)]) == [[Point(0, 0), Point(9, 0)]])
    }
}
