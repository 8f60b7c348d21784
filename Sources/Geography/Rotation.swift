/// Turns the sphere before it is projected: by `longitude` about the poles' axis, then `latitude` about the axis
/// through 90° E, then `roll` about the one through (0, 0). Degrees, as d3 and Vega have them: a map centred on
/// (λ, φ) is rotated by (−λ, −φ).
public struct Rotation: Sendable, Hashable {
    public var longitude: Double
    public var latitude: Double
    public var roll: Double

    public init(_ longitude: Double = 0, _ latitude: Double = 0, _ roll: Double = 0) {
        self.longitude = longitude
        self.latitude = latitude
        self.roll = roll
    }
}

/// A rotation made ready: the matrix of Rx(roll) · Ry(latitude) after a shift of longitude.
struct SphereRotation: Sendable {
    private let shift: Double
    private let sineLatitude: Double
    private let cosineLatitude: Double
    private let sineRoll: Double
    private let cosineRoll: Double
    private let turnsOnlyAboutPoles: Bool

    init(_ rotation: Rotation) {
        shift = wrapped(rotation.longitude * .pi / 180)
        (sineLatitude, cosineLatitude) = sineAndCosine(rotation.latitude * .pi / 180)
        (sineRoll, cosineRoll) = sineAndCosine(rotation.roll * .pi / 180)
        turnsOnlyAboutPoles = rotation.latitude == 0 && rotation.roll == 0
    }

    func forward(_ point: SpherePoint) -> SpherePoint {
        let turned = SpherePoint(wrapped(point.longitude + shift), point.latitude)
        if turnsOnlyAboutPoles { return turned }
        let v = turned.vector
        let up = v.z * cosineLatitude + v.x * sineLatitude
        return SpherePoint(
            arcTangent(v.y * cosineRoll - up * sineRoll, v.x * cosineLatitude - v.z * sineLatitude),
            arcSine(up * cosineRoll + v.y * sineRoll))
    }

    func inverse(_ point: SpherePoint) -> SpherePoint {
        if turnsOnlyAboutPoles { return SpherePoint(wrapped(point.longitude - shift), point.latitude) }
        let v = point.vector
        let up = v.z * cosineRoll - v.y * sineRoll
        let longitude = arcTangent(v.y * cosineRoll + v.z * sineRoll, v.x * cosineLatitude + up * sineLatitude)
        return SpherePoint(wrapped(longitude - shift), arcSine(up * cosineLatitude - v.x * sineLatitude))
    }
}
