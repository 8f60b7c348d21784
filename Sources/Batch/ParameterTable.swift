import Documents
import Files
import Tables
import Templates

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A table whose rows are the values of parameters, a row a report: CSV, JSON, XLSX, or any other kind that is read.
public struct ParameterTable: Sendable {
    public let file: String
    private let table: Table
    private let places: CellPlaces?
    private let columns: [String: Table.Column]
    /// What is to be told of the table besides errors.
    public private(set) var warnings: [Diagnostic] = []

    public var count: Int { table.rowCount }

    /// - Parameter file: as the command line names it; a pipe will do.
    package init(_ file: String, parameters: Parameters) throws(Diagnostics) {
        self.file = file
        var reading = TableReading()
        reading.infersNumbers = false
        reading.hasWrittenNumbers = true
        // Cells are judged by the declarations, which tell row and column; here they stay as they are written.
        for name in parameters.names { reading.types[name] = ValueType.none }
        do throws(Diagnostics) {
            let read = try TableFormatSaid.none.read(
                try ParameterTable.place(of: file), as: reading, usual: CSVFormat.self)
            (table, places) = (read.table, read.places)
            try read.notes.throwIfErrors()
        } catch {
            throw Diagnostics(
                error.all.map { problem in
                    var problem = problem
                    problem.file = file
                    return problem
                })
        }
        var columns: [String: Table.Column] = [:]
        for name in parameters.names { columns[name] = table.column(name) }
        self.columns = columns
        try checkColumns(parameters)
    }

    private static func place(of file: String) throws(Diagnostics) -> TableFile {
        var status = stat()
        if stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let whole = realpath(file, nil) {
            defer { free(whole) }
            let path = String(cString: whole)
            return TableFile(FilePath.name(of: path), in: DataRoot(FilePath.folder(of: path)))
        }
        do throws(Diagnostic) { return TableFile(try DataRoot.readFile(file), name: file) } catch {
            throw Diagnostics([error])
        }
    }

    /// A column that is no parameter is told; one that is nearly called as a parameter that has none is an error.
    private mutating func checkColumns(_ parameters: Parameters) throws(Diagnostics) {
        var problems = Diagnostics()
        let missing = parameters.declarations.filter { columns[$0.name] == nil }
        let others = table.names.filter { columns[$0] == nil }
        for declaration in missing {
            let near = suggestion(for: declaration.name, among: others)
            if declaration.usual == nil || near != nil {
                problems.add(
                    Diagnostic(
                        "the table has no column `\(declaration.name)`", file: file,
                        advice: near.map { "is it the column `\($0)`?" }
                            ?? "it is a parameter of \(parameters.file) without a default"))
            }
        }
        try problems.throwIfErrors()
        if !others.isEmpty {
            let names = others.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
            warnings.append(
                Diagnostic(
                    others.count == 1
                        ? "the column \(names) is no parameter" : "\(others.count) columns are no parameters: \(names)",
                    severity: .warning, file: file, advice: "declare it under `params`, or leave it out"))
        }
    }

    /// The values of all parameters in a row, from 0.
    ///
    /// - Throws: every cell that is not as it is declared, with its row and column.
    package func values(_ row: Int, _ parameters: Parameters) throws(Diagnostics) -> [String: DataValue] {
        try parameters.values {
            columns[$0]?[row]
        } told: { name, problem in
            var problem = problem
            problem.file = file
            problem.message =
                "row \(row + 1), column `\(name)`"
                + (places?.name(row: row, column: name).map { " (\($0))" } ?? "") + ": " + problem.message
            return problem
        }
    }
}
