/// The equidistant conic (Snyder, section 16), its origin on the equator.
struct ConicEquidistant: ProjectionFormula {
    private let n: Double
    private let g: Double
    private let isCylinder: Bool

    init(parallels: [Double]) {
        let (first, second) = standardParallels(parallels)
        n = abs(first - second) < 1e-9 ? sine(first) : (cosine(first) - cosine(second)) / (second - first)
        isCylinder = abs(n) < 1e-6
        g = isCylinder ? 0 : cosine(first) / n + first
    }

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        if isCylinder { return (longitude, latitude) }
        let (s, k) = sineAndCosine(n * longitude)
        return ((g - latitude) * s, g - (g - latitude) * k)
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        if isCylinder { return (x, y) }
        guard let angle = coneAngle(x, g - y, n) else { return nil }
        let latitude = g - (n < 0 ? -1 : 1) * hypotenuse(x, g - y)
        return abs(latitude) <= quarterTurn + 1e-9 ? (angle, latitude) : nil
    }
}

extension ProjectionKind {
    public static let conicEquidistant = ProjectionKind(
        "conicEquidistant", scale: 131.154, center: Coordinate(0, 13.9389), parallels: [0, 60]
    ) { ConicEquidistant(parallels: $0) }
}
