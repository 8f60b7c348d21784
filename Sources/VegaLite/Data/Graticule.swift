import Documents
import Tables

/// Meridians and parallels, as Vega-Lite's `graticule` data asks for them. By default every 10 degrees up to latitude
/// 80, every 90 to the poles.
struct Graticule {
    private struct Extent {
        var west: Double
        var south: Double
        var east: Double
        var north: Double
    }

    private struct Grid {
        var extent: Extent
        /// Degrees from one line to the next.
        var step: (x: Double, y: Double)
    }

    /// Degrees that no reader sees.
    private static let tiny = 1e-6

    private var major = Grid(
        extent: Extent(west: -180, south: -90 + tiny, east: 180, north: 90 - tiny), step: (90, 360))
    private var minor = Grid(extent: Extent(west: -180, south: -80 - tiny, east: 180, north: 80 + tiny), step: (10, 10))
    /// Degrees between the points of a line.
    private var precision = 2.5

    /// `true` is a graticule as it comes, `false` none.
    static func table(_ node: DocumentNode, path: String) throws(Diagnostics) -> Table {
        if let isWanted = node.boolean { return isWanted ? Graticule().table : Table() }
        return try Graticule(node, path: path).table
    }

    private init() {}

    private init(_ node: DocumentNode, path: String) throws(Diagnostics) {
        var reader = DocumentReader(node, path: path, noun: "`graticule`")
        let extent = Self.extent("extent", &reader)
        let step = Self.step("step", &reader)
        if let own = Self.extent("extentMajor", &reader) ?? extent { major.extent = own }
        if let own = Self.extent("extentMinor", &reader) ?? extent { minor.extent = own }
        if let own = Self.step("stepMajor", &reader) ?? step { major.step = own }
        if let own = Self.step("stepMinor", &reader) ?? step { minor.step = own }
        precision = max(0.1, reader.number("precision") ?? precision)
        reader.finish()
        try reader.problems.throwIfErrors()
    }

    private static func extent(_ key: String, _ reader: inout DocumentReader) -> Extent? {
        guard let node = reader.value(key) else { return nil }
        guard let corners = node.array, corners.count == 2, let low = corners[0].array?.compactMap(\.number),
            let high = corners[1].array?.compactMap(\.number), low.count == 2, high.count == 2
        else {
            reader.report(key, "`\(key)` is [[west, south], [east, north]]")
            return nil
        }
        func bound(_ value: Double, _ most: Double) -> Double { max(-most, min(most, value)) }
        return Extent(
            west: bound(low[0], 360), south: bound(low[1], 90), east: bound(high[0], 360), north: bound(high[1], 90))
    }

    private static func step(_ key: String, _ reader: inout DocumentReader) -> (x: Double, y: Double)? {
        guard let node = reader.value(key) else { return nil }
        guard let steps = node.array?.compactMap(\.number), steps.count == 2, steps.allSatisfy({ $0 >= 0.01 }) else {
            reader.report(key, "`\(key)` is two numbers of degrees, at least 0.01")
            return nil
        }
        return (steps[0], steps[1])
    }

    /// One GeoJSON object.
    var table: Table {
        var lines = multiples(major.step.x, major.extent.west, major.extent.east).map { meridian($0, major.extent) }
        lines += multiples(major.step.y, major.extent.south, major.extent.north).map { parallel($0, major.extent) }
        lines += multiples(minor.step.x, minor.extent.west, minor.extent.east)
            .filter { !isMultiple($0, of: major.step.x) }.map { meridian($0, minor.extent) }
        lines += multiples(minor.step.y, minor.extent.south, minor.extent.north + Self.tiny)
            .filter { !isMultiple($0, of: major.step.y) }.map { parallel($0, minor.extent) }
        return Table(rows: [[.init("type", .string("MultiLineString")), .init("coordinates", .array(lines))]])
    }

    private func meridian(_ x: Double, _ extent: Extent) -> DataValue {
        let latitudes = range(extent.south, extent.north - Self.tiny, precision) + [extent.north]
        return .array(latitudes.map { .array([.number(x), .number($0)]) })
    }

    private func parallel(_ y: Double, _ extent: Extent) -> DataValue {
        let longitudes = range(extent.west, extent.east - Self.tiny, precision) + [extent.east]
        return .array(longitudes.map { .array([.number($0), .number(y)]) })
    }

    private func range(_ from: Double, _ to: Double, _ step: Double) -> [Double] {
        guard to > from else { return [] }
        return (0..<Int(max(0, min(100_000, ((to - from) / step).rounded(.up))))).map { from + Double($0) * step }
    }

    private func multiples(_ step: Double, _ from: Double, _ to: Double) -> [Double] {
        range((from / step).rounded(.up) * step, to, step)
    }

    private func isMultiple(_ value: Double, of step: Double) -> Bool {
        (value - (value / step).rounded() * step).magnitude <= Self.tiny
    }
}
