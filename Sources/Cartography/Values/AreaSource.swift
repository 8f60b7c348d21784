import Documents
import Geography
import Tables

/// Areas of a file, and the table whose rows are of them.
struct AreaSource: Sendable {
    /// The areas.
    var data: Dataset
    var source: ValueSource
    /// The column that names the area of a row.
    var keyColumn: ColumnName
    /// The property of an area that the key is; nil for the first of ISO codes and names that has it.
    var join: ColumnName?
    /// Codes of the countries whose areas are shown; all where there is none.
    var countries: [Code]
    /// Rows that are none of these areas: totals, regions.
    var exclude: [Code]

    init?(_ reader: inout DocumentReader) {
        data = reader.dataset("countries-world")
        let source = reader.values()
        let key = reader.column(
            "key", facts: "about", required: "the column of the table that has the codes or names of the areas")
        join = reader.column("join")
        countries = reader.codes("countries")
        exclude = reader.codes("exclude")
        guard let source, let key else { return nil }
        (self.source, keyColumn) = (source, key)
    }

    /// Whether an area of the file is shown.
    func shows(_ member: Topology.Member) -> Bool {
        countries.isEmpty || countries.contains { $0.text == member.country }
    }
}

/// The values of a table by the code of the area they are of.
struct JoinedValues {
    var values: [String: Double] = [:]
    var facts: [String: String] = [:]
    var join: AreaJoin
}

extension AreaSource {
    /// The numbers of a column by the code of their area; nil, and all that is wrong told, where they cannot be had.
    func joined(_ valueColumn: ColumnName, in canvas: inout MapCanvas) -> JoinedValues? {
        guard let (_, members) = canvas.topology(data), let table = canvas.table(source),
            let keys = canvas.column(keyColumn, in: table), let column = canvas.column(valueColumn, in: table),
            let join = join(members, in: &canvas)
        else { return nil }
        let values = canvas.numbers(column, valueColumn, in: table)
        let result = joined(table, keys, values, join, in: &canvas)
        tellUnknown(table, keys, join, in: &canvas)
        return result
    }

    private func join(_ members: Topology.Layer, in canvas: inout MapCanvas) -> AreaJoin? {
        for code in countries where !members.members.contains(where: { $0.country == code.text }) {
            canvas.addUnknown(
                code, known: Set(members.members.map(\.country)).sorted(), what: "the data has no area of")
        }
        let found = AreaJoin(members.members.filter(shows), by: join?.text)
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
        var result = JoinedValues(join: join)
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

    /// Codes of `exclude` that there are none of.
    private func tellUnknown(_ table: LayerTable, _ keys: Table.Column, _ join: AreaJoin, in canvas: inout MapCanvas) {
        let words = (0..<table.rowCount).map { table.text($0, keys) }
        for code in exclude where !words.contains(code.text) {
            canvas.addUnknown(code, known: words, what: "no row has the code")
        }
    }
}
