import Documents
import Tables

/// `pivot`: the values of one field become columns, filled with an aggregate of another.
package struct PivotTransform: Transform {
    package static let key = "pivot"
    static let mostColumns = 10_000

    package var field: String
    package var value: String
    package var groupby: [String]
    /// 0 for no limit.
    package var limit: Int
    package var operation: AggregateOperation

    package init(
        _ field: String, value: String, groupby: [String], operation: AggregateOperation = .sum, limit: Int = 0
    ) {
        self.field = field
        self.value = value
        self.groupby = groupby
        self.operation = operation
        self.limit = limit
    }

    package init(_ reader: inout DocumentReader) {
        field = reader.required("pivot")
        value = reader.required("value")
        groupby = reader.texts("groupby")
        limit = reader.wholeNumber("limit", in: 0...Self.mostColumns) ?? 0
        operation = reader.word("op", of: AggregateOperation.self) ?? .sum
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let keys = try table.column(for: field)
        let column = try table.column(for: value)
        let numbers = column.numbers
        let grouping = try Grouping(table, by: groupby)
        let (codes, count) = Grouping.codes(keys)
        var first = [Int](repeating: 0, count: count)
        for (row, code) in codes.enumerated().reversed() { first[Int(code)] = row }
        var order = Array(0..<count).sorted { DataValue.ascending(keys[first[$0]], keys[first[$1]]) < 0 }
        if limit > 0 { order = Array(order.prefix(limit)) }
        guard order.count <= Self.mostColumns else {
            throw Diagnostic("`pivot` makes more than \(Self.mostColumns) columns")
        }
        var places = [Int](repeating: -1, count: count)
        for (place, code) in order.enumerated() { places[code] = place }
        var result = Table(rowCount: grouping.count)
        for name in groupby { result.set(name, try table.column(for: name).rows(grouping.firstRows)) }
        var columns = [[DataValue]](repeating: [], count: order.count)
        for rows in grouping.rows {
            var parts = [[Int]](repeating: [], count: order.count)
            for row in rows {
                let place = places[Int(codes[row])]
                if place >= 0 { parts[place].append(row) }
            }
            for (place, part) in parts.enumerated() {
                columns[place].append(
                    part.isEmpty && operation != .count
                        ? .null
                        : operation.value(of: part, column: column, numbers: numbers, in: table, parameter: .nan)
                )
            }
        }
        for (place, code) in order.enumerated() { result.set(keys[first[code]].asText, Table.Column(columns[place])) }
        return result
    }
}
