import SceneGraph
import Testing

@testable import Cartography

@Suite("Room inside an area")
struct InteriorShapeTests {
    private func ring(_ box: Rectangle) -> [Point] {
        [
            Point(box.minX, box.minY), Point(box.maxX, box.minY), Point(box.maxX, box.maxY), Point(box.minX, box.maxY),
        ]
    }

    @Test("a box is inside where all of it is, and not across a hole")
    func boxes() throws {
        let outer = ring(Rectangle(x: 0, y: 0, width: 120, height: 60))
        let hole = ring(Rectangle(x: 50, y: 20, width: 20, height: 20))
        let interior = try #require(Interior([outer, hole]))
        #expect(interior.bounds == Rectangle(x: 0, y: 0, width: 120, height: 60))
        #expect(interior.contains(Rectangle(x: 5, y: 5, width: 35, height: 50)))
        #expect(!interior.contains(Rectangle(x: 5, y: 25, width: 60, height: 10)))
        #expect(!interior.contains(Rectangle(x: 100, y: 5, width: 40, height: 10)))
        #expect(
            interior.contains(Point(10, 10)) && !interior.contains(Point(60, 30)) && !interior.contains(Point(-1, 5)))
        #expect(interior.places().allSatisfy { interior.contains($0) })
    }

    @Test("the middle of a triangle is at two thirds")
    func centroid() throws {
        let interior = try #require(Interior([[Point(0, 0), Point(90, 0), Point(0, 60)]]))
        #expect(abs(interior.centroid.x - 30) < 1e-9 && abs(interior.centroid.y - 20) < 1e-9)
    }

    @Test("the roomiest place of a square is its middle")
    func pole() throws {
        let interior = try #require(Interior([ring(Rectangle(x: 10, y: 10, width: 80, height: 80))]))
        let first = try #require(interior.places().first)
        #expect(abs(first.x - 50) <= 1 && abs(first.y - 50) <= 1)
    }

    @Test("only what is long and lies aslant has a spine, which runs from left to right")
    func spine() throws {
        let slanted = [Point(0, 0), Point(10, -10), Point(110, 90), Point(100, 100)]
        let spine = try #require(Interior([slanted])?.spine)
        let (first, last) = (try #require(spine.first), try #require(spine.last))
        #expect(first.x < 15 && last.x > 95)
        // The strip lies between y = x and y = x − 20.
        for point in spine { #expect(abs(point.y - (point.x - 10)) < 3) }
        #expect(Interior([ring(Rectangle(x: 0, y: 0, width: 100, height: 20))])?.spine == nil)
    }

    @Test("what is too small to see has no inside")
    func small() {
        #expect(Interior([]) == nil)
        #expect(Interior([ring(Rectangle(x: 0, y: 0, width: 0.5, height: 0.5))]) == nil)
        #expect(Interior([[Point(0, 0), Point(50, 0), Point(100, 0)]]) == nil)
    }
}
