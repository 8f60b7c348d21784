import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Curves through, or drawn by, a row of points.
enum Interpolation: String, CaseIterable {
    case linear, basis, bundle, cardinal, monotone, natural, step
    case linearClosed = "linear-closed"
    case basisOpen = "basis-open"
    case basisClosed = "basis-closed"
    case cardinalOpen = "cardinal-open"
    case cardinalClosed = "cardinal-closed"
    case catmullRom = "catmull-rom"
    case stepBefore = "step-before"
    case stepAfter = "step-after"

    /// A closed curve is an outline by itself.
    var isClosed: Bool { [.linearClosed, .basisClosed, .cardinalClosed].contains(self) }

    /// Appends the curve; `joins` continues the current outline with a line to the first point.
    func append(_ points: [Point], to path: inout PathData, tension: Double?, isVertical: Bool, joins: Bool) {
        guard let first = points.first else { return }
        if points.count == 1 {
            path.begin(first, joins: joins)
            if !joins { path.close() }
            return
        }
        switch self {
        case .linear, .linearClosed:
            path.begin(first, joins: joins)
            for point in points.dropFirst() { path.line(to: point) }
            if self == .linearClosed { path.close() }
        case .step, .stepBefore, .stepAfter:
            path.begin(first, joins: joins)
            let share = self == .step ? 0.5 : self == .stepBefore ? 0 : 1.0
            for (a, b) in zip(points, points.dropFirst()) {
                // Along x whatever the orientation, as Vega's steps go.
                let middle = a.x + (b.x - a.x) * share
                path.line(to: Point(middle, a.y))
                path.line(to: Point(middle, b.y))
            }
            path.line(to: points[points.count - 1])
        case .monotone: monotone(points, &path, joins, isVertical: isVertical)
        case .natural: natural(points, &path, joins)
        case .basis, .basisOpen, .basisClosed, .bundle:
            var points = points
            if self == .bundle, points.count > 2 {
                // Pulled towards the straight line between the ends (Holten 2006).
                let beta = tension ?? 0.85
                let (a, b) = (points[0], points[points.count - 1])
                let n = Double(points.count - 1)
                points = points.enumerated().map { index, point in
                    let t = Double(index) / n
                    return Point(
                        beta * point.x + (1 - beta) * (a.x + t * (b.x - a.x)),
                        beta * point.y + (1 - beta) * (a.y + t * (b.y - a.y)))
                }
            }
            basis(points, &path, joins)
        case .cardinal, .cardinalOpen, .cardinalClosed:
            hermite(points, &path, joins, closed: self == .cardinalClosed, open: self == .cardinalOpen) {
                before, after in
                let k = (1 - (tension ?? 0)) / 2
                return Point((after.x - before.x) * k, (after.y - before.y) * k)
            }
        case .catmullRom: catmullRom(points, alpha: tension ?? 0.5, &path, joins)
        }
    }

