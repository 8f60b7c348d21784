import Documents
import Tables

/// `stack`: the start and end of each value when the values of a group are put on top of each other; positive ones
/// upwards from zero, negative ones downwards.
package struct StackTransform: GroupingTransform {
    package static let key = "stack"

    package enum Offset: String, Sendable, CaseIterable { case zero, center, normalize }

    /// Nil counts rows.
    package var field: String?
    package var groupby: [String]
    package var offset: Offset
    package var sort: [SortField]
    package var startName: String
    package var endName: String

    package init(
        _ field: String?, groupby: [String], offset: Offset = .zero, sort: [SortField] = [], as start: String,
        end: String
    ) {
        self.field = field
        self.groupby = groupby
        self.offset = offset
        self.sort = sort
        startName = start
        endName = end
    }

    package init(_ reader: inout DocumentReader) {
        field = reader.required("stack")
        groupby = reader.texts("groupby")
        offset = reader.word("offset", of: Offset.self) ?? .zero
        sort = reader.sortFields()
        (startName, endName) = reader.newSpan()
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let numbers: [Double]
        if let field {
            numbers = try table.column(for: field).numbers
        } else {
            numbers = Array(repeating: 1, count: table.rowCount)
        }
        let grouping = try Grouping(table, by: groupby)
        let order = RowOrder(sort, in: table)
        let groups = grouping.rows
        func size(_ row: Int) -> Double { numbers[row].isFinite ? numbers[row] : 0 }
        let sums = groups.map { rows in rows.reduce(0) { $0 + size($1).magnitude } }
        let most = sums.max() ?? 0
        var starts = [Double](repeating: 0, count: table.rowCount)
        var ends = starts
        for (group, rows) in groups.enumerated() {
            let sum = sums[group]
            switch offset {
            case .zero:
                var up = 0.0, down = 0.0
                for row in order.sorted(rows) {
                    let value = size(row)
                    if value < 0 {
                        starts[row] = down
                        down += value
                        ends[row] = down
                    } else {
                        starts[row] = up
                        up += value
                        ends[row] = up
                    }
                }
            case .center, .normalize:
                let scale = offset == .normalize ? (sum == 0 ? 1 : 1 / sum) : 1
                var at = offset == .center ? (most - sum) / 2 : 0
                var total = 0.0
                let base = at
                for row in order.sorted(rows) {
                    starts[row] = at
                    total += size(row).magnitude
                    at = base + total * scale
                    ends[row] = at
                }
            }
        }
        var result = table
        result.set(startName, Table.Column(.numbers(starts)))
        result.set(endName, Table.Column(.numbers(ends)))
        return result
    }
}
