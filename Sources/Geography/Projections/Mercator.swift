/// Mercator's projection (Snyder, section 7).
struct Mercator: ProjectionFormula {
    /// The poles are infinitely far off; this near to them the plane is 16 wide and is cut long before.
    private static let highest = quarterTurn - 1e-7

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let latitude = max(-Mercator.highest, min(Mercator.highest, latitude))
        return (longitude, logarithm(tangent((quarterTurn + latitude) / 2)))
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        (x, 2 * arcTangent(exponential(y)) - quarterTurn)
    }
}

extension ProjectionKind {
    public static let mercator = ProjectionKind("mercator", scale: 961 / wholeTurn, isSquare: true) { _ in Mercator() }
}
