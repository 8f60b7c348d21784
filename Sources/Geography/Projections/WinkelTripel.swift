/// Winkel's third projection, the mean of Aitoff's and the equirectangular one that is true at arccos(2/π), 50.46°
/// (J. P. Snyder and P. M. Voxland, An Album of Map Projections, USGS Professional Paper 1453, 1989).
struct WinkelTripel: ProjectionFormula {
    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let (s, c) = sineAndCosine(latitude)
        let (sineHalf, cosineHalf) = sineAndCosine(longitude / 2)
        let angle = arcCosine(c * cosineHalf)
        let stretch = angle < 1e-9 ? 1 : angle / sine(angle)
        return ((2 * c * sineHalf * stretch + longitude * 2 / halfTurn) / 2, (s * stretch + latitude) / 2)
    }

    /// By Newton's method on both coordinates, slopes taken by differences.
    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        guard abs(x) <= 2.6, abs(y) <= quarterTurn + 1e-9 else { return nil }
        var (longitude, latitude) = (x / 0.82, y)
        for _ in 0..<40 {
            longitude = max(-halfTurn, min(halfTurn, longitude))
            latitude = max(-quarterTurn, min(quarterTurn, latitude))
            let here = forward(longitude, latitude)
            let (ex, ey) = (here.x - x, here.y - y)
            if abs(ex) < 1e-13, abs(ey) < 1e-13 { return (longitude, latitude) }
            let step = 1e-6
            // Towards the middle, so as not to look beyond the edge.
            let (dl, dp) = (longitude > 0 ? -step : step, latitude > 0 ? -step : step)
            let (east, north) = (forward(longitude + dl, latitude), forward(longitude, latitude + dp))
            let (a, b) = ((east.x - here.x) / dl, (north.x - here.x) / dp)
            let (c, d) = ((east.y - here.y) / dl, (north.y - here.y) / dp)
            let determinant = a * d - b * c
            guard abs(determinant) > 1e-14 else { break }
            longitude -= (ex * d - b * ey) / determinant
            latitude -= (a * ey - ex * c) / determinant
        }
        longitude = max(-halfTurn, min(halfTurn, longitude))
        latitude = max(-quarterTurn, min(quarterTurn, latitude))
        let here = forward(longitude, latitude)
        return abs(here.x - x) < 1e-7 && abs(here.y - y) < 1e-7 ? (longitude, latitude) : nil
    }
}

extension ProjectionKind {
    public static let winkel3 = ProjectionKind("winkel3", scale: 158.837) { _ in WinkelTripel() }
}
