import Documents
import Geography
import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Proportional pies: circles as large as a sum, cut by its parts.
struct PiesLayer: MapLayer {
    static let word = "pies"

    private struct Pie {
        var place: Coordinate
        var label: String
        var parts: [Double]
        var fact: String?
        var total: Double { parts.reduce(0, +) }
    }

    var source: ValueSource
    var place: PlaceColumns
    /// Columns of numbers, in the order they are drawn from the top with the clock.
    var parts: [ColumnName]
    var labelsPlaces: Bool
    var radius: Double?
    var title: String
    var unit: String
    var format: String?
    var countryPoint: CountryPoint
    private var pies: [Pie] = []
    private var greatest = 0.0

    init?(_ reader: inout DocumentReader) {
        let source = reader.values()
        let place = reader.placeColumns()
        parts = reader.codes("parts").map { ColumnName(text: $0.text, location: $0.location, path: $0.path) }
        if parts.count < 2 {
            reader.report("parts", "a pie has `parts`: two columns of numbers or more, `parts: [coal, gas, wind]`")
        }
        labelsPlaces = reader.boolean("label") ?? false
        radius = reader.number("radius", in: 2...400)
        title = reader.text("title") ?? ""
        unit = reader.text("unit") ?? ""
        format = reader.numberFormat()
        countryPoint = reader.countryPoint()
        guard let source, let place else { return nil }
        (self.source, self.place) = (source, place)
    }

    var values: ValueSource? { source }
    var quietsBaseMap: Bool { true }

    mutating func prepare(in canvas: inout MapCanvas) {
        guard let table = canvas.table(source),
            let places = canvas.coordinates(place, in: table, country: countryPoint)
        else { return }
        var columns: [[Double?]] = []
        for part in parts {
            guard let column = canvas.column(part, in: table) else { return }
            columns.append(canvas.numbers(column, part, in: table))
        }
        canvas.tellTooMany(parts.map(\.text), parts.last)
        for row in 0..<table.rowCount {
            guard let place = places[row] else { continue }
            let values = columns.map { $0[row] ?? 0 }
            if let wrong = values.first(where: { $0 < 0 }) {
                canvas.problem(
                    "\(wrong) in \(table.rowName(row)) is negative: no part of a pie is less than none",
                    at: source.location, path: source.path)
                continue
            }
            pies.append(
                Pie(
                    place: place.coordinate, label: labelsPlaces ? place.name : "", parts: values,
                    fact: table.facts.isEmpty ? nil : table.facts[row]))
        }
        canvas.facts += table.facts
        // Of maps beside each other no pie is larger than its greatest parts together.
        let own = pies.map(\.total).max() ?? 0
        greatest =
            canvas.panel == nil
            ? own
            : parts.enumerated().reduce(0) { sum, part in
                let column = pies.map { $0.parts[part.offset] }
                return sum + (canvas.shared(column, part.element, of: source).max() ?? 0)
            }
        pies.sort { $0.total > $1.total }
        if let largest = pies.first, largest.total <= 0 {
            canvas.problem("no row has a part above 0", at: source.location, path: source.path)
        }
    }

    func extent(on canvas: inout MapCanvas) -> [Geometry] { [.multiPoint(pies.map(\.place))] }

    private func radius(of total: Double, on canvas: MapCanvas) -> Double {
        guard greatest > 0 else { return 0 }
        return (radius ?? min(canvas.size.width * 0.045, 40)) * (total / greatest).squareRoot()
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        var nodes: [Node] = []
        for (index, pie) in pies.enumerated() {
            guard pie.total > 0, let center = canvas.projection.project(pie.place), canvas.frame.contains(center)
            else { continue }
            let radius = radius(of: pie.total, on: canvas)
            let id = "\(canvas.name)/pies\(position)[\(pie.label.isEmpty ? "\(index + 1)" : pie.label)]"
            nodes.append(.group(id: id, role: "mark-point", slices(of: pie, center, radius, id: id, on: canvas)))
            if pie.label.isEmpty { continue }
            canvas.namesDrawn.append(pie.label)
            canvas.requests.append(
                LabelRequest(
                    id: id + "/label", name: pie.label,
                    settings: [.init(lines: [pie.label], font: canvas.style.cityFont)],
                    anchor: .point(center, radius: radius), color: canvas.theme.ink,
                    halo: canvas.style.halo(canvas.theme.land), priority: 20 + min(8, index / 4)))
        }
        if nodes.isEmpty { return }
        canvas.nodes.append(.group(id: "\(canvas.name)/pies\(position)", role: "map-layer", nodes))
    }

    private func slices(of pie: Pie, _ center: Point, _ radius: Double, id: String, on canvas: MapCanvas) -> [Node] {
        var start = -Double.pi / 2
        return zip(parts, pie.parts).enumerated().compactMap { index, part in
            guard part.1 > 0 else { return nil }
            let end = start + 2 * .pi * part.1 / pie.total
            defer { start = end }
            var slice = PathData()
            if part.1 < pie.total { slice.move(to: center) }
            // Chords of three degrees are no more than a tenth of a unit off the circle.
            let steps = max(2, Int(((end - start) / (.pi / 60)).rounded(.up)))
            for step in 0...steps {
                let angle = start + (end - start) * Double(step) / Double(steps)
                let point = Point(center.x + radius * cos(angle), center.y + radius * sin(angle))
                if step == 0, part.1 == pie.total { slice.move(to: point) } else { slice.line(to: point) }
            }
            slice.close()
            return .path(
                id: "\(id)/\(part.0.text)", role: "mark-arc", slice,
                fill: .color(canvas.theme.categories[index % canvas.theme.categories.count]),
                stroke: canvas.style.line(canvas.theme.background, 0.6), facts: pie.fact.map { [$0] } ?? [],
                datum: Datum([.init("part", .string(part.0.text)), .init("value", .number(part.1))]))
        }
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        guard let greatest = pies.first?.total, greatest > 0 else { return [] }
        let sizes = key.circles(
            values: roundKeyValues(greatest: greatest), title: title, unit: unit, format: format,
            id: "\(key.name)/legend[pies\(position)]"
        ) { radius(of: $0, on: canvas) }
        let items = parts.enumerated().map { index, part in
            LegendItem(
                id: "part[\(part.text)]",
                swatch: .circle(key.theme.categories[index % key.theme.categories.count]), text: part.text)
        }
        return [sizes] + (key.stack(items).map { [$0] } ?? [])
    }
}
