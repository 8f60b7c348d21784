import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Circles or squares near where they belong, pushed apart until none overlap: D. Dorling, Area Cartograms (CATMOG 59,
/// 1996).
struct Bodies {
    enum Shape: String, Sendable, CaseIterable {
        case circle
        /// L. Demers's squares.
        case square
    }

    struct Body {
        let home: Point
        let radius: Double
        var place: Point

        init(home: Point, radius: Double) {
            self.home = home
            self.radius = radius
            place = home
        }
    }

    private let shape: Shape
    private var bodies: [Body]

    init(_ bodies: [Body], shape: Shape) {
        self.shape = shape
        self.bodies = bodies
    }

    /// The places after some rounds: what overlaps is pushed apart, and each drawn a little back to where it belongs.
    mutating func settled(within frame: Rectangle) -> [Point] {
        for round in 0..<220 {
            let pull = round < 160 ? 0.03 : 0
            for one in bodies.indices {
                for other in bodies.indices.dropFirst(one + 1) { push(one, other) }
                let body = bodies[one]
                let drawn = Point(
                    body.place.x + (body.home.x - body.place.x) * pull,
                    body.place.y + (body.home.y - body.place.y) * pull)
                bodies[one].place = Point(
                    within(drawn.x, frame.minX, frame.maxX, body.radius + 1),
                    within(drawn.y, frame.minY, frame.maxY, body.radius + 1))
            }
        }
        return bodies.map(\.place)
    }

    private func within(_ value: Double, _ low: Double, _ high: Double, _ margin: Double) -> Double {
        min(max(value, low + margin), max(low + margin, high - margin))
    }

    private mutating func push(_ one: Int, _ other: Int) {
        let (a, b) = (bodies[one], bodies[other])
        var (dx, dy) = (b.place.x - a.place.x, b.place.y - a.place.y)
        if dx == 0, dy == 0 { (dx, dy) = (0.01 * Double(one + 1), 0.01) }
        let wanted = a.radius + b.radius + 0.8
        var shift: Point
        switch shape {
        case .circle:
            let distance = hypot(dx, dy)
            guard distance < wanted else { return }
            let half = (wanted - distance) / 2 / distance
            shift = Point(dx * half, dy * half)
        case .square:
            let (overX, overY) = (wanted - abs(dx), wanted - abs(dy))
            guard overX > 0, overY > 0 else { return }
            shift = overX < overY ? Point(overX / 2 * (dx < 0 ? -1 : 1), 0) : Point(0, overY / 2 * (dy < 0 ? -1 : 1))
        }
        bodies[one].place = Point(a.place.x - shift.x, a.place.y - shift.y)
        bodies[other].place = Point(b.place.x + shift.x, b.place.y + shift.y)
    }
}
