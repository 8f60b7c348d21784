import Documents
import Files

/// A table as a figure names it: the name of a file, or, as charts have it, `{url: x.xlsx, format: {…}, query: …}`.
package struct NamedTable: Sendable {
    package var file: String
    private var format: TableFormatSaid
    private var query: String?

    /// Reads the member of that key; nil where it is no table's name, which is told unless it is a list.
    package init?(_ key: String, _ reader: inout DocumentReader) {
        guard let node = reader.value(key), node.array == nil else { return nil }
        format = .none
        if let name = node.string {
            file = name
            return
        }
        guard node.object != nil else {
            reader.report(key, "`\(key)` is the name of a file with a table, or `{url: FILE, format: {…}}`")
            return nil
        }
        var found: (file: String?, query: String?, format: TableFormatSaid)?
        reader.object(key, noun: "a table") { inner in
            let name = inner.text("url")
            if name == nil, !inner.has("url") { inner.report(nil, "a table has a `url`: the name of its file") }
            let query = inner.text("query")
            var format = TableFormatSaid.none
            if let node = inner.value("format") {
                do throws(Diagnostics) {
                    format = try TableFormatSaid(node, path: inner.path(of: "format"))
                } catch {
                    inner.add(error)
                }
            }
            found = (name, query, format)
        }
        guard let found, let name = found.file else { return nil }
        file = name
        query = found.query
        format = found.format
    }

    /// The table, every column as it is written: codes such as `036` stay text.
    package func read(in root: DataRoot) throws(Diagnostics) -> ReadTable {
        var reading = TableReading()
        reading.infersNumbers = false
        reading.query = query
        return try format.read(TableFile(file, in: root), as: reading, usual: CSVFormat.self)
    }

    /// A column of it as numbers, as `format` says that they are written.
    package func typed(_ table: Table, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        try format.typed(table, as: reading)
    }
}
