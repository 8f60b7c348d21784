import Documents
import Geodata
import Geography
import SceneGraph

/// Where countries and cities are, by code and name.
struct PlaceIndex: Sendable {
    struct Place: Sendable {
        var coordinate: Coordinate
        /// In English.
        var name: String
        var properties: DocumentObject
    }

    private var countries: [String: Int] = [:]
    private var capitals: [String: Coordinate] = [:]
    private var cities: [String: (place: Place, rank: Double)] = [:]
    private var topology: Topology
    private var members: [Topology.Member]
    /// Codes and names as they are written, for suggestions.
    private(set) var known: [String] = []

    init(topology: Topology, layer: Topology.Layer, places: [DocumentNode]) {
        self.topology = topology
        members = layer.members
        for (index, member) in members.enumerated() {
            let names = member.properties.members.filter { $0.key.hasPrefix("name") }.compactMap(\.value.string)
            for word in [member.id] + ["iso_a3", "iso_a2"].compactMap({ member.properties[$0]?.string }) + names
                + PlaceNames.others(ofCountry: member.id)
            {
                let key = PlaceNames.key(word)
                if countries[key] == nil {
                    countries[key] = index
                    known.append(word)
                }
            }
        }
        for record in places {
            guard let object = record.object, let x = object["lon"]?.number, let y = object["lat"]?.number,
                let english = object["name_en"]?.string
            else { continue }
            let place = Place(coordinate: Coordinate(x, y), name: english, properties: object)
            let rank = object["rank"]?.number ?? 99
            for word in PlaceNames.names(of: object) {
                let key = PlaceNames.key(word)
                if let other = cities[key] {
                    if rank < other.rank { cities[key] = (place, rank) }
                } else {
                    cities[key] = (place, rank)
                    known.append(word)
                }
            }
            if object["capital"]?.boolean ?? false, let code = object["country"]?.string, capitals[code] == nil {
                capitals[code] = place.coordinate
            }
        }
    }

    /// A country by code or name, or else a city by name, whatever the case of its letters.
    func place(_ word: String, country point: CountryPoint) -> Place? {
        let key = PlaceNames.key(word)
        let country = countries[key] ?? Gazetteer.shared.country(word).flatMap { countries[PlaceNames.key($0)] }
        if cities[key] == nil || countries[key] != nil, let index = country {
            let member = members[index]
            let coordinate = point == .capital ? capitals[member.id] ?? middle(of: member) : middle(of: member)
            guard let coordinate else { return nil }
            return Place(
                coordinate: coordinate, name: member.properties["name_en"]?.string ?? member.id,
                properties: member.properties)
        }
        return (cities[key] ?? Gazetteer.shared.city(word).flatMap { cities[PlaceNames.key($0)] })?.place
    }

    /// A place inside the largest part of a country, well away from its edges: the roomiest on an equal-area map of it.
    private func middle(of member: Topology.Member) -> Coordinate? {
        guard let geometry = topology.geometry(of: member.shape) else { return nil }
        let largest = geometry.polygons.max { a, b in
            Geodesic.area(of: .polygon(a)) < Geodesic.area(of: .polygon(b))
        }
        guard let largest, let ring = largest.first else { return nil }
        guard let center = GreatCircle.middle(of: ring) else { return ring.first }
        var projection = Projection(.azimuthalEqualArea)
        projection.center = Coordinate(0, 0)
        projection.rotation = Rotation(-center.longitude, -center.latitude)
        projection.fit(to: Rectangle(x: 0, y: 0, width: 400, height: 400), of: [.polygon(largest)])
        let rings = GeographicPath(projection).rings(of: .polygon(largest))
        let place = Interior(rings)?.places().first ?? GeographicPath(projection).centroid(of: .polygon(largest))
        return place.flatMap { projection.invert($0) } ?? center
    }
}

extension MapCanvas {
    /// Built when a layer first asks for it.
    mutating func placeIndex(_ location: SourceLocation, _ path: String) -> PlaceIndex? {
        if let known = knownPlaces { return known }
        guard
            let (topology, layer) = topology(Dataset(name: "countries-world", location: location, path: path)),
            let records = records(Dataset(name: "places", location: location, path: path))
        else { return nil }
        let index = PlaceIndex(topology: topology, layer: layer, places: records)
        knownPlaces = index
        return index
    }

    /// A country or a city by any of its names; nil, and an error that names the nearest, where there is none.
    mutating func place(named code: Code) -> PlaceIndex.Place? {
        guard let index = placeIndex(code.location, code.path) else { return nil }
        if let place = index.place(code.text, country: .center) { return place }
        problem(
            "no country or city is called `\(code.text)`", at: code.location, path: code.path,
            advice: suggestion(for: code.text, among: index.known).map { "did you mean `\($0)`?" }
                ?? "a place that is not among them is written as `[longitude, latitude]`")
        return nil
    }

    /// Where the rows of a table are; nil, and an error, for those that are nowhere.
    mutating func coordinates(
        _ columns: PlaceColumns, in table: LayerTable, country point: CountryPoint
    ) -> [(coordinate: Coordinate, name: String)?]? {
        switch columns {
        case .coordinates(let x, let y):
            guard let longitudes = column(x, in: table), let latitudes = column(y, in: table) else {
                return nil
            }
            let (xs, ys) = (numbers(longitudes, x, in: table), numbers(latitudes, y, in: table))
            return (0..<table.rowCount).map { row -> (coordinate: Coordinate, name: String)? in
                guard let x = xs[row], let latitude = ys[row], abs(x) <= 360, abs(latitude) <= 90 else {
                    problems.add(
                        Diagnostic(
                            xs[row] == nil || ys[row] == nil
                                ? "\(table.rowName(row)) has no place"
                                : "\(table.rowName(row)) is at \(xs[row] ?? 0), \(ys[row] ?? 0), which is nowhere on "
                                    + "the earth",
                            file: file,
                            at: y.location, path: y.path,
                            advice: "longitudes run from −180 to 180, latitudes from −90 to 90"))
                    return nil
                }
                return (Coordinate(x, latitude), "")
            }
        case .named(let name):
            guard let names = column(name, in: table), let index = placeIndex(name.location, name.path) else {
                return nil
            }
            return (0..<table.rowCount).map { row -> (coordinate: Coordinate, name: String)? in
                let word = table.text(row, names)
                if let place = index.place(word, country: point) {
                    return (place.coordinate, localName(place.properties) ?? place.name)
                }
                let near = suggestion(for: word, among: index.known)
                problems.add(
                    Diagnostic(
                        word.isEmpty
                            ? "\(table.rowName(row)) has no place"
                            : "no country or city is called `\(word)` (\(table.rowName(row)))", file: file,
                        at: name.location, path: name.path,
                        advice: near.map { "did you mean `\($0)`?" }
                            ?? "a place that is not among them needs `longitude` and `latitude`"))
                return nil
            }
        }
    }
}
