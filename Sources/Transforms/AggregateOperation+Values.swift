#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Tables

extension AggregateOperation {
    /// The result for one group.
    ///
    /// - Parameters:
    ///   - rows: rows of the group, in order.
    ///   - column: the field's values; nil where no field is named.
    ///   - numbers: the same as numbers.
    ///   - table: for `argmin`, `argmax` and `values`, which give whole rows.
    ///   - parameter: the weight of the exponential averages.
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
        switch self {
        case .missing: return .number(Double(rows.count { column.isMissing($0) }))
        case .valid: return .number(Double(rows.count { !column.isMissing($0) && column[$0].isValid }))
        case .distinct: return .number(Double(distinct(rows, column)))
        case .argmin, .argmax: return extreme(rows, numbers).map { table.row($0) } ?? .null
        default: break
        }
        var valid: [Double] = []
        valid.reserveCapacity(rows.count)
        for row in rows where !numbers[row].isNaN { valid.append(numbers[row]) }
        if valid.isEmpty || isSpread && valid.count < 2 { return .null }
        return .number(number(of: valid, parameter: parameter))
    }

    /// Measures how far values lie apart: one value has no spread.
    private var isSpread: Bool {
        switch self {
        case .variance, .variancep, .stdev, .stdevp, .stderr: true
        default: false
        }
    }

    private func distinct(_ rows: some RandomAccessCollection<Int>, _ column: Table.Column) -> Int {
        switch column.storage {
        case .numbers(let values):
            Set(rows.map { values[$0].isNaN ? Double.nan.bitPattern : values[$0].bitPattern }).count
        case .strings(let values): Set(rows.map { values[$0] }).count
        case .values(let values): Set(rows.map { values[$0] }).count
        }
    }

    /// The first row with the least or the greatest number.
    private func extreme(_ rows: some RandomAccessCollection<Int>, _ numbers: [Double]) -> Int? {
        var best: Int?
        for row in rows where !numbers[row].isNaN {
            guard let known = best else {
                best = row
                continue
            }
            if self == .argmin ? numbers[row] < numbers[known] : numbers[row] > numbers[known] { best = row }
        }
        return best
    }

    /// Of at least one valid number, in order.
    func number(of valid: [Double], parameter: Double) -> Double {
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
