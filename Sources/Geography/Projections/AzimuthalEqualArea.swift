/// Lambert's azimuthal equal-area projection (Snyder, section 24).
struct AzimuthalEqualArea: AzimuthalFormula {
    func stretch(_ cosineOfAngle: Double) -> Double { (2 / max(1e-12, 1 + cosineOfAngle)).squareRoot() }
    func angle(_ distance: Double) -> Double? { distance <= 2 ? 2 * arcSine(distance / 2) : nil }
}

extension ProjectionKind {
    public static let azimuthalEqualArea = ProjectionKind("azimuthalEqualArea", scale: 124.75, clipAngle: 180 - 1e-3) {
        _ in
        AzimuthalEqualArea()
    }
}
