/// Eckert's fourth projection, equal-area with poles half as long as the equator (Snyder, section 32).
struct Eckert4: ProjectionFormula {
    private static let width = 2 / (halfTurn * (4 + halfTurn)).squareRoot()
    private static let height = 2 * (halfTurn / (4 + halfTurn)).squareRoot()

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let t = Eckert4.parameter(latitude)
        return (Eckert4.width * longitude * (1 + cosine(t)), Eckert4.height * sine(t))
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        let height = y / Eckert4.height
        guard abs(height) <= 1 + 1e-9 else { return nil }
        let t = arcSine(height)
        let longitude = x / (Eckert4.width * (1 + cosine(t)))
        guard abs(longitude) <= halfTurn + 1e-9 else { return nil }
        let s = sine(t)
        return (longitude, arcSine((t + s * cosine(t) + 2 * s) / (2 + quarterTurn)))
    }

    /// The t with t + sin t cos t + 2 sin t = (2 + π/2) sin φ, between −π/2 and π/2: with u = 2t, the function grows
    /// over all of −π to π.
    private static func parameter(_ latitude: Double) -> Double {
        parametricAngle(of: (2 + quarterTurn) * sine(latitude)) { u in
            (u / 2 + sine(u) / 2 + 2 * sine(u / 2), 0.5 + cosine(u) / 2 + cosine(u / 2))
        } / 2
    }
}

extension ProjectionKind {
    public static let eckert4 = ProjectionKind("eckert4", scale: 180.739) { _ in Eckert4() }
}
