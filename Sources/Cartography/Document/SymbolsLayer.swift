import Documents
import SceneGraph

/// How a row says where it is.
enum PlaceColumns: Sendable {
    /// Degrees.
    case coordinates(longitude: ColumnName, latitude: ColumnName)
    /// A country's code or name, or a city's name.
    case named(ColumnName)
}

/// Which point stands for a country.
enum CountryPoint: String, Sendable, CaseIterable {
    /// Inside its largest part, well away from the edges.
    case center
    case capital
}

/// Circles whose areas are as values.
struct SymbolsLayer: Sendable {
    var values: ValueSource
    var place: PlaceColumns
    var value: ColumnName
    /// A column of words that colours tell apart.
    var category: ColumnName?
    /// A column of names that stand beside the circles.
    var label: ColumnName?
    /// The places' own names, in the map's language, instead of a column.
    var labelsPlaces = false
    /// Of the largest circle, in figure units at page size; nil for what suits the figure.
    var radius: Double?
    var fill = LayerFill.accent
    var title = ""
    var unit = ""
    var format: String?
    /// What the key calls places without a value.
    var missing = "No data"
    var countryPoint = CountryPoint.center
}

/// Ways between places, as wide as values.
struct FlowsLayer: Sendable {
    enum Route: String, Sendable, CaseIterable {
        /// The shortest way.
        case greatCircle = "great-circle"
        /// On one course: nearer to a straight line on most maps.
        case rhumb
    }

    var values: ValueSource
    var origin: PlaceColumns
    var destination: PlaceColumns
    /// Nil where all are one width.
    var value: ColumnName?
    var category: ColumnName?
    var label: ColumnName?
    /// Of the widest, in figure units at page size.
    var width: Double?
    var route = Route.greatCircle
    /// How far a way bends off its route, as a share of its length; to the left of its direction where positive.
    /// Nil: 0, and enough to part them where two ways run to and fro.
    var curvature: Double?
    /// Narrow at the origin.
    var isTapered = true
    var hasArrows = true
    var fill = LayerFill.accent
    var title = ""
    var unit = ""
    var format: String?
    var countryPoint = CountryPoint.center
}

extension MapReader {
    mutating func symbols(_ object: DocumentObject, _ node: DocumentNode, _ path: String) -> SymbolsLayer? {
        check(
            object,
            [
                "layer", "longitude", "latitude", "place", "value", "category", "label", "radius", "fill", "title",
                "unit", "format", "missing", "at",
            ]
                + MapReader.valueKeys, path)
        let source = values(object, node, path)
        let place = places(
            longitude: object["longitude"], latitude: object["latitude"], name: object["place"],
            isFacts: object["facts"] != nil, node, path)
        let value = column(
            "value", object, path, facts: "value", required: "the column of the table that has the numbers")
        guard let source, let place, let value else { return nil }
        var layer = SymbolsLayer(values: source, place: place, value: value)
        layer.category = column("category", object, path)
        if object["label"]?.boolean == true {
            layer.labelsPlaces = true
            if case .coordinates = place, let node = object["label"] {
                problem("coordinates have no names; `label` names a column", node, path + ".label")
            }
        } else if object["label"]?.boolean != false {
            layer.label = column("label", object, path)
        }
        if let node = object["radius"] { layer.radius = number(node, path + ".radius", within: 1...400) }
        if let node = object["fill"] { layer.fill = fill(node, path + ".fill") }
        layer.title = text(object["title"], path + ".title") ?? ""
        layer.unit = text(object["unit"], path + ".unit") ?? ""
        layer.format = numberFormat(object, path)
        if let node = object["missing"] { layer.missing = text(node, path + ".missing") ?? layer.missing }
        layer.countryPoint = countryPoint(object, path)
        return layer
    }

    mutating func flows(_ object: DocumentObject, _ node: DocumentNode, _ path: String) -> FlowsLayer? {
        check(
            object,
            [
                "layer", "origin", "destination", "value", "category", "label", "width", "route", "curvature", "taper",
                "arrows", "fill", "title",
                "unit", "format", "at",
            ] + MapReader.valueKeys, path)
        let source = values(object, node, path)
        let origin = end("origin", object, node, path)
        let destination = end("destination", object, node, path)
        guard let source, let origin, let destination else { return nil }
        var layer = FlowsLayer(values: source, origin: origin, destination: destination)
        layer.value = column("value", object, path, facts: "value")
        layer.category = column("category", object, path)
        layer.label = column("label", object, path)
        if let node = object["width"] { layer.width = number(node, path + ".width", within: 0.25...100) }
        if let node = object["route"] {
            if let route = node.string.flatMap({ FlowsLayer.Route(rawValue: $0) }) {
                layer.route = route
            } else {
                unknown(
                    "route", node.string ?? node.kind, FlowsLayer.Route.allCases.map(\.rawValue), node, path + ".route")
            }
        }
        if let node = object["curvature"] { layer.curvature = number(node, path + ".curvature", within: -1...1) }
        if let node = object["taper"] { layer.isTapered = flag(node, path + ".taper") }
        if let node = object["arrows"] { layer.hasArrows = flag(node, path + ".arrows") }
        if let node = object["fill"] { layer.fill = fill(node, path + ".fill") }
        layer.title = text(object["title"], path + ".title") ?? ""
        layer.unit = text(object["unit"], path + ".unit") ?? ""
        layer.format = numberFormat(object, path)
        layer.countryPoint = countryPoint(object, path)
        return layer
    }

    private mutating func countryPoint(_ object: DocumentObject, _ path: String) -> CountryPoint {
        guard let node = object["at"] else { return .center }
        if let point = node.string.flatMap({ CountryPoint(rawValue: $0) }) { return point }
        unknown(
            "point of a country", node.string ?? node.kind, CountryPoint.allCases.map(\.rawValue), node, path + ".at")
        return .center
    }

    /// `origin: column`, or `origin: {longitude: column, latitude: column}`.
    private mutating func end(
        _ key: String, _ object: DocumentObject, _ node: DocumentNode, _ path: String
    ) -> PlaceColumns? {
        guard let end = object[key] else {
            problem(
                "`\(key)` is missing: the column that names the place, or `{longitude: …, latitude: …}`", node,
                path + "." + key)
            return nil
        }
        guard let columns = end.object else { return columnName(end, path + "." + key).map { .named($0) } }
        check(columns, ["longitude", "latitude"], path + "." + key)
        return places(
            longitude: columns["longitude"], latitude: columns["latitude"], name: nil, isFacts: false, end,
            path + "." + key)
    }

    private mutating func places(
        longitude: DocumentNode?, latitude: DocumentNode?, name: DocumentNode?, isFacts: Bool, _ node: DocumentNode,
        _ path: String
    ) -> PlaceColumns? {
        switch (longitude, latitude, name) {
        case (let longitude?, let latitude?, nil):
            guard let x = columnName(longitude, path + ".longitude"), let y = columnName(latitude, path + ".latitude")
            else { return nil }
            return .coordinates(longitude: x, latitude: y)
        case (nil, nil, let name?):
            return columnName(name, path + ".place").map { .named($0) }
        case (nil, nil, nil) where isFacts:
            return .named(ColumnName(text: "about", location: node.location, path: path))
        default:
            problem(
                "a place is `longitude` and `latitude`, or `place`: columns of the table", node, path,
                "`place` has countries' codes or names, or names of cities")
            return nil
        }
    }

    private mutating func columnName(_ node: DocumentNode, _ path: String) -> ColumnName? {
        text(node, path).map { ColumnName(text: $0, location: node.location, path: path) }
    }
}
