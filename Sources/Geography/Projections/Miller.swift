/// Miller's cylindrical projection (Snyder, section 11).
struct Miller: ProjectionFormula {
    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        (longitude, 1.25 * logarithm(tangent(quarterTurn / 2 + 0.4 * latitude)))
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        let latitude = 2.5 * (arcTangent(exponential(0.8 * y)) - quarterTurn / 2)
        return abs(latitude) <= quarterTurn + 1e-9 ? (x, latitude) : nil
    }
}

extension ProjectionKind {
    public static let miller = ProjectionKind("miller", scale: 108.318) { _ in Miller() }
}
