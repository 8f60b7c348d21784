import Documents
import Tables

/// `loess`: a smooth curve of locally weighted straight lines, with two rounds against outliers (Cleveland 1979).
package struct LoessTransform: Transform {
    package static let key = "loess"

    package var field: String
    package var on: String
    package var groupby: [String]
    /// The share of the points that each line looks at.
    package var bandwidth: Double
    package var xName: String
    package var yName: String

    package init(_ reader: inout DocumentReader) {
        field = reader.required("loess")
        on = reader.required("on")
        groupby = reader.texts("groupby")
        bandwidth = reader.number("bandwidth", in: 0...1) ?? 0.3
        let names = reader.newNames("as", on, field)
        (xName, yName) = (names[0], names[1])
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let xs = try table.column(for: on).moments, ys = try table.column(for: field).numbers
        let grouping = try Grouping(table, by: groupby)
        var source: [Int] = [], x: [Double] = [], y: [Double] = []
        for (group, rows) in grouping.rows.enumerated() {
            let points = rows.filter { xs[$0].isFinite && ys[$0].isFinite }.map { (x: xs[$0], y: ys[$0]) }
            let width = Int((bandwidth * Double(points.count)).rounded(.down))
            if points.count * max(2, width) > 500_000_000 {
                throw Diagnostic(
                    "`loess` of \(points.count) points is too much work",
                    advice: "take a smaller `bandwidth`, or `sample` first")
            }
            for point in Self.smooth(points, bandwidth: bandwidth) {
                source.append(grouping.firstRows[group])
                x.append(point.x)
                y.append(point.y)
            }
        }
        var result = Table(rowCount: source.count)
        for name in groupby { result.set(name, try table.column(for: name).rows(source)) }
        result.set(xName, Table.Column(.numbers(x)))
        result.set(yName, Table.Column(.numbers(y)))
        return result
    }

    /// The smoothed points by rising x; points of one x become one, their mean.
    static func smooth(_ points: [(x: Double, y: Double)], bandwidth: Double) -> [(x: Double, y: Double)] {
        let points = points.enumerated().sorted {
            $0.element.x == $1.element.x ? $0.offset < $1.offset : $0.element.x < $1.element.x
        }
        .map(\.element)
        let count = points.count
        guard count > 2 else { return points }
        let width = max(2, Int((bandwidth * Double(count)).rounded(.down)))
        // About the mean: moments are large numbers.
        let meanX = points.reduce(0) { $0 + $1.x } / Double(count)
        let x = points.map { $0.x - meanX }, y = points.map(\.y)
        var fitted = [Double](repeating: 0, count: count)
        var robust = [Double](repeating: 1, count: count)
        for round in 0...2 {
            var left = 0, right = width - 1
            for index in 0..<count {
                // The window of so many nearest points moves to the right with the point.
                while right + 1 < count, index > left, x[right + 1] - x[index] <= x[index] - x[left] {
                    left += 1
                    right += 1
                }
                fitted[index] = value(at: index, of: (x, y), in: left...right, weights: robust)
            }
            guard round < 2 else { break }
            let residuals = (0..<count).map { (y[$0] - fitted[$0]).magnitude }
            let median = Statistics.quantile(residuals.sorted(), 0.5)
            guard median > 1e-12 else { break }
            for index in 0..<count {
                let share = 1 - (residuals[index] / (6 * median)) * (residuals[index] / (6 * median))
                // An outlier weighs next to nothing, not nothing: a window of outliers has a line as well.
                robust[index] = residuals[index] < 6 * median ? share * share : 1e-12
            }
        }
        return merged(zip(points, fitted).map { ($0.x, $1) })
    }

    /// The value at a point of the straight line through a window of points, nearer ones weighing more.
    private static func value(
        at index: Int, of points: (x: [Double], y: [Double]), in window: ClosedRange<Int>, weights: [Double]
    ) -> Double {
        let (x, y) = points
        let edge = max(x[index] - x[window.lowerBound], x[window.upperBound] - x[index])
        var sum = 0.0, sumX = 0.0, sumY = 0.0, sumXY = 0.0, sumXX = 0.0
        for other in window {
            let distance = edge > 0 ? (x[index] - x[other]).magnitude / edge : 0
            let near = 1 - distance * distance * distance
            let weight = near * near * near * weights[other]
            sum += weight
            sumX += weight * x[other]
            sumY += weight * y[other]
            sumXY += weight * x[other] * y[other]
            sumXX += weight * x[other] * x[other]
        }
        guard sum > 0 else { return y[index] }
        let centreX = sumX / sum, centreY = sumY / sum
        let spread = sumXX / sum - centreX * centreX
        let slope = spread > 1e-24 ? (sumXY / sum - centreX * centreY) / spread : 0
        return centreY + slope * (x[index] - centreX)
    }

    /// Points of one x made one, their mean.
    private static func merged(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
        var result: [(x: Double, y: Double)] = []
        var alike = 0.0
        for point in points {
            if let last = result.last, last.x == point.x {
                alike += 1
                result[result.count - 1].y += (point.y - last.y) / alike
            } else {
                result.append(point)
                alike = 1
            }
        }
        return result
    }
}
