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
    /// - Parameter count: of places; at least 2.
    public static func way(from a: Coordinate, to b: Coordinate, count: Int) -> [Coordinate] {
        let count = max(2, count)
        let (u, v) = (SpherePoint(a).vector, SpherePoint(b).vector)
        let angle = 2 * arcTangent((u - v).length, (u + v).length)
        guard angle > 1e-12 else { return [a, b] }
        let (sine, _) = sineAndCosine(angle)
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
            return point.spherePoint.coordinate
        }
    }

    /// Places along a way, moved off it: the middle by a share of the whole length, the others by a parabola between
    /// that and nothing at the ends. To the left of the way's direction where positive.
    public static func bent(_ way: [Coordinate], by bend: Double) -> [Coordinate] {
        guard bend != 0, way.count > 2 else { return way }
        let vectors = way.map { SpherePoint($0).vector }
        let whole = zip(way, way.dropFirst()).reduce(0) { $0 + angle(from: $1.0, to: $1.1) } * .pi / 180
        return way.indices.map { index in
            if index == 0 || index == way.count - 1 { return way[index] }
            let (before, here, after) = (vectors[index - 1], vectors[index], vectors[index + 1])
            let along = after - before
            let left = Vector(
                here.y * along.z - here.z * along.y, here.z * along.x - here.x * along.z,
                here.x * along.y - here.y * along.x)
            guard left.length > 1e-12 else { return way[index] }
            let share = Double(index) / Double(way.count - 1)
            let (s, c) = sineAndCosine(4 * share * (1 - share) * bend * whole)
            return (here * c + left * (s / left.length)).spherePoint.coordinate
        }
    }
}
