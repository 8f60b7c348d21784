/// Mercator's projection about a meridian (Snyder, section 8), of the sphere turned by a right angle.
struct TransverseMercator: ProjectionFormula {
    private let upright = Mercator()

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let (x, y) = upright.forward(longitude, latitude)
        return (y, -x)
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? { upright.inverse(-y, x) }
}

extension ProjectionKind {
    public static let transverseMercator = ProjectionKind(
        "transverseMercator", scale: 159.155, isSquare: true, isTransverse: true
    ) { _ in TransverseMercator() }
}
