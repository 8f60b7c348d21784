import Synchronization

/// What a cell of a table is among the others of its column: facts that are computed from the whole column.
///
/// `area/FRA/rank` is 43, `area/count` 195, `area/median` the cell in the middle. Where rows have a date, a cell is
/// compared with those of its date: `gdp/FRA/2023/rank`, `gdp/2023/median`.
public enum TabledComparison: String, Sendable, CaseIterable {
    /// 1 is the largest; equal values share a rank, and the next has as many before it as there are.
    case rank
    /// From the smallest.
    case rankFromLeast = "rank-from-least"
    /// Percent of the total.
    case share
    case count
    case total
    case mean
    case median
    case minimum
    case maximum

    /// Whether it is told of one row; else of the column.
    var isOfRow: Bool { [.rank, .rankFromLeast, .share].contains(self) }

    /// Whether its value has the unit of the cells.
    var hasUnit: Bool { [.total, .mean, .median, .minimum, .maximum].contains(self) }

    /// In the title of a fact, and in its formula.
    var wording: String {
        switch self {
        case .rank: "rank, the largest first"
        case .rankFromLeast: "rank, the smallest first"
        case .share: "share of the total"
        case .count: "how many have a value"
        case .total: "total"
        case .mean: "mean"
        case .median: "median"
        case .minimum: "smallest"
        case .maximum: "largest"
        }
    }

    /// - Parameter values: all that are compared, in order from the smallest.
    func value(of number: Double?, among values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let total = values.reduce(0, +)
        switch self {
        case .rank:
            return number.map { Double(values.count - TabledComparison.position($0, in: values, after: true) + 1) }
        case .rankFromLeast: return number.map { Double(TabledComparison.position($0, in: values, after: false) + 1) }
        case .share: return total == 0 ? nil : number.map { $0 / total * 100 }
        case .count: return Double(values.count)
        case .total: return total
        case .mean: return total / Double(values.count)
        case .median:
            let middle = values.count / 2
            return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
        case .minimum: return values[0]
        case .maximum: return values[values.count - 1]
        }
    }

    /// How many values are smaller; with `after`, how many are not larger.
    private static func position(_ number: Double, in values: [Double], after: Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < number || (after && values[middle] == number) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

/// The sorted values of columns, of each group of rows that are compared, made when the first is asked for.
final class ComparedValues: Sendable {
    private let known = Mutex<[String: [String: [Double]]]>([:])

    func values(
        of column: String, in group: String, _ make: () -> [String: [Double]]
    ) -> [Double] {
        known.withLock { known in
            if known[column] == nil { known[column] = make().mapValues { $0.sorted() } }
            return known[column]?[group] ?? []
        }
    }
}
