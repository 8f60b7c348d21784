/// Albers' equal-area conic (Snyder, section 14), its origin on the equator.
struct ConicEqualArea: ProjectionFormula {
    private let n: Double
    private let c: Double
    private let originRadius: Double
    /// The cosine of the standard parallel where the two are one apart from sign and the cone is a cylinder.
    private let cylinder: Double?

    init(parallels: [Double]) {
        let (first, second) = standardParallels(parallels)
        let sineFirst = sine(first)
        n = (sineFirst + sine(second)) / 2
        c = 1 + sineFirst * (2 * n - sineFirst)
        originRadius = abs(n) < 1e-6 ? 0 : c.squareRoot() / n
        cylinder = abs(n) < 1e-6 ? cosine(first) : nil
    }

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        if let cylinder { return (longitude * cylinder, sine(latitude) / cylinder) }
        let radius = max(0, c - 2 * n * sine(latitude)).squareRoot() / n
        let (s, k) = sineAndCosine(n * longitude)
        return (radius * s, originRadius - radius * k)
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        if let cylinder {
            guard abs(y * cylinder) <= 1 else { return nil }
            return (x / cylinder, arcSine(y * cylinder))
        }
        guard let angle = coneAngle(x, originRadius - y, n) else { return nil }
        let radius = x * x + (originRadius - y) * (originRadius - y)
        let height = (c - radius * n * n) / (2 * n)
        guard abs(height) <= 1 + 1e-9 else { return nil }
        return (angle, arcSine(height))
    }
}

/// The longitude at which a point of an unrolled cone lies; nil in the gap between its two edges.
func coneAngle(_ x: Double, _ down: Double, _ n: Double) -> Double? {
    let angle = n < 0 ? arcTangent(-x, -down) / n : arcTangent(x, down) / n
    return abs(angle) <= halfTurn + 1e-9 ? angle : nil
}

extension ProjectionKind {
    public static let conicEqualArea = ProjectionKind(
        "conicEqualArea", scale: 155.424, center: Coordinate(0, 33.6442), parallels: [0, 60]
    ) { ConicEqualArea(parallels: $0) }
}
