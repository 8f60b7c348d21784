import Documents

/// Reads tables with a separator between fields: CSV (RFC 4180), TSV and other separators.
///
/// A field may stand in double quotes, a quote in it is doubled; lines end in LF, CR or CRLF; a byte-order mark is
/// passed over. A row with more or fewer fields than the header is an error, with its line. Columns whose every value
/// is a decimal number, or empty, become numbers (empty is null); others stay text.
public struct DelimitedText: Sendable {
    public var separator: UInt8
    /// Names of the columns where the file has no header line.
    public var header: [String]?
    /// Types of fields by name; those not named are inferred.
    public var types: [String: ValueType]
    /// Whether unnamed columns of numbers become numbers.
    public var infersNumbers: Bool
    /// Columns to keep; nil for all.
    public var wanted: Set<String>?

    public init(
        separator: UInt8 = UInt8(ascii: ","), header: [String]? = nil, types: [String: ValueType] = [:],
        infersNumbers: Bool = true, wanted: Set<String>? = nil
    ) {
        self.separator = separator
        self.header = header
        self.types = types
        self.infersNumbers = infersNumbers
        self.wanted = wanted
    }

    static let mostColumns = 16_384
    static let mostProblems = 20

    /// - Parameter file: the file as the user named it, for messages.
    /// - Throws: every ragged row (the first twenty), text that is not UTF-8, a quote that never closes.
    public func read(_ contents: [UInt8], file: String = "") throws(Diagnostics) -> Table {
        var problems = Diagnostics()
        let table = contents.withUnsafeBufferPointer { read($0, file: file, problems: &problems) }
        try problems.throwIfErrors()
        return table
    }

