/// Lambert's conformal conic (Snyder, section 15), its origin on the equator.
struct ConicConformal: ProjectionFormula {
    private let n: Double
    private let f: Double
    private let cylinder: Mercator?

    init(parallels: [Double]) {
        let (first, second) = standardParallels(parallels)
        func stretch(_ latitude: Double) -> Double { tangent((quarterTurn + latitude) / 2) }
        let n =
            abs(first - second) < 1e-9
            ? sine(first) : logarithm(cosine(first) / cosine(second)) / logarithm(stretch(second) / stretch(first))
        self.n = n
        cylinder = abs(n) < 1e-9 || !n.isFinite ? Mercator() : nil
        f = cosine(first) * power(stretch(first), n) / n
    }

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        if let cylinder { return cylinder.forward(longitude, latitude) }
        // The pole away from the cone's point is infinitely far off.
        let latitude = f > 0 ? max(latitude, -quarterTurn + 1e-6) : min(latitude, quarterTurn - 1e-6)
        let radius = f / power(tangent((quarterTurn + latitude) / 2), n)
        let (s, k) = sineAndCosine(n * longitude)
        return (radius * s, f - radius * k)
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        if let cylinder { return cylinder.inverse(x, y) }
        guard let angle = coneAngle(x, f - y, n) else { return nil }
        let radius = (n < 0 ? -1 : 1) * hypotenuse(x, f - y)
        return (angle, 2 * arcTangent(power(f / radius, 1 / n)) - quarterTurn)
    }
}

extension ProjectionKind {
    public static let conicConformal = ProjectionKind("conicConformal", scale: 109.5, parallels: [30, 30]) {
        ConicConformal(parallels: $0)
    }
}
