import Documents
import Formats
import Scales
import SceneGraph

/// Areas coloured by classes of a value.
struct ChoroplethLayer: Sendable {
    /// The areas.
    var data: Dataset
    var values: ValueSource
    /// The column that names the area of a row.
    var key: ColumnName
    /// The column of numbers.
    var value: ColumnName
    /// The property of an area that the key is; nil for the first of ISO codes and names that has it.
    var join: ColumnName?
    var method = ClassMethod.quantile
    var classes = 5
    var breaks: [Double] = []
    var midpoint: Double?
    var colors = ClassColors.list([])
    /// Above the key: what is shown.
    var title = ""
    var unit = ""
    /// d3-format specifier of the key's numbers.
    var format: String?
    /// What the key calls areas without a value.
    var missing = "No data"
    /// Codes of the countries whose areas are shown; all where there is none.
    var countries: [MapDocument.Code] = []
    /// Rows that are none of these areas: totals, regions.
    var exclude: [MapDocument.Code] = []
    var labels = CountriesLayer.Labels.none
    /// Where the document has it.
    var path: String
}

extension MapReader {
    static let classKeys = ["method", "classes", "breaks", "midpoint", "scheme", "reverse"]

    mutating func choropleth(_ object: DocumentObject, _ node: DocumentNode, _ path: String) -> ChoroplethLayer? {
        check(
            object,
            [
                "layer", "data", "key", "value", "join", "title", "unit", "format", "missing", "countries", "exclude",
                "labels",
            ] + MapReader.valueKeys
                + MapReader.classKeys, path)
        let source = values(object, node, path)
        let key = column(
            "key", object, path, facts: "about",
            required: "the column of the table that has the codes or names of the areas")
        let value = column(
            "value", object, path, facts: "value", required: "the column of the table that has the numbers")
        guard let source, let key, let value else { return nil }
        var layer = ChoroplethLayer(
            data: dataset(object, "countries-world", path), values: source, key: key, value: value, path: path)
        layer.join = column("join", object, path)
        layer.title = text(object["title"], path + ".title") ?? ""
        layer.unit = text(object["unit"], path + ".unit") ?? ""
        layer.format = numberFormat(object, path)
        if let node = object["missing"] { layer.missing = text(node, path + ".missing") ?? layer.missing }
        if let node = object["countries"] { layer.countries = codes(node, path + ".countries") }
        if let node = object["exclude"] { layer.exclude = codes(node, path + ".exclude") }
        if let node = object["labels"] { layer.labels = areaLabels(node, path + ".labels") }
        readClasses(object, node, path, into: &layer)
        return layer
    }

