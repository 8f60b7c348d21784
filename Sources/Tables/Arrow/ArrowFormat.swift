import Documents

/// Apache Arrow's own files and streams, of which Feather 2 is one: columns of typed values (arrow.apache.org, "Arrow
/// Columnar Format").
package struct ArrowFormat: TableFormat {
    package static let name = "arrow"
    package static let endings = ["arrow", "feather", "arrows", "ipc"]

    /// More than a figure can show, and less than fills the memory.
    static let mostRows = 50_000_000
    static let mostBytes = 1 << 31

    package init(_ reader: inout DocumentReader) {}

    package static func isContent(_ head: ArraySlice<UInt8>) -> Bool {
        head.starts(with: "ARROW1".utf8) || head.starts(with: "FEA1".utf8)
    }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        var reading = reading
        reading.hasWrittenNumbers = true
        let bytes = try file.contents()
        let read: ReadTable
        do throws(ArrowProblem) {
            if bytes.starts(with: "FEA1".utf8) {
                throw ArrowProblem("it is Feather 1, which nobody writes any more: save it as Feather 2")
            }
            var stream = ArrowStream(bytes)
            read = try stream.table(file: file.name) { reading.isWanted?($0) ?? true }
        } catch {
            throw Diagnostics([
                Diagnostic("`\(file.name)` cannot be read as Arrow: \(error.message)", file: file.name)
            ])
        }
        return try ColumnReading(reading, file: file.name).typed(read)
    }
}

/// The messages of a file or stream: a schema, dictionaries, batches of rows.
struct ArrowStream {
    private var fields: [ArrowField] = []
    private var dictionaries: [Int: [DataValue]] = [:]
    private var columns: [[DataValue]] = []
    private var rowCount = 0
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func table(file: String, isWanted: (String) -> Bool) throws(ArrowProblem) -> ReadTable {
        // A file is a stream with its name before it, and a list of its parts after it.
        var place = bytes.starts(with: "ARROW1".utf8) ? 8 : 0
        while let (message, body) = try self.message(&place) { try take(message, body) }
        guard !fields.isEmpty else { throw ArrowProblem("it says nothing of its columns") }
        var result = Table(rowCount: rowCount)
        var notes = Diagnostics()
        for (index, field) in fields.enumerated() where isWanted(field.name) {
            if case .other = field.kind, field.dictionary == nil {
                notes.add(
                    Diagnostic(
                        "column `\(field.name)` holds \(field.typeName), which no figure reads: it is left out",
                        severity: .warning, file: file))
                continue
            }
            var name = field.name, number = 2
            while result.column(name) != nil {
                name = "\(field.name)_\(number)"
                number += 1
            }
            var column = Table.Column(columns[index])
            if case .moment = field.kind { column.isTime = true }
            result.set(name, column)
        }
        return ReadTable(result, notes: notes)
    }

    /// The next message and the bytes that belong to it; nil at the end.
    private func message(_ place: inout Int) throws(ArrowProblem) -> (FlatTable, ArraySlice<UInt8>)? {
        func length() -> Int? {
            guard place + 4 <= bytes.count else { return nil }
            defer { place += 4 }
            return (0..<4).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
        }
        guard var size = length() else { return nil }
        // Since version 0.15 a mark stands before the length.
        if size == 0xFFFF_FFFF {
            guard let own = length() else { throw .short }
            size = own
        }
        if size == 0 { return nil }
        guard size <= bytes.count - place else { throw .short }
        guard let message = FlatTable(root: bytes[place..<place + size]) else {
            throw ArrowProblem("a message of it is damaged")
        }
        place += size
        let bodySize = Int(message.number(3, Int64.self) ?? 0)
        guard bodySize >= 0, bodySize <= bytes.count - place else { throw .short }
        defer { place += bodySize }
        return (message, bytes[place..<place + bodySize])
    }

    private mutating func take(_ message: FlatTable, _ body: ArraySlice<UInt8>) throws(ArrowProblem) {
        guard let header = message.table(2) else { throw ArrowProblem("a message of it has no head") }
        switch message.number(1, UInt8.self) {
        case 1:
            guard header.number(0, Int16.self) ?? 0 == 0 else { throw ArrowProblem("its numbers are big-endian") }
            let known = header.tables(1)
            fields = known.compactMap { ArrowField($0) }
            guard fields.count == known.count else { throw ArrowProblem("a column of it is of an unknown type") }
            columns = [[DataValue]](repeating: [], count: fields.count)
        case 2: try takeDictionary(header, body)
        case 3:
            var reading = try batch(header, body)
            for (index, field) in fields.enumerated() {
                columns[index] += try reading.columns.next(field, buffers: &reading.buffers) ?? []
            }
            rowCount += Int(header.number(0, Int64.self) ?? 0)
            guard rowCount >= 0, rowCount <= ArrowFormat.mostRows else {
                throw ArrowProblem("it has more than \(ArrowFormat.mostRows) rows")
            }
        default: break
        }
    }

    private mutating func takeDictionary(_ header: FlatTable, _ body: ArraySlice<UInt8>) throws(ArrowProblem) {
        let id = Int(header.number(0, Int64.self) ?? 0)
        guard var field = Self.field(of: id, in: fields), let data = header.table(1) else {
            throw ArrowProblem("a dictionary of it is of no column")
        }
        field.dictionary = nil
        var reading = try batch(data, body)
        let values = try reading.columns.next(field, buffers: &reading.buffers) ?? []
        let isDelta = header.number(2, UInt8.self) ?? 0 != 0
        dictionaries[id] = (isDelta ? dictionaries[id] ?? [] : []) + values
    }

    private static func field(of dictionary: Int, in fields: [ArrowField]) -> ArrowField? {
        for field in fields {
            if field.dictionary?.id == dictionary { return field }
            if let found = Self.field(of: dictionary, in: field.children) { return found }
        }
        return nil
    }

    private func batch(
        _ header: FlatTable, _ body: ArraySlice<UInt8>
    ) throws(ArrowProblem) -> (columns: ArrowColumns, buffers: ArrowBuffers) {
        var codec: ArrowCodec?
        if let compression = header.table(3) {
            codec = ArrowCodec(rawValue: compression.number(0, Int8.self) ?? 0)
            if codec == nil { throw ArrowProblem("it is packed in a way that is not known") }
        }
        let body = ArrowBody(bytes: body, codec: codec)
        return (
            ArrowColumns(header, body: body, dictionaries: dictionaries), ArrowBuffers(body, places: header.pairs(2))
        )
    }
}
