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
