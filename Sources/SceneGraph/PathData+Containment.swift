extension PathData {
    /// Whether a point lies within the outline, each part of it taken as closed.
    ///
    /// Crossings of a ray to the right are counted (the winding number, or their parity); a curve is taken as eight
    /// chords, which is near enough to say what stands behind a letter.
    ///
    /// - Parameter evenOdd: the even-odd rule instead of the non-zero one.
    public func contains(_ point: Point, evenOdd: Bool = false) -> Bool {
        var (winding, crossings) = (0, 0)
        var (start, current) = (Point.zero, Point.zero)
        func edge(_ a: Point, _ b: Point) {
            guard (a.y <= point.y) != (b.y <= point.y) else { return }
            let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
            guard x > point.x else { return }
            crossings += 1
            winding += b.y > a.y ? 1 : -1
        }
        func curve(_ a: Point, _ b: Point, _ c: Point, _ d: Point) {
            // The whole curve lies among its four points: one that is all above, below or to the left crosses nothing.
            let ys = [a.y, b.y, c.y, d.y]
            guard let low = ys.min(), let high = ys.max(), low <= point.y, high >= point.y else { return }
            var last = a
            for step in 1...8 {
                let (t, s) = (Double(step) / 8, 1 - Double(step) / 8)
                let (p, q, r, o) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
                let next = Point(
                    p * a.x + q * b.x + r * c.x + o * d.x, p * a.y + q * b.y + r * c.y + o * d.y)
                edge(last, next)
                last = next
            }
        }
        forEach { element in
            switch element {
            case .move(let to):
                edge(current, start)
                (start, current) = (to, to)
            case .line(let to):
                edge(current, to)
                current = to
            case .cubic(let first, let second, let to):
                curve(current, first, second, to)
                current = to
            case .close:
                edge(current, start)
                current = start
            }
        }
        edge(current, start)
        return evenOdd ? crossings % 2 != 0 : winding != 0
    }
}
