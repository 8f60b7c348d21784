import Testing

@testable import SceneGraph

@Suite("SVG path data")
struct SVGPathTests {
    @Test(
        "the same triangle, however it is written",
        arguments: [
            "M0 0L10 0L10 5Z", "m0,0 10,0 0,5z", "M 0 0 H 10 V 5 z", "M0 0h10v5z", "M0,0L1e1-0L10 .5e1Z",
        ])
    func triangle(_ text: String) {
        let path = SVGPath.read(text)
        #expect(path?.verbs == [.move, .line, .line, .close])
        #expect(path?.coordinates == [0, 0, 10, 0, 10, 5])
    }

    @Test("a smooth curve goes on from the mirrored handle, and from its own end after a line")
    func smooth() {
        #expect(
            SVGPath.read("M0 0C1 2 3 4 5 5S9 9 10 5")?.coordinates.suffix(6) == [7, 6, 9, 9, 10, 5])
        #expect(SVGPath.read("M0 0L5 5S9 9 10 5")?.coordinates.suffix(6) == [5, 5, 9, 9, 10, 5])
        // A quadratic's handle, (3, 6), is mirrored to (9, -6).
        let quadratics = SVGPath.read("M0 0Q3 6 6 0T12 0")?.coordinates.suffix(6) ?? []
        for (found, expected) in zip(quadratics, [8.0, -4, 10, -4, 12, 0]) { #expect(abs(found - expected) < 1e-12) }
    }

    @Test("flags of an arc need no space around them")
    func arcs() throws {
        let half = try #require(SVGPath.read("M-5 0A5 5 0 015 0")?.bounds)
        #expect(abs(half.minY + 5) < 0.01 && abs(half.maxY) < 1e-9)
        let other = try #require(SVGPath.read("M-5 0A5 5 0 0 0 5 0")?.bounds)
        #expect(abs(other.maxY - 5) < 0.01 && abs(other.minY) < 1e-9)
        // Radii that are too small for the distance grow to half of it.
        let grown = try #require(SVGPath.read("M-5 0A1 1 0 0 1 5 0")?.bounds)
        #expect(abs(grown.minY + 5) < 0.01)
        #expect(SVGPath.read("M0 0A0 5 0 0 1 9 9")?.verbs == [.move, .line])
    }

    @Test(
        "what is no path is none",
        arguments: [
            "", "M", "M0", "M0 0L", "M0 0X1 1", "0 0", "M0 0Z5 5", "M0 0A5 5 0 2 0 1 1", "M1e999 0", "M0 0L1 é",
        ])
    func broken(_ text: String) {
        #expect(SVGPath.read(text) == nil)
    }

    @Test("a quarter turn is clockwise, as y grows downwards")
    func turning() {
        let turned = Turning.turned(.line(from: Point(1, 0), to: Point(0, 2)), degrees: 90).coordinates
        for (found, expected) in zip(turned, [0.0, 1, -2, 0]) { #expect(abs(found - expected) < 1e-12) }
    }
}