    private mutating func readClasses(
        _ object: DocumentObject, _ node: DocumentNode, _ path: String, into layer: inout ChoroplethLayer
    ) {
        if let node = object["method"] {
            let known = ClassMethod.allCases.map(\.rawValue)
            if let method = node.string.flatMap({ ClassMethod(rawValue: $0) }) {
                layer.method = method
            } else if let name = node.string {
                let synonyms = [
                    "quantiles": "quantile", "fisher": "jenks", "natural-breaks": "jenks", "fisher-jenks": "jenks",
                    "equal-interval": "equal", "equal-intervals": "equal", "fixed": "manual",
                ]
                if let meant = synonyms[name.lowercased()] {
                    problem("unknown method `\(name)`", node, path + ".method", "did you mean `\(meant)`?")
                } else {
                    unknown("method", name, known, node, path + ".method")
                }
            } else {
                problem(
                    "a method is a word, not \(node.kind)", node, path + ".method",
                    "known: " + known.joined(separator: ", "))
            }
        } else if object["breaks"] != nil {
            layer.method = .manual
        }
        if let node = object["classes"] {
            if let count = number(node, path + ".classes", within: 2...11) {
                if count == count.rounded() {
                    layer.classes = Int(count)
                } else {
                    problem("a number of classes is whole", node, path + ".classes")
                }
            }
            if layer.method == .manual {
                problem("the breaks say how many classes there are; leave `classes` out", node, path + ".classes")
            }
        }
        if let node = object["midpoint"] {
            layer.midpoint = finite(node, path + ".midpoint")
            if layer.classes % 2 == 1, layer.method == .quantile || layer.method == .jenks {
                if object["classes"] == nil {
                    layer.classes = 6
                } else if let classes = object["classes"] {
                    problem(
                        "an odd number of classes has no break at the midpoint", classes, path + ".classes",
                        "take an even number, or `method: equal`, where one class lies about the midpoint")
                }
            }
        }
        if let node = object["breaks"] {
            let values = list(node, path + ".breaks").enumerated().compactMap { finite($1, "\(path).breaks[\($0)]") }
            if layer.method != .manual {
                problem(
                    "`\(layer.method.rawValue)` finds its own breaks", node, path + ".breaks",
                    "leave `method` out, or say `method: manual`")
            } else if values.isEmpty {
                problem("breaks are numbers between the classes: `breaks: [10, 20, 50]`", node, path + ".breaks")
            } else if zip(values, values.dropFirst()).contains(where: { $0 >= $1 }) {
                problem("breaks rise: each is more than the one before", node, path + ".breaks")
            } else if values.count > 10 {
                problem(
                    "\(values.count) breaks make more classes than a reader can tell apart; 10 at most", node,
                    path + ".breaks")
            }
            layer.breaks = values
            if let midpoint = layer.midpoint, let first = values.first, let last = values.last,
                midpoint < first || midpoint > last
            {
                problem("the midpoint lies outside the breaks", object["midpoint"] ?? node, path + ".midpoint")
            }
        } else if layer.method == .manual {
            problem("`manual` needs `breaks: [10, 20, 50]`", object["method"] ?? node, path + ".breaks")
        }
        readColors(object, path, into: &layer)
    }

    private mutating func readColors(_ object: DocumentObject, _ path: String, into layer: inout ChoroplethLayer) {
        let isDiverging = layer.midpoint != nil
        let reversed = object["reverse"].map { flag($0, path + ".reverse") } ?? false
        let usual = ColorScheme(named: isDiverging ? "purpleorange" : "yellowgreenblue")
        if let usual { layer.colors = .scheme(usual, reversed: reversed) }
        guard let node = object["scheme"] else { return }
        let count = layer.method == .manual ? layer.breaks.count + 1 : layer.classes
        if let items = node.array {
            var colors: [Color] = []
            for (index, item) in items.enumerated() {
                if let color = item.string.flatMap({ Color(css: $0) }) {
                    colors.append(color)
                } else {
                    problem("`\(item.string ?? item.kind)` is no colour", item, "\(path).scheme[\(index)]")
                    return
                }
            }
            if colors.count != count {
                problem("\(colors.count) colours for \(count) classes", node, path + ".scheme")
            }
            layer.colors = .list(reversed ? colors.reversed() : colors)
            return
        }
        guard let name = node.string, let scheme = ColorScheme(named: name) else {
            unknown("scheme", node.string ?? node.kind, ColorScheme.names, node, path + ".scheme")
            return
        }
        if scheme.kind == .categorical || scheme.kind == .cyclical {
            problem(
                "`\(name)` has no order from less to more", node, path + ".scheme",
                isDiverging ? "such as purpleorange or blueorange" : "such as yellowgreenblue, viridis or blues")
        } else if isDiverging, scheme.kind == .sequential {
            problem(
                "`\(name)` has no middle for the midpoint", node, path + ".scheme",
                "such as purpleorange, blueorange or redblue")
        }
        layer.colors = .scheme(scheme, reversed: reversed)
    }

    mutating func numberFormat(_ object: DocumentObject, _ path: String) -> String? {
        guard let node = object["format"], let specifier = text(node, path + ".format") else { return nil }
        if NumberFormat(specifier) == nil {
            problem(
                "`\(specifier)` is no number format", node, path + ".format", "as d3-format has it: `,.1f`, `.0%`, `~s`"
            )
        }
        return specifier
    }

    mutating func areaLabels(_ node: DocumentNode, _ path: String) -> CountriesLayer.Labels {
        if let all = node.boolean { return all ? .all : .none }
        return .these(codes(node, path))
    }
}
