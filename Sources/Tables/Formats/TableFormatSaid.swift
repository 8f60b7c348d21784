import Documents

/// What a document says under `format` of a table's file: its kind, how fields are read, and what its kind has keys
/// for.
package struct TableFormatSaid: Sendable {
    private let node: DocumentNode?
    private let path: String
    private let kind: (any TableFormat.Type)?
    /// What `parse` says of fields.
    private(set) var types: [String: ValueType] = [:]
    /// `parse: "auto"` or null: the types of all columns are looked for in their values.
    private(set) var infersTypes = false

    /// Nothing said.
    package static let none = TableFormatSaid()

    private init() {
        node = nil
        path = "format"
        kind = nil
    }

    /// - Throws: what is wrong with `type` and `parse`; the other keys are read with the file.
    package init(_ node: DocumentNode?, path: String) throws(Diagnostics) {
        self.path = path
        guard let node, !node.isNull else {
            self.node = nil
            kind = nil
            return
        }
        self.node = node
        var reader = DocumentReader(node, path: path, noun: "`format`")
        var kind: (any TableFormat.Type)?
        if let name = reader.text("type") {
            kind = TableFormats.named(name)
            if kind == nil {
                reader.report(
                    "type", "`\(name)` is no kind of file that holds a table",
                    advice: DocumentReader.advice(for: name, among: TableFormats.names))
            }
        }
        self.kind = kind
        if let parse = node["parse"] {
            if let object = parse.object {
                for member in object.members {
                    if member.value.isNull {
                        types[member.key] = ValueType.none
                    } else if let text = member.value.string, let type = ValueType(text) {
                        types[member.key] = type
                    } else {
                        reader.report(
                            member.value, "`\(member.key)` is to be read as something unknown",
                            path: "\(path).parse.\(member.key)",
                            advice: "known: number, boolean, string, date, date:'%Y-%m-%d', utc:'…', null")
                    }
                }
            } else if parse.isNull || parse.string == "auto" {
                infersTypes = true
            } else {
                reader.report("parse", "`parse` is an object, `auto` or null")
            }
        }
        try reader.problems.throwIfErrors()
    }

    /// A file as its kind has it: what `type` says, what the first bytes show, or what the name ends in; else `usual`.
    package func read(
        _ file: TableFile, as reading: TableReading, usual: any TableFormat.Type = JSONFormat.self
    ) throws(Diagnostics) -> ReadTable {
        var kind = kind
        if kind == nil { kind = TableFormats.kind(of: file.name, head: try file.head()) }
        let chosen = kind ?? usual
        let format = try made(chosen)
        var reading = complete(reading)
        if chosen.answersQueries { return try format.read(file, as: reading) }
        guard let function = chosen.engineFunction else {
            if reading.query == nil { return try format.read(file, as: reading) }
            throw Diagnostics([
                Diagnostic(
                    "no `query` is answered over \(chosen.name)", file: file.name,
                    advice: "known: " + TableFormats.queried.joined(separator: ", "))
            ])
        }
        // What is larger than memory likes is read by an engine, which hands over the columns that are asked for.
        if reading.query == nil {
            let size = try file.size()
            guard node == nil, size > TableFormats.largest, DuckDB.isInstalled else {
                return try format.read(file, as: reading)
            }
        }
        reading.hasWrittenNumbers = true
        let table = try DuckDB(reader: function, file: file).table(reading)
        return try ColumnReading(reading, file: file.name).typed(ReadTable(table))
    }

    /// Values that a document holds itself: a list, an object, or text as a file would hold.
    package func read(inline values: DocumentNode, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        let reading = complete(reading)
        if let text = values.string {
            return try made(kind ?? CSVFormat.self).read(TableFile(Array(text.utf8)), as: reading)
        }
        switch try made(kind ?? JSONFormat.self) {
        case let format as JSONFormat: return try format.read(values, as: reading)
        case let format as TopoJSONFormat: return try format.read(values, as: reading)
        default: return try ColumnReading(reading).typed(ReadTable(Table(values)))
        }
    }

    /// The columns of a table that is at hand, read as a figure wants them.
    package func typed(_ table: Table, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        var reader = DocumentReader(node ?? DocumentNode(.object(DocumentObject())), path: path, noun: "`format`")
        return try ColumnReading(complete(reading), said: CellsSaid(&reader)).typed(ReadTable(table))
    }

    private func complete(_ reading: TableReading) -> TableReading {
        var reading = reading
        reading.types.merge(types) { $1 }
        reading.infersTypes = reading.infersTypes || infersTypes
        return reading
    }

    /// A kind's reader with what `format` says of it; a key that it does not know is an error.
    private func made(_ kind: any TableFormat.Type) throws(Diagnostics) -> any TableFormat {
        var reader = DocumentReader(
            node ?? DocumentNode(.object(DocumentObject())), path: path, noun: "`format` of \(kind.name)")
        reader.allow("type", "parse")
        let format = kind.init(&reader)
        reader.finish()
        try reader.problems.throwIfErrors()
        return format
    }
}
