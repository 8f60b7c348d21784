import SceneGraph

/// A drawn area, for finding room in it.
struct Interior {
    private let rings: [[Point]]
    let bounds: Rectangle
    let centroid: Point

    /// - Parameter rings: of an area, in figure units. Those that are much smaller than the largest are left out, and
    ///   detail beyond some hundred points a ring, which no label feels.
    init?(_ all: [[Point]]) {
        let sized = all.map { (ring: $0, area: abs(Interior.area($0))) }
        guard let largest = sized.max(by: { $0.area < $1.area }), largest.area > 0.5 else { return nil }
        var thinned: [[Point]] = []
        for (ring, area) in sized where area > largest.area * 0.02 {
            let step = max(1, ring.count / 400)
            thinned.append(step == 1 ? ring : stride(from: 0, to: ring.count, by: step).map { ring[$0] })
        }
        rings = thinned
        let xs = largest.ring.map(\.x)
        let ys = largest.ring.map(\.y)
        bounds = Rectangle(
            from: Point(xs.min() ?? 0, ys.min() ?? 0), to: Point(xs.max() ?? 0, ys.max() ?? 0))
        centroid = Interior.centroid(largest.ring)
    }

    func contains(_ point: Point) -> Bool {
        var inside = false
        for ring in rings {
            guard var last = ring.last else { continue }
            for next in ring {
                if (next.y > point.y) != (last.y > point.y),
                    point.x < (last.x - next.x) * (point.y - next.y) / (last.y - next.y) + next.x
                {
                    inside.toggle()
                }
                last = next
            }
        }
        return inside
    }

    /// Whether the whole edge of a box lies inside.
    func contains(_ box: Rectangle) -> Bool {
        let columns = max(4, min(16, Int(box.width / 8)))
        for index in 0...columns {
            let x = box.minX + box.width * Double(index) / Double(columns)
            guard contains(Point(x, box.minY)), contains(Point(x, box.maxY)) else { return false }
        }
        return contains(Point(box.minX, box.midY)) && contains(Point(box.maxX, box.midY))
    }

    /// The distance to the nearest edge.
    private func clearance(_ point: Point) -> Double {
        var least = Double.infinity
        for ring in rings {
            guard var last = ring.last else { continue }
            for next in ring {
                let (dx, dy) = (next.x - last.x, next.y - last.y)
                let square = dx * dx + dy * dy
                let share = square == 0 ? 0 : max(0, min(1, ((point.x - last.x) * dx + (point.y - last.y) * dy) / square))
                let (ex, ey) = (last.x + share * dx - point.x, last.y + share * dy - point.y)
                least = min(least, ex * ex + ey * ey)
                last = next
            }
        }
        return least.squareRoot()
    }

    /// Places inside, the roomiest and most central first.
    ///
    /// A grid instead of the pole of inaccessibility alone: a label is wide and low, and may have to make room.
    func places() -> [Point] {
        let step = max(3, max(bounds.width, bounds.height) / 28)
        var found: [(point: Point, score: Double)] = []
        var y = bounds.minY + step / 2
        while y < bounds.maxY {
            var x = bounds.minX + step / 2
            while x < bounds.maxX {
                let point = Point(x, y)
                if contains(point) {
                    let (dx, dy) = (x - centroid.x, y - centroid.y)
                    found.append((point, clearance(point) - 0.35 * (dx * dx + dy * dy).squareRoot()))
                }
                x += step
            }
            y += step
        }
        if contains(centroid) { found.append((centroid, clearance(centroid))) }
        return found.sorted { $0.score > $1.score }.map(\.point)
    }

    private static func area(_ ring: [Point]) -> Double {
        guard var last = ring.last else { return 0 }
        var total = 0.0
        for point in ring {
            total += last.x * point.y - point.x * last.y
            last = point
        }
        return total / 2
    }

    private static func centroid(_ ring: [Point]) -> Point {
        guard var last = ring.last else { return .zero }
        var (x, y, weight) = (0.0, 0.0, 0.0)
        for point in ring {
            let cross = last.x * point.y - point.x * last.y
            x += (last.x + point.x) * cross
            y += (last.y + point.y) * cross
            weight += 3 * cross
            last = point
        }
        return weight == 0 ? last : Point(x / weight, y / weight)
    }
}
