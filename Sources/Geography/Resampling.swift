import SceneGraph

/// Puts points between two vertices where the projected arc bends away from the straight line (adaptive sampling,
/// as M. Bostock describes it for d3): an edge is halved on the sphere until the middle lies within `precision` of the
/// chord, near its middle, and the arc is shorter than 30°.
struct Resampler<Formula: ProjectionFormula> {
    let formula: Formula
    let transform: PlaneTransform
    let tolerance: Double

    /// Of one line: where a projection runs to infinity, halving would go on everywhere.
    private static var mostPoints: Int { 200_000 }

    private struct Vertex {
        var longitude: Double
        var vector: Vector
        var point: Point
    }

    init(formula: Formula, transform: PlaneTransform, precision: Double) {
        self.formula = formula
        self.transform = transform
        tolerance = precision * precision
    }

    /// The drawn points of a line; a ring is closed back to its first point, which is not repeated.
    func draw(_ points: [SpherePoint], closed: Bool) -> [Point] {
        guard let first = points.first else { return [] }
        var drawn: [Point] = []
        drawn.reserveCapacity(points.count + 8)
        if tolerance == 0 {
            for point in points {
                let plane = formula.forward(point.longitude, point.latitude)
                append(transform.apply(plane.x, plane.y), to: &drawn)
            }
            return drawn
        }
        let start = vertex(first)
        append(start.point, to: &drawn)
        var previous = start
        for point in points.dropFirst() {
            let next = vertex(point)
            halve(previous, next, depth: 16, into: &drawn)
            append(next.point, to: &drawn)
            previous = next
        }
        if closed { halve(previous, start, depth: 16, into: &drawn) }
        return drawn
    }

    @inline(__always) private func append(_ point: Point, to drawn: inout [Point]) {
        if point.x.isFinite, point.y.isFinite { drawn.append(point) }
    }

    private func vertex(_ point: SpherePoint) -> Vertex {
        let plane = formula.forward(point.longitude, point.latitude)
        return Vertex(longitude: point.longitude, vector: point.vector, point: transform.apply(plane.x, plane.y))
    }

    private func halve(_ a: Vertex, _ b: Vertex, depth: Int, into drawn: inout [Point]) {
        let dx = b.point.x - a.point.x
        let dy = b.point.y - a.point.y
        let square = dx * dx + dy * dy
        guard square > 4 * tolerance, square < 1e16, depth > 0, drawn.count < Self.mostPoints else { return }
        let sum = a.vector + b.vector
        let length = sum.length
        guard length > 1e-12 else { return }
        let middle = sum * (1 / length)
        // On a pole, and along a meridian, the vector does not tell the longitude.
        let longitude =
            abs(abs(middle.z) - 1) < 1e-12 || abs(a.longitude - b.longitude) < 1e-9
            ? (a.longitude + b.longitude) / 2 : arcTangent(middle.y, middle.x)
        let plane = formula.forward(longitude, arcSine(middle.z))
        let point = transform.apply(plane.x, plane.y)
        let (ex, ey) = (point.x - a.point.x, point.y - a.point.y)
        let aside = dy * ex - dx * ey
        let along = (dx * ex + dy * ey) / square
        if aside * aside / square > tolerance || abs(along - 0.5) > 0.3 || a.vector.dot(b.vector) < cosineOf30Degrees {
            let vertex = Vertex(longitude: longitude, vector: middle, point: point)
            halve(a, vertex, depth: depth - 1, into: &drawn)
            append(point, to: &drawn)
            halve(vertex, b, depth: depth - 1, into: &drawn)
        }
    }
}

private let cosineOf30Degrees = 3.0.squareRoot() / 2
