import Documents
import Tables

/// `fold`: one row for each of several fields, with the field's name and value.
package struct FoldTransform: Transform {
    package static let key = "fold"

    package var fields: [String]
    package var keyName: String
    package var valueName: String

    package init(_ fields: [String], as keyName: String = "key", _ valueName: String = "value") {
        self.fields = fields
        self.keyName = keyName
        self.valueName = valueName
    }

    package init(_ reader: inout DocumentReader) {
        fields = reader.requiredNames("fold")
        let names = reader.newNames("as", "key", "value")
        (keyName, valueName) = (names[0], names[1])
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let columns = try table.columns(for: fields)
        try FlattenTransform.check(
            rows: table.rowCount * fields.count, columns: table.columns.count, of: "fold")
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
