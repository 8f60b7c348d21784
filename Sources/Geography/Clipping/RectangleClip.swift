import SceneGraph

/// Cuts plane shapes to an upright rectangle.
struct RectangleClip: Sendable {
    let rectangle: Rectangle

    /// Sutherland and Hodgman 1974: against one side after another. Where a ring leaves and comes back, the result
    /// runs along the rectangle's edge.
    func ring(_ points: [Point]) -> [Point] {
        guard let box = bounds(points) else { return [] }
        if rectangle.contains(box) { return points }
        if !touches(box) { return [] }
        var result = points
        for side in 0..<4 {
            guard let last = result.last else { return [] }
            var clipped: [Point] = []
            clipped.reserveCapacity(result.count + 8)
            var previous = last
            var before = depth(previous, side)
            for point in result {
                let now = depth(point, side)
                if (before >= 0) != (now >= 0) {
                    let share = before / (before - now)
                    clipped.append(
                        Point(previous.x + (point.x - previous.x) * share, previous.y + (point.y - previous.y) * share))
                }
                if now >= 0 { clipped.append(point) }
                previous = point
                before = now
            }
            result = clipped
        }
        return result
    }

    /// Liang and Barsky 1984, edge by edge.
    func pieces(ofLine points: [Point]) -> [[Point]] {
        guard let box = bounds(points) else { return [] }
        if rectangle.contains(box) { return [points] }
        if !touches(box) { return [] }
        var pieces: [[Point]] = []
        var piece: [Point] = []
        for (a, b) in zip(points, points.dropFirst()) {
            var (enter, leave) = (0.0, 1.0)
            for side in 0..<4 {
                let (before, now) = (depth(a, side), depth(b, side))
                if before < 0, now < 0 {
                    enter = 2
                } else if before < 0 {
                    enter = max(enter, before / (before - now))
                } else if now < 0 {
                    leave = min(leave, before / (before - now))
                }
            }
            if enter > leave {
                if piece.count > 1 { pieces.append(piece) }
                piece = []
                continue
            }
            func at(_ share: Double) -> Point { Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share) }
            if piece.isEmpty { piece.append(enter > 0 ? at(enter) : a) }
            piece.append(leave < 1 ? at(leave) : b)
            if leave < 1 {
                if piece.count > 1 { pieces.append(piece) }
                piece = []
            }
        }
        if piece.count > 1 { pieces.append(piece) }
        return pieces
    }

    /// How far a point is inside one side; negative outside.
    private func depth(_ point: Point, _ side: Int) -> Double {
        switch side {
        case 0: point.x - rectangle.minX
        case 1: point.y - rectangle.minY
        case 2: rectangle.maxX - point.x
        default: rectangle.maxY - point.y
        }
    }

    private func touches(_ box: Rectangle) -> Bool {
        box.minX <= rectangle.maxX && box.maxX >= rectangle.minX && box.minY <= rectangle.maxY
            && box.maxY >= rectangle.minY
    }

    private func bounds(_ points: [Point]) -> Rectangle? {
        guard let first = points.first else { return nil }
        var (left, top, right, bottom) = (first.x, first.y, first.x, first.y)
        for point in points {
            left = min(left, point.x)
            right = max(right, point.x)
            top = min(top, point.y)
            bottom = max(bottom, point.y)
        }
        return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    }
}
