import Documents

/// The attributes of a shapefile: a dBASE table (version III to FoxPro's), its text decoded.
struct DBaseTable {
    /// In the order of the file; nil for a row that is marked as deleted.
    let rows: [DocumentObject?]

    private struct Field {
        var name: String
        var kind: UInt8
        var offset: Int
        var length: Int
    }

    /// - Parameter encoding: the text of the `.cpg` file; the table's own mark counts where there is none.
    init(contents: [UInt8], encoding: String?, file: String) throws(Diagnostics) {
        func fail(_ message: String, advice: String? = nil) -> Diagnostics {
            Diagnostics([Diagnostic(message, file: file, advice: advice)])
        }
        let bytes = ByteReader(contents)
        guard bytes.count >= 33, let count = bytes.little32(4), let head = bytes.little16(8),
            let width = bytes.little16(10),
            count >= 0, head >= 33, head <= bytes.count, width >= 1
        else { throw fail("no dBASE table, or a truncated one: \(bytes.count) bytes") }
        guard count <= (bytes.count - head) / width else {
            throw fail(
                "the file is truncated: \((bytes.count - head) / width) of \(count) rows",
                advice: "copy or download it again")
        }
        let textEncoding: TextEncoding
        do throws(Diagnostic) {
            if let encoding {
                textEncoding = try TextEncoding(named: encoding)
            } else {
                textEncoding = try TextEncoding(languageDriver: contents[29])
            }
        } catch { throw fail(error.message, advice: error.advice) }

        var fields: [Field] = []
        var names: Set<String> = []
        var offset = 1
        var position = 32
        while position + 32 <= head, contents[position] != 0x0D {
            let raw = contents[position..<position + 11].prefix { $0 != 0 }
            var name = textEncoding.text(raw)
            name = name.isEmpty ? "field\(fields.count + 1)" : name
            while !names.insert(name).inserted { name += "_" }
            let kind = contents[position + 11]
            // FoxPro lets text be longer than a byte says.
            let length =
                Int(contents[position + 16]) + (kind == UInt8(ascii: "C") ? Int(contents[position + 17]) << 8 : 0)
            fields.append(Field(name: name, kind: kind, offset: offset, length: length))
            offset += length
            position += 32
        }
        guard offset <= width, !fields.isEmpty else { throw fail("the table's columns do not fit into its rows") }

        let here = SourceLocation(line: 1, column: 1)
        rows = (0..<count).map { row in
            let start = head + row * width
            if contents[start] == UInt8(ascii: "*") { return nil }
            return DocumentObject(
                fields.map { field in
                    let cell = contents[start + field.offset..<start + field.offset + field.length]
                    return DocumentObject.Member(
                        key: field.name, keyLocation: here,
                        value: DocumentNode(DBaseTable.value(cell, field.kind, bytes, textEncoding), at: here))
                })
        }
    }

    private static func value(
        _ cell: ArraySlice<UInt8>, _ kind: UInt8, _ bytes: ByteReader, _ encoding: TextEncoding
    ) -> DocumentNode.Value {
        func trimmed() -> ArraySlice<UInt8> {
            var cell = cell
            while let last = cell.last, last == 0x20 || last == 0 { cell.removeLast() }
            return cell.drop { $0 == 0x20 }
        }
        switch kind {
        case UInt8(ascii: "N"), UInt8(ascii: "F"):
            let number = Double(String(decoding: trimmed(), as: UTF8.self))
            return number.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
        case UInt8(ascii: "L"):
            switch cell.first {
            case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Y"), UInt8(ascii: "y"): return .boolean(true)
            case UInt8(ascii: "F"), UInt8(ascii: "f"), UInt8(ascii: "N"), UInt8(ascii: "n"): return .boolean(false)
            default: return .null
            }
        case UInt8(ascii: "D"):
            let digits = Array(String(decoding: trimmed(), as: UTF8.self))
            guard digits.count == 8, digits.allSatisfy(\.isASCII), digits.allSatisfy(\.isNumber) else { return .null }
            return .string("\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")
        case UInt8(ascii: "I"), UInt8(ascii: "+"):
            return cell.count == 4 ? bytes.little32(cell.startIndex).map { .number(Double($0)) } ?? .null : .null
        case UInt8(ascii: "B"), UInt8(ascii: "O"):
            guard cell.count == 8, let number = bytes.double(cell.startIndex), number.isFinite else { return .null }
            return .number(number)
        case UInt8(ascii: "C"):
            let text = encoding.text(trimmed())
            return text.isEmpty ? .null : .string(text)
        default: return .null  // Memos stand in a file of their own; times are of no use to a map.
        }
    }
}
