import Documents

/// How a row says where it is.
enum PlaceColumns: Sendable {
    /// Degrees.
    case coordinates(longitude: ColumnName, latitude: ColumnName)
    /// A country's code or name, or a city's name.
    case named(ColumnName)

    var isNamed: Bool { if case .named = self { true } else { false } }
}

/// Which point stands for a country.
enum CountryPoint: String, Sendable, CaseIterable {
    /// Inside its largest part, well away from the edges.
    case center
    case capital
}

extension DocumentReader {
    /// `longitude` and `latitude`, or `place`; what facts are about where they give the rows.
    mutating func placeColumns() -> PlaceColumns? {
        let (longitude, latitude, name) = (column("longitude"), column("latitude"), column("place"))
        switch (longitude, latitude, name) {
        case (let longitude?, let latitude?, nil): return .coordinates(longitude: longitude, latitude: latitude)
        case (nil, nil, let name?): return .named(name)
        case (nil, nil, nil) where has("facts"):
            return .named(ColumnName(text: "about", location: node.location, path: path))
        default:
            report(
                nil, "a place is `longitude` and `latitude`, or `place`: columns of the table",
                advice: "`place` has countries' codes or names, or names of cities")
            return nil
        }
    }

    /// `origin: column`, or `origin: {longitude: column, latitude: column}`.
    mutating func placeColumns(of key: String) -> PlaceColumns? {
        guard let node = value(key) else {
            report(
                key, "`\(key)` is missing: the column that names the place, or `{longitude: …, latitude: …}`")
            return nil
        }
        guard node.object != nil else { return column(key).map { .named($0) } }
        return object(key, noun: "a place") { $0.placeColumns() } ?? nil
    }

    mutating func countryPoint() -> CountryPoint {
        word("at", of: CountryPoint.self, called: "point of a country") ?? .center
    }
}
