import Documents
import Geography
import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Ways between places, as wide as values.
struct FlowsLayer: MapLayer {
    static let word = "flows"

    enum Route: String, Sendable, CaseIterable {
        /// The shortest way.
        case greatCircle = "great-circle"
        /// On one course: nearer to a straight line on most maps.
        case rhumb
    }

    var source: ValueSource
    var origin: PlaceColumns
    var destination: PlaceColumns
    /// Nil where all are one width.
    var valueColumn: ColumnName?
    var category: ColumnName?
    var label: ColumnName?
    /// Of the widest, in figure units at page size.
    var width: Double?
    var route: Route
    /// How far a way bends off its route, as a share of its length; to the left of its direction where positive.
    /// Nil: 0, and enough to part them where two ways run to and fro.
    var curvature: Double?
    /// Narrow at the origin.
    var isTapered: Bool
    var hasArrows: Bool
    var fill: LayerFill
    var title: String
    var unit: String
    var format: String?
    var countryPoint: CountryPoint
    /// What it shows, once it is prepared.
    var shown: SizedFlows?

    init?(_ reader: inout DocumentReader) {
        let source = reader.values()
        let origin = reader.placeColumns(of: "origin")
        let destination = reader.placeColumns(of: "destination")
        valueColumn = reader.column("value", facts: "value")
        category = reader.column("category")
        label = reader.column("label")
        width = reader.number("width", in: 0.25...100)
        route = reader.word("route", of: Route.self, called: "route") ?? .greatCircle
        curvature = reader.number("curvature", in: -1...1)
        isTapered = reader.boolean("taper") ?? true
        hasArrows = reader.boolean("arrows") ?? true
        fill = reader.fill() ?? .accent
        title = reader.text("title") ?? ""
        unit = reader.text("unit") ?? ""
        format = reader.numberFormat()
        countryPoint = reader.countryPoint()
        guard let source, let origin, let destination else { return nil }
        (self.source, self.origin, self.destination) = (source, origin, destination)
    }

    var values: ValueSource? { source }
    var quietsBaseMap: Bool { true }

    func extent(on canvas: inout MapCanvas) -> [Geometry] {
        [.multiPoint(shown?.flows.flatMap { [$0.origin, $0.destination] } ?? [])]
    }

    mutating func prepare(in canvas: inout MapCanvas) { shown = sized(in: &canvas) }

    func draw(on canvas: inout MapCanvas, position: Int) {
        guard let shown else { return }
        var drawn: [Node] = []
        var seen: Set<String> = []
        for (index, flow) in shown.flows.enumerated() {
            let pieces = canvas.path.lines(of: .lineString(way(of: flow)))
            let color = canvas.style.categoryColor(flow.category, shown.categories, otherwise: fill)
            let width = max(0.6, shown.width(of: flow.value))
            guard let data = ribbon(of: flow, pieces, width: width, on: canvas).outline else { continue }
            var name = flow.name
            if !seen.insert(name).inserted { name += " \(index + 1)" }
            let id = "\(canvas.name)/flows\(position)[\(name)]"
            // A light edge, so that ways that cross stay apart.
            drawn.append(
                .path(
                    id: id + "/edge", role: "map-flow-edge", data,
                    stroke: Stroke(.color(canvas.theme.background.opacity(0.7)), width: 1.2, join: .round)))
            drawn.append(
                .path(
                    id: id, role: "map-flow", data, fill: .color(color.opacity(0.85)),
                    facts: flow.fact.map { [$0] } ?? [], datum: flow.datum))
            for piece in pieces { canvas.placer.avoid(piece, weight: 1 + width / 4, every: 4) }
            if flow.label.isEmpty { continue }
            canvas.requests.append(
                LabelRequest(
                    id: id + "/label", name: flow.label,
                    settings: [.init(lines: [flow.label], font: canvas.style.cityFont)], anchor: .line(pieces),
                    color: color.mixed(with: canvas.theme.ink, share: 0.3), halo: canvas.style.halo(canvas.theme.sea),
                    priority: 18))
        }
        if drawn.isEmpty { return }
        canvas.nodes.append(.group(id: "\(canvas.name)/flows\(position)", role: "map-layer", drawn))
    }

    private func way(of flow: SizedFlows.Flow) -> [Coordinate] {
        let count = max(12, min(180, Int(GreatCircle.angle(from: flow.origin, to: flow.destination) * 1.5)))
        let way =
            switch route {
            case .greatCircle: GreatCircle.way(from: flow.origin, to: flow.destination, count: count)
            case .rhumb: RhumbLine.way(from: flow.origin, to: flow.destination, count: count)
            }
        return GreatCircle.bent(way, by: flow.bend)
    }

    /// Short of the circles at its ends.
    private func ribbon(
        of flow: SizedFlows.Flow, _ pieces: [[Point]], width: Double, on canvas: MapCanvas
    ) -> Ribbon {
        let (start, end) = (canvas.projection.project(flow.origin), canvas.projection.project(flow.destination))
        func radius(at point: Point) -> Double {
            canvas.layers.map { $0.symbolRadius(at: point, on: canvas) }.max() ?? 0
        }
        return Ribbon(
            pieces: pieces, width: width, taper: isTapered ? max(0.3, min(1, 0.6 / width)) : 1,
            trimStart: start.map(radius) ?? 0, trimEnd: end.map { radius(at: $0) + 1.5 } ?? 0,
            arrow: hasArrows && end.map { nearestEnd(of: pieces, to: $0) } ?? false ? MapStyle.arrowLength(width) : 0)
    }

    /// The last piece ends at the destination: it is in the frame.
    private func nearestEnd(of pieces: [[Point]], to point: Point) -> Bool {
        guard let last = pieces.last?.last else { return false }
        return hypot(last.x - point.x, last.y - point.y) < 2
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        guard let shown else { return [] }
        var blocks: [LegendBlock] = []
        if valueColumn != nil, shown.greatest > 0 {
            blocks.append(
                key.ways(
                    values: roundKeyValues(greatest: shown.greatest), title: title, unit: unit, format: format,
                    id: "\(key.name)/legend[flows\(position)]",
                    color: shown.categories.isEmpty ? key.style.color(fill) : key.theme.mutedInk,
                    isTapered: isTapered, hasArrows: hasArrows
                ) { shown.width(of: $0) })
        }
        let items = shown.categories.map {
            LegendItem(
                id: "flow[\($0)]", swatch: .flow(key.style.categoryColor($0, shown.categories, otherwise: fill)),
                text: $0)
        }
        return blocks + (key.stack(items).map { [$0] } ?? [])
    }
}
