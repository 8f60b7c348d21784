/// The shortest way between places on the WGS 84 ellipsoid.
public enum Geodesic {
    /// The length of the geodesic between two places, in metres, within a millimetre or so.
    ///
    /// T. Vincenty's inverse solution (Survey Review 23(176), 1975); Karney's for places so nearly opposite that it
    /// does not converge.
    public static func distance(from a: Coordinate, to b: Coordinate) -> Double {
        guard a.isFinite, b.isFinite else { return .nan }
        return (inverse(a, b) ?? inverseByDirection(a, b)).distance
    }

    /// The length of a line, each edge a geodesic, in metres.
    public static func length(of line: [Coordinate]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + distance(from: $1.0, to: $1.1) }
    }

    public static func length(of lines: [[Coordinate]]) -> Double { lines.reduce(0) { $0 + length(of: $1) } }

    /// Distance in metres and the azimuth at `a` in radians from north; nil where the iteration does not converge.
    static func inverse(_ a: Coordinate, _ b: Coordinate) -> (distance: Double, azimuth: Double)? {
        let f = Ellipsoid.flattening
        let toRadians = Double.pi / 180
        let difference = wrapped((b.longitude - a.longitude) * toRadians)
        let u1 = arcTangent((1 - f) * tangent(a.latitude * toRadians))
        let u2 = arcTangent((1 - f) * tangent(b.latitude * toRadians))
        let (sinU1, cosU1) = sineAndCosine(u1)
        let (sinU2, cosU2) = sineAndCosine(u2)
        var lambda = difference
        for _ in 0..<60 {
            let (sinLambda, cosLambda) = sineAndCosine(lambda)
            let east = cosU2 * sinLambda
            let north = cosU1 * sinU2 - sinU1 * cosU2 * cosLambda
            let sinSigma = hypotenuse(east, north)
            guard sinSigma > 1e-15 else { return abs(difference) < 1 ? (0, 0) : nil }
            let cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda
            let sigma = arcTangent(sinSigma, cosSigma)
            let sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma
            let cosSquareAlpha = 1 - sinAlpha * sinAlpha
            // On the equator there is no middle latitude.
            let cos2SigmaM = cosSquareAlpha > 1e-15 ? cosSigma - 2 * sinU1 * sinU2 / cosSquareAlpha : 0
            let c = f / 16 * cosSquareAlpha * (4 + f * (4 - 3 * cosSquareAlpha))
            let next =
                difference + (1 - c) * f * sinAlpha
                * (sigma + c * sinSigma * (cos2SigmaM + c * cosSigma * (2 * cos2SigmaM * cos2SigmaM - 1)))
            if abs(next) > halfTurn + 1e-9 { return nil }
            let step = abs(next - lambda)
            lambda = next
            guard step < 1e-12 else { continue }
            let b2 = Ellipsoid.minorAxis * Ellipsoid.minorAxis
            let uSquare = cosSquareAlpha * (Ellipsoid.majorAxis * Ellipsoid.majorAxis - b2) / b2
            let bigA = 1 + uSquare / 16384 * (4096 + uSquare * (-768 + uSquare * (320 - 175 * uSquare)))
            let bigB = uSquare / 1024 * (256 + uSquare * (-128 + uSquare * (74 - 47 * uSquare)))
            let deltaSigma =
                bigB * sinSigma
                * (cos2SigmaM + bigB / 4
                    * (cosSigma * (2 * cos2SigmaM * cos2SigmaM - 1) - bigB / 6 * cos2SigmaM
                        * (4 * sinSigma * sinSigma - 3) * (4 * cos2SigmaM * cos2SigmaM - 3)))
            return (Ellipsoid.minorAxis * bigA * (sigma - deltaSigma), arcTangent(east, north))
        }
        return nil
    }

    /// Where a geodesic leads, begun at a place in a direction (radians from north) for a distance in metres.
    ///
    /// Vincenty's direct solution.
    static func destination(from start: Coordinate, azimuth: Double, distance: Double) -> Coordinate {
        let f = Ellipsoid.flattening
        let (sinAzimuth, cosAzimuth) = sineAndCosine(azimuth)
        let tanU1 = (1 - f) * tangent(start.latitude * .pi / 180)
        let cosU1 = 1 / (1 + tanU1 * tanU1).squareRoot()
        let sinU1 = tanU1 * cosU1
        let sigma1 = arcTangent(tanU1, cosAzimuth)
        let sinAlpha = cosU1 * sinAzimuth
        let cosSquareAlpha = 1 - sinAlpha * sinAlpha
        let b2 = Ellipsoid.minorAxis * Ellipsoid.minorAxis
        let uSquare = cosSquareAlpha * (Ellipsoid.majorAxis * Ellipsoid.majorAxis - b2) / b2
        let bigA = 1 + uSquare / 16384 * (4096 + uSquare * (-768 + uSquare * (320 - 175 * uSquare)))
        let bigB = uSquare / 1024 * (256 + uSquare * (-128 + uSquare * (74 - 47 * uSquare)))
        var sigma = distance / (Ellipsoid.minorAxis * bigA)
        var cos2SigmaM = 0.0
        for _ in 0..<60 {
            cos2SigmaM = cosine(2 * sigma1 + sigma)
            let (s, c) = sineAndCosine(sigma)
            let delta =
                bigB * s
                * (cos2SigmaM + bigB / 4
                    * (c * (2 * cos2SigmaM * cos2SigmaM - 1) - bigB / 6 * cos2SigmaM * (4 * s * s - 3)
                        * (4 * cos2SigmaM * cos2SigmaM - 3)))
            let next = distance / (Ellipsoid.minorAxis * bigA) + delta
            let step = abs(next - sigma)
            sigma = next
            if step < 1e-13 { break }
        }
        let (s, c) = sineAndCosine(sigma)
        let across = sinU1 * s - cosU1 * c * cosAzimuth
        let latitude = arcTangent(
            sinU1 * c + cosU1 * s * cosAzimuth, (1 - f) * hypotenuse(sinAlpha, across))
        let lambda = arcTangent(s * sinAzimuth, cosU1 * c - sinU1 * s * cosAzimuth)
        let k = f / 16 * cosSquareAlpha * (4 + f * (4 - 3 * cosSquareAlpha))
        let longitude =
            lambda - (1 - k) * f * sinAlpha
            * (sigma + k * s * (cos2SigmaM + k * c * (2 * cos2SigmaM * cos2SigmaM - 1)))
        return Coordinate(
            wrapped(start.longitude * .pi / 180 + longitude) * 180 / .pi, latitude * 180 / .pi)
    }
}
