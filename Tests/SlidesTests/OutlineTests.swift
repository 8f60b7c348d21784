import SceneGraph
import Testing

@testable import Slides

@Suite("Outlines as slides want them")
struct OutlineTests {
    private let box = PathData.rectangle(Rectangle(x: 0, y: 0, width: 10, height: 5))

    @Test("upright rectangles are known, turned and bent ones are not")
    func rectangles() {
        #expect(box.isUprightRectangle)
        #expect(
            PathData([[Point(0, 0), Point(0, 5), Point(9, 5), Point(9, 0), Point(0, 0)]], closed: false)
                .isUprightRectangle)
        #expect(!PathData([[Point(0, 0), Point(10, 1), Point(9, 6), Point(-1, 5)]], closed: true).isUprightRectangle)
        #expect(!PathData([[Point(0, 0), Point(10, 0), Point(10, 5)]], closed: true).isUprightRectangle)
        #expect(!PathData.circle(center: .zero, radius: 5).isUprightRectangle)
    }

    @Test("outlines come apart at their moves, and say which way they run")
    func parts() {
        var both = box
        both.append(PathData([[Point(2, 1), Point(2, 4), Point(8, 4), Point(8, 1)]], closed: true))
        #expect(both.outlines.count == 2)
        #expect(both.outlines.map(\.doubledArea) == [100, -36])
        #expect(PathData.line(from: Point(0, 0), to: Point(1, 1)).doubledArea == 0)
    }

    @Test("chords stay within the tolerance of the curve")
    func chords() throws {
        let points = try #require(PathData.circle(center: .zero, radius: 100).flattened(tolerance: 0.1).first)
        #expect(points.first == points.last)
        for (a, b) in zip(points, points.dropFirst()) {
            let (x, y) = ((a.x + b.x) / 2, (a.y + b.y) / 2)
            #expect(100 - (x * x + y * y).squareRoot() < 0.15)
        }
        #expect(points.count < 100)
    }
}
