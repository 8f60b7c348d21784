import Documents
import Geography
import SceneGraph
import Tables

/// A choropleth's values, joined to its areas and put into classes.
struct ClassedAreas: Sendable {
    /// By the code that an area goes under.
    var values: [String: Double] = [:]
    var facts: [String: String] = [:]
    var classes: Classification
    var colors: [Color] = []
    /// Whether any area has no value, in the frame or not.
    var lacksValues = false
}

/// The values of a table by the code of the area they are of.
struct JoinedValues {
    var values: [String: Double] = [:]
    var facts: [String: String] = [:]
}

extension ChoroplethLayer {
    func classed(in canvas: inout MapCanvas) -> ClassedAreas? {
        guard let (_, members) = canvas.topology(data), let table = canvas.table(source),
            let keys = canvas.column(keyColumn, in: table), let column = canvas.column(valueColumn, in: table),
            let join = join(members, in: &canvas)
        else { return nil }
        let values = canvas.numbers(column, valueColumn, in: table)
        let joined = joined(table, keys, values, join, in: &canvas)
        tellUnknown(table, keys, join, in: &canvas)
        guard
            let classes = Classification(
                classes.method, values: Array(joined.values.values), classes: classes.count, breaks: classes.breaks,
                midpoint: classes.midpoint)
        else {
            canvas.problem(
                "no area has a number in column `\(valueColumn.text)`", at: valueColumn.location,
                path: valueColumn.path)
            return nil
        }
        var result = ClassedAreas(values: joined.values, facts: joined.facts, classes: classes)
        result.lacksValues = join.areas.enumerated().contains { position, area in
            joined.values[canvas.shownCode(area.id, area.properties, position: position)] == nil
        }
        return colored(result, in: &canvas)
    }

    private func join(_ members: Topology.Layer, in canvas: inout MapCanvas) -> AreaJoin? {
        for code in countries where !members.members.contains(where: { $0.country == code.text }) {
            canvas.addUnknown(
                code, known: Set(members.members.map(\.country)).sorted(), what: "the data has no area of")
        }
        let wanted = Set(countries.map(\.text))
        let found = AreaJoin(
            members.members.filter { wanted.isEmpty || wanted.contains($0.country) }, by: join?.text)
        guard let join, found.known.isEmpty else { return found }
        let properties = found.propertyNames
        canvas.problem(
            "no area of `\(data.name)` has the property `\(join.text)`", at: join.location, path: join.path,
            advice: suggestion(for: join.text, among: properties).map { "did you mean `\($0)`?" }
                ?? "its properties: " + properties.joined(separator: ", "))
        return nil
    }

    /// Each row to the area that it names; what names none, or one twice, is told.
    private func joined(
        _ table: LayerTable, _ keys: Table.Column, _ values: [Double?], _ join: AreaJoin, in canvas: inout MapCanvas
    ) -> JoinedValues {
        var result = JoinedValues()
        var rowByCode: [String: Int] = [:]
        var elsewhere: [String] = []
        var unmatched: [Int] = []
        let excluded = Set(exclude.map(\.text))
        for row in 0..<table.rowCount {
            let word = table.text(row, keys)
            if excluded.contains(word) { continue }
            guard let position = join.position(of: word) else {
                unmatched.append(row)
                continue
            }
            let area = join.areas[position]
            let code = canvas.shownCode(area.id, area.properties, position: position)
            if code != area.id, join.areas.contains(where: { $0.id == code }) {
                // Part of another in this view of the world: its number is not the whole's.
                if values[row] != nil { elsewhere.append(canvas.localName(area.properties) ?? area.id) }
            } else if let other = rowByCode[code] {
                canvas.problem(
                    "\(table.rowName(other)) and row \(table.positions[row] + 1) are both `\(word)`",
                    at: keyColumn.location, path: keyColumn.path,
                    advice: "choose one row an area: `where: {year: 2020}`")
            } else {
                rowByCode[code] = row
                if let value = values[row] { result.values[code] = value }
                if !table.facts.isEmpty {
                    result.facts[code] = table.facts[row]
                    canvas.facts.append(table.facts[row])
                }
            }
        }
        tell(unmatched, table, keys, join, in: &canvas)
        if !elsewhere.isEmpty {
            canvas.warn(
                "not shown, since this worldview draws them as parts of others: " + elsewhere.joined(separator: ", "),
                at: source.location, path: source.path)
        }
        return result
    }

    private func tell(
        _ unmatched: [Int], _ table: LayerTable, _ keys: Table.Column, _ join: AreaJoin, in canvas: inout MapCanvas
    ) {
        for row in unmatched.prefix(20) {
            let word = table.text(row, keys)
            let near = suggestion(for: word, among: join.known)
            canvas.problem(
                word.isEmpty
                    ? "\(table.rowName(row)) has nothing in column `\(keyColumn.text)`"
                    : "no area of `\(data.name)` is `\(word)` (\(table.rowName(row)))",
                at: keyColumn.location, path: keyColumn.path,
                advice: (near.map { "did you mean `\($0)`? " } ?? "")
                    + "a total or region that is no area is named in `exclude`")
        }
        guard unmatched.count > 20 else { return }
        canvas.problem(
            "and \(unmatched.count - 20) more rows match no area", at: keyColumn.location, path: keyColumn.path,
            advice: "is `\(keyColumn.text)` the column with the codes?")
    }

    /// Codes of `exclude` and `labels` that there are none of.
    private func tellUnknown(_ table: LayerTable, _ keys: Table.Column, _ join: AreaJoin, in canvas: inout MapCanvas) {
        let words = (0..<table.rowCount).map { table.text($0, keys) }
        for code in exclude where !words.contains(code.text) {
            canvas.addUnknown(code, known: words, what: "no row has the code")
        }
        guard case .these(let wanted) = labels else { return }
        let codes = Set(
            join.areas.enumerated().map { canvas.shownCode($1.id, $1.properties, position: $0) })
        let names = codes.union(join.areas.compactMap { $0.properties["name_en"]?.string })
        for code in wanted where !names.contains(code.text) {
            canvas.addUnknown(code, known: names.sorted(), what: "the map shows no area")
        }
    }

    /// With a colour for each class; nil where there are none that fit.
    private func colored(_ areas: ClassedAreas, in canvas: inout MapCanvas) -> ClassedAreas? {
        var areas = areas
        let made = areas.classes.classCount
        if classes.method != .manual, classes.midpoint == nil, made < classes.count {
            canvas.warn(
                "\(made) classes instead of \(classes.count): "
                    + (Set(areas.values.values).count < classes.count
                        ? "there are no more different values" : "many areas have the same value"),
                at: source.location, path: source.path,
                advice: "`method: jenks` or breaks of your own may tell them apart")
        }
        if case .list(let colors) = classes.colors, colors.count != made {
            canvas.problem(
                "\(colors.count) colours for the \(made) classes that the values make", at: source.location,
                path: source.path)
            return nil
        }
        areas.colors = classes.colors.colors(of: areas.classes)
        if let (one, other) = ClassColors.confusable(areas.colors) {
            canvas.warn(
                "classes \(one) and \(other) look alike to readers who do not part red from green",
                at: source.location, path: path + ".scheme",
                advice: "schemes that everyone can read: yellowgreenblue, viridis, blues; with a midpoint "
                    + "purpleorange, blueorange")
        }
        return areas
    }
}
