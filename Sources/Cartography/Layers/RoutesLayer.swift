import Documents
import Geography
import SceneGraph

/// Ways through places, in order: a journey, a pipeline, a front.
struct RoutesLayer: MapLayer {
    static let word = "routes"

    private enum Stop: Sendable {
        case coordinate(Coordinate)
        case named(Code)
    }

    private struct Route: Sendable {
        var stops: [Stop]
        var label: String
        var legend: String
        var fill: LayerFill
        var isDashed: Bool
        var hasArrow: Bool
        var width: Double
        /// Where the stops are, once they are looked up.
        var way: [Coordinate] = []
    }

    private var routes: [Route]

    init?(_ reader: inout DocumentReader) {
        routes = reader.objects("routes", noun: "a route") { route in
            let stops = RoutesLayer.stops(&route)
            if stops.count < 2, route.node.object != nil {
                route.report("through", "a route leads `through` two places or more: `through: [Paris, [37.6, 55.8]]`")
            }
            return Route(
                stops: stops, label: route.text("label") ?? "", legend: route.text("legend") ?? "",
                fill: route.fill() ?? .accent, isDashed: route.boolean("dash") ?? false,
                hasArrow: route.boolean("arrow") ?? true, width: route.number("width", in: 0.25...20) ?? 1.8)
        }
        if !reader.has("routes") { reader.report(nil, "a layer of routes has `routes: [{through: […]}]`") }
    }

    private static func stops(_ reader: inout DocumentReader) -> [Stop] {
        guard let items = reader.value("through", "a list of places", { $0.array }) else { return [] }
        return items.enumerated().compactMap { index, item in
            let path = "\(reader.path(of: "through"))[\(index)]"
            if let name = item.string { return .named(Code(text: name, location: item.location, path: path)) }
            let numbers = item.array?.compactMap(\.number) ?? []
            guard numbers.count == 2, abs(numbers[0]) <= 360, abs(numbers[1]) <= 90 else {
                reader.report(item, "a place is a name or `[longitude, latitude]`", path: path)
                return nil
            }
            return .coordinate(Coordinate(numbers[0], numbers[1]))
        }
    }

    mutating func prepare(in canvas: inout MapCanvas) {
        for index in routes.indices {
            var way: [Coordinate] = []
            for stop in routes[index].stops {
                switch stop {
                case .coordinate(let coordinate): way.append(coordinate)
                case .named(let code):
                    if let place = canvas.place(named: code) { way.append(place.coordinate) }
                }
            }
            routes[index].way = way
        }
    }

    func extent(on canvas: inout MapCanvas) -> [Geometry] { [.multiPoint(routes.flatMap(\.way))] }

    func draw(on canvas: inout MapCanvas, position: Int) {
        var nodes: [Node] = []
        for (index, route) in routes.enumerated() where route.way.count > 1 {
            let way = zip(route.way, route.way.dropFirst()).flatMap { from, to in
                GreatCircle.way(
                    from: from, to: to, count: max(2, min(120, Int(GreatCircle.angle(from: from, to: to) * 2))))
            }
            let pieces = canvas.path.lines(of: .lineString(way))
            guard !pieces.isEmpty else { continue }
            let color = canvas.style.color(route.fill)
            let id = "\(canvas.name)/routes\(position)[\(route.label.isEmpty ? "\(index + 1)" : route.label)]"
            let line = canvas.path.path(of: .lineString(way))
            nodes.append(
                .path(
                    id: id + "/casing", role: "map-flow-edge", line,
                    stroke: Stroke(
                        .color(canvas.theme.background.opacity(0.8)), width: route.width + 1.6, cap: .round,
                        join: .round)))
            nodes.append(.path(id: id, role: "map-flow", line, stroke: stroke(route, color)))
            for (stop, coordinate) in route.way.enumerated() {
                guard let point = canvas.projection.project(coordinate), canvas.frame.contains(point) else { continue }
                nodes.append(
                    .path(
                        id: "\(id)/stop[\(stop + 1)]", role: "map-place",
                        .circle(center: point, radius: route.width * 0.5 + 1.4), fill: .color(canvas.theme.background),
                        stroke: canvas.style.line(color, 1.2)))
            }
            if route.hasArrow, let last = pieces.last, let head = arrowhead(at: last, size: 4 + route.width * 1.6) {
                nodes.append(.path(id: id + "/head", role: "map-flow", head, fill: .color(color)))
            }
            for piece in pieces { canvas.placer.avoid(piece, weight: 3, every: 4) }
            if route.label.isEmpty { continue }
            canvas.namesDrawn.append(route.label)
            canvas.requests.append(
                LabelRequest(
                    id: id + "/label", name: route.label,
                    settings: [.init(lines: [route.label], font: canvas.style.cityFont)], anchor: .line(pieces),
                    color: color.mixed(with: canvas.theme.ink, share: 0.35), halo: canvas.style.halo(canvas.theme.land),
                    priority: 12))
        }
        if nodes.isEmpty { return }
        canvas.nodes.append(.group(id: "\(canvas.name)/routes\(position)", role: "map-layer", nodes))
    }

    private func stroke(_ route: Route, _ color: Color) -> Stroke {
        Stroke(
            .color(color), width: route.width, dash: route.isDashed ? [route.width * 3.2, route.width * 2.6] : [],
            cap: route.isDashed ? .butt : .round, join: .round)
    }

    /// Short of the last stop's ring.
    private func arrowhead(at line: [Point], size: Double) -> PathData? {
        guard let tip = line.last, let before = line.last(where: { abs($0.x - tip.x) + abs($0.y - tip.y) > size })
        else { return nil }
        let (dx, dy) = (tip.x - before.x, tip.y - before.y)
        let length = (dx * dx + dy * dy).squareRoot()
        let (ux, uy) = (dx / length, dy / length)
        let end = Point(tip.x - ux * 3.2, tip.y - uy * 3.2)
        var head = PathData()
        head.move(to: end)
        head.line(to: Point(end.x - ux * size - uy * size * 0.5, end.y - uy * size + ux * size * 0.5))
        head.line(to: Point(end.x - ux * size + uy * size * 0.5, end.y - uy * size - ux * size * 0.5))
        head.close()
        return head
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        routes.enumerated().flatMap { index, route in
            key.line("route-\(index + 1)", .line(stroke(route, key.style.color(route.fill))), route.legend)
        }
    }
}
