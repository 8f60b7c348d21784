extension Geodesic {
    /// The inverse solution for places that are nearly opposite each other, where Vincenty's does not converge.
    ///
    /// C. F. F. Karney's formulation (Algorithms for geodesics, Journal of Geodesy 87, 2013): with the places mirrored
    /// so that the first is the southern one and further from the equator, the longitude that a geodesic has covered
    /// when it comes to the other's latitude grows with the direction it sets out in (section 4), which is found by
    /// halving; the integrals are his series to the sixth order (eqs. 17, 18, 24 and 25).
    static func inverseByDirection(_ a: Coordinate, _ b: Coordinate) -> (distance: Double, azimuth: Double) {
        let f = Ellipsoid.flattening
        let toRadians = Double.pi / 180
        let turned = wrapped((b.longitude - a.longitude) * toRadians)
        let goal = abs(turned)
        let swaps = abs(a.latitude) < abs(b.latitude)
        var (first, second) = swaps ? (b.latitude, a.latitude) : (a.latitude, b.latitude)
        let mirrors = first > 0
        if mirrors { (first, second) = (-first, -second) }
        func reduced(_ degrees: Double) -> (sine: Double, cosine: Double) {
            let tangentOfReduced = (1 - f) * tangent(degrees * toRadians)
            let cosineOfReduced = 1 / (1 + tangentOfReduced * tangentOfReduced).squareRoot()
            return (tangentOfReduced * cosineOfReduced, max(1e-12, cosineOfReduced))
        }
        // On the equator itself every direction would start at the same height.
        let start = reduced(min(first, -1e-10))
        let end = reduced(second)

        struct Way {
            var longitude: Double
            var distance: Double
            var endAzimuth: Double
        }
        func way(_ azimuth: Double) -> Way {
            let (s1, c1) = sineAndCosine(azimuth)
            let sineOfBase = s1 * start.cosine
            let cosineOfBase = hypotenuse(c1, s1 * start.sine)
            let cosineAtEnd =
                max(
                    0, c1 * c1 * start.cosine * start.cosine + (end.cosine - start.cosine) * (end.cosine + start.cosine)
                )
                .squareRoot() / end.cosine
            let arc1 = arcTangent(start.sine, c1 * start.cosine)
            let arc2 = arcTangent(end.sine, cosineAtEnd * end.cosine)
            let omega1 = arcTangent(sineOfBase * sine(arc1), cosine(arc1))
            let omega2 = arcTangent(sineOfBase * sine(arc2), cosine(arc2))
            let series = Series(cosineOfBase: cosineOfBase)
            return Way(
                longitude: omega2 - omega1 - f * sineOfBase * (series.longitude(arc2) - series.longitude(arc1)),
                distance: Ellipsoid.minorAxis * (series.distance(arc2) - series.distance(arc1)),
                endAzimuth: arcTangent(sineOfBase / end.cosine, cosineAtEnd))
        }
        var (low, high) = (0.0, halfTurn)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if way(middle).longitude < goal { low = middle } else { high = middle }
        }
        var azimuth = (low + high) / 2
        let found = way(azimuth)
        // Back to the places as they were given.
        if swaps {
            azimuth = halfTurn - (mirrors ? halfTurn - found.endAzimuth : found.endAzimuth)
        } else if mirrors {
            azimuth = halfTurn - azimuth
        }
        return (found.distance, turned < 0 ? -azimuth : azimuth)
    }

    /// Karney's integrals of distance and longitude along a geodesic that crosses the equator in a direction.
    private struct Series {
        private let distanceFactor: Double
        private let distanceTerms: [Double]
        private let longitudeFactor: Double
        private let longitudeTerms: [Double]

        /// - Parameter cosineOfBase: of the direction at the equator.
        init(cosineOfBase: Double) {
            let f = Ellipsoid.flattening
            let n = f / (2 - f)
            let k2 = Ellipsoid.eccentricitySquared / (1 - Ellipsoid.eccentricitySquared) * cosineOfBase * cosineOfBase
            let root = (1 + k2).squareRoot()
            let e = k2 / ((root + 1) * (root + 1))
            let (e2, e3, e4, e5, e6) = (e * e, e * e * e, e * e * e * e, e * e * e * e * e, e * e * e * e * e * e)
            let n2 = n * n
            distanceFactor = (1 + e2 / 4 + e4 / 64 + e6 / 256) / (1 - e)
            distanceTerms = [
                -e / 2 + 3 * e3 / 16 - e5 / 32, -e2 / 16 + e4 / 32 - 9 * e6 / 2048, -e3 / 48 + 3 * e5 / 256,
                -5 * e4 / 512 + 3 * e6 / 512, -7 * e5 / 1280, -7 * e6 / 2048,
            ]
            longitudeFactor =
                1 - (1 - n) / 2 * e - (2 + n - 3 * n2) / 8 * e2 - (1 + 3 * n + n2) / 16 * e3 - (3 + 2 * n) / 64 * e4
                - 3 * e5 / 128
            longitudeTerms = [
                (1 - n) / 4 * e + (1 - n2) / 8 * e2 + (3 + 3 * n - n2) / 64 * e3 + (5 + 2 * n) / 128 * e4 + 3 * e5
                    / 128,
                (2 - 3 * n + n2) / 32 * e2 + (3 - 2 * n - 3 * n2) / 64 * e3 + (3 + n) / 128 * e4 + 5 * e5 / 256,
                (5 - 9 * n + 5 * n2) / 192 * e3 + (9 - 10 * n) / 384 * e4 + 7 * e5 / 512,
                (7 - 14 * n) / 512 * e4 + 7 * e5 / 512, 21 * e5 / 2560,
            ]
        }

        func distance(_ arc: Double) -> Double { distanceFactor * sum(arc, distanceTerms) }
        func longitude(_ arc: Double) -> Double { longitudeFactor * sum(arc, longitudeTerms) }

        private func sum(_ arc: Double, _ terms: [Double]) -> Double {
            var total = arc
            for (index, term) in terms.enumerated() { total += term * sine(2 * Double(index + 1) * arc) }
            return total
        }
    }
}
