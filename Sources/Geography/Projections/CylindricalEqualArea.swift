/// Lambert's cylindrical equal-area projection (Snyder, section 10), true along one parallel: at 0° it is Lambert's
/// own, at 45° Gall's and Peters'.
struct CylindricalEqualArea: ProjectionFormula {
    private let width: Double

    init(parallels: [Double]) { width = max(1e-6, cosine(standardParallels(parallels).0)) }

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        (longitude * width, sine(latitude) / width)
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        abs(y * width) <= 1 + 1e-9 ? (x / width, arcSine(y * width)) : nil
    }
}

extension ProjectionKind {
    public static let cylindricalEqualArea = ProjectionKind("cylindricalEqualArea", scale: 195.044, parallels: [38.58])
    {
        CylindricalEqualArea(parallels: $0)
    }
}
