import SceneGraph

/// Values between points: the mean of all of them by the inverse square of their distance (D. Shepard, A
/// Two-Dimensional Interpolation Function for Irregularly-Spaced Data, ACM National Conference 1968), inside their
/// convex hull and nowhere else.
struct InterpolatedField {
    private let columns: Int
    private let rows: Int
    private let step: Double
    private let origin: Point
    /// Nil outside the hull.
    private let values: [Double?]

    init(_ points: [(Point, Double)], within frame: Rectangle, step: Double) {
        let step = max(step, max(frame.width, frame.height) / 240)
        (columns, rows) = (Int(frame.width / step) + 1, Int(frame.height / step) + 1)
        self.step = step
        origin = Point(frame.minX, frame.minY)
        let hull = InterpolatedField.hull(of: points.map(\.0))
        var values: [Double?] = []
        values.reserveCapacity(columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let place = Point(frame.minX + Double(column) * step, frame.minY + Double(row) * step)
                values.append(hull.contains(place) ? InterpolatedField.value(at: place, points) : nil)
            }
        }
        self.values = values
    }

    private static func value(at place: Point, _ points: [(Point, Double)]) -> Double {
        var (sum, weight) = (0.0, 0.0)
        for (point, value) in points {
            let square = (point.x - place.x) * (point.x - place.x) + (point.y - place.y) * (point.y - place.y)
            if square < 1e-9 { return value }
            sum += value / square
            weight += 1 / square
        }
        return sum / weight
    }

    private struct Hull {
        var corners: [Point]
        func contains(_ point: Point) -> Bool {
            guard corners.count > 2, var last = corners.last else { return false }
            for next in corners {
                if (next.x - last.x) * (point.y - last.y) - (next.y - last.y) * (point.x - last.x) < 0 { return false }
                last = next
            }
            return true
        }
    }

    /// A. M. Andrew's monotone chain (Information Processing Letters 9(5), 1979).
    private static func hull(of points: [Point]) -> Hull {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        func chain(_ points: [Point]) -> [Point] {
            var chain: [Point] = []
            for point in points {
                while chain.count > 1 {
                    let (a, b) = (chain[chain.count - 2], chain[chain.count - 1])
                    if (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0 { break }
                    chain.removeLast()
                }
                chain.append(point)
            }
            return Array(chain.dropLast())
        }
        return Hull(corners: chain(sorted) + chain(sorted.reversed()))
    }

    /// The lines where the field has a value, by marching squares (W. E. Lorensen and H. E. Cline's cubes, 1987, in the
    /// plane), their pieces joined.
    func lines(at level: Double) -> [[Point]] {
        var segments: [(Point, Point)] = []
        for row in 0..<max(0, rows - 1) {
            for column in 0..<max(0, columns - 1) { segments += cell(column, row, level) }
        }
        return joined(segments)
    }

    private func cell(_ column: Int, _ row: Int, _ level: Double) -> [(Point, Point)] {
        let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { (column + $0.0, row + $0.1) }
        let values = corners.compactMap { self.values[$0.1 * columns + $0.0] }
        guard values.count == 4 else { return [] }
        var crossings: [Point] = []
        for side in 0..<4 {
            let (a, b) = (values[side], values[(side + 1) % 4])
            guard (a < level) != (b < level) else { continue }
            let share = (level - a) / (b - a)
            let (from, to) = (corners[side], corners[(side + 1) % 4])
            crossings.append(
                Point(
                    origin.x + (Double(from.0) + Double(to.0 - from.0) * share) * step,
                    origin.y + (Double(from.1) + Double(to.1 - from.1) * share) * step))
        }
        if crossings.count == 2 { return [(crossings[0], crossings[1])] }
        guard crossings.count == 4 else { return [] }
        // A saddle: its middle says which corners are joined.
        let isHigh = values.reduce(0, +) / 4 >= level
        return isHigh == (values[0] >= level)
            ? [(crossings[0], crossings[1]), (crossings[2], crossings[3])]
            : [(crossings[3], crossings[0]), (crossings[1], crossings[2])]
    }

    private struct Key: Hashable {
        var x: Int
        var y: Int
        init(_ point: Point) { (x, y) = (Int((point.x * 1000).rounded()), Int((point.y * 1000).rounded())) }
    }

    private func joined(_ segments: [(Point, Point)]) -> [[Point]] {
        var at: [Key: [Int]] = [:]
        for (index, segment) in segments.enumerated() {
            at[Key(segment.0), default: []].append(index)
            at[Key(segment.1), default: []].append(index)
        }
        var used = [Bool](repeating: false, count: segments.count)
        func walk(_ line: inout [Point]) {
            while let end = line.last, let next = at[Key(end)]?.first(where: { !used[$0] }) {
                used[next] = true
                let segment = segments[next]
                line.append(Key(segment.0) == Key(end) ? segment.1 : segment.0)
            }
        }
        var lines: [[Point]] = []
        for index in segments.indices where !used[index] {
            used[index] = true
            var line = [segments[index].0, segments[index].1]
            walk(&line)
            line.reverse()
            walk(&line)
            lines.append(line)
        }
        return lines
    }
}
