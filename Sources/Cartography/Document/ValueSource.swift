import Documents
import Formats
import Tables

/// Where the values of a thematic layer come from: a table beneath the data root, rows in the document, or facts.
struct ValueSource: Sendable {
    enum Rows: Sendable {
        /// A file of any kind that holds a table.
        case file(NamedTable)
        /// A list of objects.
        case inline(DocumentNode)
        /// Ids, or what they have in common, as `FactBase.select` takes them.
        case facts(DocumentNode)
    }

    /// A column and the value that its rows are to have.
    struct Condition: Sendable {
        var column: String
        var value: DocumentNode
        var path: String
    }

    var rows: Rows
    var conditions: [Condition] = []
    /// Id of a source, or an attribution as it stands.
    var source: String?
    var location: SourceLocation
    var path: String

    /// A column as numbers, written as the file's `format` says.
    func typed(_ table: Table, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        if case .file(let named) = rows { return try named.typed(table, as: reading) }
        return try TableFormatSaid.none.typed(table, as: reading)
    }

    /// How messages call it.
    var name: String {
        switch rows {
        case .file(let table): "`\(table.file)`"
        case .inline: "the table"
        case .facts: "the facts"
        }
    }
}

/// The name of a column, and where it was written.
struct ColumnName: Sendable {
    var text: String
    var location: SourceLocation
    var path: String
}

extension DocumentReader {
    /// `table: tables/ages.csv`, `where: {year: 2007}` and `source: …`; or `facts: {measure: area}`.
    mutating func values() -> ValueSource? {
        let (table, facts) = (value("table"), value("facts"))
        let conditions = conditions()
        let source = text("source")
        let rows: ValueSource.Rows
        let key: String
        switch (table, facts) {
        case (nil, nil):
            report(nil, "the layer has no values: give it `table: FILE.csv` or `facts: {…}`")
            return nil
        case (_?, _?):
            report("facts", "`table` and `facts` both give values; keep one")
            return nil
        case (let table?, nil):
            key = "table"
            if table.array != nil {
                rows = .inline(table)
            } else if let named = NamedTable("table", &self) {
                rows = .file(named)
            } else {
                return nil
            }
        case (nil, let facts?):
            key = "facts"
            rows = .facts(facts)
        }
        return ValueSource(
            rows: rows, conditions: conditions, source: source,
            location: (table ?? facts)?.location ?? node.location, path: path(of: key))
    }

    private mutating func conditions() -> [ValueSource.Condition] {
        guard let node = value("where") else { return [] }
        guard let conditions = node.object else {
            report("where", "`where` says what columns are to have: `where: {year: 2007}`")
            return []
        }
        return conditions.members.map {
            ValueSource.Condition(column: $0.key, value: $0.value, path: path(of: "where") + "." + $0.key)
        }
    }

    /// A column that the layer reads; `usual` where it reads facts and names none.
    mutating func column(_ key: String, facts usual: String? = nil, required: String? = nil) -> ColumnName? {
        guard has(key) else {
            _ = value(key)
            if has("facts"), let usual { return ColumnName(text: usual, location: node.location, path: path) }
            if let required { report(key, "`\(key)` is missing: \(required)") }
            return nil
        }
        guard let text = text(key) else { return nil }
        return ColumnName(text: text, location: value(key)?.location ?? node.location, path: path(of: key))
    }

    /// A specifier as d3-format has it.
    mutating func numberFormat(_ key: String = "format") -> String? {
        guard let specifier = text(key) else { return nil }
        if NumberFormat(specifier) == nil {
            report(
                key, "`\(specifier)` is no number format", advice: "as d3-format has it: `,.1f`, `.0%`, `~s`")
        }
        return specifier
    }
}
