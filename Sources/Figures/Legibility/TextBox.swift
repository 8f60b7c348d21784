import SceneGraph
import Typography

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The room that the letters of a text take, turned with it.
struct TextBox {
    let id: String
    let role: Role
    let text: Text
    /// The node's own bounds.
    let bounds: Rectangle
    /// Number in drawing order.
    let order: Int
    /// Corners in order around the box, a little within the line box: what is above capitals and below descenders is
    /// empty paper.
    let corners: [Point]

    /// How much of a line's height above and below the letters is empty.
    static let slack = 0.12

    init(_ node: Node, _ text: Text, order: Int, measurer: any TextMeasuring) {
        (id, role, bounds, self.text, self.order) = (node.id, node.role, node.bounds, text, order)
        let quarter = (text.angle.truncatingRemainder(dividingBy: 360) / 90).rounded()
        guard text.course.isEmpty, abs(text.angle.truncatingRemainder(dividingBy: 360) - quarter * 90) > 0.01 else {
            let isUpright = !quarter.isFinite || Int(quarter) % 2 == 0
            let line = min(text.font.size * 1.2, isUpright ? bounds.height : bounds.width)
            let inset = TextBox.slack * line
            let box = Rectangle(
                x: bounds.x + (isUpright ? 0.5 : inset), y: bounds.y + (isUpright ? inset : 0.5),
                width: max(0, bounds.width - 2 * (isUpright ? 0.5 : inset)),
                height: max(0, bounds.height - 2 * (isUpright ? inset : 0.5)))
            corners = [
                Point(box.minX, box.minY), Point(box.maxX, box.minY), Point(box.maxX, box.maxY),
                Point(box.minX, box.maxY),
            ]
            return
        }
        var level = text
        level.angle = 0
        level.course = []
        let box = measurer.bounds(of: level)
        let inset = TextBox.slack * min(text.font.size * 1.2, box.height)
        let (sine, cosine) = (sin(text.angle * .pi / 180), cos(text.angle * .pi / 180))
        corners = [
            (box.minX, box.minY + inset), (box.maxX, box.minY + inset), (box.maxX, box.maxY - inset),
            (box.minX, box.maxY - inset),
        ].map { x, y in
            let (dx, dy) = (x - text.origin.x, y - text.origin.y)
            return Point(text.origin.x + dx * cosine - dy * sine, text.origin.y + dx * sine + dy * cosine)
        }
    }

    /// How deep two boxes lie in each other, in figure units; 0 where a straight line parts them (the separating axis
    /// of convex shapes).
    func depth(in other: TextBox) -> Double {
        var least = Double.infinity
        for (a, b) in [(corners, other.corners), (other.corners, corners)] {
            for index in 0..<2 {
                let (from, to) = (a[index], a[index + 1])
                let length = hypot(to.x - from.x, to.y - from.y)
                guard length > 0 else { return 0 }
                let (x, y) = ((to.x - from.x) / length, (to.y - from.y) / length)
                let (p, q) = (a.map { $0.x * x + $0.y * y }, b.map { $0.x * x + $0.y * y })
                let shared = min(p.max() ?? 0, q.max() ?? 0) - max(p.min() ?? 0, q.min() ?? 0)
                if shared <= 0 { return 0 }
                least = min(least, shared)
            }
        }
        return least
    }

    /// Places at which to look what stands behind it: along its middle, from end to end.
    var samples: [Point] {
        func between(_ a: Point, _ b: Point, _ t: Double) -> Point {
            Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
        }
        let (left, right) = (between(corners[0], corners[3], 0.5), between(corners[1], corners[2], 0.5))
        return [0.1, 0.5, 0.9].map { between(left, right, $0) }
    }
}
