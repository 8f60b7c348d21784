import Documents
import SceneGraph
import Typography

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension MapComposer {
    /// Places every label that was asked for, the most important first; what finds no room is told in a warning.
    ///
    /// - Returns: the labels, and the leaders and symbols that belong behind all of them.
    mutating func placeLabels() -> (behind: [Node], nodes: [Node]) {
        // A symbol takes its own room before any label is set.
        for request in requests {
            if case .point(let point, let radius) = request.anchor, frame.contains(point) {
                placer.block(Rectangle(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius))
            }
        }
        var behind: [Node] = []
        var nodes: [Node] = []
        var lost: [String] = []
        var turns = requests.indices.map { (index: $0, priority: requests[$0].priority, insideOnly: false) }
        for (index, request) in requests.enumerated() {
            if let early = request.insidePriority { turns.append((index, early, true)) }
        }
        turns.sort { ($0.priority, $0.index) < ($1.priority, $1.index) }
        var isPlaced = [Bool](repeating: false, count: requests.count)
        for turn in turns where !isPlaced[turn.index] {
            let request = requests[turn.index]
            guard let placed = turn.insideOnly ? placeInsideOnly(request) : place(request) else {
                if !request.isOptional, !turn.insideOnly { lost.append(request.name) }
                continue
            }
            isPlaced[turn.index] = true
            placer.block(placed.label.bounds)
            for node in placed.behind where node.role == "map-leader" {
                if case .path(let path) = node.content, path.fill == nil { placer.avoid(points(of: path.data), weight: 8, every: 3) }
            }
            behind += placed.behind
            nodes.append(placed.label)
        }
        if !lost.isEmpty {
            warn(
                "no room for \(lost.count == 1 ? "the label" : "\(lost.count) labels"): " + lost.joined(separator: ", "),
                advice: "draw the map larger, or ask for fewer labels")
        }
        return (behind, nodes)
    }

    private func points(of data: PathData) -> [Point] {
        stride(from: 0, to: data.coordinates.count - 1, by: 2).map { Point(data.coordinates[$0], data.coordinates[$0 + 1]) }
    }

    private func place(_ request: LabelRequest) -> (label: Node, behind: [Node])? {
        switch request.anchor {
        case .point(let point, let radius): return placeBeside(point, radius: radius, request)
        case .area(let rings, let otherwise): return placeInside(rings, otherwise: otherwise, request)
        case .line(let pieces): return placeAlong(pieces, request).map { ($0, request.symbol) }
        case .fixed(let middle, let target): return placeFixed(middle, target, request)
        case .edge(let point, let anchor):
            guard let setting = request.settings.first else { return nil }
            let node = node(request, setting, at: point, anchor: anchor)
            return placer.isFree(node.bounds) ? (node, []) : nil
        }
    }

    /// A label whose first baseline is anchored at a point.
    private func node(
        _ request: LabelRequest, _ setting: LabelRequest.Setting, at origin: Point, anchor: Text.Anchor, angle: Double = 0
    ) -> Node {
        context.measurer.node(
            id: request.id, role: request.role,
            Text(
                lines: setting.lines, origin: origin, anchor: anchor, font: setting.font, fill: .color(request.color), angle: angle,
                lineHeight: (setting.font.size * 1.15).rounded(), halo: request.halo), datum: request.datum)
    }

    /// A label with its middle at a point.
    private func node(_ request: LabelRequest, _ setting: LabelRequest.Setting, middle: Point) -> Node {
        let metrics = context.measurer.metrics(of: setting.font)
        let lineHeight = (setting.font.size * 1.15).rounded()
        let height = metrics.ascent + metrics.descent + Double(setting.lines.count - 1) * lineHeight
        // Letter spacing stands after the last letter too.
        return node(
            request, setting, at: Point(middle.x + setting.font.letterSpacing / 2, middle.y - height / 2 + metrics.ascent),
            anchor: .middle)
    }

    /// E. Imhof's order (Positioning Names on Maps, 1975): upper right first, then the other corners, then the sides;
    /// a place that covers a border or coast gives way to one that does not.
    private func placeBeside(_ point: Point, radius: Double, _ request: LabelRequest) -> (label: Node, behind: [Node])? {
        guard frame.contains(point) else { return nil }
        let gap = radius + 2 * style.scale
        let near = radius * 0.75 + 1.2 * style.scale
        // The box of a line of type is higher than its letters, and may reach over its own symbol's.
        let own = Rectangle(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius)
        for setting in request.settings {
            let metrics = context.measurer.metrics(of: setting.font)
            let up = point.y - near - metrics.descent * 0.4
            let down = point.y + near + metrics.capHeight
            let level = point.y + metrics.xHeight / 2
            let candidates: [(Point, Text.Anchor)] = [
                (Point(point.x + near, up), .start), (Point(point.x + near, down), .start),
                (Point(point.x - near, up), .end), (Point(point.x - near, down), .end),
                (Point(point.x + gap, level), .start), (Point(point.x - gap, level), .end),
                (Point(point.x, point.y - gap - metrics.descent * 0.6), .middle),
                (Point(point.x, point.y + gap + metrics.capHeight + 1), .middle),
            ]
            var best: (node: Node, cost: Double)?
            for (rank, candidate) in candidates.enumerated() {
                let node = node(request, setting, at: candidate.0, anchor: candidate.1)
                guard placer.isFree(node.bounds, ignoring: own) else { continue }
                let cost = Double(rank) * 1.5 + placer.cost(of: node.bounds)
                if cost < best?.cost ?? .infinity { best = (node, cost) }
            }
            if let best { return (best.node, request.symbol) }
        }
        return nil
    }

    private func placeInside(
        _ rings: [[Point]], otherwise: LabelRequest.Fallback, _ request: LabelRequest
    ) -> (label: Node, behind: [Node])? {
        guard let interior = Interior(rings), let last = request.settings.last else { return nil }
        let places = interior.places()
        if let node = fitted(interior, places, request) { return (node, request.symbol) }

        guard let core = places.first else { return nil }
        if otherwise == .beside { return placeAround(interior.bounds, request).map { ($0, request.symbol) } }

        // Over its edges, but about its middle.
        var best: (node: Node, leader: Node?, cost: Double)?
        for place in places.prefix(40) {
            let node = node(request, last, middle: place)
            guard placer.isFree(node.bounds) else { continue }
            let cost = placer.cost(of: node.bounds) + 0.25 * (abs(place.x - core.x) + abs(place.y - core.y))
            if cost < best?.cost ?? .infinity { best = (node, nil, cost) }
        }
        // Off it, with a line to it, where that covers less; it then stands on other land than its own.
        var request = request
        if request.halo != nil { request.halo = style.halo(theme.landMuted) }
        if request.color.contrast(with: theme.landMuted) < 4.5 { request.color = theme.mutedInk }
        let ends = stride(from: 0, to: min(places.count, 40), by: 4).map { places[$0] }
        for setting in request.settings.suffix(2) {
            let box = node(request, setting, middle: core).bounds
            for distance in [1.0, 1.6, 2.3, 3.2, 4.2, 5.5] {
                for (dx, dy) in [(1.0, -1.0), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1), (1, 0), (-1, 0)] {
                    let reach = 14 * style.scale * distance
                    let middle = Point(core.x + dx * (box.width / 2 + reach), core.y + dy * (box.height / 2 + reach))
                    let node = node(request, setting, middle: middle)
                    guard placer.isFree(node.bounds) else { continue }
                    // To whatever place inside can be reached.
                    guard let end = ends.first(where: { placer.isFree(from: nearest(of: node.bounds, to: $0), to: $0) })
                    else { continue }
                    let leader = leaderNode(from: node.bounds, to: end, id: request.id, color: request.color)
                    let cost = placer.cost(of: node.bounds) + distance * 4 + 16
                    if cost < best?.cost ?? .infinity { best = (node, leader, cost) }
                }
            }
        }
        guard let best else { return nil }
        return (best.node, request.symbol + (best.leader.map { [$0] } ?? []))
    }

    private func placeInsideOnly(_ request: LabelRequest) -> (label: Node, behind: [Node])? {
        guard case .area(let rings, _) = request.anchor, let interior = Interior(rings) else { return nil }
        return fitted(interior, interior.places(), request).map { ($0, request.symbol) }
    }

    /// The first setting that fits wholly inside, where it covers least.
    private func fitted(_ interior: Interior, _ places: [Point], _ request: LabelRequest) -> Node? {
        for setting in request.settings {
            var best: (node: Node, cost: Double)?
            for (rank, place) in places.prefix(160).enumerated() {
                let node = node(request, setting, middle: place)
                guard placer.isFree(node.bounds), interior.contains(node.bounds.inset(by: 0.5)) else { continue }
                let cost = placer.cost(of: node.bounds) + Double(rank) * 0.12
                if cost < best?.cost ?? .infinity { best = (node, cost) }
                if rank > 60, best != nil { break }
            }
            if let best { return best.node }
        }
        return nil
    }

    /// Touching the rectangle around an area.
    private func placeAround(_ box: Rectangle, _ request: LabelRequest) -> Node? {
        let gap = 2 * style.scale
        var best: (node: Node, cost: Double)?
        for setting in request.settings {
            let size = node(request, setting, middle: Point(box.midX, box.midY)).bounds
            for (rank, (dx, dy)) in [(1.0, 0.0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)].enumerated() {
                let corner = dx != 0 && dy != 0 ? 0.7 : 1
                let middle = Point(
                    box.midX + dx * corner * (box.width / 2 + size.width / 2 + gap),
                    box.midY + dy * corner * (box.height / 2 + size.height / 2 + gap))
                let node = node(request, setting, middle: middle)
                guard placer.isFree(node.bounds) else { continue }
                let cost = placer.cost(of: node.bounds) + Double(rank)
                if cost < best?.cost ?? .infinity { best = (node, cost) }
            }
        }
        return best?.node
    }

    private func nearest(of box: Rectangle, to target: Point) -> Point {
        Point(max(box.minX, min(box.maxX, target.x)), max(box.minY, min(box.maxY, target.y)))
    }

    private func leaderNode(from box: Rectangle, to target: Point, id: String, color: Color) -> Node {
        .path(
            id: id + "/leader", role: "map-leader", .line(from: nearest(of: box, to: target), to: target),
            stroke: Stroke(.color(color), width: 0.7 * style.scale, cap: .round))
    }

    /// Along the straightest stretch that is long enough, upright, above the line.
    private func placeAlong(_ pieces: [[Point]], _ request: LabelRequest) -> Node? {
        for setting in request.settings {
            let metrics = context.measurer.metrics(of: setting.font)
            let width = setting.lines.map { context.measurer.width(of: $0, font: setting.font) }.max() ?? 0
            let wanted = width + setting.font.size
            var candidates: [(middle: Point, angle: Double, cost: Double)] = []
            for piece in pieces {
                var lengths = [0.0]
                for (a, b) in zip(piece, piece.dropFirst()) { lengths.append((lengths.last ?? 0) + hypot(b.x - a.x, b.y - a.y)) }
                guard let whole = lengths.last, whole >= wanted else { continue }
                func place(_ along: Double) -> Point {
                    var (low, high) = (0, lengths.count - 1)
                    while high - low > 1 {
                        let middle = (low + high) / 2
                        if lengths[middle] <= along { low = middle } else { high = middle }
                    }
                    let span = lengths[high] - lengths[low]
                    let share = span > 0 ? (along - lengths[low]) / span : 0
                    return Point(
                        piece[low].x + (piece[high].x - piece[low].x) * share,
                        piece[low].y + (piece[high].y - piece[low].y) * share)
                }
                let step = max(4, (whole - wanted) / 40)
                var start = 0.0
                while start + wanted <= whole {
                    let (a, b) = (place(start), place(start + wanted))
                    let chord = hypot(b.x - a.x, b.y - a.y)
                    if chord > wanted * 0.8 {
                        var most = 0.0
                        var sum = 0.0
                        for index in 0...8 {
                            let p = place(start + wanted * Double(index) / 8)
                            let off = ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / chord
                            most = max(most, abs(off))
                            sum += off
                        }
                        var angle = atan2(b.y - a.y, b.x - a.x)
                        if angle > .pi / 2 { angle -= .pi }
                        if angle < -.pi / 2 { angle += .pi }
                        if abs(angle) < 1.25, most < setting.font.size * 0.8 {
                            let off = sum / 9
                            let normal = Point(-(b.y - a.y) / chord, (b.x - a.x) / chord)
                            let middle = Point((a.x + b.x) / 2 + normal.x * off, (a.y + b.y) / 2 + normal.y * off)
                            candidates.append((middle, angle, most * 2 + abs(angle) * 4 + abs(start + wanted / 2 - whole / 2) / whole * 6))
                        }
                    }
                    start += step
                }
            }
            var best: (node: Node, cost: Double)?
            for candidate in candidates.sorted(by: { $0.cost < $1.cost }).prefix(80) {
                let lift = metrics.descent + 1.5 * style.scale
                for side in [-lift, lift + metrics.xHeight] {
                    let origin = Point(
                        candidate.middle.x - sin(candidate.angle) * side, candidate.middle.y + cos(candidate.angle) * side)
                    let node = node(request, setting, at: origin, anchor: .middle, angle: candidate.angle * 180 / .pi)
                    guard placer.isFree(node.bounds) else { continue }
                    let cost = candidate.cost + placer.cost(of: node.bounds)
                    if cost < best?.cost ?? (request.isOptional ? 18 : 60) { best = (node, cost) }
                }
            }
            if let best { return best.node }
        }
        return nil
    }

    private func placeFixed(
        _ middle: Point, _ target: Point?, _ request: LabelRequest
    ) -> (label: Node, behind: [Node])? {
        guard let setting = request.settings.first else { return nil }
        let reach = 7 * style.scale
        // Where the author put it, or near there.
        var near: [Point] = []
        for row in -8...8 { for column in -8...8 { near.append(Point(Double(column) * reach, Double(row) * reach)) } }
        near.sort { (a: Point, b: Point) -> Bool in abs(a.x) + abs(a.y) < abs(b.x) + abs(b.y) }
        for shift in near {
            let node = node(request, setting, middle: Point(middle.x + shift.x, middle.y + shift.y))
            guard placer.isFree(node.bounds) else { continue }
            guard let target, !node.bounds.contains(target) else { return (node, request.symbol) }
            return (node, request.symbol + [leaderNode(from: node.bounds, to: target, id: request.id, color: request.color)])
        }
        return nil
    }

    mutating func request(_ annotation: MapDocument.Annotation) {
        guard let target = projection.project(annotation.place), frame.contains(target) else {
            warn(
                "the annotation `\(annotation.text)` is of a place outside the frame", at: annotation.location,
                path: annotation.path)
            return
        }
        let middle = Point(
            target.x + annotation.offset.x * style.scale, target.y + annotation.offset.y * style.scale)
        let lines = annotation.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let dot = Node.path(
            id: "\(name)/annotations[\(annotation.text)]/dot", role: "map-leader",
            .circle(center: target, radius: 1.6 * style.scale), fill: .color(theme.ink))
        requests.append(
            LabelRequest(
                id: "\(name)/annotations[\(annotation.text)]", name: annotation.text,
                settings: [.init(lines: lines, font: style.annotationFont)], anchor: .fixed(middle: middle, target: target),
                color: theme.ink, halo: style.halo(theme.land), priority: 0, symbol: [dot], role: "map-label"))
    }
}
