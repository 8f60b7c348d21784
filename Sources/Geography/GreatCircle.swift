/// Ways and middles on the sphere.
public enum GreatCircle {
    /// The direction of the sum of the places' vectors; nil where they balance out.
    public static func middle(of places: [Coordinate]) -> Coordinate? {
        let sum = places.reduce(Vector(0, 0, 0)) { $0 + SpherePoint($1).vector }
        return sum.length > 1e-12 * Double(max(1, places.count)) ? sum.spherePoint.coordinate : nil
    }

    /// The angle between two places as seen from the earth's middle, in degrees.
    public static func angle(from a: Coordinate, to b: Coordinate) -> Double {
        let (u, v) = (SpherePoint(a).vector, SpherePoint(b).vector)
        return 2 * arcTangent((u - v).length, (u + v).length) * 180 / .pi
    }

    /// Places along the shortest way, evenly spaced, both ends among them.
    ///
    /// Spherical interpolation (K. Shoemake, Animating Rotation with Quaternion Curves, 1985, section 3.3). The way
    /// between opposite places, of which there are many, goes by whichever rounding chooses.
    ///
    /// - Parameters:
    ///   - count: of places; at least 2.
    ///   - bend: how far the middle of the way lies off it, as a share of its length; to the left of its direction
    ///     where positive. The way between is a parabola of such distances.
    public static func way(from a: Coordinate, to b: Coordinate, count: Int, bend: Double = 0) -> [Coordinate] {
        let count = max(2, count)
        let (u, v) = (SpherePoint(a).vector, SpherePoint(b).vector)
        let angle = 2 * arcTangent((u - v).length, (u + v).length)
        guard angle > 1e-12 else { return [a, b] }
        let (sine, _) = sineAndCosine(angle)
        // To the left of the way, at right angles to all of it.
        var normal = Vector(u.y * v.z - u.z * v.y, u.z * v.x - u.x * v.z, u.x * v.y - u.y * v.x)
        let length = normal.length
        normal = length > 1e-12 ? normal * (1 / length) : Vector(0, 0, 1)
        return (0..<count).map { index in
            if index == 0 { return a }
            if index == count - 1 { return b }
            let share = Double(index) / Double(count - 1)
            let point: Vector
            if abs(sine) > 1e-9 {
                point = u * (sineAndCosine((1 - share) * angle).0 / sine) + v * (sineAndCosine(share * angle).0 / sine)
            } else {
                point = u * (1 - share) + v * share
            }
            let off = 4 * share * (1 - share) * bend * angle
            let (s, c) = sineAndCosine(off)
            return (point * (c / max(1e-12, point.length)) + normal * s).spherePoint.coordinate
        }
    }
}
