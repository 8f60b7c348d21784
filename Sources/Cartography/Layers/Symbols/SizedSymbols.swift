import Documents
import Geography
import SceneGraph

/// Circles whose areas are as their values, ready to draw.
struct SizedSymbols: Sendable {
    struct Symbol: Sendable {
        var place: Coordinate
        /// Nil where the table has none.
        var value: Double?
        var category: String
        var label: String
        var fact: String?

        var datum: Datum {
            var fields = [Datum.Field("name", .string(label))]
            if !category.isEmpty { fields.append(.init("category", .string(category))) }
            if let value { fields.append(.init("value", .number(value))) }
            return Datum(fields)
        }
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

extension SymbolsLayer {
    func sized(in canvas: inout MapCanvas) -> SizedSymbols? {
        guard let table = canvas.table(source) else { return nil }
        let places = canvas.coordinates(place, in: table, country: countryPoint)
        let column = canvas.column(valueColumn, in: table)
        let category = canvas.column(category, in: table)
        let label = canvas.column(label, in: table)
        guard let places, let column else { return nil }
        let values = canvas.numbers(column, valueColumn, in: table)
        var symbols: [SizedSymbols.Symbol] = []
        var categories = canvas.sharedWords(self.category, of: source)
        for row in 0..<table.rowCount {
            guard let place = places[row] else { continue }
            if let value = values[row], value < 0 {
                canvas.problem(
                    "\(value) in column `\(valueColumn.text)`, \(table.rowName(row)), is negative: "
                        + "no circle has less than no area", at: valueColumn.location, path: valueColumn.path,
                    advice: "a choropleth with a `midpoint` shows both sides of zero")
                continue
            }
            let group = category.map { table.text(row, $0) } ?? ""
            if !group.isEmpty, !categories.contains(group) { categories.append(group) }
            symbols.append(
                SizedSymbols.Symbol(
                    place: place.coordinate, value: values[row], category: group,
                    label: label.map { table.text(row, $0) } ?? (labelsPlaces ? place.name : ""),
                    fact: table.facts.isEmpty ? nil : table.facts[row]))
        }
        canvas.facts += table.facts
        canvas.tellTooMany(categories, self.category)
        let greatest = canvas.shared(symbols.compactMap(\.value), valueColumn, of: source).max() ?? 0
        if greatest <= 0, !symbols.isEmpty {
            canvas.problem(
                "no row has a value above 0 in column `\(valueColumn.text)`", at: valueColumn.location,
                path: valueColumn.path)
        }
        let zeros = symbols.filter { $0.value == 0 }.count
        if zeros > 0 {
            canvas.warn(
                "\(zeros) of the values are 0 and have no circle", at: valueColumn.location, path: valueColumn.path)
        }
        return SizedSymbols(
            symbols: symbols.enumerated().sorted {
                ($0.element.value ?? -1, $1.offset) > ($1.element.value ?? -1, $0.offset)
            }.map(\.element), categories: categories, greatest: greatest,
            radius: radius ?? min(canvas.size.width * 0.035, (canvas.size.height ?? .infinity) * 0.042))
    }
}

extension MapCanvas {
    /// More categories than the theme has colours are an error.
    mutating func tellTooMany(_ categories: [String], _ column: ColumnName?) {
        guard categories.count > theme.categories.count, let column else { return }
        problem(
            "\(categories.count) categories, and \(theme.categories.count) colours that can be told apart",
            at: column.location, path: column.path, advice: "gather the smaller ones under one word")
    }
}
