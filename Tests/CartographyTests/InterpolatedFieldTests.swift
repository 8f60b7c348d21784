import SceneGraph
import Testing

@testable import Cartography

@Suite("Values between points")
struct InterpolatedFieldTests {
    private let frame = Rectangle(x: 0, y: 0, width: 100, height: 100)
    private let corners = [
        (Point(0, 0), 0.0), (Point(100, 0), 10), (Point(100, 100), 10), (Point(0, 100), 0),
    ]

    @Test("between two equal sides the middle value runs down the middle")
    func middle() throws {
        let lines = InterpolatedField(corners, within: frame, step: 5).lines(at: 5)
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        for point in line { #expect(abs(point.x - 50) < 1e-9) }
        #expect(Ribbon.length(line) == 100)
    }

    @Test("no line where no value is, nor outside of the points")
    func outside() {
        let field = InterpolatedField(corners, within: frame, step: 5)
        #expect(field.lines(at: 11).isEmpty && field.lines(at: -1).isEmpty)
        let half = InterpolatedField(Array(corners.prefix(3)), within: frame, step: 5)
        let points = half.lines(at: 5).flatMap { $0 }
        #expect(!points.isEmpty)
        // The hull is the triangle above the diagonal.
        for point in points { #expect(point.y <= point.x + 1e-9) }
        #expect(InterpolatedField(Array(corners.prefix(2)), within: frame, step: 5).lines(at: 5).isEmpty)
    }

    @Test("a peak has a closed line around it")
    func peak() throws {
        let field = InterpolatedField(corners.map { ($0.0, 0) } + [(Point(50, 50), 8)], within: frame, step: 4)
        let line = try #require(field.lines(at: 4).first)
        let (first, last) = (try #require(line.first), try #require(line.last))
        #expect(abs(first.x - last.x) < 1e-3 && abs(first.y - last.y) < 1e-3)
        #expect(line.allSatisfy { frame.contains($0) })
    }
}
