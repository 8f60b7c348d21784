/// A projection in which a point's distance from the centre depends only on its angle from it, and its direction is
/// true (Snyder, sections 20 to 25).
protocol AzimuthalFormula: ProjectionFormula {
    /// By what the sines on the sphere are stretched, from the cosine of the angle to the centre.
    func stretch(_ cosineOfAngle: Double) -> Double
    /// The angle to the centre, from the distance in the plane; nil beyond the edge.
    func angle(_ distance: Double) -> Double?
}

extension AzimuthalFormula {
    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let (sineLatitude, cosineLatitude) = sineAndCosine(latitude)
        let (sineLongitude, cosineLongitude) = sineAndCosine(longitude)
        let k = stretch(cosineLatitude * cosineLongitude)
        return (k * cosineLatitude * sineLongitude, k * sineLatitude)
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        let distance = hypotenuse(x, y)
        guard let angle = angle(distance) else { return nil }
        guard distance > 1e-15 else { return (0, 0) }
        let (s, c) = sineAndCosine(angle)
        return (arcTangent(x * s, distance * c), arcSine(y * s / distance))
    }
}
