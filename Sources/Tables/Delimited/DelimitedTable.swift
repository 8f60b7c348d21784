import Documents

/// A delimited text as a figure wants it: its encoding and dialect found, its columns read.
struct DelimitedTable {
    /// The separator that the kind of file promises.
    let usual: UInt8
    let said: DialectSaid
    /// What a column is called, by the name that the file has for it.
    var naming: ((String) -> String)?

    init(usual: UInt8, said: DialectSaid) {
        self.usual = usual
        self.said = said
    }

    func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        let (bytes, notes) = try TextEncoding.utf8(try file.contents(), said: said.encoding, file: file.name)
        var dialect = Dialect(separator: said.delimiter ?? usual, skippedLines: said.skip ?? 0)
        var read = ReadTable(Table(), notes: Diagnostics(notes))
        if said.delimiter == nil || said.skip == nil {
            let found = Dialect.found(in: bytes, usual: dialect.separator)
            if said.delimiter == nil { dialect.separator = found.separator }
            if said.skip == nil, said.header == nil, found.separator == dialect.separator {
                dialect.skippedLines = found.skippedLines
            }
        }
        tell(dialect, file: file.name, in: &read)
        let hasSemicolons = dialect.separator == UInt8(ascii: ";")
        var text = DelimitedText(
            separator: dialect.separator, header: said.header, types: reading.types,
            infersNumbers: reading.infersNumbers, isWanted: reading.isWanted, skippedLines: dialect.skippedLines,
            keepsText: hasSemicolons || said.cells.decimal == .comma || said.cells.missing != nil)
        text.naming = naming
        read.table = try text.readUntyped(bytes, file: file.name)
        let columns = ColumnReading(reading, said: said.cells, file: file.name, hasSemicolons: hasSemicolons)
        return try columns.typed(read)
    }

    private func tell(_ dialect: Dialect, file: String, in read: inout ReadTable) {
        if dialect.separator != said.delimiter ?? usual {
            let names: [UInt8: String] = [0x2C: "commas", 0x3B: "semicolons", 0x09: "tabulators", 0x7C: "`|`"]
            read.notes.add(
                Diagnostic(
                    "its fields are parted by \(names[dialect.separator] ?? "another mark")", severity: .note,
                    file: file))
        }
        if dialect.skippedLines > 0, said.skip == nil {
            read.notes.add(
                Diagnostic(
                    "the names of its columns stand on line \(dialect.skippedLines + 1); what is above is passed over",
                    severity: .note, file: file, advice: "`format: {skip: 0}` takes the first line for them"))
        }
    }
}
