/// The earth as seen from a satellite above the centre (near-side perspective; Snyder, section 23), one earth's radius
/// above the ground.
struct Satellite: AzimuthalFormula {
    /// From the earth's centre to the eye, in radii.
    static let distance = 2.0

    func stretch(_ cosineOfAngle: Double) -> Double { (Satellite.distance - 1) / (Satellite.distance - cosineOfAngle) }

    func angle(_ distance: Double) -> Double? {
        // Along a ray from the eye, where it first meets the sphere.
        let (p, r) = (Satellite.distance, distance)
        let root = 1 - r * r * (p + 1) / (p - 1)
        guard root >= 0 else { return nil }
        let sine = (p - root.squareRoot()) / ((p - 1) / r + r / (p - 1))
        return r < 1e-15 ? 0 : arcSine(min(1, sine))
    }
}

extension ProjectionKind {
    /// What is beyond the horizon, the angle whose cosine is one over the distance, is not seen.
    public static let satellite = ProjectionKind("satellite", scale: 249.5, clipAngle: 60 - 1e-6) { _ in Satellite() }
}
