/// WGS 84 (NIMA TR8350.2, 2000).
enum Ellipsoid {
    /// Metres.
    static let majorAxis = 6_378_137.0
    static let flattening = 1 / 298.257223563
    static let minorAxis = majorAxis * (1 - flattening)
    static let eccentricitySquared = flattening * (2 - flattening)
    static let eccentricity = eccentricitySquared.squareRoot()

    /// Snyder's q (eq. 3-12): the area between the equator and a latitude, as a share.
    private static func q(_ sineLatitude: Double) -> Double {
        let es = eccentricity * sineLatitude
        return (1 - eccentricitySquared)
            * (sineLatitude / (1 - es * es) - logarithm((1 - es) / (1 + es)) / (2 * eccentricity))
    }

    private static let qOfPole = q(1)

    /// The radius of the sphere with the ellipsoid's area, in metres (Snyder, eq. 3-13).
    static let authalicRadius = majorAxis * (qOfPole / 2).squareRoot()

    /// The latitude on that sphere that has as much area between it and the equator (Snyder, eq. 3-11). Radians.
    static func authalicLatitude(_ latitude: Double) -> Double { arcSine(q(sine(latitude)) / qOfPole) }
}
