import Documents
import Geography
import SceneGraph
import Tables

/// A choropleth's values, joined to its areas and put into classes.
struct PreparedChoropleth: Sendable {
    /// By the code that an area goes under.
    var values: [String: Double]
    var facts: [String: String]
    /// Nil where no area has a value.
    var classes: Classification?
    var colors: [Color]
    /// Whether any area has no value, in the frame or not.
    var lacksValues = false
}

extension MapComposer {
    /// Reads what the thematic layers show, before anything is laid out: the key depends on it.
    mutating func prepareThematicLayers() {
        for (index, layer) in map.layers.enumerated() {
            if let values = layer.values, values.source == nil, map.sources.isEmpty {
                if case .facts = values.rows {
                } else {
                    warn(
                        "nothing says where the numbers of \(values.name) come from", at: values.location,
                        path: values.path,
                        advice: "add `source: …` to the layer, or `sources: […]` to the map")
                }
            }
            switch layer {
            case .choropleth(let layer): choropleths[index] = prepared(layer)
            case .symbols(let layer): symbols[index] = prepared(layer)
            case .flows(let layer): flows[index] = prepared(layer)
            case .places(let layer) where !layer.legend.isEmpty: capitals[index] = capitals(of: layer)
            default: break
            }
        }
    }

    /// The code that an area goes under in this map's worldview.
    func shownCode(_ id: String, _ properties: DocumentObject, position: Int) -> String {
        let own = map.worldview.code(of: id, views: properties["views"]?.object)
        return own.isEmpty ? "#\(position)" : own
    }

    /// The country that an area is a part of: itself, where the data has no smaller ones.
    func country(of area: Topology.Member) -> String { area.properties["country"]?.string ?? area.id }

    private static let usualJoins = [
        "iso_a3", "iso_a2", "iso_n3", "iso_3166_2", "name_en", "name_ru", "name_zh", "name",
    ]

