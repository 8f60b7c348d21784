import Documents
import Tables

/// `lookup`: fields of another table's row that has the same key.
package struct LookupTransform: Transform {
    package static let key = "lookup"
    package static let properties = ["lookup", "from", "as", "default"]

    package var field: String
    var data: DocumentNode?
    /// A selection to look in, where no data is named.
    var parameter: String?
    var dataPath: String
    package var key: String
    package var fields: [String]
    package var names: [String]
    package var fallback: DataValue

    package init(_ reader: inout TransformReader) {
        field = reader.requiredString("lookup")
        names = reader.strings("as") ?? []
        fallback = reader["default"].map { DataValue($0) } ?? .null
        dataPath = reader.path + ".from.data"
        guard let from = reader["from"], from.object != nil else {
            reader.problem("`from` is missing", advice: "it is an object with `data`, `key` and `fields`")
            key = ""
            fields = []
            return
        }
        var inner = TransformReader(
            from, path: reader.path + ".from", known: ["data", "param", "key", "fields"], of: "`from`")
        data = from["data"]
        parameter = inner.string("param")
        if data == nil, parameter == nil { inner.problem("`data` is missing") }
        key = inner.requiredString("key")
        fields = inner.strings("fields") ?? []
        reader.add(inner.diagnostics)
        if fields.isEmpty, names.isEmpty, parameter == nil {
            reader.problem("`lookup` needs `from.fields`, or `as`", advice: "name the fields to take over")
        }
        if !names.isEmpty, !fields.isEmpty, names.count != fields.count {
            reader.problem("`as` names \(names.count) fields, `from.fields` names \(fields.count)", at: "as")
        }
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        // A selection is empty at the start: nothing is found.
        var other = Table()
        if let data {
            do {
                other = try context.load(data, dataPath)
            } catch {
                guard let first = error.all.first else { return table }
                throw first
            }
        }
        let mine = try table.column(for: field)
        let theirs = try other.column(for: key)
        // A number and its text are the same key, as the members of a JavaScript object are.
        var rows: [String: Int] = [:]
        for row in (0..<other.rowCount).reversed() where !theirs[row].isNull { rows[theirs[row].asText] = row }
        let found = (0..<table.rowCount).map { row -> Int in mine[row].isNull ? -1 : rows[mine[row].asText] ?? -1 }
        var result = table
        if fields.isEmpty {
            // The whole row, under one name.
            result.set(names.first ?? key, Table.Column(found.map { $0 < 0 ? fallback : other.row($0) }))
            return result
        }
        for (index, name) in fields.enumerated() {
            let column = try other.column(for: name)
            result.set(
                index < names.count ? names[index] : name, Table.Column(found.map { $0 < 0 ? fallback : column[$0] }))
        }
        return result
    }
}
