/// The stereographic projection (Snyder, section 21), with scale ½ at the centre as Vega has it: Snyder's R is half of
/// it.
struct Stereographic: AzimuthalFormula {
    func stretch(_ cosineOfAngle: Double) -> Double { 1 / max(1e-12, 1 + cosineOfAngle) }
    func angle(_ distance: Double) -> Double? { 2 * arcTangent(distance) }
}

extension ProjectionKind {
    public static let stereographic = ProjectionKind("stereographic", scale: 250, clipAngle: 142) { _ in Stereographic()
    }
}
