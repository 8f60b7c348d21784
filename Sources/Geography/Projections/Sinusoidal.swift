/// The sinusoidal equal-area projection (Snyder, section 30).
struct Sinusoidal: ProjectionFormula {
    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        (longitude * cosine(latitude), latitude)
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        guard abs(y) <= quarterTurn + 1e-9 else { return nil }
        let width = cosine(y)
        let longitude = width < 1e-12 ? 0 : x / width
        return abs(longitude) <= halfTurn + 1e-9 ? (longitude, y) : nil
    }
}

extension ProjectionKind {
    public static let sinusoidal = ProjectionKind("sinusoidal", scale: 152.63) { _ in Sinusoidal() }
}
