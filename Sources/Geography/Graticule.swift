/// Meridians and parallels.
public struct Graticule: Sendable, Hashable {
    /// Degrees between meridians.
    public var stepLongitude: Double
    /// Degrees between parallels.
    public var stepLatitude: Double
    /// Meridians at multiples of this many degrees run from pole to pole, the others to 80°.
    public var majorLongitude = 90.0
    /// Where it ends, in degrees.
    public var west = -180.0
    public var east = 180.0
    public var south = -80.0
    public var north = 80.0
    /// Degrees between the points of a line.
    public var precision = 2.5

    public init(step: Double = 10) {
        stepLongitude = max(0.01, step)
        stepLatitude = max(0.01, step)
    }

    public var meridians: [[Coordinate]] {
        values(from: west, to: east, step: stepLongitude, excludingEnd: east - west >= 360).map { longitude in
            let whole =
                (longitude / majorLongitude).rounded() * majorLongitude == longitude && west <= -180 && east >= 180
            return line(from: whole ? -90 : south, to: whole ? 90 : north) { Coordinate(longitude, $0) }
        }
    }

    public var parallels: [[Coordinate]] {
        values(from: south, to: north, step: stepLatitude, excludingEnd: false).map { latitude in
            line(from: west, to: east) { Coordinate($0, latitude) }
        }
    }

    public var geometry: Geometry { .multiLineString(meridians + parallels) }

    private func values(from start: Double, to end: Double, step: Double, excludingEnd: Bool) -> [Double] {
        var index = (start / step - 1e-9).rounded(.up)
        var values: [Double] = []
        while index * step < end + (excludingEnd ? -1e-9 : 1e-9), values.count < 100_000 {
            values.append(index * step)
            index += 1
        }
        return values
    }

    private func line(from start: Double, to end: Double, at place: (Double) -> Coordinate) -> [Coordinate] {
        let pieces = max(1, Int(((end - start) / max(0.01, precision)).rounded(.up)))
        return (0...pieces).map { place(start + (end - start) * Double($0) / Double(pieces)) }
    }
}
