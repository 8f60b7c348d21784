import Documents
import Tables

/// `flatten`: one row for each element of lists within rows; shorter lists are filled with null. A text is the list of
/// its letters, and what is no list at all leaves no row, as in Vega.
package struct FlattenTransform: Transform {
    package static let key = "flatten"
    /// Rows, and values in all columns together, that may be made.
    static var mostRows: Int { Limit.rows.value }
    static var mostValues: Int { Limit.values.value }

    package var fields: [String]
    package var names: [String]

    package init(_ fields: [String], as names: [String] = []) {
        self.fields = fields
        self.names = fields.enumerated().map { $0 < names.count ? names[$0] : $1 }
    }

    package init(_ reader: inout DocumentReader) {
        self.init(reader.requiredNames("flatten"), as: reader.texts("as"))
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let columns = try table.columns(for: fields)
        var source: [Int] = []
        var values = [[DataValue]](repeating: [], count: columns.count)
        var without = 0
        for row in 0..<table.rowCount {
            let lists = columns.map { column -> [DataValue] in
                switch column[row] {
                case .array(let items): return items
                case .string(let text): return text.map { .string(String($0)) }
                default: return []
                }
            }
            if lists.allSatisfy(\.isEmpty) { without += 1 }
            let count = lists.map(\.count).max() ?? 0
            try Self.check(rows: source.count + count, columns: table.columns.count, of: "flatten")
            for index in 0..<count {
                source.append(row)
                for (column, list) in lists.enumerated() {
                    values[column].append(index < list.count ? list[index] : .null)
                }
            }
        }
        if without == table.rowCount, without > 0 {
            context.warnings.add(
                Diagnostic(
                    "`flatten` leaves nothing: no row has a list in \(fields.joined(separator: ", "))",
                    severity: .warning))
        }
        var result = table.rows(source)
        for (name, column) in zip(names, values) { result.set(name, Table.Column(column)) }
        return result
    }

    /// Refuses tables that small documents blow up.
    static func check(rows: Int, columns: Int, of transform: String) throws(Diagnostic) {
        try Limit.rows.check(rows, "what `\(transform)` makes")
        try Limit.values.check(Double(rows) * Double(max(1, columns)), "what `\(transform)` makes")
    }
}
