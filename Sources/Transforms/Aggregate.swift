import Documents
import Tables

/// One aggregate to make: an operation, a field, a name.
package struct Aggregate: Sendable, Hashable {
    package var operation: AggregateOperation
    /// Nil only for `count` and `values`.
    package var field: String?
    package var name: String
    /// The weight of the exponential averages, which are NaN without one.
    package var parameter: Double

    package init(
        _ operation: AggregateOperation, _ field: String? = nil, as name: String? = nil, parameter: Double = .nan
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

    /// Reads `{op, field, as}`; nil where it is wrong, which is told.
    package init?(_ reader: inout DocumentReader) {
        let operation = reader.word("op", of: AggregateOperation.self)
        let field = reader.fieldOfOperation()
        let name = reader.text("as")
        let parameter = reader.number("param")
        guard let operation else {
            if !reader.has("op") { reader.report(nil, "`op` is missing") }
            return nil
        }
        guard reader.hasWhatItNeeds(operation, field: field, parameter: parameter) else { return nil }
        // Rows are counted whatever the field; documents name one that is not there.
        self.init(operation, operation == .count ? nil : field, as: name, parameter: parameter ?? .nan)
    }

    /// One value for each group.
    func column(of table: Table, grouped grouping: Grouping) throws(Diagnostic) -> Table.Column {
        let column: Table.Column? = if let field { try table.column(for: field) } else { nil }
        switch operation {
        case .count:
            var counts = [Double](repeating: 0, count: grouping.count)
            for id in grouping.ids { counts[Int(id)] += 1 }
            return Table.Column(.numbers(counts))
        case .sum, .mean, .average, .min, .max:
            return Table.Column(.numbers(inOnePass(column?.numbers ?? [], grouping)))
        default:
            let numbers = column?.numbers ?? []
            return Table.Column(
                grouping.rows.map {
                    operation.value(of: $0, column: column, numbers: numbers, in: table, parameter: parameter)
                })
        }
    }

    /// The common ones, without a list for each group.
    private func inOnePass(_ numbers: [Double], _ grouping: Grouping) -> [Double] {
        var valid = [Double](repeating: 0, count: grouping.count)
        let start: Double = operation == .min ? .infinity : operation == .max ? -.infinity : 0
        var results = [Double](repeating: start, count: grouping.count)
        for (row, number) in numbers.enumerated() where !number.isNaN {
            let id = Int(grouping.ids[row])
            valid[id] += 1
            switch operation {
            case .sum: results[id] += number
            case .min: results[id] = Swift.min(results[id], number)
            case .max: results[id] = Swift.max(results[id], number)
            default: results[id] += (number - results[id]) / valid[id]
            }
        }
        for id in results.indices where valid[id] == 0 { results[id] = .missing }
        return results
    }
}

extension DocumentReader {
    /// The `field` of an operation that may do without one: `*` and the empty name stand for none.
    mutating func fieldOfOperation() -> String? { text("field").flatMap { $0 == "*" || $0.isEmpty ? nil : $0 } }

    /// Whether an operation has its field; a weight that is missing is told as well.
    mutating func hasWhatItNeeds(_ operation: AggregateOperation, field: String?, parameter: Double?) -> Bool {
        if field == nil, !operation.needsNoField {
            report(nil, "`\(operation.rawValue)` needs a `field`")
            return false
        }
        if parameter == nil, operation == .exponential || operation == .exponentialb {
            report(
                nil, "`\(operation.rawValue)` has no value without `param`", severity: .warning,
                advice: "give the weight of what came before, from 0 to 1")
        }
        return true
    }
}
