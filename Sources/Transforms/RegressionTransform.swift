#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Documents
import Tables

/// `regression`: a curve fitted by least squares, or its coefficients.
///
/// Exponential curves are fitted to log y with weights y, power curves to log x and log y, as Vega's documentation has
/// it; polynomials are fitted to x about its mean, by Gaussian elimination with pivoting.
package struct RegressionTransform: Transform {
    package static let key = "regression"

    package enum Method: String, Sendable, CaseIterable {
        case linear, log, exp, pow, quad, poly

        /// Whether a point has the logarithms that the method fits.
        func fits(x: Double, y: Double) -> Bool {
            switch self {
            case .linear, .quad, .poly: true
            case .log: x > 0
            case .exp: y > 0
            case .pow: x > 0 && y > 0
            }
        }
    }

    package var field: String
    package var on: String
    package var groupby: [String]
    package var method: Method
    package var order: Int
    package var extent: ClosedRange<Double>?
    /// Coefficients and R² rather than a curve.
    package var givesParameters: Bool
    package var xName: String
    package var yName: String

    package init(
        _ field: String, on: String, groupby: [String] = [], method: Method = .linear, order: Int = 3,
        extent: ClosedRange<Double>? = nil, givesParameters: Bool = false
    ) {
        self.field = field
        self.on = on
        self.groupby = groupby
        self.method = method
        self.order = order
        self.extent = extent
        self.givesParameters = givesParameters
        xName = on
        yName = field
    }

    package init(_ reader: inout DocumentReader) {
        self.init(
            reader.required("regression"), on: reader.required("on"), groupby: reader.texts("groupby"),
            method: reader.word("method", of: Method.self) ?? .linear,
            order: reader.wholeNumber("order", in: 0...20) ?? 3, extent: reader.span("extent"),
            givesParameters: reader.boolean("params") ?? false)
        let names = reader.newNames("as", on, field)
        (xName, yName) = (names[0], names[1])
    }

    /// A fitted curve.
    struct Fit {
        var coefficients: [Double]
        var rSquared: Double
        var predict: (Double) -> Double
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let xs = try table.column(for: on).moments, ys = try table.column(for: field).numbers
        let grouping = try Grouping(table, by: groupby)
        var source: [Int] = [], x: [Double] = [], y: [Double] = []
        var coefficients: [DataValue] = [], fits: [Double] = []
        var unfit = 0
        for (group, rows) in grouping.rows.enumerated() {
            let points = rows.filter { xs[$0].isFinite && ys[$0].isFinite }.map { (x: xs[$0], y: ys[$0]) }
            unfit += points.count { !method.fits(x: $0.x, y: $0.y) }
            let degree = method == .quad ? 2 : method == .poly ? order : 1
            guard points.count > degree, let fit = Self.fit(points, method: method, order: degree) else { continue }
            if givesParameters {
                source.append(grouping.firstRows[group])
                coefficients.append(.array(fit.coefficients.map { .number($0) }))
                fits.append(fit.rSquared)
                continue
            }
            let given = points.map(\.x)
            guard let low = given.min(), let high = given.max() else { continue }
            let domain = extent ?? low...high
            let curve =
                method == .linear
                ? [domain.lowerBound, domain.upperBound].map { (x: $0, y: fit.predict($0)) }
                : CurveSampling.points(over: domain, least: 25, most: 200, fit.predict)
            for point in curve {
                source.append(grouping.firstRows[group])
                x.append(point.x)
                y.append(point.y)
            }
        }
        if unfit > 0 {
            context.warnings.add(
                Diagnostic(
                    "`regression` leaves out \(unfit) rows: `\(method.rawValue)` fits positive numbers only",
                    severity: .warning, advice: "filter them, or take `linear`, `quad` or `poly`"))
        }
        var result = Table(rowCount: source.count)
        for name in groupby { result.set(name, try table.column(for: name).rows(source)) }
        if givesParameters {
            result.set("coef", Table.Column(.values(coefficients)))
            result.set("rSquared", Table.Column(.numbers(fits)))
        } else {
            result.set(xName, Table.Column(.numbers(x)))
            result.set(yName, Table.Column(.numbers(y)))
        }
        return result
    }

    static func fit(_ points: [(x: Double, y: Double)], method: Method, order: Int) -> Fit? {
        switch method {
        case .linear:
            guard let (a, b) = line(points.map { ($0.x, $0.y, 1) }) else { return nil }
            return make([a, b], points) { a + b * $0 }
        case .log:
            guard let (a, b) = line(points.filter { $0.x > 0 }.map { (naturalLogarithm($0.x), $0.y, 1) }) else {
                return nil
            }
            return make([a, b], points) { a + b * naturalLogarithm($0) }
        case .exp:
            // Weighted by y, lest the small values rule.
            guard let (a, b) = line(points.filter { $0.y > 0 }.map { ($0.x, naturalLogarithm($0.y), $0.y) }) else {
                return nil
            }
            let factor = exponential(a)
            return make([factor, b], points) { factor * exponential(b * $0) }
        case .pow:
            guard
                let (a, b) = line(
                    points.filter { $0.x > 0 && $0.y > 0 }.map { (naturalLogarithm($0.x), naturalLogarithm($0.y), 1) })
            else { return nil }
            let factor = exponential(a)
            return make([factor, b], points) { factor * power($0, b) }
        case .quad, .poly:
            let mean = points.reduce(0) { $0 + $1.x } / Double(points.count)
            let scale = points.reduce(0) { max($0, ($1.x - mean).magnitude) }
            guard scale > 0 else { return nil }
            guard let centred = polynomial(points.map { (($0.x - mean) / scale, $0.y) }, order: order) else {
                return nil
            }
            let predict = { (x: Double) in centred.reversed().reduce(0) { $0 * ((x - mean) / scale) + $1 } }
            return make(expanded(centred, mean: mean, scale: scale), points, predict)
        }
    }

    private static func make(
        _ coefficients: [Double], _ points: [(x: Double, y: Double)], _ predict: @escaping (Double) -> Double
    ) -> Fit {
        let mean = points.reduce(0) { $0 + $1.y } / Double(points.count)
        var residual = 0.0, total = 0.0
        for point in points {
            let miss = point.y - predict(point.x), distance = point.y - mean
            if miss.isFinite { residual += miss * miss }
            total += distance * distance
        }
        return Fit(coefficients: coefficients, rSquared: total > 0 ? 1 - residual / total : 1, predict: predict)
    }

    /// Intercept and slope by weighted least squares.
    private static func line(_ points: [(x: Double, y: Double, weight: Double)]) -> (Double, Double)? {
        guard points.count > 1 else { return nil }
        let weights = points.reduce(0) { $0 + $1.weight }
        guard weights > 0 else { return nil }
        let meanX = points.reduce(0) { $0 + $1.weight * $1.x } / weights,
            meanY = points.reduce(0) { $0 + $1.weight * $1.y } / weights
        var xx = 0.0, xy = 0.0
        for point in points {
            xx += point.weight * (point.x - meanX) * (point.x - meanX)
            xy += point.weight * (point.x - meanX) * (point.y - meanY)
        }
        let slope = xx > 0 ? xy / xx : 0
        return (meanY - slope * meanX, slope)
    }

    private static func polynomial(_ points: [(x: Double, y: Double)], order: Int) -> [Double]? {
        let size = order + 1
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: size + 1), count: size)
        for point in points {
            var powers = [1.0]
            for _ in 0..<(2 * order) { powers.append((powers.last ?? 1) * point.x) }
            for i in 0..<size {
                for j in 0..<size { matrix[i][j] += powers[i + j] }
                matrix[i][size] += powers[i] * point.y
            }
        }
        for column in 0..<size {
            guard let pivot = (column..<size).max(by: { matrix[$0][column].magnitude < matrix[$1][column].magnitude }),
                matrix[pivot][column].magnitude > 1e-14
            else { return nil }
            matrix.swapAt(column, pivot)
            for row in 0..<size where row != column {
                let factor = matrix[row][column] / matrix[column][column]
                for place in column...size { matrix[row][place] -= factor * matrix[column][place] }
            }
        }
        return (0..<size).map { matrix[$0][size] / matrix[$0][$0] }
    }

    /// Coefficients in x of a polynomial in (x − mean) / scale.
    private static func expanded(_ centred: [Double], mean: Double, scale: Double) -> [Double] {
        var result = [Double](repeating: 0, count: centred.count)
        var power = [1.0]
        for coefficient in centred {
            for (degree, factor) in power.enumerated() { result[degree] += coefficient * factor }
            var next = [Double](repeating: 0, count: power.count + 1)
            for (degree, factor) in power.enumerated() {
                next[degree] -= factor * mean / scale
                next[degree + 1] += factor / scale
            }
            power = Array(next.prefix(centred.count))
        }
        return result
    }
}

// The cases of `Method` hide the functions of the same names.
private func naturalLogarithm(_ x: Double) -> Double { log(x) }
private func exponential(_ x: Double) -> Double { exp(x) }
private func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
