import Documents
import Tables
import Transforms

/// Data that is made rather than read.
enum Generators {
    static let mostRows = 10_000_000.0

    /// `{start, stop, step, as}`: numbers from `start` up to, not including, `stop`.
    static func sequence(_ node: DocumentNode, path: String) throws(Diagnostics) -> Table {
        var reader = DocumentReader(node, path: path, noun: "`sequence`")
        let start = reader.number("start") ?? 0, step = reader.number("step") ?? 1
        let stop = reader.number("stop")
        if !reader.has("stop") { reader.report(nil, "`stop` is missing") }
        if step == 0 { reader.report("step", "`step` is not 0") }
        let name = reader.text("as") ?? "data"
        reader.finish()
        // A step that leads away from the end makes nothing.
        let count = max(0, (((stop ?? start) - start) / step).rounded(.up))
        if !(count <= mostRows), step != 0 {
            reader.report(nil, "`sequence` makes more than \(Int(mostRows)) numbers")
        }
        try reader.problems.throwIfErrors()
        let numbers = (0..<Int(max(0, count))).map { start + Double($0) * step }
        var table = Table(rowCount: numbers.count)
        table.set(name, Table.Column(.numbers(numbers)))
        return table
    }

    /// Meridians and parallels as one GeoJSON object. By default every 10 degrees up to latitude 80, every 90 to the
    /// poles.
    static func graticule(_ node: DocumentNode, path: String) throws(Diagnostics) -> Table {
        if node.boolean == false { return Table() }
        let tiny = 1e-6
        if node.boolean == true { return try graticule(DocumentNode(.object(DocumentObject())), path: path) }
        var reader = DocumentReader(node, path: path, noun: "`graticule`")
        reader.allow("extent", "extentMajor", "extentMinor", "step", "stepMajor", "stepMinor")
        typealias Extent = (west: Double, south: Double, east: Double, north: Double)
        func extent(_ key: String) -> Extent? {
            guard let corners = node[key]?.array, corners.count == 2, let low = corners[0].array?.compactMap(\.number),
                let high = corners[1].array?.compactMap(\.number), low.count == 2, high.count == 2
            else { return nil }
            func bound(_ value: Double, _ most: Double) -> Double { max(-most, min(most, value)) }
            return (bound(low[0], 360), bound(low[1], 90), bound(high[0], 360), bound(high[1], 90))
        }
        func step(_ key: String) -> (x: Double, y: Double)? {
            guard let steps = node[key]?.array?.compactMap(\.number), steps.count == 2, steps.allSatisfy({ $0 >= 0.01 })
            else { return nil }
            return (steps[0], steps[1])
        }
        for key in ["extent", "extentMajor", "extentMinor"] where node[key] != nil && extent(key) == nil {
            reader.report(key, "`\(key)` is [[west, south], [east, north]]")
        }
        for key in ["step", "stepMajor", "stepMinor"] where node[key] != nil && step(key) == nil {
            reader.report(key, "`\(key)` is two numbers of degrees, at least 0.01")
        }
        let precision = max(0.1, reader.number("precision") ?? 2.5)
        reader.finish()
        try reader.problems.throwIfErrors()
        let major = extent("extentMajor") ?? extent("extent") ?? (-180, -90 + tiny, 180, 90 - tiny)
        let minor = extent("extentMinor") ?? extent("extent") ?? (-180, -80 - tiny, 180, 80 + tiny)
        let majorStep = step("stepMajor") ?? step("step") ?? (90, 360)
        let minorStep = step("stepMinor") ?? step("step") ?? (10, 10)

        func range(_ from: Double, _ to: Double, _ step: Double) -> [Double] {
            guard to > from else { return [] }
            return (0..<Int(max(0, min(100_000, ((to - from) / step).rounded(.up))))).map { from + Double($0) * step }
        }
        func meridian(_ x: Double, _ extent: Extent) -> DataValue {
            line((range(extent.south, extent.north - tiny, precision) + [extent.north]).map { (x, $0) })
        }
        func parallel(_ y: Double, _ extent: Extent) -> DataValue {
            line((range(extent.west, extent.east - tiny, precision) + [extent.east]).map { ($0, y) })
        }
        func line(_ points: [(Double, Double)]) -> DataValue {
            .array(points.map { .array([.number($0.0), .number($0.1)]) })
        }
        func multiples(_ step: Double, _ from: Double, _ to: Double) -> [Double] {
            range((from / step).rounded(.up) * step, to, step)
        }
        func isMultiple(_ value: Double, of step: Double) -> Bool {
            (value - (value / step).rounded() * step).magnitude <= tiny
        }

        var lines = multiples(majorStep.x, major.west, major.east).map { meridian($0, major) }
        lines += multiples(majorStep.y, major.south, major.north).map { parallel($0, major) }
        lines += multiples(minorStep.x, minor.west, minor.east).filter { !isMultiple($0, of: majorStep.x) }.map {
            meridian($0, minor)
        }
        lines += multiples(minorStep.y, minor.south, minor.north + tiny).filter { !isMultiple($0, of: majorStep.y) }.map
        { parallel($0, minor) }
        return Table(rows: [[.init("type", .string("MultiLineString")), .init("coordinates", .array(lines))]])
    }
}
