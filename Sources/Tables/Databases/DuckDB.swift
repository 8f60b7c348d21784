import Documents
import Files

/// DuckDB, run as a program of its own: it sees one file, no network, and a bounded memory and time.
struct DuckDB {
    /// How DuckDB reads the file: `read_parquet`, `read_csv`.
    let reader: String
    let file: TableFile
    private let program: String
    private let path: String

    static let advice = "install DuckDB: `Scripts/setup-engines`, or `pip install duckdb-cli`"
    static var isInstalled: Bool { ChildProcess.find("duckdb") != nil }

    init(reader: String, file: TableFile) throws(Diagnostics) {
        guard let program = ChildProcess.find("duckdb") else {
            throw Diagnostics([
                Diagnostic(
                    "needs DuckDB, which is not installed", cause: .missingPart, file: file.name, advice: DuckDB.advice)
            ])
        }
        guard let path = try file.path() else {
            throw Diagnostics([Diagnostic("a query is asked of a file, not of a text in a document")])
        }
        self.reader = reader
        self.file = file
        self.program = program
        self.path = path
    }

    /// The rows of a query, or of the whole file; only columns that are wanted come back.
    func table(_ reading: TableReading) throws(Diagnostics) -> Table {
        let query = try reading.query.map { (query) throws(Diagnostics) in try checked(query) } ?? "FROM data"
        let source = "(\(query)\n)"
        let described = try run("DESCRIBE FROM \(source)")
        let text = DelimitedText(infersNumbers: false)
        let shape = try text.readUntyped(described, file: file.name)
        let names = shape.column("column_name")?.values.map(\.asText) ?? []
        let types = shape.column("column_type")?.values.map(\.asText) ?? []
        let columns = zip(names, types).filter { reading.isWanted?($0.0) ?? true }.map { Column(name: $0, type: $1) }
        guard !columns.isEmpty else {
            let counted = try text.readUntyped(try run("SELECT count(*) AS rows FROM \(source)"), file: file.name)
            return Table(rowCount: min(counted.column("rows")?[0].asNumber.map { Int($0) } ?? 0, 1 << 31))
        }
        func rows(_ columns: [Column]) throws(Diagnostics) -> Table {
            try made(try run("SELECT \(columns.map(\.selection).joined(separator: ", ")) FROM \(source)"), columns)
        }
        let table = try rows(columns)
        // Whole numbers that a Double does not hold to the last digit are names, as long identifiers are.
        let exact = columns.map { column -> Column in
            guard column.type.hasSuffix("INT"), let values = table.column(column.name)?.numbers,
                values.contains(where: { $0.magnitude >= 9_007_199_254_740_992 })
            else { return column }
            return Column(name: column.name, type: "VARCHAR")
        }
        return exact.map(\.type) == columns.map(\.type) ? table : try rows(exact)
    }

    /// Whether each column holds numbers.
    func types() throws(Diagnostics) -> [String: Bool] {
        let shape = try DelimitedText(infersNumbers: false).readUntyped(try run("DESCRIBE data"), file: file.name)
        var types: [String: Bool] = [:]
        for row in 0..<shape.rowCount {
            let name = shape.column("column_name")?[row].asText ?? ""
            types[name] = Column(name: name, type: shape.column("column_type")?[row].asText ?? "").kind == .number
        }
        return types
    }

    private struct Column {
        var name: String
        var type: String

        enum Kind { case number, moment, boolean, text }

        var kind: Kind {
            if type.hasPrefix("TIMESTAMP") || type == "DATE" { return .moment }
            if type.hasPrefix("DECIMAL") { return .number }
            switch type {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT",
                "UHUGEINT", "FLOAT", "DOUBLE":
                return .number
            case "BOOLEAN": return .boolean
            default: return .text
            }
        }

        var quoted: String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

        var selection: String {
            switch kind {
            case .moment: "epoch_ms(CAST(\(quoted) AS TIMESTAMP)) AS \(quoted)"
            case .number where type == "DOUBLE" || type == "FLOAT":
                // What is no number is no value.
                "CASE WHEN isfinite(\(quoted)) THEN \(quoted) END AS \(quoted)"
            case .text: "CAST(\(quoted) AS VARCHAR) AS \(quoted)"
            default: quoted
            }
        }
    }

    /// What stands for NULL in what comes back: a byte that no text has.
    private static let null = "\u{1}"

