import Documents
import Geography
import SceneGraph
import Tables

/// Shapes of the globe in a table's cells, as GeoJSON writes them.
enum GeometryReading {
    /// A geometry, or that of a feature; nil for anything else.
    static func geometry(_ value: DataValue, depth: Int = 0) -> Geometry? {
        guard depth < 8, let type = value["type"]?.string else { return nil }
        let coordinates = value["coordinates"] ?? .null
        switch type {
        case "Sphere": return .sphere
        case "Feature": return value["geometry"].flatMap { geometry($0, depth: depth + 1) }
        case "FeatureCollection":
            return .collection((value["features"]?.array ?? []).compactMap { geometry($0, depth: depth + 1) })
        case "GeometryCollection":
            return .collection((value["geometries"]?.array ?? []).compactMap { geometry($0, depth: depth + 1) })
        case "Point": return coordinate(coordinates).map { .point($0) }
        case "MultiPoint": return .multiPoint(line(coordinates))
        case "LineString": return .lineString(line(coordinates))
        case "MultiLineString": return .multiLineString((coordinates.array ?? []).map(line))
        case "Polygon": return .polygon((coordinates.array ?? []).map(line))
        case "MultiPolygon":
            return .multiPolygon((coordinates.array ?? []).map { polygon in (polygon.array ?? []).map(line) })
        default: return nil
        }
    }

    private static func coordinate(_ value: DataValue) -> Coordinate? {
        guard let list = value.array, list.count >= 2, let longitude = list[0].number, let latitude = list[1].number
        else { return nil }
        return Coordinate(longitude, latitude)
    }

    private static func line(_ value: DataValue) -> [Coordinate] { (value.array ?? []).compactMap(coordinate) }

    /// The geometries of a table's rows: of its own columns, or of one that holds them.
    static func geometries(_ table: Table, column: String?) -> [Geometry?] {
        if let column, let values = table.column(column) { return (0..<table.rowCount).map { geometry(values[$0]) } }
        return (0..<table.rowCount).map { geometry(table.row($0)) }
    }
}

extension Compilation {
    /// The projection of a view: as the document sets it, or fitted to all that the view shows.
    mutating func projection(of id: Int, size: ViewSize) -> Projection {
        let frame = frame(of: id)
        if let known = projections[frame] { return known }
        var node: DocumentNode?
        for view in [id, frame] + units(under: frame) where node == nil { node = views[view].projection }
        node = node ?? config["projection"]
        let name = node?["type"].map { evaluator.resolved($0) }?.string ?? "equalEarth"
        var result: Projection
        if let named = Projection(named: name) {
            result = named
        } else {
            report("`\(name)` is no projection", node?["type"], path: join(views[id].path, "projection.type"))
            guard let standard = Projection(named: "equalEarth") else {
                fatalError("the standard projection is missing")
            }
            result = standard
        }
        func numbers(_ key: String) -> [Double]? {
            node?[key].map { evaluator.resolved($0) }?.array?.compactMap(\.number)
        }
        if let turn = numbers("rotate"), turn.count >= 2 {
            result.rotation = Rotation(turn[0], turn[1], turn.count > 2 ? turn[2] : 0)
        }
        if let center = numbers("center"), center.count == 2 { result.center = Coordinate(center[0], center[1]) }
        if let parallels = numbers("parallels"), parallels.count == 2 { result.parallels = parallels }
        if let angle = node?["clipAngle"]?.number { result.clipAngle = angle }
        if let precision = node?["precision"]?.number, precision >= 0 { result.precision = precision }
        if node?["reflectX"]?.boolean == true { result.reflectX = true }
        if node?["reflectY"]?.boolean == true { result.reflectY = true }
        if let scale = node?["scale"].map({ evaluator.resolved($0) })?.number {
            result.scale = scale
            result.translate = Point(size.width / 2, size.height / 2)
            if let translate = numbers("translate"), translate.count == 2 {
                result.translate = Point(translate[0], translate[1])
            }
        } else {
            var shapes: [Geometry] = []
            for unit in units(under: frame) {
                guard let drawn = views[unit].unit else { continue }
                if drawn.mark == .geoshape {
                    shapes += GeometryReading.geometries(drawn.table, column: drawn.encoding[.shape]?.column).compactMap
                    { $0 }
                } else {
                    for (longitude, latitude) in [(Channel.longitude, Channel.latitude), (.longitude2, .latitude2)] {
                        let places = coordinates(drawn, Array(0..<drawn.table.rowCount), longitude, latitude).filter(
                            \.isFinite)
                        if !places.isEmpty { shapes.append(.multiPoint(places)) }
                    }
                }
            }
            result.fit(to: Rectangle(x: 0, y: 0, width: size.width, height: size.height), of: shapes)
        }
        projections[frame] = result
        return result
    }

    private func coordinates(
        _ unit: View.Unit, _ rows: [Int], _ longitude: Channel, _ latitude: Channel
    ) -> [Coordinate] {
        func numbers(_ channel: Channel) -> [Double] {
            guard let definition = unit.encoding[channel] else { return [Double](repeating: .nan, count: rows.count) }
            if let datum = definition.datum?.number ?? definition.value?.number {
                return [Double](repeating: datum, count: rows.count)
            }
            guard let column = unit.table.column(definition.column) else {
                return [Double](repeating: .nan, count: rows.count)
            }
            let all = column.numbers
            return rows.map { all[$0] }
        }
        return zip(numbers(longitude), numbers(latitude)).map { Coordinate($0, $1) }
    }

    mutating func drawGeoshapes(_ encoder: MarkEncoder, cell: Cell) -> [Node] {
        let projection = projection(of: encoder.id, size: encoder.size)
        let drawer = GeographicPath(projection)
        let style = MarkStyle(encoder, isFilled: !isGraticule(encoder.id))
        let nodes = MarkNodes(encoder, cell: cell)
        let shapes = GeometryReading.geometries(encoder.table, column: encoder.definition(.shape)?.column)
        var result: [Node] = []
        for (index, row) in encoder.rows.enumerated() {
            guard let shape = shapes[row] else { continue }
            let path = drawer.path(of: shape)
            guard !path.isEmpty else { continue }
            result += style.node(
                id: nodes.id(index), role: nodes.role, path, box: path.bounds ?? .zero, index: index, nodes: nodes)
        }
        return result
    }

    private func isGraticule(_ id: Int) -> Bool {
        var view: Int? = id
        while let at = view {
            if let data = views[at].node["data"] { return data["graticule"] != nil }
            view = views[at].parent
        }
        return false
    }

    mutating func projectedPoints(
        _ encoder: MarkEncoder, _ longitude: Channel, _ latitude: Channel
    ) -> ([Double], [Double]) {
        let projection = projection(of: encoder.id, size: encoder.size)
        let points = coordinates(encoder.unit, encoder.rows, longitude, latitude).map { projection.project($0) }
        return (points.map { $0?.x ?? .nan }, points.map { $0?.y ?? .nan })
    }
}
