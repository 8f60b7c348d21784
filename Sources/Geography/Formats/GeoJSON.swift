import Documents

/// Reads GeoJSON (RFC 7946): a geometry, a feature or a collection of either.
public enum GeoJSON {
    /// Geometry collections nested deeper than this are refused.
    static let deepest = 32

    /// The features of a document; a bare geometry is one feature without properties.
    ///
    /// - Throws: what is wrong with it, each naming the feature: an unknown type, a position that is no pair of
    ///   numbers, coordinates out of range, a ring of fewer than four positions or one that is not closed.
    public static func features(
        of node: DocumentNode, file: String, range: CoordinateRange = .sphere
    ) throws(Diagnostics) -> [Feature] {
        var reader = GeoJSONReader(file: file, range: range, scanned: [])
        let features = reader.features(node)
        try reader.problems.throwIfErrors()
        return features
    }

    /// The same of a file's bytes. The coordinates, most of such a file, are read straight into place; where anything
    /// in them is not as it should be, the whole is read again the slow way, which knows the line and column of
    /// everything.
    public static func features(
        contents: [UInt8], file: String, range: CoordinateRange = .sphere
    ) throws(Diagnostics) -> [Feature] {
        if let scanner = CoordinateScanner(contents, range: range),
            let root = try? JSONReader.read(scanner.rest, file: file)
        {
            var reader = GeoJSONReader(file: file, range: range, scanned: scanner.found)
            let features = reader.features(root)
            if !reader.problems.hasErrors { return features }
        }
        return try features(of: try JSONReader.read(contents, file: file), file: file, range: range)
    }
}

extension GeoJSON {
    /// The `type` of a file's outermost object, found without reading the file; nil where it has none.
    public static func type(of contents: [UInt8]) -> String? {
        let key = Array("type".utf8)
        var depth = 0
        var position = 0
        func string() -> ArraySlice<UInt8> {
            let start = position + 1
            position += 1
            while position < contents.count, contents[position] != UInt8(ascii: "\"") {
                position += contents[position] == UInt8(ascii: "\\") ? 2 : 1
            }
            let end = min(position, contents.count)
            position += 1
            return contents[min(start, end)..<end]
        }
        func skipSpace() { while position < contents.count, contents[position] <= 0x20 { position += 1 } }
        while position < contents.count {
            switch contents[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let word = string()
                guard depth == 1, word.elementsEqual(key) else { continue }
                skipSpace()
                guard position < contents.count, contents[position] == UInt8(ascii: ":") else { continue }
                position += 1
                skipSpace()
                guard position < contents.count, contents[position] == UInt8(ascii: "\"") else { continue }
                return String(decoding: string(), as: UTF8.self)
            default: break
            }
            position += 1
        }
        return nil
    }
}

private struct GeoJSONReader {
    let file: String
    let range: CoordinateRange
    /// Coordinates that were read already; a number stands in their place.
    let scanned: [CoordinateScanner.Coordinates]
    var problems = Diagnostics()
    var feature = ""

    mutating func problem(_ message: String, _ node: DocumentNode, _ path: String, advice: String? = nil) {
        // A file of one kind of mistake has it a million times: the first fifty tell it.
        guard problems.all.count < 50 else { return }
        problems.add(
            Diagnostic(
                feature.isEmpty ? message : "feature \(feature): \(message)", file: file, at: node.location, path: path,
                advice: advice))
    }

    mutating func features(_ node: DocumentNode) -> [Feature] {
        guard let type = node["type"]?.string else {
            problem("no `type`; a GeoJSON object has one", node, "")
            return []
        }
        switch type {
        case "FeatureCollection":
            guard let members = node["features"]?.array else {
                problem("a FeatureCollection needs a list of `features`", node, "features")
                return []
            }
            return members.enumerated().compactMap { index, member in feature(member, "features[\(index)]") }
        case "Feature": return feature(node, "").map { [$0] } ?? []
        case "Topology":
            problem("this is TopoJSON, not GeoJSON", node, "type", advice: "name the object in it that is wanted")
            return []
        default: return geometry(node, "", depth: 0).map { [Feature(geometry: $0)] } ?? []
        }
    }

    mutating func feature(_ node: DocumentNode, _ path: String) -> Feature? {
        guard node["type"]?.string == "Feature" else {
            problem("expected `type: Feature`", node, path)
            return nil
        }
        let id = node["id"].map(identifier) ?? ""
        let properties = node["properties"]?.object ?? DocumentObject()
        let name = id.isEmpty ? properties["name"]?.string ?? properties["name_en"]?.string ?? "" : id
        feature = name.isEmpty ? (path.isEmpty ? "" : "`\(path)`") : "`\(name)`"
        defer { feature = "" }
        guard let shape = node["geometry"], !shape.isNull else {
            return Feature(id: id, properties: properties, geometry: nil)
        }
        guard let geometry = geometry(shape, path.isEmpty ? "geometry" : path + ".geometry", depth: 0) else {
            return nil
        }
        return Feature(id: id, properties: properties, geometry: geometry)
    }