    private enum Kind { case number, inferredNumber, text, skipped }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, problems: inout Diagnostics) -> Table {
        var reader = Fields(bytes: bytes, separator: separator)
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { reader.position = 3 }
        if bytes.count >= 2, bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF {
            problems.add(
                Diagnostic("the text is UTF-16, not UTF-8", file: file, at: SourceLocation(line: 1, column: 1), advice: "save the file as UTF-8"))
            return Table()
        }
        var names: [String] = []
        if let header {
            names = header
        } else {
            while !reader.atEnd {
                let field = reader.next()
                guard let name = field.text(in: bytes) else {
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
                    problems.add(Diagnostic("more than \(Self.mostColumns) columns", file: file, at: SourceLocation(line: 1, column: 1)))
                    return Table()
                }
                if field.endsRow { break }
            }
        }
        if names.isEmpty { return Table() }
        let body = reader
        var kinds = names.map { name -> Kind in
            if let wanted, !wanted.contains(name) { return .skipped }
            return switch types[name] {
            case .number?: .number
            case nil: infersNumbers ? .inferredNumber : .text
            default: .text
            }
        }
        // A column taken for numbers that turns out not to be is read again as text: at most two passes.
        for _ in 0..<2 {
            reader = body
            var numbers = [[Double]](repeating: [], count: names.count)
            var texts = [[String]](repeating: [], count: names.count)
            var failed = [Bool](repeating: false, count: names.count)
            var anyFailed = false
            var rows = 0
            while !reader.atEnd {
                let line = reader.line
                if names.count > 1, reader.skipBlankLine() { continue }
                var column = 0
                var rowEnded = false
                while !rowEnded {
                    let field = reader.next()
                    rowEnded = field.endsRow
                    defer { column += 1 }
                    guard column < names.count else { continue }
                    switch kinds[column] {
                    case .skipped: break
                    case .inferredNumber:
                        if failed[column] { break }
                        if field.isEmpty {
                            numbers[column].append(.missing)
                        } else if let number = field.bytes(in: bytes).flatMap({ NumberReading.inferred($0) }) {
                            numbers[column].append(number)
                        } else {
                            failed[column] = true
                            anyFailed = true
                            numbers[column] = []
                        }
                    case .number:
                        if field.isEmpty {
                            numbers[column].append(.missing)
                        } else if let number = field.bytes(in: bytes).flatMap({ NumberReading.decimal($0) }) {
                            numbers[column].append(number)
                        } else {
                            numbers[column].append(NumberReading.javaScriptNumber(field.text(in: bytes) ?? "x"))
                        }
                    case .text:
                        if let text = field.text(in: bytes) {
                            texts[column].append(text)
                        } else {
                            problems.add(notUTF8(file, line: line))
                            return Table()
                        }
                    }
                }
                if column != names.count {
                    problems.add(
                        Diagnostic(
                            "this row has \(column) fields, the header has \(names.count)", file: file,
                            at: SourceLocation(line: line, column: 1),
                            advice: "a field with a separator or a line break in it stands in double quotes"))
                    if problems.all.count >= Self.mostProblems { return Table() }
                }
                if reader.unclosedQuote {
                    problems.add(
                        Diagnostic("the quote that opens on this line never closes", file: file, at: SourceLocation(line: line, column: 1)))
                    return Table()
                }
                rows += 1
            }
            if problems.hasErrors { return Table() }
            if anyFailed {
                for index in kinds.indices where failed[index] { kinds[index] = .text }
                continue
            }
            var table = Table(rowCount: rows)
            for (index, name) in names.enumerated() {
                switch kinds[index] {
                case .skipped: break
                case .inferredNumber where rows == 0 || numbers[index].allSatisfy(\.isMissing):
                    table.set(name, Table.Column(.strings(Array(repeating: "", count: rows))))
                case .number, .inferredNumber: table.set(name, Table.Column(.numbers(numbers[index])))
                case .text:
                    let column = Table.Column(.strings(texts[index]))
                    table.set(name, types[name].map { column.read(as: $0) } ?? column)
                }
                numbers[index] = []
                texts[index] = []
            }
            return table
        }
        return Table()
    }

    private func notUTF8(_ file: String, line: Int) -> Diagnostic {
        Diagnostic(
            "the text is not valid UTF-8", file: file, at: SourceLocation(line: line, column: 1),
            advice: "save the file as UTF-8")
    }

    /// One field: where it stands, and whether quotes are to be undone.
    private struct Field {
        var start: Int
        var end: Int
        /// A quoted field with doubled quotes in it.
        var hasDoubledQuotes: Bool
        var endsRow: Bool
        var isQuoted: Bool

        var isEmpty: Bool { end <= start }

        /// The bytes, where nothing in them needs undoing.
        func bytes(in all: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
            hasDoubledQuotes ? nil : UnsafeBufferPointer(rebasing: all[start..<end])
        }

        func text(in all: UnsafeBufferPointer<UInt8>) -> String? {
            if isEmpty { return "" }
            if hasDoubledQuotes {
                var undone: [UInt8] = []
                var index = start
                while index < end {
                    undone.append(all[index])
                    index += all[index] == UInt8(ascii: "\"") ? 2 : 1
                }
                return String(validating: undone, as: UTF8.self)
            }
            return String(validating: UnsafeBufferPointer(rebasing: all[start..<end]), as: UTF8.self)
        }
    }

    private struct Fields {
        let bytes: UnsafeBufferPointer<UInt8>
        let separator: UInt8
        var position = 0
        var line = 1
        var unclosedQuote = false

        init(bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
            self.bytes = bytes
            self.separator = separator
        }

        var atEnd: Bool { position >= bytes.count }

        mutating func skipBlankLine() -> Bool {
            guard position < bytes.count else { return false }
            let byte = bytes[position]
            guard byte == 0x0A || byte == 0x0D else { return false }
            endLine()
            return true
        }

        private mutating func endLine() {
            if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
            position += 1
            line += 1
        }

        mutating func next() -> Field {
            let count = bytes.count
            if position < count, bytes[position] == UInt8(ascii: "\"") {
                position += 1
                let start = position
                var doubled = false
                while position < count {
                    let byte = bytes[position]
                    if byte == UInt8(ascii: "\"") {
                        if position + 1 < count, bytes[position + 1] == UInt8(ascii: "\"") {
                            doubled = true
                            position += 2
                            continue
                        }
                        break
                    }
                    if byte == 0x0A { line += 1 }
                    position += 1
                }
                if position >= count { unclosedQuote = true }
                let end = min(position, count)
                position += 1
                // What stands between the closing quote and the separator is passed over.
                while position < count, bytes[position] != separator, bytes[position] != 0x0A, bytes[position] != 0x0D {
                    position += 1
                }
                return finish(Field(start: start, end: end, hasDoubledQuotes: doubled, endsRow: true, isQuoted: true))
            }
            let start = position
            while position < count {
                let byte = bytes[position]
                if byte == separator || byte == 0x0A || byte == 0x0D { break }
                position += 1
            }
            return finish(Field(start: start, end: position, hasDoubledQuotes: false, endsRow: true, isQuoted: false))
        }

        private mutating func finish(_ field: Field) -> Field {
            var field = field
            if position < bytes.count {
                if bytes[position] == separator {
                    position += 1
                    field.endsRow = false
                    // A separator at the very end stands before one more, empty field.
                    return field
                }
                endLine()
            }
            return field
        }
    }
}
