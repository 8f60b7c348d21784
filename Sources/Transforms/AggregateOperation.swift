#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Expressions
import Tables

/// What an aggregate makes of the values of a group (https://vega.github.io/vega-lite/docs/aggregate.html#ops).
package enum AggregateOperation: String, Sendable, Hashable, CaseIterable {
    case count, valid, missing, distinct, sum, product, mean, average, variance, variancep, stdev, stdevp, stderr,
        median,
        q1, q3, ci0, ci1, min, max, argmin, argmax, values, exponential, exponentialb

    /// Whether the result counts rows, whatever the field holds.
    package var isCounting: Bool {
        switch self {
        case .count, .valid, .missing, .distinct: true
        default: false
        }
    }

    /// Needs no field.
    package var needsNoField: Bool { self == .count }
}

/// One aggregate to make: an operation, a field, a name.
package struct Aggregate: Sendable, Hashable {
    package var operation: AggregateOperation
    /// Nil only for `count` and `values`.
    package var field: String?
    package var name: String
    /// The weight of the exponential averages.
    package var parameter: Double

    package init(
        _ operation: AggregateOperation, _ field: String? = nil, as name: String? = nil, parameter: Double = 0.5
    ) {
        self.operation = operation
        self.field = field
        self.name = name ?? Aggregate.defaultName(operation, field)
        self.parameter = parameter
    }

    /// `mean_x`; `__count` for a count.
    package static func defaultName(_ operation: AggregateOperation, _ field: String?) -> String {
        operation == .count ? "__count" : "\(operation.rawValue)_\(field ?? "")"
    }
}

/// Statistics of numbers that are all valid.
enum Statistics {
    /// The quantile of sorted values by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
    static func quantile(_ sorted: [Double], _ p: Double) -> Double {
        guard let first = sorted.first, let last = sorted.last, !p.isNaN else { return .nan }
        if p <= 0 || sorted.count < 2 { return first }
        if p >= 1 { return last }
        let place = p * Double(sorted.count - 1)
        let below = Int(place)
        let fraction = place - Double(below)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (sorted[below + 1] - sorted[below]) * fraction
    }

    /// The sum of squared distances from the mean, in one pass (Welford 1962).
    static func squares(_ values: [Double]) -> (mean: Double, squares: Double) {
        var mean = 0.0, squares = 0.0, count = 0.0
        for value in values {
            count += 1
            let distance = value - mean
            mean += distance / count
            squares += distance * (value - mean)
        }
        return (mean, squares)
    }

    /// The 95 % confidence interval of the mean, from a thousand resamples (Efron 1979). The random numbers begin
    /// alike each time, so that a figure is the same on every run.
    static func bootstrap(_ values: [Double], samples: Int = 1000) -> (low: Double, high: Double) {
        guard !values.isEmpty else { return (.nan, .nan) }
        // A mean of many values hardly moves: fewer resamples of large groups keep the work bounded.
        let samples = Swift.max(100, Swift.min(samples, 20_000_000 / values.count))
        var generator = SeededGenerator(seed: 0x5EED)
        var means: [Double] = []
        means.reserveCapacity(samples)
        let count = UInt64(values.count)
        for _ in 0..<samples {
            var sum = 0.0
            for _ in 0..<values.count { sum += values[Int(generator.next().multipliedFullWidth(by: count).high)] }
            means.append(sum / Double(values.count))
        }
        means.sort()
        return (quantile(means, 0.025), quantile(means, 0.975))
    }
}

extension AggregateOperation {
    /// The result for one group.
    ///
    /// - Parameters:
    ///   - rows: rows of the group, in order.
    ///   - column: the field's values; nil where no field is named.
    ///   - numbers: the same as numbers.
    ///   - table: for `argmin`, `argmax` and `values`, which give whole rows.
    func value(
        of rows: some RandomAccessCollection<Int>, column: Table.Column?, numbers: [Double], in table: Table,
        parameter: Double
    ) -> DataValue {
        switch self {
        case .count: return .number(Double(rows.count))
        case .values: return .array(rows.map { table.row($0) })
        default: break
        }
        guard let column else { return .null }
        if self == .missing {
            return .number(Double(rows.count { column.isMissing($0) }))
        }
        if self == .valid {
            return .number(Double(rows.count { !column.isMissing($0) && column[$0].isValid }))
        }
        if self == .distinct {
            switch column.storage {
            case .numbers(let values):
                return .number(
                    Double(Set(rows.map { values[$0].isNaN ? Double.nan.bitPattern : values[$0].bitPattern }).count))
            case .strings(let values): return .number(Double(Set(rows.map { values[$0] }).count))
            case .values(let values): return .number(Double(Set(rows.map { values[$0] }).count))
            }
        }
        if self == .argmin || self == .argmax {
            var best: Int?
            for row in rows where !numbers[row].isNaN {
                guard let known = best else {
                    best = row
                    continue
                }
                if self == .argmin ? numbers[row] < numbers[known] : numbers[row] > numbers[known] { best = row }
            }
            return best.map { table.row($0) } ?? .null
        }
        var valid: [Double] = []
        valid.reserveCapacity(rows.count)
        for row in rows where !numbers[row].isNaN { valid.append(numbers[row]) }
        guard !valid.isEmpty else { return .null }
        switch self {
        // One value has no spread.
        case .variance where valid.count < 2, .variancep where valid.count < 2, .stdev where valid.count < 2,
            .stdevp where valid.count < 2, .stderr where valid.count < 2:
            return .null
        default: break
        }
        return .number(number(of: valid, parameter: parameter))
    }

    /// Of at least one valid number, in order.
    private func number(of valid: [Double], parameter: Double) -> Double {
        let count = Double(valid.count)
        switch self {
        case .sum: return valid.reduce(0, +)
        case .product: return valid.reduce(1, *)
        case .mean, .average: return Statistics.squares(valid).mean
        case .variance: return Statistics.squares(valid).squares / (count - 1)
        case .variancep: return Statistics.squares(valid).squares / count
        case .stdev: return (Statistics.squares(valid).squares / (count - 1)).squareRoot()
        case .stdevp: return (Statistics.squares(valid).squares / count).squareRoot()
        case .stderr: return (Statistics.squares(valid).squares / (count * (count - 1))).squareRoot()
        case .median: return Statistics.quantile(valid.sorted(), 0.5)
        case .q1: return Statistics.quantile(valid.sorted(), 0.25)
        case .q3: return Statistics.quantile(valid.sorted(), 0.75)
        case .ci0: return Statistics.bootstrap(valid).low
        case .ci1: return Statistics.bootstrap(valid).high
        case .min: return valid.reduce(.infinity) { Swift.min($0, $1) }
        case .max: return valid.reduce(-.infinity) { Swift.max($0, $1) }
        case .exponential, .exponentialb:
            let weighted = valid.reduce(0) { parameter * $0 + $1 }
            return self == .exponential
                ? weighted * (1 - parameter) / (1 - pow(parameter, count)) : weighted * (1 - parameter)
        case .count, .valid, .missing, .distinct, .argmin, .argmax, .values: return .nan
        }
    }
}

extension Table.Column {
    /// Null, or empty text.
    func isMissing(_ row: Int) -> Bool {
        switch storage {
        case .numbers(let values): return values[row].isMissing
        case .strings(let values): return values[row].isEmpty
        case .values(let values):
            if case .string(let text) = values[row] { return text.isEmpty }
            return values[row].isNull
        }
    }
}
