import Documents

/// Where the values of a thematic layer come from: a table beneath the data root, rows in the document, or facts.
struct ValueSource: Sendable {
    enum Rows: Sendable {
        /// A CSV, TSV or JSON file.
        case file(String)
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

    /// How messages call it.
    var name: String {
        switch rows {
        case .file(let file): "`\(file)`"
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

extension MapReader {
    static let valueKeys = ["table", "facts", "where", "source"]

    /// `table: tables/ages.csv`, `where: {year: 2007}` and `source: …`; or `facts: {measure: area}`.
    mutating func values(_ object: DocumentObject, _ node: DocumentNode, _ path: String) -> ValueSource? {
        let rows: ValueSource.Rows
        let place: DocumentNode
        switch (object["table"], object["facts"]) {
        case (nil, nil):
            problem("the layer has no values: give it `table: FILE.csv` or `facts: {…}`", node, path)
            return nil
        case (_?, let facts?):
            problem("`table` and `facts` both give values; keep one", facts, path + ".facts")
            return nil
        case (let table?, nil):
            place = table
            if let name = table.string {
                rows = .file(name)
            } else if table.array != nil {
                rows = .inline(table)
            } else {
                problem("`table` is the name of a CSV, TSV or JSON file, or a list of rows", table, path + ".table")
                return nil
            }
        case (nil, let facts?):
            place = facts
            rows = .facts(facts)
        }
        var source = ValueSource(
            rows: rows, location: place.location, path: path + (object["table"] == nil ? ".facts" : ".table"))
        source.source = text(object["source"], path + ".source")
        if let node = object["where"] {
            if let conditions = node.object {
                source.conditions = conditions.members.map {
                    ValueSource.Condition(column: $0.key, value: $0.value, path: path + ".where." + $0.key)
                }
            } else {
                problem("`where` says what columns are to have: `where: {year: 2007}`", node, path + ".where")
            }
        }
        return source
    }

    /// A column that the layer reads; `usual` where it reads facts and names none.
    mutating func column(
        _ key: String, _ object: DocumentObject, _ path: String, facts usual: String? = nil, required: String? = nil
    ) -> ColumnName? {
        guard let node = object[key] else {
            if object["facts"] != nil, let usual {
                return ColumnName(
                    text: usual, location: object.members.first?.keyLocation ?? document.root.location, path: path)
            }
            if let required, let at = object.members.first {
                problem("`\(key)` is missing: \(required)", DocumentNode(.null, at: at.keyLocation), path + "." + key)
            }
            return nil
        }
        return text(node, path + "." + key).map {
            ColumnName(text: $0, location: node.location, path: path + "." + key)
        }
    }
}
