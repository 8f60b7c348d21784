import Documents

/// The shapes of the `.shp` file, each with what is wrong with it told by its record.
struct ShapeReader {
    let bytes: ByteReader
    let file: String
    let range: CoordinateRange
    /// For the names in messages.
    let table: DBaseTable?
    var problems = Diagnostics()

    private static let names = [
        0: "null", 1: "point", 3: "polyline", 5: "polygon", 8: "multipoint", 11: "pointZ", 13: "polylineZ",
        15: "polygonZ",
        18: "multipointZ", 21: "pointM", 23: "polylineM", 25: "polygonM", 28: "multipointM",
    ]

    private mutating func problem(_ message: String, record: Int? = nil, advice: String? = nil) {
        guard problems.all.count < 50 else { return }
        var path = ""
        if let record {
            path = "record \(record + 1)"
            if let row = table.flatMap({ record < $0.rows.count ? $0.rows[record] : nil }),
                let name = ["NAME", "name", "NAME_EN", "name_en", "ADMIN"].lazy.compactMap({ row[$0]?.string }).first,
                !name.isEmpty
            {
                path += " (\(name))"
            }
        }
        problems.add(Diagnostic(message, file: file, path: path, advice: advice))
    }

    mutating func shapes(index: [UInt8]?, indexFile: String) -> [Geometry?] {
        guard bytes.count >= 100 else {
            problem("no shapefile: \(bytes.count) bytes, and its head alone is 100")
            return []
        }
        guard bytes.big32(0) == 9994, let kind = bytes.little32(32) else {
            problem("no shapefile: it does not begin with 9994")
            return []
        }
        guard ShapeReader.names[kind] != nil else {
            problem(kind == 31 ? "multipatch shapes are not drawn" : "\(kind) is no type of shape")
            return []
        }
        let whole = (bytes.big32(24) ?? 0) * 2
        if whole != bytes.count {
            problem(
                whole > bytes.count
                    ? "the file is truncated: \(bytes.count) of \(whole) bytes"
                    : "the file says that it is \(whole) bytes long; it is \(bytes.count)",
                advice: "copy or download it again")
            return []
        }
        guard let places = index.map({ indexed($0, indexFile) }) ?? sequential() else { return [] }
        var shapes: [Geometry?] = []
        shapes.reserveCapacity(places.count)
        for (record, place) in places.enumerated() { shapes.append(shape(record, place, kind)) }
        return shapes
    }

    /// Where records' contents lie, one after another.
    private mutating func sequential() -> [Range<Int>]? {
        var places: [Range<Int>] = []
        var offset = 100
        while offset < bytes.count {
            guard let words = bytes.big32(offset + 4), words >= 2, offset + 8 + words * 2 <= bytes.count else {
                problem("the file ends inside the record, or its length is wrong", record: places.count)
                return nil
            }
            places.append(offset + 8..<offset + 8 + words * 2)
            offset += 8 + words * 2
        }
        return places
    }

    /// The same as the index has it: records need not follow each other.
    private mutating func indexed(_ index: [UInt8], _ indexFile: String) -> [Range<Int>]? {
        let reader = ByteReader(index)
        guard reader.big32(0) == 9994, reader.count >= 100, (reader.count - 100) % 8 == 0 else {
            problems.add(
                Diagnostic(
                    "no index of a shapefile", file: indexFile, advice: "delete it: the shapes can be read without"))
            return nil
        }
        var places: [Range<Int>] = []
        for record in 0..<(reader.count - 100) / 8 {
            guard let words = reader.big32(100 + record * 8), words >= 50, let length = bytes.big32(words * 2 + 4),
                length >= 2,
                words * 2 + 8 + length * 2 <= bytes.count
            else {
                problem(
                    "the index leads out of the file", record: record,
                    advice: "delete \(indexFile): the shapes can be read without")
                return nil
            }
            places.append(words * 2 + 8..<words * 2 + 8 + length * 2)
        }
        return places
    }

    private mutating func shape(_ record: Int, _ place: Range<Int>, _ kind: Int) -> Geometry? {
        guard let own = bytes.little32(place.lowerBound) else { return nil }
        if own == 0 { return nil }
        guard own == kind else {
            problem(
                "a shape of type \(ShapeReader.names[own] ?? String(own)) in a file of type "
                    + "\(ShapeReader.names[kind] ?? "")",
                record: record)
            return nil
        }
        let base = place.lowerBound
        switch kind % 10 {
        case 1: return points(at: base + 4, count: 1, place, record)?.first.map { .point($0) }
        case 8:
            guard let count = bytes.little32(base + 36) else {
                problem("the record is too short", record: record)
                return nil
            }
            return points(at: base + 40, count: count, place, record).map { .multiPoint($0) }
        default:
            guard let parts = lines(base, place, record) else { return nil }
            if kind % 10 == 3 { return parts.count == 1 ? .lineString(parts[0]) : .multiLineString(parts) }
            return polygons(parts, record)
        }
    }

