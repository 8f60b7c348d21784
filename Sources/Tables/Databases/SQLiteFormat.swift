import Documents

/// SQLite databases: a table of one (`format: {table: …}`), or what a `query` gives. Read only; nothing but the file
/// itself is opened.
package struct SQLiteFormat: TableFormat {
    package static let name = "sqlite"
    package static let endings = ["sqlite", "sqlite3", "db", "gpkg"]
    package static let answersQueries = true
    private let table: String?
    private let cells: CellsSaid

    package init(_ reader: inout DocumentReader) {
        table = reader.text("table")
        cells = CellsSaid(&reader)
    }

    package static func isContent(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: "SQLite format 3\0".utf8) }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        guard let path = try file.path() else {
            throw Diagnostics([Diagnostic("a database is a file, not a text of a document")])
        }
        var reading = reading
        reading.hasWrittenNumbers = true
        var result: ReadTable
        do throws(Diagnostic) {
            let database = try SQLiteDatabase(path: path, file: file.name)
            let query: String
            if let said = reading.query {
                query = said
            } else {
                query = try selection(in: database, file.name, reading)
            }
            result = try database.rows(query)
        } catch {
            throw Diagnostics([error])
        }
        if let isWanted = reading.isWanted {
            result.table = result.table.removing(result.table.names.filter { !isWanted($0) })
        }
        return try ColumnReading(reading, said: cells, file: file.name).typed(result)
    }

    /// SQL for the table that is meant, without the columns that nobody asks for.
    private func selection(
        in database: SQLiteDatabase, _ file: String, _ reading: TableReading
    ) throws(Diagnostic) -> String {
        let known =
            try database.rows(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' "
                    + "ORDER BY rowid"
            ).table.columns.first?.values.compactMap(\.string) ?? []
        let name: String
        if let table {
            guard let found = known.first(where: { $0.lowercased() == table.lowercased() }) else {
                throw Diagnostic(
                    "the database has no table `\(table)`", file: file,
                    advice: suggestion(for: table, among: known).map { "did you mean `\($0)`?" }
                        ?? "it has " + known.joined(separator: ", "))
            }
            name = found
        } else if known.count == 1 {
            name = known[0]
        } else {
            throw Diagnostic(
                known.isEmpty ? "the database has no tables" : "the database has several tables", file: file,
                advice: known.isEmpty
                    ? nil
                    : "name one, `format: {table: \(known[0])}`, or give a `query`; it has "
                        + known.joined(separator: ", "))
        }
        func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
        return "SELECT * FROM \(quoted(name))"
    }
}

/// An open database that can only be read, and asked nothing without end.
final class SQLiteDatabase {
    private let library: SQLiteLibrary
    private var handle: OpaquePointer?
    private let file: String
    private let deadline = Deadline(seconds: 30)
    /// More cells than this are to be gathered by the query, not by a figure.
    private static let mostCells = 50_000_000

    init(path: String, file: String) throws(Diagnostic) {
        guard let library = SQLiteLibrary.shared else {
            throw Diagnostic(
                "SQLite is not installed", cause: .missingPart, file: file, advice: "apt-get install libsqlite3-0")
        }
        self.library = library
        self.file = file
        // Read only, no shared cache, no addresses in place of names.
        let status = library.open(path, &handle, 0x1, nil)
        guard status == 0 else { throw problem("cannot be opened") }
        _ = library.setBusyTimeout(handle, 500)
        _ = library.setAuthorizer(
            handle,
            { _, action, first, _, _, _ in
                // SELECT, READ, FUNCTION, RECURSIVE; functions that open files are none of a reader's.
                guard [20, 21, 31, 33].contains(action) else { return 1 }
                if action == 31, let first, String(cString: first).lowercased() == "load_extension" { return 1 }
                return 0
            }, nil)
        library.setProgress(
            handle, 100_000,
            { data in
                guard let data else { return 0 }
                return Unmanaged<Deadline>.fromOpaque(data).takeUnretainedValue().hasPassed ? 1 : 0
            }, Unmanaged.passUnretained(deadline).toOpaque())
    }

    deinit { _ = library.close(handle) }

    private func problem(_ what: String, status: Int32 = 0) -> Diagnostic {
        let reason = library.message(handle).map { String(cString: $0) } ?? ""
        switch reason.hasPrefix("not authorized") ? 23 : status & 0xFF {
        case 5, 6:
            return Diagnostic(
                "the database is locked by another program", file: file, advice: "close it there, or copy the file")
        case 9: return Diagnostic("the query has no end within 30 seconds", file: file)
        case 23:
            return Diagnostic(
                "the query does more than read the database: \(reason)", file: file, advice: "give a single SELECT")
        case 11, 26: return Diagnostic("is no SQLite database that can be read: \(reason)", file: file)
        default: return Diagnostic("the database \(what): \(reason)", file: file)
        }
    }

    /// What a single SELECT gives.
    func rows(_ query: String) throws(Diagnostic) -> ReadTable {
        var statement: OpaquePointer?
        var rest = ""
        let status = query.withCString { text -> Int32 in
            var tail: UnsafePointer<CChar>?
            let status = library.prepare(handle, text, -1, &statement, &tail)
            rest = tail.map { String(cString: $0) } ?? ""
            return status
        }
        defer { _ = library.finalize(statement) }
        guard status == 0 else { throw problem("cannot answer", status: status) }
        guard let statement, rest.allSatisfy({ $0.isWhitespace || $0 == ";" }), library.isReadOnly(statement) != 0
        else {
            throw Diagnostic("the query is not a single SELECT", file: file)
        }
        let count = Int(library.columnCount(statement))
        var columns = [[DataValue]](repeating: [], count: count)
        var rows = 0
        while true {
            let status = library.step(statement)
            if status == 101 { break }
            guard status == 100 else { throw problem("cannot answer", status: status) }
            for index in 0..<count { columns[index].append(value(statement, Int32(index))) }
            rows += 1
            if rows * max(1, count) > Self.mostCells {
                throw Diagnostic(
                    "the query gives more than \(Self.mostCells) cells", file: file,
                    advice: "let it aggregate or filter")
            }
        }
        var table = Table(rowCount: rows)
        for (index, values) in columns.enumerated() {
            let name = library.columnName(statement, Int32(index)).map { String(cString: $0) } ?? "column \(index + 1)"
            var unique = name, number = 2
            while table.column(unique) != nil {
                unique = "\(name)_\(number)"
                number += 1
            }
            table.set(unique, Table.Column(values))
        }
        return ReadTable(table)
    }

    private func value(_ statement: OpaquePointer, _ column: Int32) -> DataValue {
        switch library.columnType(statement, column) {
        case 1:
            // What a number cannot hold to the last digit is a name, as long identifiers are.
            let whole = library.columnInteger(statement, column)
            return whole.magnitude <= 1 << 53 ? .number(Double(whole)) : .string(String(whole))
        case 2: return .number(library.columnDouble(statement, column))
        case 3:
            guard let text = library.columnText(statement, column) else { return .null }
            let bytes = UnsafeBufferPointer(start: text, count: Int(library.columnBytes(statement, column)))
            return .string(String(decoding: bytes, as: UTF8.self))
        default: return .null
        }
    }
}
