import Documents
import Tables

/// `fold`: one row for each of several fields, with the field's name and value.
package struct FoldTransform: Transform {
    package static let key = "fold"
    package static let properties = ["fold", "as"]

    package var fields: [String]
    package var keyName: String
    package var valueName: String

    package init(_ reader: inout TransformReader) {
        fields = reader.strings("fold") ?? []
        if fields.isEmpty, reader.diagnostics.all.isEmpty {
            reader.problem("`fold` names at least one field", at: "fold")
        }
        let names = reader.strings("as") ?? []
        keyName = names.first ?? "key"
        valueName = names.count > 1 ? names[1] : "value"
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let columns = try table.columns(for: fields)
        guard table.rowCount * fields.count <= FlattenTransform.mostRows else {
            throw Diagnostic("`fold` makes more than \(FlattenTransform.mostRows) rows")
        }
        var source: [Int] = [], keys: [String] = [], values: [DataValue] = []
        for row in 0..<table.rowCount {
            for (field, column) in zip(fields, columns) {
                source.append(row)
                keys.append(field)
                values.append(column[row])
            }
        }
        var result = table.rows(source)
        result.set(keyName, Table.Column(.strings(keys)))
        result.set(valueName, Table.Column(values))
        return result
    }
}
