import Documents
import Tables

/// `lookup`: fields of another table's row that has the same key.
package struct LookupTransform: Transform {
    package static let key = "lookup"

    /// Where the other rows are.
    package enum Source: Sendable {
        case table(Table)
        /// As the document names it; only the reader of data knows how to read that.
        case data(DocumentNode, path: String)
        /// A selection: nothing is picked at the start, so that nothing is found.
        case selection(String)
    }

    package var field: String
    package var source: Source
    package var key: String
    package var fields: [String]
    package var names: [String]
    package var fallback: DataValue

    package init(
        _ field: String, in source: Source, key: String, fields: [String], as names: [String] = [],
        fallback: DataValue = .null
    ) {
        self.field = field
        self.source = source
        self.key = key
        self.fields = fields
        self.names = names
        self.fallback = fallback
    }

    package init(_ reader: inout DocumentReader) {
        self.init(
            reader.required("lookup"), in: .table(Table()), key: "", fields: [], as: reader.texts("as"),
            fallback: reader.dataValue("default") ?? .null)
        guard reader.value("from") != nil else {
            reader.report(nil, "`from` is missing", advice: "it is an object with `data`, `key` and `fields`")
            return
        }
        if let from = reader.object("from", noun: "`from`", { Self.from(&$0) }) {
            (source, key, fields) = from
        }
        if fields.isEmpty, names.isEmpty {
            if case .selection = source { return }
            reader.report(nil, "`lookup` needs `from.fields`, or `as`", advice: "name the fields to take over")
        }
        if !names.isEmpty, !fields.isEmpty, names.count != fields.count {
            reader.report("as", "`as` names \(names.count) fields, `from.fields` names \(fields.count)")
        }
    }

    private static func from(_ reader: inout DocumentReader) -> (Source, key: String, fields: [String]) {
        var source = Source.table(Table())
        let data = reader.value("data"), selection = reader.text("param") ?? reader.text("selection")
        if let data {
            source = .data(data, path: reader.path(of: "data"))
        } else if let selection {
            source = .selection(selection)
        } else {
            reader.report(nil, "`data` is missing")
        }
        return (source, reader.required("key"), reader.texts("fields"))
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let other = try rows(in: context)
        let mine = try table.column(for: field)
        let theirs = try other.column(for: key)
        // A number and its text are the same key, as the members of a JavaScript object are, and null is one too; of
        // rows with one key the last counts.
        func name(_ value: DataValue) -> String { value.isNull ? "null" : value.asText }
        var rows: [String: Int] = [:]
        for row in 0..<other.rowCount { rows[name(theirs[row])] = row }
        let found = (0..<table.rowCount).map { rows[name(mine[$0])] ?? -1 }
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

    private func rows(in context: TransformContext) throws(Diagnostic) -> Table {
        switch source {
        case .table(let table): return table
        case .selection: return Table()
        case .data(let node, let path):
            do {
                return try context.load(node, path)
            } catch {
                throw error.all.first ?? Diagnostic("there is no data to look up in", path: path)
            }
        }
    }
}