    private mutating func prepared(_ layer: ChoroplethLayer) -> PreparedChoropleth? {
        guard let (_, members) = topology(layer.data), let table = table(layer.values) else { return nil }
        guard let keys = column(layer.key, in: table), let column = column(layer.value, in: table) else { return nil }
        let values = numbers(column, layer.value, in: table)
        for code in layer.countries where !members.members.contains(where: { country(of: $0) == code.text }) {
            problems.addUnknownCode(
                code, known: Set(members.members.map { country(of: $0) }).sorted(), file: file,
                what: "the data has no area of")
        }
        let wanted = Set(layer.countries.map(\.text))
        let areas = members.members.filter { wanted.isEmpty || wanted.contains(country(of: $0)) }
            .map { (id: $0.id, properties: $0.properties) }

        // Where each code or name leads; the first property that has it wins.
        var positions: [String: Int] = [:]
        var known: [String] = []
        let joins = layer.join.map { [$0.text] } ?? (["id"] + MapComposer.usualJoins)
        for join in joins {
            for (position, area) in areas.enumerated() {
                let own =
                    join == "id"
                    ? area.id
                    : area.properties[join].flatMap { $0.string ?? ($0.number == nil ? nil : DataValue($0).asText) }
                guard let word = own, !word.isEmpty else { continue }
                if positions[word] == nil {
                    positions[word] = position
                    known.append(word)
                }
            }
        }
        if let join = layer.join, known.isEmpty {
            let properties = Set(areas.flatMap { $0.properties.members.map(\.key) }).sorted()
            problems.add(
                Diagnostic(
                    "no area of `\(layer.data.name)` has the property `\(join.text)`", file: file, at: join.location,
                    path: join.path,
                    advice: suggestion(for: join.text, among: properties).map { "did you mean `\($0)`?" }
                        ?? "its properties: " + properties.joined(separator: ", ")))
            return nil
        }

        var result = PreparedChoropleth(values: [:], facts: [:], colors: [])
        var rowByCode: [String: Int] = [:]
        var excluded: Set<String> = []
        let isExcluded = Set(layer.exclude.map(\.text))
        var unmatched = 0
        var elsewhere: [String] = []
        for row in 0..<table.rowCount {
            let word = table.text(row, keys)
            if isExcluded.contains(word) {
                excluded.insert(word)
                continue
            }
            guard let position = positions[word] else {
                unmatched += 1
                if unmatched <= 20 {
                    let near = suggestion(for: word, among: known)
                    problems.add(
                        Diagnostic(
                            word.isEmpty
                                ? "\(table.rowName(row)) has nothing in column `\(layer.key.text)`"
                                : "no area of `\(layer.data.name)` is `\(word)` (\(table.rowName(row)))", file: file,
                            at: layer.key.location,
                            path: layer.key.path,
                            advice: (near.map { "did you mean `\($0)`? " } ?? "")
                                + "a total or region that is no area is named in `exclude`"))
                }
                continue
            }
            let area = areas[position]
            let code = shownCode(area.id, area.properties, position: position)
            if code != area.id, areas.contains(where: { $0.id == code }) {
                // Part of another in this view of the world: its number is not the whole's.
                if values[row] != nil { elsewhere.append(localName(area.properties) ?? area.id) }
                continue
            }
            if let other = rowByCode[code] {
                problems.add(
                    Diagnostic(
                        "\(table.rowName(other)) and row \(table.positions[row] + 1) are both `\(word)`", file: file,
                        at: layer.key.location,
                        path: layer.key.path, advice: "choose one row an area: `where: {year: 2020}`"))
                continue
            }
            rowByCode[code] = row
            if let value = values[row] { result.values[code] = value }
            if !table.facts.isEmpty {
                result.facts[code] = table.facts[row]
                facts.append(table.facts[row])
            }
        }
        if unmatched > 20 {
            problems.add(
                Diagnostic(
                    "and \(unmatched - 20) more rows match no area", file: file, at: layer.key.location,
                    path: layer.key.path,
                    advice: "is `\(layer.key.text)` the column with the codes?"))
        }
        for code in layer.exclude where !excluded.contains(code.text) {
            problems.addUnknownCode(
                code, known: (0..<table.rowCount).map { table.text($0, keys) }, file: file, what: "no row has the code")
        }
        if case .these(let wanted) = layer.labels {
            let codes = Set(areas.enumerated().map { shownCode($1.id, $1.properties, position: $0) })
            let names = codes.union(areas.compactMap { $0.properties["name_en"]?.string })
            for code in wanted where !names.contains(code.text) {
                problems.addUnknownCode(code, known: names.sorted(), file: file, what: "the map shows no area")
            }
        }
        if !elsewhere.isEmpty {
            warn(
                "not shown, since this worldview draws them as parts of others: " + elsewhere.joined(separator: ", "),
                at: layer.values.location, path: layer.values.path)
        }
        guard
            let classes = Classification(
                layer.method, values: Array(result.values.values), classes: layer.classes, breaks: layer.breaks,
                midpoint: layer.midpoint)
        else {
            problems.add(
                Diagnostic(
                    "no area has a number in column `\(layer.value.text)`", file: file, at: layer.value.location,
                    path: layer.value.path))
            return nil
        }
        result.classes = classes
        result.lacksValues = areas.enumerated().contains { position, area in
            result.values[shownCode(area.id, area.properties, position: position)] == nil
        }
        if layer.method != .manual, layer.midpoint == nil, classes.classCount < layer.classes {
            warn(
                "\(classes.classCount) classes instead of \(layer.classes): "
                    + (Set(result.values.values).count < layer.classes
                        ? "there are no more different values" : "many areas have the same value"),
                at: layer.values.location, path: layer.values.path,
                advice: "`method: jenks` or breaks of your own may tell them apart")
        }
        if case .list(let colors) = layer.colors, colors.count != classes.classCount {
            problems.add(
                Diagnostic(
                    "\(colors.count) colours for the \(classes.classCount) classes that the values make", file: file,
                    at: layer.values.location, path: layer.values.path))
            return nil
        }
        result.colors = layer.colors.colors(of: classes)
        if let (one, other) = ClassColors.confusable(result.colors) {
            warn(
                "classes \(one) and \(other) look alike to readers who do not part red from green",
                at: layer.values.location,
                path: layer.path + ".scheme",
                advice:
                    "schemes that everyone can read: yellowgreenblue, viridis, blues; with a midpoint purpleorange, blueorange"
            )
        }
        return result
    }
}
