/// A place on the earth, in degrees: longitude eastwards, latitude northwards.
public struct Coordinate: Sendable, Hashable {
    public var longitude: Double
    public var latitude: Double

    public init(_ longitude: Double, _ latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    public var isFinite: Bool { longitude.isFinite && latitude.isFinite }
}

/// The same in radians; what clipping and projecting work on.
struct SpherePoint: Sendable, Hashable {
    var longitude: Double
    var latitude: Double

    init(_ longitude: Double, _ latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    init(_ coordinate: Coordinate) {
        longitude = coordinate.longitude * .pi / 180
        latitude = coordinate.latitude * .pi / 180
    }

    var coordinate: Coordinate { Coordinate(longitude * 180 / .pi, latitude * 180 / .pi) }

    /// As a vector of length 1: x towards (0, 0), y towards (90° E, 0), z towards the north pole.
    var vector: Vector {
        let (sineLatitude, cosineLatitude) = sineAndCosine(latitude)
        let (sineLongitude, cosineLongitude) = sineAndCosine(longitude)
        return Vector(cosineLatitude * cosineLongitude, cosineLatitude * sineLongitude, sineLatitude)
    }
}

struct Vector: Sendable {
    var x: Double
    var y: Double
    var z: Double

    init(_ x: Double, _ y: Double, _ z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    var length: Double { (x * x + y * y + z * z).squareRoot() }

    func dot(_ other: Vector) -> Double { x * other.x + y * other.y + z * other.z }

    var spherePoint: SpherePoint { SpherePoint(arcTangent(y, x), arcTangent(z, (x * x + y * y).squareRoot())) }

    static func + (a: Vector, b: Vector) -> Vector { Vector(a.x + b.x, a.y + b.y, a.z + b.z) }
    static func - (a: Vector, b: Vector) -> Vector { Vector(a.x - b.x, a.y - b.y, a.z - b.z) }
    static func * (a: Vector, factor: Double) -> Vector { Vector(a.x * factor, a.y * factor, a.z * factor) }
}
