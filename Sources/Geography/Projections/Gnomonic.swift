/// The gnomonic projection, in which great circles are straight (Snyder, section 22).
struct Gnomonic: AzimuthalFormula {
    func stretch(_ cosineOfAngle: Double) -> Double { 1 / max(1e-12, cosineOfAngle) }
    func angle(_ distance: Double) -> Double? { arcTangent(distance) }
}

extension ProjectionKind {
    public static let gnomonic = ProjectionKind("gnomonic", scale: 144.049, clipAngle: 60) { _ in Gnomonic() }
}
