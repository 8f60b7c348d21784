import Testing

@testable import SceneGraph

@Suite("Geometry")
struct GeometryTests {
    @Test("a rectangle of negative size is the same area")
    func negative() {
        let a = Rectangle(x: 10, y: 20, width: -4, height: -6)
        #expect(a == Rectangle(x: 6, y: 14, width: 4, height: 6))
    }

    @Test("touching rectangles do not intersect")
    func touching() {
        let a = Rectangle(x: 0, y: 0, width: 10, height: 10)
        #expect(!a.intersects(Rectangle(x: 10, y: 0, width: 5, height: 5)))
        #expect(a.intersects(Rectangle(x: 9.9, y: 9.9, width: 5, height: 5)))
    }

    @Test("an arc's curves stay within 0.03 % of the circle")
    func arc() {
        let path = PathData.circle(center: Point(5, 7), radius: 100)
        var worst = 0.0
        var start = Point.zero
        path.forEach { element in
            switch element {
            case .move(let point): start = point
            case .cubic(let a, let b, let end):
                for step in 1..<20 {
                    let t = Double(step) / 20
                    let u = 1 - t
                    let x = u * u * u * start.x + 3 * u * u * t * a.x + 3 * u * t * t * b.x + t * t * t * end.x
                    let y = u * u * u * start.y + 3 * u * u * t * a.y + 3 * u * t * t * b.y + t * t * t * end.y
                    let radius = ((x - 5) * (x - 5) + (y - 7) * (y - 7)).squareRoot()
                    worst = max(worst, abs(radius / 100 - 1))
                }
                start = end
            default: break
            }
        }
        #expect(worst > 0 && worst < 0.0003)
    }

    @Test("a quadratic curve keeps its shape as a cubic")
    func quadratic() {
        var path = PathData()
        path.move(to: Point(0, 0))
        path.quadratic(Point(10, 20), to: Point(20, 0))
        // At t = 1/2 a quadratic stands at a quarter, a half and a quarter of its points.
        let c = path.coordinates
        let y = (c[1] + 3 * c[3] + 3 * c[5] + c[7]) / 8
        #expect(abs(y - 10) < 1e-12)
    }

    @Test("moving a node moves all of it")
    func translation() {
        let node = Node.group(
            id: "g", role: "g", clip: .rectangle(Rectangle(x: 0, y: 0, width: 100, height: 100)),
            [
                .path(
                    id: "p", role: "p", .line(from: Point(0, 0), to: Point(10, 0)),
                    stroke: Stroke(.linearGradient(from: Point(0, 0), to: Point(1, 0), stops: []), width: 2))
            ])
        let moved = node.translated(by: Point(5, 6))
        #expect(moved.bounds == node.bounds.translated(by: Point(5, 6)))
        guard case .path(let path) = moved.children[0].content else {
            Issue.record("the child is no path")
            return
        }
        #expect(path.data.coordinates == [5, 6, 15, 6])
        #expect(path.stroke?.paint == .linearGradient(from: Point(5, 6), to: Point(6, 6), stops: []))
    }
}
