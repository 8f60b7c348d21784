/// The way that keeps one compass course, straight on Mercator's map (Snyder, Map Projections: A Working Manual, 1987,
/// p. 46).
public enum RhumbLine {
    /// Places along the rhumb line that turns the shorter way about the earth, both ends among them, evenly spaced in
    /// latitude on Mercator's map.
    ///
    /// - Parameter count: of places; at least 2.
    public static func way(from a: Coordinate, to b: Coordinate, count: Int) -> [Coordinate] {
        let count = max(2, count)
        // The poles are infinitely far on that map.
        func height(_ latitude: Double) -> Double {
            let limited = max(-89.9, min(89.9, latitude)) * Double.pi / 180
            return logarithm(tangent(.pi / 4 + limited / 2))
        }
        let (low, high) = (height(a.latitude), height(b.latitude))
        let turn = wrapped((b.longitude - a.longitude) * .pi / 180) * 180 / .pi
        return (0..<count).map { index in
            if index == 0 { return a }
            if index == count - 1 { return b }
            let share = Double(index) / Double(count - 1)
            let latitude = 2 * arcTangent(exponential(low + (high - low) * share), 1) - .pi / 2
            var longitude = a.longitude + turn * share
            while longitude > 180 { longitude -= 360 }
            while longitude < -180 { longitude += 360 }
            return Coordinate(longitude, latitude * 180 / .pi)
        }
    }
}
