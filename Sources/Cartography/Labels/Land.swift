import SceneGraph

/// A state's land as it is drawn.
struct Land: Sendable {
    let code: String
    let bounds: Rectangle
    /// Its own name is wanted in it.
    let isLabelled: Bool
    private let rings: [[Point]]

    init?(code: String, rings: [[Point]], isLabelled: Bool = false) {
        let points = rings.joined()
        guard let first = points.first else { return nil }
        var (low, high) = (first, first)
        for point in points {
            low = Point(min(low.x, point.x), min(low.y, point.y))
            high = Point(max(high.x, point.x), max(high.y, point.y))
        }
        self.code = code
        self.isLabelled = isLabelled
        self.rings = rings
        bounds = Rectangle(from: low, to: high)
    }

    /// Whether an odd number of its edges lies to the right of a point (M. Shimrat, Algorithm 112, CACM 5(8), 1962).
    func contains(_ point: Point) -> Bool {
        guard bounds.contains(point) else { return false }
        var isInside = false
        for ring in rings {
            guard var last = ring.last else { continue }
            for next in ring {
                if (next.y > point.y) != (last.y > point.y),
                    point.x < (last.x - next.x) * (point.y - next.y) / (last.y - next.y) + next.x
                {
                    isInside.toggle()
                }
                last = next
            }
        }
        return isInside
    }
}