    mutating func geometry(_ node: DocumentNode, _ path: String, depth: Int) -> Geometry? {
        guard depth < GeoJSON.deepest else {
            problem("geometry collections nested deeper than \(GeoJSON.deepest)", node, path)
            return nil
        }
        guard let type = node["type"]?.string else {
            problem("no `type` of geometry", node, path)
            return nil
        }
        if type == "Sphere" { return .sphere }
        if type == "GeometryCollection" {
            guard let members = node["geometries"]?.array else {
                problem("a GeometryCollection needs a list of `geometries`", node, path)
                return nil
            }
            return .collection(
                members.enumerated().compactMap { index, member in
                    geometry(member, "\(path).geometries[\(index)]", depth: depth + 1)
                })
        }
        let known = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]
        guard known.contains(type) else {
            let near = suggestion(for: type, among: known + ["GeometryCollection", "Sphere"])
            problem(
                "`\(type)` is no type of geometry", node, path + ".type", advice: near.map { "did you mean `\($0)`?" })
            return nil
        }
        guard let coordinates = node["coordinates"] else {
            problem("no `coordinates`", node, path)
            return nil
        }
        let inner = path + ".coordinates"
        if let number = coordinates.number, let position = Int(exactly: number), scanned.indices.contains(position) {
            return geometry(type, of: scanned[position], coordinates, inner)
        }
        switch type {
        case "Point": return position(coordinates, inner).map { .point($0) }
        case "MultiPoint": return .multiPoint(line(coordinates, inner))
        case "LineString": return .lineString(line(coordinates, inner))
        case "MultiLineString": return .multiLineString(lines(coordinates, inner))
        case "Polygon": return .polygon(rings(coordinates, inner))
        default:
            guard let polygons = coordinates.array else {
                problem("expected a list of polygons, not \(coordinates.kind)", coordinates, inner)
                return nil
            }
            return .multiPolygon(polygons.enumerated().map { index, polygon in rings(polygon, "\(inner)[\(index)]") })
        }
    }

    private mutating func geometry(
        _ type: String, of coordinates: CoordinateScanner.Coordinates, _ node: DocumentNode, _ path: String
    ) -> Geometry? {
        switch (type, coordinates) {
        case ("Point", .position(let place)): return .point(place)
        case ("MultiPoint", .line(let places)): return .multiPoint(places)
        case ("LineString", .line(let line)): return .lineString(line)
        case ("MultiLineString", .lines(let lines)): return .multiLineString(lines)
        case ("Polygon", .lines(let rings)): if rings.allSatisfy(isRing) { return .polygon(rings) }
        case ("MultiPolygon", .polygons(let polygons)):
            if polygons.allSatisfy({ $0.allSatisfy(isRing) }) { return .multiPolygon(polygons) }
        default: break
        }
        // The slow way tells what.
        problem("the coordinates are not those of a \(type)", node, path)
        return nil
    }

    private func isRing(_ line: [Coordinate]) -> Bool { line.count >= 4 && line.first == line.last }

    mutating func rings(_ node: DocumentNode, _ path: String) -> [[Coordinate]] {
        guard let members = node.array else {
            problem("expected a list of rings, not \(node.kind)", node, path)
            return []
        }
        return members.enumerated().map { index, member in
            let ring = line(member, "\(path)[\(index)]")
            if ring.count < 4 {
                problem("a ring has \(ring.count) positions; it needs four at least", member, "\(path)[\(index)]")
            } else if ring.first != ring.last {
                problem(
                    "a ring is not closed: it begins and ends at different positions", member, "\(path)[\(index)]",
                    advice: "repeat the first position at the end")
            }
            return ring
        }
    }

    mutating func lines(_ node: DocumentNode, _ path: String) -> [[Coordinate]] {
        guard let members = node.array else {
            problem("expected a list of lines, not \(node.kind)", node, path)
            return []
        }
        return members.enumerated().map { index, member in line(member, "\(path)[\(index)]") }
    }

    mutating func line(_ node: DocumentNode, _ path: String) -> [Coordinate] {
        guard let members = node.array else {
            problem("expected a list of positions, not \(node.kind)", node, path)
            return []
        }
        var line: [Coordinate] = []
        line.reserveCapacity(members.count)
        for (index, member) in members.enumerated() {
            if let place = position(member, path, index) { line.append(place) }
        }
        return line
    }

    mutating func position(_ node: DocumentNode, _ path: String, _ index: Int? = nil) -> Coordinate? {
        guard let numbers = node.array, numbers.count >= 2, let x = numbers[0].number, let y = numbers[1].number else {
            problem(
                "a position is a list of two numbers, longitude and latitude", node,
                index.map { "\(path)[\($0)]" } ?? path)
            return nil
        }
        let place = Coordinate(x, y)
        guard range.allows(place) else {
            problem(
                "(\(x), \(y)) is no longitude and latitude in degrees", node, index.map { "\(path)[\($0)]" } ?? path,
                advice: abs(x) <= 90 && abs(y) <= 360
                    ? "longitude comes first"
                    : "GeoJSON is in degrees; projected coordinates need `projection: identity`")
            return nil
        }
        return place
    }
}

/// An `id` as text.
func identifier(_ node: DocumentNode) -> String {
    if let text = node.string { return text }
    if let number = node.number {
        return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
    return ""
}
