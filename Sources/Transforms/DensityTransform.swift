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

    package enum Resolution: String, CaseIterable { case shared, independent }

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

    package init(_ reader: inout DocumentReader) {
        field = reader.required("density")
        groupby = reader.texts("groupby")
        isCumulative = reader.boolean("cumulative") ?? false
        counts = reader.boolean("counts") ?? false
        bandwidth = max(0, reader.number("bandwidth") ?? 0)
        extent = reader.span("extent")
        minsteps = reader.wholeNumber("minsteps", in: 1...100_000) ?? 25
        maxsteps = reader.wholeNumber("maxsteps", in: 1...100_000) ?? 200
        steps = reader.wholeNumber("steps", in: 1...100_000)
        isShared = reader.word("resolve", of: Resolution.self) != .independent
        let names = reader.newNames("as", "value", "density")
        (valueName, densityName) = (names[0], names[1])
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

    /// Kernels that may be worked out, over all groups.
    private static let mostWork = 400_000_000

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let numbers = try table.column(for: field).numbers
        let grouping = try Grouping(table, by: groupby)
        let valid = numbers.filter(\.isFinite)
        let most = steps ?? maxsteps
        if valid.count.multipliedReportingOverflow(by: most).overflow || valid.count * most > Self.mostWork
            || grouping.count * most > FlattenTransform.mostRows
        {
            throw Diagnostic(
                "`density` of \(valid.count) values in \(grouping.count) groups at \(most) places is too much work",
                advice: "take fewer `steps`, or `sample` first")
        }
        var source: [Int] = [], places: [Double] = [], densities: [Double] = []
        for (group, rows) in grouping.rows.enumerated() {
            let values = rows.map { numbers[$0] }.filter(\.isFinite)
            let span = isShared ? valid : values
            guard let low = span.min(), let high = span.max(), !values.isEmpty else { continue }
            for point in curve(of: values, over: extent ?? low...high) {
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

    private func curve(of values: [Double], over domain: ClosedRange<Double>) -> [(x: Double, y: Double)] {
        let width = bandwidth > 0 ? bandwidth : Self.bandwidth(of: values)
        let most = steps ?? maxsteps
        let total = counts ? 1 : 1 / Double(values.count)
        let kernel =
            isCumulative ? StatisticalFunctions.normalCumulative : StatisticalFunctions.normalDensity
        return CurveSampling.points(over: domain, least: isShared ? most : steps ?? minsteps, most: most) { x in
            values.reduce(0) { $0 + kernel(x, $1, width) } * total
        }
    }
}
