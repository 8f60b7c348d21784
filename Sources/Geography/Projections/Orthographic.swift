/// The earth as seen from infinitely far off (Snyder, section 20).
struct Orthographic: AzimuthalFormula {
    func stretch(_ cosineOfAngle: Double) -> Double { 1 }
    func angle(_ distance: Double) -> Double? { distance <= 1 ? arcSine(distance) : nil }
}

extension ProjectionKind {
    public static let orthographic = ProjectionKind("orthographic", scale: 249.5, clipAngle: 90 + 1e-6) { _ in
        Orthographic()
    }
}
