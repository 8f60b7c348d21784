/// The azimuthal equidistant projection (Snyder, section 25).
struct AzimuthalEquidistant: AzimuthalFormula {
    func stretch(_ cosineOfAngle: Double) -> Double {
        let angle = arcCosine(cosineOfAngle)
        return angle < 1e-9 ? 1 : angle / max(1e-12, sine(angle))
    }
    func angle(_ distance: Double) -> Double? { distance <= halfTurn ? distance : nil }
}

extension ProjectionKind {
    public static let azimuthalEquidistant = ProjectionKind(
        "azimuthalEquidistant", scale: 79.4188, clipAngle: 180 - 1e-3
    ) { _ in AzimuthalEquidistant() }
}
