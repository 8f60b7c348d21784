import Documents
import Tables

/// `flatten`: one row for each element of lists within rows; shorter lists are filled with null.
package struct FlattenTransform: Transform {
    package static let key = "flatten"
    package static let properties = ["flatten", "as"]
    static let mostRows = 20_000_000

    package var fields: [String]
    package var names: [String]

    package init(_ reader: inout TransformReader) {
        fields = reader.strings("flatten") ?? []
        if fields.isEmpty, reader.diagnostics.all.isEmpty {
            reader.problem("`flatten` names at least one field", at: "flatten")
        }
        let given = reader.strings("as") ?? []
        names = fields.enumerated().map { $0 < given.count ? given[$0] : $1 }
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let columns = try table.columns(for: fields)
        var source: [Int] = []
        var values = [[DataValue]](repeating: [], count: columns.count)
        for row in 0..<table.rowCount {
            let lists = columns.map { column -> [DataValue] in
                let value = column[row]
                return value.array ?? [value]
            }
            let count = lists.map(\.count).max() ?? 0
            if source.count + count > Self.mostRows {
                throw Diagnostic("`flatten` makes more than \(Self.mostRows) rows")
            }
            for index in 0..<count {
                source.append(row)
                for (column, list) in lists.enumerated() {
                    values[column].append(index < list.count ? list[index] : .null)
                }
            }
        }
        var result = table.rows(source)
        for (name, column) in zip(names, values) { result.set(name, Table.Column(column)) }
        return result
    }
}
