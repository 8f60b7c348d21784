import SceneGraph
import Typography

extension MapCanvas {
    /// The eight positions around a symbol in E. Imhof's order (Positioning Names on Maps, The American Cartographer
    /// 2(2), 1975): upper right first, then the other corners, then the sides. What covers a border or coast is worse.
    /// A label that must be there may stand off, with a line to its symbol.
    func candidates(beside point: Point, radius: Double, _ request: LabelRequest) -> [LabelCandidate] {
        guard frame.contains(point) else { return [] }
        let gap = radius + 2
        let near = radius * 0.75 + 1.2
        // The box of a line of type is higher than its letters, and may reach over its own symbol's.
        let own = Rectangle(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius)
        var found: [LabelCandidate] = []
        for (index, setting) in settings(of: request).enumerated() {
            let metrics = measurer.metrics(of: setting.font)
            let extra = Double(setting.lines.count - 1) * lineHeight(of: setting.font)
            let up = point.y - near - metrics.descent * 0.4 - extra
            let down = point.y + near + metrics.capHeight
            let level = point.y + metrics.xHeight / 2 - extra / 2
            let positions: [(Point, Text.Anchor)] = [
                (Point(point.x + near, up), .start), (Point(point.x + near, down), .start),
                (Point(point.x - near, up), .end), (Point(point.x - near, down), .end),
                (Point(point.x + gap, level), .start), (Point(point.x - gap, level), .end),
                (Point(point.x, point.y - gap - metrics.descent * 0.6 - extra), .middle),
                (Point(point.x, point.y + gap + metrics.capHeight + 1), .middle),
            ]
            for (rank, position) in positions.enumerated() {
                let label = node(request, setting, at: position.0, anchor: position.1)
                guard placer.isFree(label.bounds) else { continue }
                found.append(
                    LabelCandidate(
                        label, cost: Double(index) * 7 + Double(rank) * 1.5 + placer.cost(of: label.bounds),
                        behind: request.symbol, symbol: own))
            }
        }
        if !request.isOptional, let setting = settings(of: request).first {
            found += candidates(around: [point], of: own, setting, request, cost: 30).map { candidate in
                var candidate = candidate
                candidate.symbol = own
                return candidate
            }
        }
        return found
    }

    /// Off what is named, with a line to the nearest of some places.
    func candidates(
        around targets: [Point], of box: Rectangle, _ setting: LabelRequest.Setting, _ request: LabelRequest,
        cost: Double
    ) -> [LabelCandidate] {
        guard let core = targets.first else { return [] }
        let size = node(request, setting, middle: core).bounds
        var found: [LabelCandidate] = []
        for distance in [1.0, 1.6, 2.3, 3.2, 4.2, 5.5] {
            for (dx, dy) in [(1.0, -1.0), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1), (1, 0), (-1, 0)] {
                let reach = 11 * distance
                let middle = Point(core.x + dx * (size.width / 2 + reach), core.y + dy * (size.height / 2 + reach))
                let label = node(request, setting, middle: middle)
                guard placer.isFree(label.bounds) else { continue }
                guard let end = targets.first(where: { placer.isFree(from: nearest(of: label.bounds, to: $0), to: $0) })
                else { continue }
                let start = nearest(of: label.bounds, to: end)
                found.append(
                    LabelCandidate(
                        label, cost: placer.cost(of: label.bounds) + distance * 8 + cost,
                        behind: [leaderNode(from: start, to: end, id: request.id, color: request.color)]
                            + request.symbol,
                        leader: Segment(start: start, end: end)))
            }
        }
        return found
    }

    func nearest(of box: Rectangle, to target: Point) -> Point {
        Point(max(box.minX, min(box.maxX, target.x)), max(box.minY, min(box.maxY, target.y)))
    }

    func leaderNode(from start: Point, to target: Point, id: String, color: Color) -> Node {
        .path(
            id: id + "/leader", role: "map-leader", .line(from: start, to: target),
            stroke: Stroke(.color(color), width: 0.7, cap: .round))
    }
}
