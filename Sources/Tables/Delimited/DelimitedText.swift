import Documents

/// Reads tables with a separator between fields: CSV (RFC 4180), TSV and other separators.
///
/// A field may stand in double quotes, a quote in it is doubled; lines end in LF, CR or CRLF; a byte-order mark is
/// passed over. A row with more or fewer fields than the header is an error, with its line. Columns whose every value
/// is a decimal number, or empty, become numbers (empty is null); others stay text.
public struct DelimitedText {
    public var separator: UInt8
    /// Names of the columns where the file has no header line.
    public var header: [String]?
    /// Types of fields by name; those not named are inferred.
    public var types: [String: ValueType]
    /// Whether unnamed columns of numbers become numbers.
    public var infersNumbers: Bool
    /// Which columns to keep, by name; nil for all.
    public var isWanted: (@Sendable (String) -> Bool)?
    /// Lines before the one with the names of the columns.
    var skippedLines = 0
    /// Whether columns that are to be numbers are kept as they are written, as their marks need a closer look.
    var keepsText = false
    /// What a column is called, by the name that the file has for it.
    var naming: ((String) -> String)?

    public init(
        separator: UInt8 = UInt8(ascii: ","), header: [String]? = nil, types: [String: ValueType] = [:],
        infersNumbers: Bool = true, isWanted: (@Sendable (String) -> Bool)? = nil
    ) {
        self.separator = separator
        self.header = header
        self.types = types
        self.infersNumbers = infersNumbers
        self.isWanted = isWanted
    }

    init(
        separator: UInt8, header: [String]?, types: [String: ValueType], infersNumbers: Bool,
        isWanted: (@Sendable (String) -> Bool)?, skippedLines: Int, keepsText: Bool
    ) {
        self.init(
            separator: separator, header: header, types: types, infersNumbers: infersNumbers, isWanted: isWanted)
        self.skippedLines = skippedLines
        self.keepsText = keepsText
    }

    static let mostColumns = 16_384
    static let mostProblems = 20

    /// - Parameter file: the file as the user named it, for messages.
    /// - Throws: every ragged row (the first twenty), text that is not UTF-8, a quote that never closes.
    public func read(_ contents: [UInt8], file: String = "") throws(Diagnostics) -> Table {
        var table = try readUntyped(contents, file: file)
        for (name, column) in zip(table.names, table.columns) {
            if let type = types[name] { table.set(name, column.read(as: type)) }
        }
        return table
    }

    /// The same, but that columns with a type hold their texts, save numbers where all of them are plain.
    func readUntyped(_ contents: [UInt8], file: String) throws(Diagnostics) -> Table {
        var problems = Diagnostics()
        let table = contents.withUnsafeBufferPointer { read($0, file: file, problems: &problems) }
        try problems.throwIfErrors()
        return table
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, problems: inout Diagnostics) -> Table {
        var reader = DelimitedFields(bytes: bytes, separator: separator)
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { reader.position = 3 }
        if bytes.count >= 2, bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF {
            problems.add(
                Diagnostic(
                    "the text is UTF-16, not UTF-8", file: file, at: SourceLocation(line: 1, column: 1),
                    advice: "save the file as UTF-8"))
            return Table()
        }
        for _ in 0..<skippedLines where !reader.atEnd { reader.skipLine() }
        var names: [String] = []
        if let header {
            names = header
        } else {
            while !reader.atEnd {
                let field = reader.next()
                guard let name = field.text(in: bytes).map({ naming?($0) ?? $0 }) else {
                    problems.add(notUTF8(file, line: reader.line))
                    return Table()
                }
                // A column without a name, as a table of row numbers has, is known by its place.
                var unique = name
                var repeats = 2
                while names.contains(unique) {
                    unique = "\(name)_\(repeats)"
                    repeats += 1
                    if names.count > Self.mostColumns { break }
                }
                names.append(unique)
                if names.count > Self.mostColumns {
                    problems.add(
                        Diagnostic(
                            "more than \(Self.mostColumns) columns", file: file, at: SourceLocation(line: 1, column: 1))
                    )
                    return Table()
                }
                if field.endsRow { break }
            }
        }
        if names.isEmpty { return Table() }
        let kinds = names.map { name -> DelimitedColumn.Kind in
            if let isWanted, !isWanted(name) { return .skipped }
            return switch types[name] {
            case .number?: keepsText ? .text : .number
            case nil: infersNumbers ? .inferredNumber : .text
            default: .text
            }
        }
        let body = reader
        var columns = kinds.map { DelimitedColumn($0) }
        let rows = readRows(from: body, into: &columns, file: file, problems: &problems)
        if problems.hasErrors { return Table() }
        if columns.contains(where: \.hasFailed) {
            // Taken for numbers by its first rows, a column turned out not to be: it alone is read again.
            var again = columns.map { DelimitedColumn($0.hasFailed ? .text : .skipped) }
            _ = readRows(from: body, into: &again, file: file, problems: &problems)
            if problems.hasErrors { return Table() }
            for index in columns.indices where columns[index].hasFailed { columns[index] = again[index] }
        }
        var table = Table(rowCount: rows)
        for (index, name) in names.enumerated() {
            guard let column = columns[index].column(rows: rows) else { continue }
            table.set(name, column)
            columns[index] = DelimitedColumn(.skipped)
        }
        return table
    }

    /// Reads every row; the number of them.
    private func readRows(
        from body: DelimitedFields, into columns: inout [DelimitedColumn], file: String, problems: inout Diagnostics
    ) -> Int {
        var reader = body
        let bytes = body.bytes
        let width = columns.count
        var rows = 0
        // A row has at least a separator for each column but one: memory stays in step with the file.
        let likely = min(reader.likelyRows, bytes.count / max(1, width) + 1)
        for index in columns.indices { columns[index].reserve(likely) }
        return columns.withUnsafeMutableBufferPointer { columns -> Int in
            while !reader.atEnd {
                let line = reader.line
                if width > 1, reader.skipBlankLine() { continue }
                var column = 0
                var rowEnded = false
                while !rowEnded {
                    if column < width, columns[column].takesNumbers, let number = reader.nextNumber() {
                        columns[column].append(number.value)
                        rowEnded = number.endsRow
                    } else {
                        let field = reader.next()
                        rowEnded = field.endsRow
                        if column < width, !columns[column].append(field, in: bytes) {
                            problems.add(notUTF8(file, line: line))
                            return rows
                        }
                    }
                    column += 1
                }
                if column != width {
                    problems.add(
                        Diagnostic(
                            "this row has \(column) fields, the header has \(width)", file: file,
                            at: SourceLocation(line: line, column: 1),
                            advice: "a field with a separator or a line break in it stands in double quotes"))
                    if problems.all.count >= Self.mostProblems { return rows }
                }
                if reader.unclosedQuote {
                    problems.add(
                        Diagnostic(
                            "the quote that opens on this line never closes", file: file,
                            at: SourceLocation(line: line, column: 1)))
                    return rows
                }
                rows += 1
            }
            return rows
        }
    }

    private func notUTF8(_ file: String, line: Int) -> Diagnostic {
        Diagnostic(
            "the text is not valid UTF-8", file: file, at: SourceLocation(line: line, column: 1),
            advice: "save the file as UTF-8")
    }
}
