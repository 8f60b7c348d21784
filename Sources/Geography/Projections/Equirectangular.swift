/// Longitude and latitude as they are: plate carrée (Snyder, section 12).
struct Equirectangular: ProjectionFormula {
    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) { (longitude, latitude) }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        abs(y) <= quarterTurn + 1e-9 ? (x, y) : nil
    }
}

extension ProjectionKind {
    public static let equirectangular = ProjectionKind("equirectangular", scale: 152.63) { _ in Equirectangular() }
}
