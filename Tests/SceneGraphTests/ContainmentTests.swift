import Testing

@testable import SceneGraph

@Suite("What lies within an outline")
struct ContainmentTests {
    private let square = PathData.rectangle(Rectangle(x: 0, y: 0, width: 10, height: 10))

    @Test("a part that is not closed is taken as closed")
    func open() {
        var corner = PathData()
        corner.move(to: Point(0, 0))
        corner.line(to: Point(10, 0))
        corner.line(to: Point(10, 10))
        #expect(corner.contains(Point(8, 5)))
        #expect(!corner.contains(Point(2, 5)))
        #expect(!PathData().contains(.zero))
    }

    @Test("a square in a square of the same direction is a hole only by the even-odd rule")
    func rules() {
        var both = square
        both.append(.rectangle(Rectangle(x: 3, y: 3, width: 4, height: 4)))
        #expect(both.contains(Point(5, 5)))
        #expect(!both.contains(Point(5, 5), evenOdd: true))
        #expect(both.contains(Point(1, 5), evenOdd: true))
    }

    @Test("a circle holds what is nearer than its radius")
    func circle() {
        let circle = PathData.circle(center: Point(5, 5), radius: 5)
        for (point, inside) in [
            (Point(5, 5), true), (Point(8, 8), true), (Point(9, 9), false), (Point(0.2, 5.1), true),
            (Point(-1, 5), false),
        ] {
            #expect(circle.contains(point) == inside)
        }
    }

    @Test("rectangles: within, around, in common")
    func rectangles() {
        let box = Rectangle(from: Point(10, 20), to: Point(0, 0))
        #expect(box.contains(Point(10, 20)) && !box.contains(Point(10.1, 20)))
        #expect(box.contains(box.inset(by: 2)) && !box.contains(box.inset(by: -1)))
        #expect(box.inset(by: 8).size == Size(0, 4))
        #expect(
            box.union(Rectangle(x: -5, y: 30, width: 1, height: 1)) == Rectangle(x: -5, y: 0, width: 15, height: 31))
    }

    @Test("round corners are cut to half the shorter side")
    func corners() throws {
        let box = Rectangle(x: 0, y: 0, width: 20, height: 10)
        let pill = PathData.rectangle(box, topLeft: 99, topRight: 99, bottomRight: 0, bottomLeft: -1)
        #expect(pill.currentPoint == Point(5, 0))
        #expect(pill.bounds == box)
        #expect(!pill.contains(Point(0.5, 0.5)) && pill.contains(Point(0.5, 9.5)))
        #expect(PathData.rectangle(box, topLeft: 0, topRight: 0, bottomRight: 0, bottomLeft: 0) == .rectangle(box))
    }

    @Test("a curve's bounds are those of the curve, not of its handles")
    func curve() throws {
        var path = PathData()
        path.move(to: Point(0, 0))
        path.cubic(Point(0, 8), Point(6, 8), to: Point(6, 0))
        // At t = 1/2: 3/8·8 + 3/8·8.
        #expect(path.bounds == Rectangle(x: 0, y: 0, width: 6, height: 6))
    }
}
