import SceneGraph

/// The rectangle around an outline itself, without the handles of its curves.
enum CurveBounds {
    /// Nil for outlines of straight lines, whose points say it already.
    static func bounds(of path: PathData) -> Rectangle? {
        guard path.verbs.contains(.cubic) else { return nil }
        var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
        func add(_ point: Point) {
            left = min(left, point.x)
            right = max(right, point.x)
            top = min(top, point.y)
            bottom = max(bottom, point.y)
        }
        var current = Point.zero
        path.forEach { element in
            switch element {
            case .move(let point), .line(let point):
                add(point)
                current = point
            case .cubic(let a, let b, let end):
                add(end)
                for t in turns(current.x, a.x, b.x, end.x) + turns(current.y, a.y, b.y, end.y) {
                    add(Point(value(current.x, a.x, b.x, end.x, t), value(current.y, a.y, b.y, end.y, t)))
                }
                current = end
            case .close: break
            }
        }
        return left <= right ? Rectangle(x: left, y: top, width: right - left, height: bottom - top) : nil
    }

    private static func value(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
        let u = 1 - t
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
    }

    /// Where the derivative, a quadratic, is zero within the piece.
    private static func turns(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> [Double] {
        let (p, q, r) = (d - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a)
        var roots: [Double] = []
        if abs(p) < 1e-12 {
            if abs(q) > 1e-12 { roots = [-r / q] }
        } else {
            let under = q * q - 4 * p * r
            if under >= 0 { roots = [(-q + under.squareRoot()) / (2 * p), (-q - under.squareRoot()) / (2 * p)] }
        }
        return roots.filter { $0 > 0 && $0 < 1 }
    }
}
