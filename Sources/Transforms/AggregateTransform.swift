import Documents
import Tables

/// `aggregate`: one row for each group, with the aggregates asked for.
package struct AggregateTransform: Transform {
    package static let key = "aggregate"
    package static let properties = ["aggregate", "groupby"]

    package var aggregates: [Aggregate]
    package var groupby: [String]

    package init(_ aggregates: [Aggregate], groupby: [String]) {
        self.aggregates = aggregates
        self.groupby = groupby
    }

    package init(_ reader: inout TransformReader) {
        aggregates = reader.aggregates("aggregate")
        groupby = reader.strings("groupby") ?? []
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let grouping = try Grouping(table, by: groupby)
        var result = Table(rowCount: grouping.count)
        for field in groupby { result.set(field, try table.column(for: field).rows(grouping.firstRows)) }
        for aggregate in aggregates {
            result.set(aggregate.name, try aggregate.column(of: table, grouped: grouping))
        }
        return result
    }
}

extension TransformReader {
    /// A list of `{op, field, as}`.
    mutating func aggregates(_ key: String) -> [Aggregate] {
        guard let list = node[key]?.array else {
            problem("`\(key)` is a list of objects with `op`, `field` and `as`", at: key)
            return []
        }
        var aggregates: [Aggregate] = []
        for (index, item) in list.enumerated() {
            var inner = TransformReader(
                item, path: "\(path).\(key)[\(index)]", known: ["op", "field", "as", "param"], of: "an aggregate")
            if let aggregate = inner.aggregate() { aggregates.append(aggregate) }
            add(inner.diagnostics)
        }
        return aggregates
    }

    /// The `field` of an operation that may do without one: `*` and the empty name stand for none.
    mutating func optionalField() -> String? {
        string("field").flatMap { $0 == "*" || $0.isEmpty ? nil : $0 }
    }

    /// `{op, field, as}`.
    mutating func aggregate() -> Aggregate? {
        guard let name = word("op", of: AggregateOperation.allCases.map(\.rawValue)) else {
            if node["op"] == nil { problem("`op` is missing") }
            return nil
        }
        guard let operation = AggregateOperation(rawValue: name) else { return nil }
        let field = optionalField()
        if field == nil, !operation.needsNoField, operation != .values {
            problem("`\(name)` needs a `field`")
            return nil
        }
        // Rows are counted whatever the field; documents name one that is not there.
        return Aggregate(
            operation, operation == .count ? nil : field, as: string("as"), parameter: number("param") ?? 0.5)
    }
}

extension Aggregate {
    /// One value for each group.
    func column(of table: Table, grouped grouping: Grouping) throws(Diagnostic) -> Table.Column {
        let column: Table.Column? = if let field { try table.column(for: field) } else { nil }
        let count = grouping.count
        switch operation {
        case .count:
            var counts = [Double](repeating: 0, count: count)
            for id in grouping.ids { counts[Int(id)] += 1 }
            return Table.Column(.numbers(counts))
        case .sum, .mean, .average, .min, .max:
            // The common ones in one pass, without a list for each group.
            let numbers = column?.numbers ?? []
            var valid = [Double](repeating: 0, count: count)
            let start: Double = operation == .min ? .infinity : operation == .max ? -.infinity : 0
            var results = [Double](repeating: start, count: count)
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
            return Table.Column(.numbers(results))
        default:
            let numbers = column?.numbers ?? []
            return Table.Column(
                grouping.rows.map {
                    operation.value(of: $0, column: column, numbers: numbers, in: table, parameter: parameter)
                })
        }
    }
}
