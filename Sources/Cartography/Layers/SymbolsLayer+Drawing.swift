import Documents
import Geography
import SceneGraph

/// Circles whose areas are as their values, ready to draw.
struct PreparedSymbols: Sendable {
    struct Symbol: Sendable {
        var place: Coordinate
        /// Nil where the table has none.
        var value: Double?
        var category: String
        var label: String
        var fact: String?
    }

    /// The largest first, so that none hides a smaller one.
    var symbols: [Symbol]
    var categories: [String]
    var greatest: Double
    /// Of the largest circle, in figure units.
    var radius: Double

    /// J. J. Flannery found that readers judge circles too small and enlarged them (The Canadian Cartographer 8(2),
    /// 1971); with a key beside them the plain square root is true and is used here.
    func radius(of value: Double) -> Double { greatest > 0 ? radius * (value / greatest).squareRoot() : 0 }
}

extension MapComposer {
    mutating func prepared(_ layer: SymbolsLayer) -> PreparedSymbols? {
        guard let table = table(layer.values) else { return nil }
        let places = coordinates(layer.place, in: table, country: layer.countryPoint)
        let column = column(layer.value, in: table)
        let category = self.column(layer.category, in: table)
        let label = self.column(layer.label, in: table)
        guard let places, let column else { return nil }
        let values = numbers(column, layer.value, in: table)
        var symbols: [PreparedSymbols.Symbol] = []
        var categories: [String] = []
        for row in 0..<table.rowCount {
            guard let place = places[row] else { continue }
            if let value = values[row], value < 0 {
                problems.add(
                    Diagnostic(
                        "\(value) in column `\(layer.value.text)`, \(table.rowName(row)), is negative: no circle has less than no area",
                        file: file,
                        at: layer.value.location, path: layer.value.path,
                        advice: "a choropleth with a `midpoint` shows both sides of zero"))
                continue
            }
            let group = category.map { table.text(row, $0) } ?? ""
            if !group.isEmpty, !categories.contains(group) { categories.append(group) }
            symbols.append(
                PreparedSymbols.Symbol(
                    place: place.coordinate, value: values[row], category: group,
                    label: label.map { table.text(row, $0) } ?? (layer.labelsPlaces ? place.name : ""),
                    fact: table.facts.isEmpty ? nil : table.facts[row]))
        }
        facts += table.facts
        if categories.count > theme.categories.count, let name = layer.category {
            problems.add(
                Diagnostic(
                    "\(categories.count) categories, and \(theme.categories.count) colours that can be told apart",
                    file: file, at: name.location,
                    path: name.path, advice: "gather the smaller ones under one word"))
        }
        let greatest = symbols.compactMap(\.value).max() ?? 0
        if greatest <= 0, !symbols.isEmpty {
            problems.add(
                Diagnostic(
                    "no row has a value above 0 in column `\(layer.value.text)`", file: file, at: layer.value.location,
                    path: layer.value.path))
        }
        let zeros = symbols.filter { $0.value == 0 }.count
        if zeros > 0 {
            warn("\(zeros) of the values are 0 and have no circle", at: layer.value.location, path: layer.value.path)
        }
        return PreparedSymbols(
            symbols: symbols.enumerated().sorted {
                ($0.element.value ?? -1, $1.offset) > ($1.element.value ?? -1, $0.offset)
            }.map(\.element), categories: categories, greatest: greatest,
            radius: layer.radius.map { $0 * style.scale } ?? min(size.width * 0.035, (size.height ?? .infinity) * 0.042)
        )
    }

    func categoryColor(_ category: String, _ categories: [String], otherwise fill: LayerFill) -> Color {
        guard let index = categories.firstIndex(of: category), !theme.categories.isEmpty else {
            return style.color(fill)
        }
        return theme.categories[index % theme.categories.count]
    }

    mutating func draw(_ layer: SymbolsLayer, _ shown: PreparedSymbols, position: Int) {
        var circles: [Node] = []
        for (index, symbol) in shown.symbols.enumerated() {
            guard symbol.value != 0, let point = projection.project(symbol.place), frame.contains(point) else {
                continue
            }
            let id = "\(name)/symbols\(position)[\(symbol.label.isEmpty ? "\(index + 1)" : symbol.label)]"
            let color = categoryColor(symbol.category, shown.categories, otherwise: layer.fill)
            let radius = symbol.value.map { shown.radius(of: $0) } ?? missingRadius
            var datum = [Datum.Field("name", .string(symbol.label))]
            if !symbol.category.isEmpty { datum.append(.init("category", .string(symbol.category))) }
            if let value = symbol.value { datum.append(.init("value", .number(value))) }
            circles.append(
                .path(
                    id: id, role: "mark-point", .circle(center: point, radius: radius),
                    fill: symbol.value == nil ? .color(theme.background) : .color(color.opacity(0.8)),
                    stroke: symbol.value == nil ? style.line(theme.mutedInk, 0.8) : style.line(theme.background, 0.9),
                    facts: symbol.fact.map { [$0] } ?? [], datum: Datum(datum)))
            if symbol.label.isEmpty {
                placer.avoid([Point(point.x - radius, point.y), Point(point.x + radius, point.y)], weight: 6, every: 3)
            } else {
                namesDrawn.append(symbol.label)
                requests.append(
                    LabelRequest(
                        id: id + "/label", name: symbol.label,
                        settings: [.init(lines: [symbol.label], font: style.cityFont)],
                        anchor: .point(point, radius: radius), color: theme.ink, halo: style.halo(theme.land),
                        priority: 20 + min(8, index / 4)))
            }
        }
        if !circles.isEmpty { nodes.append(.group(id: "\(name)/symbols\(position)", role: "map-layer", circles)) }
    }

    var missingRadius: Double { 2.4 * style.scale }
}