    /// Uniform cubic B-spline that begins and ends at the outer points.
    private func basis(_ points: [Point], _ path: inout PathData, _ joins: Bool) {
        func mix(_ a: Point, _ b: Point, _ share: Double) -> Point {
            Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
        }
        if self == .basisClosed, points.count > 2 {
            let n = points.count
            func knot(_ i: Int) -> Point {
                let (a, b, c) = (points[(i + n - 1) % n], points[i % n], points[(i + 1) % n])
                return Point((a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6)
            }
            path.begin(knot(0), joins: joins)
            for i in 0..<n {
                path.cubic(
                    mix(points[i], points[(i + 1) % n], 1 / 3), mix(points[i], points[(i + 1) % n], 2 / 3),
                    to: knot(i + 1))
            }
            return
        }
        if self != .basisOpen, points.count == 2 {
            path.begin(points[0], joins: joins)
            path.line(to: points[1])
            return
        }
        func knot(_ i: Int) -> Point {
            let (a, b, c) = (points[i - 1], points[i], points[i + 1])
            return Point((a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6)
        }
        guard points.count > 2 else { return }
        let last = points.count - 1
        if self == .basisOpen {
            path.begin(knot(1), joins: joins)
        } else {
            path.begin(points[0], joins: joins)
            path.line(to: mix(points[0], points[1], 1 / 6))
            path.cubic(mix(points[0], points[1], 1 / 3), mix(points[0], points[1], 2 / 3), to: knot(1))
        }
        for i in 1..<(last - 1 + 0) where i + 1 < last {
            path.cubic(mix(points[i], points[i + 1], 1 / 3), mix(points[i], points[i + 1], 2 / 3), to: knot(i + 1))
        }
        if self != .basisOpen {
            path.cubic(
                mix(points[last - 1], points[last], 1 / 3), mix(points[last - 1], points[last], 2 / 3),
                to: mix(points[last - 1], points[last], 5 / 6))
            path.line(to: points[last])
        }
    }

    /// Cubic Hermite pieces with the tangent that `tangent` gives from the neighbours.
    private func hermite(
        _ points: [Point], _ path: inout PathData, _ joins: Bool, closed: Bool, open: Bool,
        tangent: (Point, Point) -> Point
    ) {
        let n = points.count
        func at(_ i: Int) -> Point { closed ? points[((i % n) + n) % n] : points[max(0, min(n - 1, i))] }
        let first = open ? 1 : 0
        let last = closed ? n : open ? n - 2 : n - 1
        guard last > first else {
            path.begin(at(first), joins: joins)
            return
        }
        path.begin(at(first), joins: joins)
        for i in first..<last {
            let (a, b) = (at(i), at(i + 1))
            // The outer ends have no neighbour to lean to.
            let u = !closed && i == 0 ? Point.zero : tangent(at(i - 1), b)
            let v = !closed && i == n - 2 ? Point.zero : tangent(a, at(i + 2))
            path.cubic(Point(a.x + u.x / 3, a.y + u.y / 3), Point(b.x - v.x / 3, b.y - v.y / 3), to: b)
        }
    }

    /// Knots spaced by a power of the distance (Catmull and Rom 1974; Yuksel et al. 2011).
    private func catmullRom(_ points: [Point], alpha: Double, _ path: inout PathData, _ joins: Bool) {
        path.begin(points[0], joins: joins)
        func distance(_ a: Point, _ b: Point) -> Double {
            pow((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y), alpha / 2)
        }
        let n = points.count
        for i in 0..<(n - 1) {
            let (p0, p1, p2, p3) = (points[max(0, i - 1)], points[i], points[i + 1], points[min(n - 1, i + 2)])
            let (d1, d2, d3) = (distance(p0, p1), distance(p1, p2), distance(p2, p3))
            var (c1, c2) = (p1, p2)
            if d1 > 1e-12, d2 > 1e-12 {
                let a = 2 * d1 * d1 + 3 * d1 * d2 + d2 * d2
                let m = 3 * d1 * (d1 + d2)
                c1 = Point(
                    (p1.x * a - p0.x * d2 * d2 + p2.x * d1 * d1) / m, (p1.y * a - p0.y * d2 * d2 + p2.y * d1 * d1) / m)
            }
            if d3 > 1e-12, d2 > 1e-12 {
                let b = 2 * d3 * d3 + 3 * d3 * d2 + d2 * d2
                let m = 3 * d3 * (d3 + d2)
                c2 = Point(
                    (p2.x * b + p1.x * d3 * d3 - p3.x * d2 * d2) / m, (p2.y * b + p1.y * d3 * d3 - p3.y * d2 * d2) / m)
            }
            path.cubic(c1, c2, to: p2)
        }
    }

    /// Never beyond the data (Steffen 1990).
    private func monotone(_ points: [Point], _ path: inout PathData, _ joins: Bool, isVertical: Bool) {
        let flipped = isVertical ? points.map { Point($0.y, $0.x) } : points
        var clean: [Point] = []
        for point in flipped where clean.last != point { clean.append(point) }
        func back(_ point: Point) -> Point { isVertical ? Point(point.y, point.x) : point }
        path.begin(back(flipped[0]), joins: joins)
        guard clean.count > 1 else { return }
        guard clean.count > 2 else {
            path.line(to: back(clean[1]))
            return
        }
        let n = clean.count
        var slopes = [Double](repeating: 0, count: n)
        func slope(_ i: Int) -> Double {
            let width = clean[i + 1].x - clean[i].x
            return width == 0 ? 0 : (clean[i + 1].y - clean[i].y) / width
        }
        for i in 1..<(n - 1) {
            let (h0, h1) = (clean[i].x - clean[i - 1].x, clean[i + 1].x - clean[i].x)
            let (s0, s1) = (slope(i - 1), slope(i))
            let p = h0 + h1 == 0 ? 0 : (s0 * h1 + s1 * h0) / (h0 + h1)
            let sign = (s0 < 0 ? -1.0 : 1) + (s1 < 0 ? -1.0 : 1)
            slopes[i] = sign * min(abs(s0), abs(s1), 0.5 * abs(p))
        }
        slopes[0] = (3 * slope(0) - slopes[1]) / 2
        slopes[n - 1] = (3 * slope(n - 2) - slopes[n - 2]) / 2
        for i in 0..<(n - 1) {
            let third = (clean[i + 1].x - clean[i].x) / 3
            path.cubic(
                back(Point(clean[i].x + third, clean[i].y + third * slopes[i])),
                back(Point(clean[i + 1].x - third, clean[i + 1].y - third * slopes[i + 1])), to: back(clean[i + 1]))
        }
    }

    /// Second derivative zero at the ends: a tridiagonal system for the control points.
    private func natural(_ points: [Point], _ path: inout PathData, _ joins: Bool) {
        path.begin(points[0], joins: joins)
        guard points.count > 2 else {
            path.line(to: points[1])
            return
        }
        func controls(_ x: [Double]) -> ([Double], [Double]) {
            let n = x.count - 1
            var a = [Double](repeating: 0, count: n), b = a, r = a
            (a[0], b[0], r[0]) = (0, 2, x[0] + 2 * x[1])
            for i in 1..<max(1, n - 1) { (a[i], b[i], r[i]) = (1, 4, 4 * x[i] + 2 * x[i + 1]) }
            (a[n - 1], b[n - 1], r[n - 1]) = (2, 7, 8 * x[n - 1] + x[n])
            for i in 1..<n {
                let m = a[i] / b[i - 1]
                b[i] -= m
                r[i] -= m * r[i - 1]
            }
            a[n - 1] = r[n - 1] / b[n - 1]
            for i in stride(from: n - 2, through: 0, by: -1) { a[i] = (r[i] - a[i + 1]) / b[i] }
            b[n - 1] = (x[n] + a[n - 1]) / 2
            for i in 0..<(n - 1) { b[i] = 2 * x[i + 1] - a[i + 1] }
            return (a, b)
        }
        let (x1, x2) = controls(points.map(\.x))
        let (y1, y2) = controls(points.map(\.y))
        for i in 0..<(points.count - 1) { path.cubic(Point(x1[i], y1[i]), Point(x2[i], y2[i]), to: points[i + 1]) }
    }
}

extension PathData {
    /// Where a new outline begins, or the one at hand goes on.
    fileprivate mutating func begin(_ point: Point, joins: Bool) {
        if joins { line(to: point) } else { move(to: point) }
    }
}

extension Interpolation {
    /// The same curve walked the other way.
    var reversed: Interpolation {
        switch self {
        case .stepBefore: .stepAfter
        case .stepAfter: .stepBefore
        default: self
        }
    }
}
