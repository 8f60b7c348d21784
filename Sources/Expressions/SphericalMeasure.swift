#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Tables

/// Area, bounds and centroid of a GeoJSON shape on the unit sphere.
///
/// The area of a ring is the sum of the excesses beneath its sides (Todhunter 1886, section 103); the mean direction of
/// its inside is half the sum of the sides' normals, each as long as its side (Brock 1975). A ring encloses the lesser
/// part of the sphere, whichever way it turns.
struct SphericalMeasure {
    private typealias Vector = SIMD3<Double>

    private(set) var area = 0.0
    private var surface = Vector()
    private var line = Vector()
    private var points = Vector()
    private var box: [Double]?

    init(_ shape: DataValue) { add(shape, depth: 0) }

    /// West, south, east, north in degrees; nil where there is nothing.
    var bounds: [Double]? { box }

    /// Longitude and latitude in degrees, of areas before lines before points.
    var centroid: [Double]? {
        let vector = [surface, line, points].first { ($0 * $0).sum() > 1e-24 }
        guard let vector else { return nil }
        let degrees = 180 / Double.pi
        return [atan2(vector.y, vector.x) * degrees, atan2(vector.z, hypot(vector.x, vector.y)) * degrees]
    }

    private mutating func add(_ shape: DataValue, depth: Int) {
        guard depth < 16, case .object = shape else { return }
        let coordinates = shape["coordinates"]
        switch shape["type"]?.string {
        case "Feature": shape["geometry"].map { add($0, depth: depth + 1) }
        case "FeatureCollection": for item in shape["features"]?.array ?? [] { add(item, depth: depth + 1) }
        case "GeometryCollection": for item in shape["geometries"]?.array ?? [] { add(item, depth: depth + 1) }
        case "Sphere":
            area += 4 * .pi
            box = [-180, -90, 180, 90]
        case "Polygon": addPolygon(coordinates)
        case "MultiPolygon": for polygon in coordinates?.array ?? [] { addPolygon(polygon) }
        case "LineString": addLine(coordinates)
        case "MultiLineString": for part in coordinates?.array ?? [] { addLine(part) }
        case "Point": if let place = Self.place(coordinates) { points += see(place) }
        case "MultiPoint": for place in Self.places(coordinates) { points += see(place) }
        default: break
        }
    }

    private static func place(_ value: DataValue?) -> (x: Double, y: Double)? {
        guard let pair = value?.array, pair.count >= 2, let x = pair[0].number, let y = pair[1].number, x.isFinite,
            y.isFinite
        else { return nil }
        return (x, y)
    }

    private static func places(_ value: DataValue?) -> [(x: Double, y: Double)] {
        (value?.array ?? []).compactMap { place($0) }
    }

    /// The direction of a place, which widens the bounds.
    private mutating func see(_ place: (x: Double, y: Double)) -> Vector {
        let known = box ?? [place.x, place.y, place.x, place.y]
        box = [min(known[0], place.x), min(known[1], place.y), max(known[2], place.x), max(known[3], place.y)]
        let (longitude, latitude) = (place.x * .pi / 180, place.y * .pi / 180)
        return Vector(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }

    private mutating func addPolygon(_ rings: DataValue?) {
        for (index, ring) in (rings?.array ?? []).enumerated() {
            let places = Self.places(ring)
            guard places.count > 2 else { continue }
            let (excess, normal) = Self.ring(places.map { (place: $0, direction: see($0)) })
            let turn = excess < 0 ? -1.0 : 1
            // Holes take away, whichever way they turn.
            let sign = index == 0 ? turn : -turn
            area += sign * excess
            surface += sign * normal
        }
    }

    /// The signed area within a ring, positive to the left of it, and the direction of that area.
    private static func ring(
        _ corners: [(place: (x: Double, y: Double), direction: Vector)]
    ) -> (excess: Double, normal: Vector) {
        var excess = 0.0, normal = Vector()
        for (index, corner) in corners.enumerated() {
            let next = corners[(index + 1) % corners.count]
            var turn = (next.place.x - corner.place.x) * .pi / 180
            turn -= 2 * .pi * (turn / (2 * .pi)).rounded()
            let (a, b) = (tan(corner.place.y * .pi / 360), tan(next.place.y * .pi / 360))
            // Beneath the side, down to the equator; a side from west to east has it on its right.
            excess -= 2 * atan2(tan(turn / 2) * (a + b), 1 + a * b)
            let cross = cross(corner.direction, next.direction)
            let size = (cross * cross).sum().squareRoot()
            if size > 1e-15 { normal += cross * (asin(min(1, size)) / size / 2) }
        }
        return (excess, normal)
    }

    private mutating func addLine(_ value: DataValue?) {
        let directions = Self.places(value).map { see($0) }
        for (a, b) in zip(directions, directions.dropFirst()) {
            let normal = Self.cross(a, b)
            line += (a + b) * asin(min(1, (normal * normal).sum().squareRoot()))
        }
    }

    private static func cross(_ a: Vector, _ b: Vector) -> Vector {
        Vector(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
    }
}