    private func made(_ bytes: [UInt8], _ columns: [Column]) throws(Diagnostics) -> Table {
        var text = DelimitedText(infersNumbers: false)
        for column in columns where column.kind == .number || column.kind == .moment {
            text.types[column.name] = .number
        }
        let read = try text.readUntyped(bytes, file: file.name)
        var table = Table(rowCount: read.rowCount)
        for (column, values) in zip(columns, read.columns) {
            let isTime = column.kind == .moment
            switch (column.kind, values.storage) {
            case (.number, .strings(let texts)), (.moment, .strings(let texts)):
                let numbers = texts.map { $0 == DuckDB.null ? .missing : NumberReading.javaScriptNumber($0) }
                table.set(column.name, Table.Column(.numbers(numbers), isTime: isTime))
            case (.boolean, .strings(let texts)):
                table.set(
                    column.name, Table.Column(texts.map { $0 == DuckDB.null ? .null : .boolean($0 == "true") }))
            case (.text, .strings(let texts)):
                table.set(
                    column.name,
                    texts.contains(DuckDB.null) ? Table.Column(texts.map(DuckDB.value)) : Table.Column(.strings(texts)))
            default:
                var values = values
                values.isTime = isTime
                table.set(column.name, values)
            }
        }
        return table
    }

    private static func value(_ text: String) -> DataValue { text == null ? .null : .string(text) }

    /// A query that is one statement that selects; nothing may end it and begin another.
    private func checked(_ query: String) throws(Diagnostics) -> String {
        var text = query[...]
        while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
        let first = text.drop(while: \.isWhitespace).prefix(while: \.isLetter).uppercased()
        guard ["SELECT", "WITH", "FROM", "VALUES"].contains(first), !SQLText.hasFurtherStatement(text) else {
            throw Diagnostics([
                Diagnostic(
                    "the query is not a single SELECT", file: file.name,
                    advice: "it selects from the table `data`, and neither writes nor attaches anything")
            ])
        }
        return String(text)
    }

    private func run(_ query: String) throws(Diagnostics) -> [UInt8] {
        let place = "'" + path.replacing("'", with: "''") + "'"
        let script = """
            SET allowed_paths=[\(place)]; SET enable_external_access=false; SET memory_limit='220MB'; SET threads=2;
            SET preserve_insertion_order=true; SET max_temp_directory_size='0KB';
            SET autoinstall_known_extensions=false;
            SET autoload_known_extensions=false; CREATE VIEW data AS SELECT * FROM \(reader)(\(place));
            SET lock_configuration=true;
            \(query);
            """
        let ran = try told { () throws(Diagnostic) in
            try ChildProcess.run(
                program, ["-init", "/dev/null", "-csv", "-nullvalue", DuckDB.null, ":memory:", "-c", script],
                seconds: 60,
                mostBytes: 1 << 30)
        }
        if ran.wasStopped {
            throw Diagnostics([
                Diagnostic(
                    "the query has no end within 60 seconds, or gives more than 1 GiB", file: file.name,
                    advice: "let it aggregate or filter")
            ])
        }
        guard ran.status == 0 else {
            let lines = ran.errors.split(separator: "\n").map(String.init)
            let reason = lines.first { !$0.isEmpty } ?? "it ended with status \(ran.status)"
            throw Diagnostics([Diagnostic("DuckDB cannot read it: \(reason)", file: file.name)])
        }
        return ran.output
    }
}

/// What can be seen of SQL without reading it.
enum SQLText {
    /// Whether a `;` stands outside of texts, names and comments.
    static func hasFurtherStatement(_ text: some StringProtocol) -> Bool {
        var characters = Array(text)[...]
        while let character = characters.popFirst() {
            switch character {
            case ";", "\0": return true
            case "'", "\"":
                while let next = characters.popFirst(), next != character {}
            case "-" where characters.first == "-":
                while let next = characters.popFirst(), !next.isNewline {}
            case "/" where characters.first == "*":
                var before: Character = " "
                while let next = characters.popFirst() {
                    if before == "*", next == "/" { break }
                    before = next
                }
            // Texts between `$$` and escapes of `E'…'` could hide a `;` that only DuckDB sees.
            case "$" where characters.contains(";"): return true
            case "\\" where characters.contains(";"): return true
            default: break
            }
        }
        return false
    }
}
