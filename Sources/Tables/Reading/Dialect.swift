import Documents

/// What a document says under `format` of how a text's fields are parted and written.
struct DialectSaid: Sendable {
    var delimiter: UInt8?
    var header: [String]?
    /// Lines before the one with the names of the columns.
    var skip: Int?
    var encoding: String?
    var cells: CellsSaid

    init(_ reader: inout DocumentReader) {
        if let text = reader.text("delimiter") {
            let text = text == "\\t" ? "\t" : text
            if let byte = text.utf8.first, text.utf8.count == 1 {
                delimiter = byte
            } else {
                reader.report("delimiter", "`delimiter` is one character of ASCII")
            }
        }
        if reader.has("header") { header = reader.texts("header") }
        skip = reader.wholeNumber("skip", in: 0...10_000)
        encoding = reader.text("encoding")
        cells = CellsSaid(&reader)
    }
}

/// What a document says of how the cells of columns are written.
struct CellsSaid: Sendable {
    var decimal: NumberNotation?
    var thousands: String?
    /// What stands for no value; nil for the usual marks.
    var missing: [String]?
    var dates: DateOrder?

    init() {}

    init(_ reader: inout DocumentReader) {
        if let text = reader.text("decimal") {
            switch text {
            case ".": decimal = .point
            case ",": decimal = .comma
            default: reader.report("decimal", "`decimal` is `.` or `,`, not `\(text.prefix(20))`")
            }
        }
        if let text = reader.text("thousands") {
            if ["", ",", ".", " ", "'", "’", "_", "\u{A0}", "\u{202F}", "\u{2009}"].contains(text) {
                thousands = text
            } else {
                reader.report("thousands", "`thousands` is `,`, `.`, a space, `'` or `_`, not `\(text.prefix(20))`")
            }
        }
        if decimal == nil, let thousands {
            decimal = thousands == "," ? .point : thousands == "." ? .comma : nil
        } else if let decimal, let thousands, (decimal == .point ? "." : ",") == thousands {
            reader.report("thousands", "`decimal` and `thousands` are not the same mark")
        }
        if reader.has("missing") { missing = reader.texts("missing") }
        dates = reader.word("dates", of: DateOrder.self)
    }
}

/// How the fields of a text are parted.
struct Dialect: Equatable {
    var separator: UInt8
    /// Lines before the names of the columns.
    var skippedLines = 0

    /// Looks at the beginning of a text: which separator gives rows of one width, and where they begin.
    ///
    /// - Parameters:
    ///   - usual: the separator that the file's name promises; it stands wherever it gives a table.
    static func found(in bytes: [UInt8], usual: UInt8) -> Dialect {
        let sample = bytes.prefix(1 << 16)
        let isCut = sample.count < bytes.count
        var best: (dialect: Dialect, width: Int)?
        for separator in [usual] + [0x2C, 0x3B, 0x09, 0x7C].filter({ $0 != usual }) {
            let rows = widths(of: Array(sample), separator: separator, isCut: isCut)
            guard let first = rows.first else { continue }
            if first.width > 1, rows.allSatisfy({ $0.width == first.width }) {
                // The promised one stands wherever it gives rows of one width.
                if separator == usual { return Dialect(separator: separator) }
                if first.width > best?.width ?? 1 { best = (Dialect(separator: separator), first.width) }
            } else if best == nil, let start = block(in: rows) {
                let dialect = Dialect(separator: separator, skippedLines: rows[start].line - 1)
                best = (dialect, rows[start].width)
                if separator == usual, start == 0 { return dialect }
            }
        }
        return best?.dialect ?? Dialect(separator: usual)
    }

    /// Where, after a few lines of another width, rows of one width begin and go on to the end.
    private static func block(in rows: [(line: Int, width: Int)]) -> Int? {
        guard let width = rows.last?.width, width > 1 else { return nil }
        guard let before = rows.lastIndex(where: { $0.width != width }) else { return 0 }
        // Names, and at least two rows; what stands before is short, as titles and remarks are.
        guard before < 12, rows.count - before - 1 >= 3, rows[...before].allSatisfy({ $0.width < width }) else {
            return nil
        }
        return before + 1
    }

    private static func widths(of sample: [UInt8], separator: UInt8, isCut: Bool) -> [(line: Int, width: Int)] {
        sample.withUnsafeBufferPointer { bytes in
            var fields = DelimitedFields(bytes: bytes, separator: separator)
            if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { fields.position = 3 }
            var rows: [(line: Int, width: Int)] = []
            while !fields.atEnd, rows.count < 200 {
                if fields.skipBlankLine() { continue }
                let line = fields.line
                var width = 1
                while !fields.next().endsRow { width += 1 }
                if fields.unclosedQuote || isCut && fields.atEnd { break }
                rows.append((line, width))
            }
            return rows
        }
    }
}
