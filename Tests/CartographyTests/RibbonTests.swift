import SceneGraph
import Testing

@testable import Cartography

@Suite("Lines with width")
struct RibbonTests {
    private let line = [Point(0, 0), Point(30, 0), Point(30, 40)]

    @Test("ends are cut along the line")
    func trimming() {
        #expect(Ribbon.length(line) == 70)
        #expect(Ribbon.trimmed(line, start: 10, end: 0) == [Point(10, 0), Point(30, 0), Point(30, 40)])
        #expect(Ribbon.trimmed(line, start: 35, end: 5) == [Point(30, 5), Point(30, 35)])
        #expect(Ribbon.trimmed(line, start: 50, end: 50).isEmpty)
        #expect(Ribbon.trimmed([], start: 1, end: 1).isEmpty)
    }

    @Test("a ribbon is as wide as it says, from its beginning's share to its end")
    func width() throws {
        let ribbon = Ribbon(
            pieces: [[Point(0, 0), Point(100, 0)]], width: 10, taper: 0.4, trimStart: 0, trimEnd: 0, arrow: 0)
        let outline = try #require(ribbon.outline)
        #expect(outline.coordinates == [0, 2, 100, 5, 100, -5, 0, -2])
        #expect(outline.verbs.last == .close)
    }

    @Test("the head ends where the line does, and is wider than it")
    func head() throws {
        let ribbon = Ribbon(
            pieces: [[Point(0, 0), Point(100, 0)]], width: 4, taper: 1, trimStart: 0, trimEnd: 10, arrow: 20)
        let bounds = try #require(ribbon.outline?.bounds)
        #expect(bounds.maxX == 90 && bounds.minX == 0)
        #expect(bounds.height == 18)
    }

    @Test("a way shorter than what its ends leave free keeps a third")
    func short() throws {
        let ribbon = Ribbon(
            pieces: [[Point(0, 0), Point(30, 0)]], width: 4, taper: 1, trimStart: 50, trimEnd: 50, arrow: 0)
        let bounds = try #require(ribbon.outline?.bounds)
        #expect(abs(bounds.width - 10) < 1e-9)
        #expect(Ribbon(pieces: [], width: 4, taper: 1, trimStart: 0, trimEnd: 0, arrow: 0).outline == nil)
    }
}