    private mutating func points(at offset: Int, count: Int, _ place: Range<Int>, _ record: Int) -> [Coordinate]? {
        guard count >= 0, count <= (place.upperBound - offset) / 16 else {
            problem("\(count) points do not fit into the record", record: record)
            return nil
        }
        var points: [Coordinate] = []
        points.reserveCapacity(count)
        for index in 0..<count {
            guard let x = bytes.double(offset + index * 16), let y = bytes.double(offset + index * 16 + 8) else {
                return nil
            }
            let point = Coordinate(x, y)
            guard range.allows(point) else {
                problem(
                    "(\(x), \(y)) is no longitude and latitude in degrees", record: record,
                    advice: x.isFinite && y.isFinite ? "turn projected shapes back: ogr2ogr -t_srs EPSG:4326" : nil)
                return nil
            }
            points.append(point)
        }
        return points
    }

    private mutating func lines(_ base: Int, _ place: Range<Int>, _ record: Int) -> [[Coordinate]]? {
        guard place.count >= 44, let parts = bytes.little32(base + 36), let count = bytes.little32(base + 40),
            parts >= 0,
            parts <= (place.count - 44) / 4
        else {
            problem("the record is too short for its parts", record: record)
            return nil
        }
        guard let all = points(at: base + 44 + parts * 4, count: count, place, record) else { return nil }
        var lines: [[Coordinate]] = []
        for part in 0..<parts {
            let start = bytes.little32(base + 44 + part * 4) ?? -1
            let end = part + 1 < parts ? bytes.little32(base + 48 + part * 4) ?? -1 : count
            guard start >= 0, end >= start, end <= count else {
                problem("part \(part + 1) goes from point \(start) to \(end) of \(count)", record: record)
                return nil
            }
            if end > start { lines.append(Array(all[start..<end])) }
        }
        return lines
    }

    private mutating func polygons(_ rings: [[Coordinate]], _ record: Int) -> Geometry? {
        for (part, ring) in rings.enumerated() {
            if ring.count < 4 {
                problem("ring \(part + 1) has \(ring.count) points; it needs four at least", record: record)
                return nil
            }
            if ring.first != ring.last {
                problem("ring \(part + 1) is not closed: it begins and ends at different points", record: record)
                return nil
            }
        }
        let areas = rings.map { ring in planarArea(ring.map { (x: $0.longitude, y: $0.latitude) }) }
        let boxes = rings.map(Box.init)
        var outer = rings.indices.filter { areas[$0] <= 0 }
        var polygons = outer.map { [rings[$0]] }
        for index in rings.indices where areas[index] > 0 {
            // The smallest outer ring that holds it.
            let holder = outer.indices.filter {
                abs(areas[outer[$0]]) > areas[index] && boxes[outer[$0]].holds(boxes[index])
                    && holds(rings[outer[$0]], rings[index][0])
            }.min { abs(areas[outer[$0]]) < abs(areas[outer[$1]]) }
            if let holder {
                polygons[holder].append(rings[index])
            } else {
                outer.append(index)
                polygons.append([rings[index]])
            }
        }
        let geometry: Geometry = polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
        return range == .sphere ? geometry.rewound : geometry
    }

    private func holds(_ ring: [Coordinate], _ point: Coordinate) -> Bool {
        var inside = false
        guard var last = ring.last else { return false }
        for next in ring {
            if (next.latitude > point.latitude) != (last.latitude > point.latitude),
                point.longitude < (last.longitude - next.longitude) * (point.latitude - next.latitude)
                    / (last.latitude - next.latitude) + next.longitude
            {
                inside.toggle()
            }
            last = next
        }
        return inside
    }
}

/// The rectangle of degrees around a ring.
private struct Box {
    private var (west, south, east, north) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)

    init(_ ring: [Coordinate]) {
        for point in ring {
            (west, east) = (min(west, point.longitude), max(east, point.longitude))
            (south, north) = (min(south, point.latitude), max(north, point.latitude))
        }
    }

    func holds(_ other: Box) -> Bool {
        west <= other.west && south <= other.south && east >= other.east && north >= other.north
    }
}
