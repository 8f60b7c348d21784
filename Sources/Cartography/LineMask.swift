import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where certain lines run, so that others that run along them can be left out there.
struct LineMask {
    /// Lines nearer than this are the same, in figure units.
    let reach: Double
    private var points: [Int: [Point]] = [:]

    init(reach: Double) { self.reach = reach }

    mutating func add(_ line: [Point]) {
        for point in stepped(line) { points[key(point.x, point.y), default: []].append(point) }
    }

    var isEmpty: Bool { points.isEmpty }

    /// What of a line runs elsewhere.
    func outside(_ line: [Point]) -> [[Point]] {
        if isEmpty { return [line] }
        var pieces: [[Point]] = []
        var piece: [Point] = []
        for point in stepped(line) {
            if covers(point) {
                if piece.count > 1 { pieces.append(piece) }
                piece = []
            } else {
                piece.append(point)
            }
        }
        if piece.count > 1 { pieces.append(piece) }
        // What is left between two places that lie just off is no line of its own.
        return pieces.filter { Ribbon.length($0) > reach * 3 }
    }

    private func covers(_ point: Point) -> Bool {
        for row in -1...1 {
            for column in -1...1 {
                for other in points[key(point.x + Double(column) * reach, point.y + Double(row) * reach)] ?? []
                where hypot(other.x - point.x, other.y - point.y) <= reach { return true }
            }
        }
        return false
    }

    /// The line's own points, and others between them half a reach apart.
    private func stepped(_ line: [Point]) -> [Point] {
        guard let first = line.first else { return [] }
        var result = [first]
        for (a, b) in zip(line, line.dropFirst()) {
            let count = max(1, min(10_000, Int((hypot(b.x - a.x, b.y - a.y) / (reach / 2)).rounded(.up))))
            for index in 1...count {
                let share = Double(index) / Double(count)
                result.append(Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share))
            }
        }
        return result
    }

    private func key(_ x: Double, _ y: Double) -> Int {
        Int((x / reach).rounded(.down)) &* 1_000_003 &+ Int((y / reach).rounded(.down))
    }
}
