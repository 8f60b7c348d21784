/// Reads JSON (RFC 8259) into nodes that know their line and column, which no parser at hand gives.
public struct JSONReader {
    /// Nesting beyond this is refused: no figure needs it, and each level takes stack.
    static var deepest: Int { Limit.depth.value }

    private let file: String
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var line = 1
    private var lineStart = 0

    public static func read(_ contents: [UInt8], file: String) throws(Diagnostics) -> DocumentNode {
        do {
            return try contents.withUnsafeBufferPointer { buffer in
                var reader = JSONReader(file: file, bytes: buffer)
                return try reader.document()
            }
        } catch let problem as Diagnostic {
            throw Diagnostics([problem])
        } catch {
            throw Diagnostics([Diagnostic("\(error)", file: file)])
        }
    }

    private init(file: String, bytes: UnsafeBufferPointer<UInt8>) {
        self.file = file
        self.bytes = bytes
    }

    private var here: SourceLocation { SourceLocation(line: line, column: position - lineStart + 1) }

    private func problem(_ message: String, advice: String? = nil) -> Diagnostic {
        Diagnostic(message, file: file, at: here, advice: advice)
    }

    private mutating func document() throws -> DocumentNode {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        skipSpace()
        guard position < bytes.count else { throw problem("the file is empty; a JSON value was expected") }
        let node = try value(depth: 0)
        skipSpace()
        if position < bytes.count { throw problem("text after the end of the JSON value") }
        return node
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0D: position += 1
            case 0x0A:
                position += 1
                line += 1
                lineStart = position
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws -> DocumentNode {
        guard depth < Self.deepest else {
            throw problem("nested deeper than \(Self.deepest) levels")
        }
        guard position < bytes.count else { throw problem("the file ends where a value was expected") }
        let start = here
        switch bytes[position] {
        case UInt8(ascii: "{"): return DocumentNode(.object(try object(depth: depth)), at: start)
        case UInt8(ascii: "["): return DocumentNode(.array(try array(depth: depth)), at: start)
        case UInt8(ascii: "\""): return DocumentNode(.string(try string()), at: start)
        case UInt8(ascii: "t"):
            try word("true")
            return DocumentNode(.boolean(true), at: start)
        case UInt8(ascii: "f"):
            try word("false")
            return DocumentNode(.boolean(false), at: start)
        case UInt8(ascii: "n"):
            try word("null")
            return DocumentNode(.null, at: start)
        default: return DocumentNode(.number(try number()), at: start)
        }
    }

    private mutating func word(_ expected: StaticString) throws {
        let count = expected.utf8CodeUnitCount
        guard position + count <= bytes.count,
            (0..<count).allSatisfy({ bytes[position + $0] == expected.utf8Start[$0] })
        else { throw problem("not a JSON value", advice: "expected `\(expected)`") }
        position += count
    }

    private mutating func object(depth: Int) throws -> DocumentObject {
        position += 1
        var members: [DocumentObject.Member] = []
        var seen = Set<String>()
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
            position += 1
            return DocumentObject()
        }
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw problem("expected a name in double quotes")
            }
            let keyLocation = here
            let key = try string()
            // Small objects, the rows of a table, are looked through; a set pays only for large ones.
            if members.count < 16 ? members.contains(where: { $0.key == key }) : seen.contains(key) {
                throw Diagnostic("`\(key)` stands twice in one object", file: file, at: keyLocation)
            }
            if members.count == 16 { seen = Set(members.map(\.key)) }
            if members.count >= 16 { seen.insert(key) }
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
                throw problem("expected `:` after `\(key)`")
            }
            position += 1
            skipSpace()
            members.append(.init(key: key, keyLocation: keyLocation, value: try value(depth: depth + 1)))
            skipSpace()
            guard position < bytes.count else { throw problem("the file ends inside an object; `}` is missing") }
            if bytes[position] == UInt8(ascii: ",") {
                position += 1
            } else if bytes[position] == UInt8(ascii: "}") {
                position += 1
                return DocumentObject(members)
            } else {
                throw problem("expected `,` or `}`")
            }
        }
    }

    private mutating func array(depth: Int) throws -> [DocumentNode] {
        position += 1
        var items: [DocumentNode] = []
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
            position += 1
            return []
        }
        while true {
            skipSpace()
            items.append(try value(depth: depth + 1))
            skipSpace()
            guard position < bytes.count else { throw problem("the file ends inside a list; `]` is missing") }
            if bytes[position] == UInt8(ascii: ",") {
                position += 1
            } else if bytes[position] == UInt8(ascii: "]") {
                position += 1
                return items
            } else {
                throw problem("expected `,` or `]`")
            }
        }
    }

    private mutating func number() throws -> Double {
        let start = position
        var index = position
        var digits = 0
        var mantissa: UInt64 = 0
        var plain = true
        func byte() -> UInt8 { index < bytes.count ? bytes[index] : 0 }
        let negative = byte() == UInt8(ascii: "-")
        if negative { index += 1 }
        let firstDigit = byte()
        while byte() >= 0x30, byte() <= 0x39 {
            if digits < 18 { mantissa = mantissa * 10 + UInt64(byte() - 0x30) } else { plain = false }
            digits += 1
            index += 1
        }
        if digits == 0 {
            throw problem("not a JSON value", advice: "strings stand in double quotes")
        }
        if digits > 1, firstDigit == 0x30 { throw problem("a number may not begin with 0") }
        var decimals = 0
        if byte() == UInt8(ascii: ".") {
            index += 1
            while byte() >= 0x30, byte() <= 0x39 {
                if digits + decimals < 18 { mantissa = mantissa * 10 + UInt64(byte() - 0x30) } else { plain = false }
                decimals += 1
                index += 1
            }
            if decimals == 0 { throw problem("a digit must follow the decimal point") }
        }
        if byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") {
            plain = false
            index += 1
            if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { index += 1 }
            let exponentStart = index
            while byte() >= 0x30, byte() <= 0x39 { index += 1 }
            if index == exponentStart { throw problem("a digit must follow the exponent") }
        }
        position = index
        // Up to 15 digits and 10^22, both are exact doubles, and one division is correctly rounded.
        if plain, digits + decimals <= 15 {
            let value = Double(mantissa) / JSONReader.powersOfTen[decimals]
            return negative ? -value : value
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            position = start
            throw problem("`\(text.prefix(40))` is too large for a number")
        }
        return value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private mutating func string() throws -> String {
        let start = position + 1
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"),
            bytes[index] >= 0x20
        {
            index += 1
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            position = index + 1
            return try validated(bytes[start..<index])
        }
        return try escapedString(from: start)
    }

    private func validated(_ slice: Slice<UnsafeBufferPointer<UInt8>>) throws -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw problem("the text is not valid UTF-8", advice: "save the file as UTF-8")
        }
        return text
    }

    private mutating func escapedString(from start: Int) throws -> String {
        var result: [UInt8] = []
        var index = start
        while true {
            guard index < bytes.count else { throw problem("the file ends inside a string; `\"` is missing") }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte < 0x20 {
                position = index
                throw problem("a line break or control character inside a string", advice: "write it as \\n or \\u00XX")
            }
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                index += 1
                continue
            }
            guard index + 1 < bytes.count else { throw problem("the file ends inside a string") }
            switch bytes[index + 1] {
            case UInt8(ascii: "\""): result.append(UInt8(ascii: "\""))
            case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "/"): result.append(UInt8(ascii: "/"))
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                position = index
                var unit = try hexadecimal(at: index + 2)
                if unit >= 0xD800, unit < 0xDC00, index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"),
                    bytes[index + 7] == UInt8(ascii: "u")
                {
                    let low = try hexadecimal(at: index + 8)
                    if low >= 0xDC00, low < 0xE000 {
                        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
                        index += 6
                    }
                }
                guard let scalar = Unicode.Scalar(unit) else { throw problem("half of a surrogate pair in a string") }
                result += Array(String(Character(scalar)).utf8)
                index += 4
            default:
                position = index
                throw problem("unknown escape in a string", advice: "a backslash is written as \\\\")
            }
            index += 2
        }
        position = index + 1
        guard let text = String(validating: result, as: UTF8.self) else {
            throw problem("the text is not valid UTF-8", advice: "save the file as UTF-8")
        }
        return text
    }

    private func hexadecimal(at start: Int) throws -> UInt32 {
        guard start + 4 <= bytes.count else { throw problem("the file ends inside an escape") }
        var value: UInt32 = 0
        for index in start..<(start + 4) {
            guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
                throw problem("\\u needs four hexadecimal digits")
            }
            value = value << 4 + UInt32(digit)
        }
        return value
    }
}
