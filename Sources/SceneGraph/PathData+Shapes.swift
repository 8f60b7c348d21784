#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension PathData {
    public static func rectangle(_ rectangle: Rectangle) -> PathData {
        var path = PathData()
        path.move(to: Point(rectangle.minX, rectangle.minY))
        path.line(to: Point(rectangle.maxX, rectangle.minY))
        path.line(to: Point(rectangle.maxX, rectangle.maxY))
        path.line(to: Point(rectangle.minX, rectangle.maxY))
        path.close()
        return path
    }

    /// A rectangle whose corners are quarter circles; radii are cut to half the shorter side.
    public static func rectangle(
        _ box: Rectangle, topLeft: Double, topRight: Double, bottomRight: Double, bottomLeft: Double
    ) -> PathData {
        let most = min(box.width, box.height) / 2
        let radii = [topLeft, topRight, bottomRight, bottomLeft].map { max(0, min($0, most)) }
        guard radii.contains(where: { $0 > 0 }) else { return .rectangle(box) }
        let k = 1 - quarterCircle
        var path = PathData()
        path.move(to: Point(box.minX + radii[0], box.minY))
        path.line(to: Point(box.maxX - radii[1], box.minY))
        path.cubic(
            Point(box.maxX - k * radii[1], box.minY), Point(box.maxX, box.minY + k * radii[1]),
            to: Point(box.maxX, box.minY + radii[1]))
        path.line(to: Point(box.maxX, box.maxY - radii[2]))
        path.cubic(
            Point(box.maxX, box.maxY - k * radii[2]), Point(box.maxX - k * radii[2], box.maxY),
            to: Point(box.maxX - radii[2], box.maxY))
        path.line(to: Point(box.minX + radii[3], box.maxY))
        path.cubic(
            Point(box.minX + k * radii[3], box.maxY), Point(box.minX, box.maxY - k * radii[3]),
            to: Point(box.minX, box.maxY - radii[3]))
        path.line(to: Point(box.minX, box.minY + radii[0]))
        path.cubic(
            Point(box.minX, box.minY + k * radii[0]), Point(box.minX + k * radii[0], box.minY),
            to: Point(box.minX + radii[0], box.minY))
        path.close()
        return path
    }

    public static func circle(center: Point, radius: Double) -> PathData {
        var path = PathData()
        path.move(to: Point(center.x + radius, center.y))
        path.arc(center: center, radius: radius, from: 0, to: 2 * .pi)
        path.close()
        return path
    }

    public static func line(from start: Point, to end: Point) -> PathData {
        var path = PathData()
        path.move(to: start)
        path.line(to: end)
        return path
    }

    /// A circular arc as cubic curves of at most a quarter turn each, joined to the current point by a line where
    /// that is elsewhere. Angles in radians, clockwise from the x axis (y grows downwards).
    ///
    /// A segment of angle a has handles of length 4/3·tan(a/4) radii (Riškus 2006), off by less than 0.03 % of it.
    public mutating func arc(center: Point, radius: Double, from start: Double, to end: Double) {
        func place(_ angle: Double) -> Point { Point(center.x + radius * cos(angle), center.y + radius * sin(angle)) }
        let first = place(start)
        if let current = currentPoint {
            if abs(current.x - first.x) > 1e-9 || abs(current.y - first.y) > 1e-9 { line(to: first) }
        } else {
            move(to: first)
        }
        guard radius > 0, start.isFinite, end.isFinite else { return }
        let pieces = max(1, Int((min(abs(end - start), 64) / (.pi / 2) - 1e-9).rounded(.up)))
        let step = (end - start) / Double(pieces)
        let handle = 4.0 / 3.0 * tan(step / 4) * radius
        for piece in 0..<pieces {
            let a = start + Double(piece) * step
            let b = a + step
            let (from, to) = (place(a), place(b))
            cubic(
                Point(from.x - handle * sin(a), from.y + handle * cos(a)),
                Point(to.x + handle * sin(b), to.y - handle * cos(b)),
                to: to)
        }
    }
}

/// Length of the handle of a quarter circle, in radii: 4/3·(√2 − 1).
private let quarterCircle = 4.0 / 3.0 * (2.0.squareRoot() - 1)
