#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Documents
import Expressions
import Tables

/// `density`: a kernel density estimate with a Gaussian kernel, sampled along its domain.
///
/// Without a bandwidth, Scott's rule with the more robust of deviation and quartile distance: 1.06 · min(σ, IQR/1.34) ·
/// n^(−1/5) (Silverman 1986, section 3.4.2; Scott 1992).
package struct DensityTransform: Transform {
    package static let key = "density"
    package static let properties = [
        "density", "groupby", "cumulative", "counts", "bandwidth", "extent", "minsteps", "maxsteps", "steps", "resolve",
        "as",
    ]

    package var field: String
    package var groupby: [String]
    package var isCumulative: Bool
    /// Counts rather than shares.
    package var counts: Bool
    /// 0 for a bandwidth from the data.
    package var bandwidth: Double
    package var extent: ClosedRange<Double>?
    package var minsteps: Int
    package var maxsteps: Int
    package var steps: Int?
    /// Whether all groups are sampled at the same places.
    package var isShared: Bool
    package var valueName: String
    package var densityName: String

    package init(_ reader: inout TransformReader) {
        field = reader.requiredString("density")
        groupby = reader.strings("groupby") ?? []
        isCumulative = reader.boolean("cumulative") ?? false
        counts = reader.boolean("counts") ?? false
        bandwidth = max(0, reader.number("bandwidth") ?? 0)
        extent = reader.span("extent")
        minsteps = reader.integer("minsteps", 1...100_000) ?? 25
        maxsteps = reader.integer("maxsteps", 1...100_000) ?? 200
        steps = reader.integer("steps", 1...100_000)
        isShared = (reader.word("resolve", of: ["shared", "independent"]) ?? "shared") == "shared"
        let names = reader.strings("as") ?? []
        valueName = names.first ?? "value"
        densityName = names.count > 1 ? names[1] : "density"
    }

    /// The bandwidth that the values suggest.
    static func bandwidth(of values: [Double]) -> Double {
        guard let first = values.first else { return 1 }
        let sorted = values.sorted()
        let count = Double(values.count)
        let deviation = values.count > 1 ? (Statistics.squares(values).squares / (count - 1)).squareRoot() : 0
        let quartiles = (Statistics.quantile(sorted, 0.75) - Statistics.quantile(sorted, 0.25)) / 1.34
        var width = min(deviation, quartiles)
        if width == 0 { width = deviation != 0 ? deviation : first != 0 ? first.magnitude : 1 }
        return 1.06 * width * pow(count, -0.2)
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let numbers = try table.column(for: field).numbers
        let grouping = try Grouping(table, by: groupby)
        let valid = numbers.filter(\.isFinite)
        var source: [Int] = [], places: [Double] = [], densities: [Double] = []
        for (group, rows) in grouping.rows.enumerated() {
            let values = rows.map { numbers[$0] }.filter(\.isFinite)
            let span = isShared ? valid : values
            guard let low = span.min(), let high = span.max(), !values.isEmpty else { continue }
            let domain = extent ?? low...high
            let width = bandwidth > 0 ? bandwidth : Self.bandwidth(of: values)
            let most = steps ?? maxsteps
            let least = isShared ? most : steps ?? minsteps
            if values.count.multipliedReportingOverflow(by: most).overflow || values.count * most > 2_000_000_000 {
                throw Diagnostic(
                    "`density` of \(values.count) values at \(most) places is too much work",
                    advice: "take fewer `steps`, or `sample` first")
            }
            let isCumulative = isCumulative
            let total = counts ? 1 : 1 / Double(values.count)
            let points = CurveSampling.points(over: domain, least: least, most: most) { x in
                var sum = 0.0
                for value in values {
                    sum +=
                        isCumulative
                        ? StatisticalFunctions.normalCumulative(x, mean: value, deviation: width)
                        : StatisticalFunctions.normalDensity(x, mean: value, deviation: width)
                }
                return sum * total
            }
            for point in points {
                source.append(grouping.firstRows[group])
                places.append(point.x)
                densities.append(point.y)
            }
        }
        var result = Table(rowCount: source.count)
        for name in groupby { result.set(name, try table.column(for: name).rows(source)) }
        result.set(valueName, Table.Column(.numbers(places)))
        result.set(densityName, Table.Column(.numbers(densities)))
        return result
    }
}
