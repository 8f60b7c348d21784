import SceneGraph
import Testing

@testable import Slides

@Suite("Geometry that is cut to a clip")
struct ConvexClipTests {
    private let box = Rectangle(x: 0, y: 0, width: 10, height: 10)

    private func area(_ points: [Point]) -> Double {
        var sum = 0.0
        for (index, point) in points.enumerated() {
            let next = points[(index + 1) % points.count]
            sum += point.x * next.y - next.x * point.y
        }
        return abs(sum) / 2
    }

    @Test("an area is cut to what is inside, whichever way it runs")
    func areas() throws {
        let clip = try #require(ConvexClip(.rectangle(box)))
        #expect(clip.isRectangle && clip.bounds == box)
        let square = [Point(5, 5), Point(15, 5), Point(15, 15), Point(5, 15)]
        #expect(area(clip.area(square)) == 25)
        #expect(area(clip.area(square.reversed())) == 25)
        #expect(clip.area([Point(20, 20), Point(30, 20), Point(30, 30)]).isEmpty)
        // A diamond about the box's corner: an isosceles right triangle of it is inside.
        #expect(area(clip.area([Point(10, 6), Point(14, 10), Point(10, 14), Point(6, 10)])) == 8)
    }

    @Test("a line that leaves and comes back is two pieces")
    func lines() throws {
        let clip = try #require(ConvexClip(.rectangle(box)))
        let line = [Point(-5, 5), Point(5, 5), Point(5, 20), Point(8, 20), Point(8, 2)]
        #expect(
            clip.pieces(line) == [[Point(0, 5), Point(5, 5), Point(5, 10)], [Point(8, 10), Point(8, 2)]])
        #expect(clip.pieces([Point(-5, -5), Point(-5, 20)]).isEmpty)
    }

    @Test("a circle cuts as its chords do, and a box is inside where its corners are")
    func circle() throws {
        let clip = try #require(ConvexClip(.circle(center: Point(0, 0), radius: 10)))
        #expect(!clip.isRectangle)
        #expect(clip.contains(Rectangle(x: -7, y: -7, width: 14, height: 14)))
        #expect(!clip.contains(Rectangle(x: -7.2, y: -7.2, width: 14.4, height: 14.4)))
        let cut = area(clip.area([Point(-20, -20), Point(20, -20), Point(20, 20), Point(-20, 20)]))
        #expect(abs(cut / (100 * .pi) - 1) < 0.01)
    }

    @Test("what is not convex, or has no area, is no clip")
    func none() {
        var dented = PathData([[Point(0, 0), Point(10, 0), Point(5, 3), Point(10, 10), Point(0, 10)]], closed: true)
        #expect(ConvexClip(dented) == nil)
        dented.append(.rectangle(box))
        #expect(ConvexClip(dented) == nil)
        #expect(ConvexClip(.line(from: Point(0, 0), to: Point(5, 5))) == nil)
        #expect(ConvexClip(PathData()) == nil)
    }
}
