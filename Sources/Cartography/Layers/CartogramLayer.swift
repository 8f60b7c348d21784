import Documents
import Formats
import Geography
import SceneGraph
import Typography

/// Areas as circles (Dorling) or squares (Demers) as large as their values, near where they lie.
struct CartogramLayer: MapLayer {
    static let word = "cartogram"

    var area: AreaSource
    var valueColumn: ColumnName
    var shape: Bodies.Shape
    var fill: LayerFill
    var title: String
    var unit: String
    var format: String?
    private var shown: JoinedValues?
    /// The value of the largest, in this map and in those beside it.
    private var greatest = 0.0

    init?(_ reader: inout DocumentReader) {
        let area = AreaSource(&reader)
        let value = reader.column(
            "value", facts: "value", required: "the column of the table that has the numbers")
        shape = reader.word("shape", of: Bodies.Shape.self, called: "shape") ?? .circle
        fill = reader.fill() ?? .highlight
        title = reader.text("title") ?? ""
        unit = reader.text("unit") ?? ""
        format = reader.numberFormat()
        guard let area, let value else { return nil }
        (self.area, valueColumn) = (area, value)
    }

    var dataset: Dataset? { area.data }
    var states: Dataset? { area.data }
    var drawsBoundaries: Bool { false }
    var isDiagram: Bool { true }
    var values: ValueSource? { area.source }
    var comparesAreas: Bool { true }

    mutating func prepare(in canvas: inout MapCanvas) {
        guard let joined = area.joined(valueColumn, in: &canvas) else { return }
        if let negative = joined.values.first(where: { $0.value < 0 }) {
            canvas.problem(
                "\(negative.value) of `\(negative.key)` is negative: no area is less than none",
                at: valueColumn.location, path: valueColumn.path)
        }
        if joined.values.values.allSatisfy({ $0 <= 0 }) {
            canvas.problem(
                "no area has a number above 0 in column `\(valueColumn.text)`", at: valueColumn.location,
                path: valueColumn.path)
            return
        }
        shown = joined
        greatest = canvas.shared(Array(joined.values.values), valueColumn, of: area.source).max() ?? 0
    }

    /// Half the side, or the radius, of the largest: all of them together take a third of the room.
    private func greatestRadius(on canvas: MapCanvas) -> Double {
        guard let shown, greatest > 0 else { return 0 }
        let room =
            canvas.frame.width > 0
            ? canvas.frame.width * canvas.frame.height : canvas.size.width * canvas.size.width * 0.5
        let sum = shown.values.values.reduce(0) { $0 + max(0, $1) } / greatest
        return min((0.30 * room / (4 * sum)).squareRoot(), canvas.size.width * 0.12)
    }

    private struct Body {
        var code: String
        var name: String
        var value: Double
        var place: Point
        var radius: Double
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        guard let shown,
            let (topology, members) = canvas.topology(area.data)
        else { return }
        let largest = greatestRadius(on: canvas)
        var bodies: [Body] = []
        for (index, member) in members.members.enumerated() {
            let code = canvas.shownCode(member.id, member.properties, position: index)
            guard code == member.id || code.hasPrefix("#"), let value = shown.values[code], value > 0,
                let geometry = topology.geometry(of: member.shape), let home = canvas.path.centroid(of: geometry)
            else { continue }
            bodies.append(
                Body(
                    code: code, name: canvas.localName(member.properties) ?? code, value: value, place: home,
                    radius: max(1, largest * (value / greatest).squareRoot())))
        }
        var settling = Bodies(bodies.map { .init(home: $0.place, radius: $0.radius) }, shape: shape)
        for (index, place) in settling.settled(within: canvas.frame).enumerated() { bodies[index].place = place }
        var nodes: [Node] = []
        for body in bodies.sorted(by: { ($0.radius, $1.code) > ($1.radius, $0.code) }) {
            nodes.append(node(of: body, facts: shown.facts[body.code].map { [$0] } ?? [], on: canvas))
            if let label = label(of: body, on: canvas) { nodes.append(label) }
            canvas.namesDrawn.append(body.name)
        }
        canvas.nodes.append(.group(id: "\(canvas.name)/cartogram\(position)", role: "map-layer", nodes))
    }

    private func node(of body: Body, facts: [String], on canvas: MapCanvas) -> Node {
        let side = 2 * body.radius
        let outline: PathData =
            shape == .circle
            ? .circle(center: body.place, radius: body.radius)
            : .rectangle(
                Rectangle(x: body.place.x - body.radius, y: body.place.y - body.radius, width: side, height: side))
        return .path(
            id: "\(canvas.name)/cartogram[\(body.code)]", role: "map-area", outline,
            fill: .color(canvas.style.color(fill)), stroke: canvas.style.line(canvas.theme.background, 0.8),
            facts: facts,
            datum: Datum([
                .init("code", .string(body.code)), .init("name", .string(body.name)),
                .init("value", .number(body.value)),
            ]))
    }

    /// The name where it has room, else the code, else nothing.
    private func label(of body: Body, on canvas: MapCanvas) -> Node? {
        let room = body.radius * (shape == .circle ? 1.75 : 1.9)
        let font = canvas.theme.font(size: max(MapStyle.leastType, canvas.theme.labelSize * 0.82))
        let metrics = canvas.measurer.metrics(of: font)
        for text in [body.name, body.code] where canvas.measurer.width(of: text, font: font) <= room {
            guard metrics.capHeight < body.radius * 1.4 else { continue }
            return canvas.measurer.node(
                id: "\(canvas.name)/cartogram[\(body.code)]/label", role: "map-label",
                Text(
                    lines: [text], origin: Point(body.place.x, body.place.y + metrics.capHeight / 2), anchor: .middle,
                    font: font, fill: .color(canvas.style.labelColor(on: canvas.style.color(fill)))))
        }
        return nil
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        guard shown != nil else { return [] }
        let largest = greatestRadius(on: canvas)
        return [
            key.circles(
                values: roundKeyValues(greatest: greatest), title: title, unit: unit, format: format,
                id: "\(key.name)/legend[cartogram\(position)]", isSquare: shape == .square
            ) { largest * ($0 / greatest).squareRoot() }
        ]
    }
}
