import Documents
import Geography
import SceneGraph

/// Circles whose areas are as values.
struct SymbolsLayer: MapLayer {
    static let word = "symbols"

    var source: ValueSource
    var place: PlaceColumns
    var valueColumn: ColumnName
    /// A column of words that colours tell apart.
    var category: ColumnName?
    /// A column of names that stand beside the circles.
    var label: ColumnName?
    /// The places' own names, in the map's language, instead of a column.
    var labelsPlaces = false
    /// Of the largest circle, in figure units at page size; nil for what suits the figure.
    var radius: Double?
    var fill: LayerFill
    var title: String
    var unit: String
    var format: String?
    /// What the key calls places without a value.
    var missing: String?
    var countryPoint: CountryPoint
    /// What it shows, once it is prepared.
    var shown: SizedSymbols?

    init?(_ reader: inout DocumentReader) {
        let source = reader.values()
        let place = reader.placeColumns()
        let value = reader.column(
            "value", facts: "value", required: "the column of the table that has the numbers")
        category = reader.column("category")
        if let flag = reader.value("label")?.boolean {
            labelsPlaces = flag
            if flag, let place, !place.isNamed {
                reader.report("label", "coordinates have no names; `label` names a column")
            }
        } else {
            label = reader.column("label")
        }
        radius = reader.number("radius", in: 1...400)
        fill = reader.fill() ?? .accent
        title = reader.text("title") ?? ""
        unit = reader.text("unit") ?? ""
        format = reader.numberFormat()
        missing = reader.text("missing")
        countryPoint = reader.countryPoint()
        guard let source, let place, let value else { return nil }
        (self.source, self.place, valueColumn) = (source, place, value)
    }

    var values: ValueSource? { source }
    var quietsBaseMap: Bool { true }

    func extent(on canvas: inout MapCanvas) -> [Geometry] {
        [.multiPoint(shown?.symbols.map(\.place) ?? [])]
    }

    mutating func prepare(in canvas: inout MapCanvas) { shown = sized(in: &canvas) }

    func symbolRadius(at point: Point, on canvas: MapCanvas) -> Double {
        guard let shown else { return 0 }
        var largest = 0.0
        for symbol in shown.symbols {
            guard let value = symbol.value, value > 0, let center = canvas.projection.project(symbol.place),
                abs(center.x - point.x) + abs(center.y - point.y) < 1
            else { continue }
            largest = max(largest, shown.radius(of: value))
        }
        return largest
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        guard let shown else { return }
        let (style, theme) = (canvas.style, canvas.theme)
        var circles: [Node] = []
        for (index, symbol) in shown.symbols.enumerated() {
            guard symbol.value != 0, let point = canvas.projection.project(symbol.place), canvas.frame.contains(point)
            else { continue }
            let id = "\(canvas.name)/symbols\(position)[\(symbol.label.isEmpty ? "\(index + 1)" : symbol.label)]"
            let color = style.categoryColor(symbol.category, shown.categories, otherwise: fill)
            let radius = symbol.value.map { shown.radius(of: $0) } ?? MapStyle.missingRadius
            circles.append(
                .path(
                    id: id, role: "mark-point", .circle(center: point, radius: radius),
                    fill: .color(symbol.value == nil ? theme.background : color.opacity(0.8)),
                    stroke: symbol.value == nil ? style.line(theme.mutedInk, 0.8) : style.line(theme.background, 0.9),
                    facts: symbol.fact.map { [$0] } ?? [], datum: symbol.datum))
            if symbol.label.isEmpty {
                canvas.placer.avoid(
                    [Point(point.x - radius, point.y), Point(point.x + radius, point.y)], weight: 6, every: 3)
            } else {
                canvas.namesDrawn.append(symbol.label)
                canvas.requests.append(
                    LabelRequest(
                        id: id + "/label", name: symbol.label,
                        settings: [.init(lines: [symbol.label], font: style.cityFont)],
                        anchor: .point(point, radius: radius), color: theme.ink, halo: style.halo(theme.land),
                        priority: 20 + min(8, index / 4)))
            }
        }
        if circles.isEmpty { return }
        canvas.nodes.append(.group(id: "\(canvas.name)/symbols\(position)", role: "map-layer", circles))
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        guard let shown else { return [] }
        let sizes = key.circles(
            values: roundKeyValues(greatest: shown.greatest), title: title, unit: unit, format: format,
            id: "\(key.name)/legend[symbols\(position)]"
        ) { shown.radius(of: $0) }
        var items = shown.categories.map {
            LegendItem(
                id: "category[\($0)]",
                swatch: .circle(key.style.categoryColor($0, shown.categories, otherwise: fill)), text: $0)
        }
        if shown.symbols.contains(where: { $0.value == nil }), missing != "" {
            items.append(
                LegendItem(
                    id: "symbols\(position)/no-data", swatch: .circle(.white), text: missing ?? key.phrases.map.noData))
        }
        return [sizes] + (key.stack(items).map { [$0] } ?? [])
    }
}
