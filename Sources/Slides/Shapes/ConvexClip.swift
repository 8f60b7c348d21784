import SceneGraph

/// A convex region that a group is cut to. Slides have no clip, so the geometry itself is cut.
struct ConvexClip {
    /// Corners, clockwise on the page.
    private(set) var corners: [Point]
    private(set) var bounds: Rectangle
    let isRectangle: Bool

    /// Nil where the outline is not convex or has no area.
    init?(_ path: PathData) {
        let parts = path.outlines
        guard parts.count == 1, let outline = parts.first?.flattened(tolerance: 0.05).first, outline.count >= 3 else {
            return nil
        }
        var points = outline
        if points.first == points.last { points.removeLast() }
        var turns = 0.0
        for index in points.indices {
            let (a, b, c) = (points[index], points[(index + 1) % points.count], points[(index + 2) % points.count])
            let turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
            if abs(turn) < 1e-6 { continue }
            if turns != 0, (turn > 0) != (turns > 0) { return nil }
            turns = turn
        }
        guard turns != 0, let bounds = path.bounds else { return nil }
        corners = turns > 0 ? points : points.reversed()
        self.bounds = bounds
        isRectangle = path.isUprightRectangle
    }

    /// How far inside the edge after `corner` a point is; negative outside.
    private func depth(_ point: Point, edge corner: Int) -> Double {
        let (a, b) = (corners[corner], corners[(corner + 1) % corners.count])
        return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
    }

    /// True where every one of the points is inside, or out by no more than a hundredth of a unit.
    func contains(_ box: Rectangle) -> Bool {
        if isRectangle { return bounds.inset(by: -0.01).contains(box) }
        let places = [
            Point(box.minX, box.minY), Point(box.maxX, box.minY), Point(box.minX, box.maxY), Point(box.maxX, box.maxY),
        ]
        return corners.indices.allSatisfy { edge in places.allSatisfy { depth($0, edge: edge) >= -1e-6 } }
    }

    /// The area of an outline that is inside, one edge after the other (Sutherland & Hodgman 1974, Reentrant polygon
    /// clipping). Parts that the edge divides stay joined along it, where they have no area.
    func area(_ outline: [Point]) -> [Point] {
        var points = outline
        for edge in corners.indices {
            guard points.count > 2 else { return [] }
            var inside: [Point] = []
            var previous = points[points.count - 1]
            var before = depth(previous, edge: edge)
            for point in points {
                let now = depth(point, edge: edge)
                if (before >= 0) != (now >= 0) { inside.append(crossing(previous, before, point, now)) }
                if now >= 0 { inside.append(point) }
                (previous, before) = (point, now)
            }
            points = inside
        }
        return points.count > 2 ? points : []
    }

    /// The pieces of a line that are inside (Cyrus & Beck 1978).
    func pieces(_ line: [Point]) -> [[Point]] {
        var result: [[Point]] = []
        var current: [Point] = []
        for (start, end) in zip(line, line.dropFirst()) {
            var (enter, leave) = (0.0, 1.0)
            for edge in corners.indices where enter <= leave {
                let (a, b) = (depth(start, edge: edge), depth(end, edge: edge))
                if a < 0, b < 0 {
                    leave = -1
                } else if a < 0 {
                    enter = max(enter, a / (a - b))
                } else if b < 0 {
                    leave = min(leave, a / (a - b))
                }
            }
            guard enter < leave else {
                if current.count > 1 { result.append(current) }
                current = []
                continue
            }
            func place(_ share: Double) -> Point {
                Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
            }
            if enter > 0 || current.isEmpty {
                if current.count > 1 { result.append(current) }
                current = [enter > 0 ? place(enter) : start]
            }
            current.append(leave < 1 ? place(leave) : end)
            if leave < 1 {
                result.append(current)
                current = []
            }
        }
        if current.count > 1 { result.append(current) }
        return result
    }

    private func crossing(_ a: Point, _ depthA: Double, _ b: Point, _ depthB: Double) -> Point {
        let share = depthA / (depthA - depthB)
        return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
    }
}

extension PathData {
    /// Each outline as points on it, curves broken into chords no further off than `tolerance` in figure units; a
    /// closed one ends where it begins.
    func flattened(tolerance: Double) -> [[Point]] {
        var result: [[Point]] = []
        var current: [Point] = []
        func finish() {
            if current.count > 1 { result.append(current) }
        }
        forEach { element in
            switch element {
            case .move(let to):
                finish()
                current = [to]
            case .line(let to): current.append(to)
            case .cubic(let control1, let control2, let to):
                guard let from = current.last else { return }
                // A cubic's chords are off by at most √3/18·h·n⁻² of its second difference (Wang's formula).
                let first = Point(from.x - 2 * control1.x + control2.x, from.y - 2 * control1.y + control2.y)
                let second = Point(control1.x - 2 * control2.x + to.x, control1.y - 2 * control2.y + to.y)
                let bend = max(first.x * first.x + first.y * first.y, second.x * second.x + second.y * second.y)
                let wanted = (0.75 * bend.squareRoot() / tolerance).squareRoot()
                let count = wanted.isFinite ? max(1, min(200, Int(wanted.rounded(.up)))) : 1
                for step in 1...count {
                    let t = Double(step) / Double(count)
                    let u = 1 - t
                    func mixed(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
                        u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
                    }
                    current.append(
                        Point(
                            mixed(from.x, control1.x, control2.x, to.x), mixed(from.y, control1.y, control2.y, to.y)))
                }
            case .close:
                guard let start = current.first else { return }
                if current.last != start { current.append(start) }
                finish()
                current = [start]
            }
        }
        finish()
        return result
    }

    init(_ lines: [[Point]], closed: Bool) {
        self.init()
        for line in lines {
            guard let first = line.first else { continue }
            move(to: first)
            for point in line.dropFirst() { self.line(to: point) }
            if closed { close() }
        }
    }
}
