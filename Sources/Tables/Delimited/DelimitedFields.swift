/// One field: where it stands, and whether quotes are to be undone.
struct DelimitedField {
    var start: Int
    var end: Int
    /// A quoted field with doubled quotes in it.
    var hasDoubledQuotes: Bool
    var endsRow: Bool

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

/// Where the next field of a delimited text stands.
struct DelimitedFields {
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

    mutating func skipLine() {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        if !atEnd { endLine() }
    }

    @inline(__always)
    private mutating func endLine() {
        if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
        position += 1
        line += 1
    }

    /// A field that is a plain decimal of at most 15 digits, not quoted, without exponent and without a zero before
    /// other digits; nil, and nothing is passed, where the field is anything else.
    @inline(__always)
    mutating func nextNumber() -> (value: Double, endsRow: Bool)? {
        // Sign, 15 digits, a point, and the end of a line.
        guard bytes.count - position >= 32, let base = bytes.baseAddress else { return nil }
        var place = base + position
        let isNegative = place[0] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        if place[0] == UInt8(ascii: "0"), place[1] &- 0x30 < 10 { return nil }
        var mantissa: UInt64 = 0
        var digits = 0
        var decimals = 0
        while true {
            let digit = place[0] &- 0x30
            guard digit < 10 else { break }
            mantissa = mantissa &* 10 &+ UInt64(digit)
            digits += 1
            if digits > 15 { return nil }
            place += 1
        }
        if place[0] == UInt8(ascii: ".") {
            place += 1
            while true {
                let digit = place[0] &- 0x30
                guard digit < 10 else { break }
                mantissa = mantissa &* 10 &+ UInt64(digit)
                digits += 1
                if digits > 15 { return nil }
                decimals += 1
                place += 1
            }
        }
        guard digits > 0 else { return nil }
        let end = place[0]
        guard end == separator || end == 0x0A || end == 0x0D else { return nil }
        position = place - base
        if end == separator { position += 1 } else { endLine() }
        let size = Double(mantissa) / NumberReading.powersOfTen[decimals]
        return (isNegative ? -size : size, end != separator)
    }

    @inline(__always)
    mutating func next() -> DelimitedField {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return nextQuoted() }
        let start = position
        findEnd()
        return finish(DelimitedField(start: start, end: position, hasDoubledQuotes: false, endsRow: true))
    }

    /// Goes on to the next separator or end of a line, eight bytes at a time.
    @inline(__always)
    private mutating func findEnd() {
        let ones: UInt64 = 0x0101_0101_0101_0101, tops: UInt64 = 0x8080_8080_8080_8080
        // A byte of `word` is zero where `zeros` has its top bit; a bit above the lowest such may be false.
        @inline(__always) func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
        while bytes.count - position >= 8, let base = bytes.baseAddress {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
            let found =
                zeros(word ^ (ones &* UInt64(separator))) | zeros(word ^ (ones &* 0x0A)) | zeros(word ^ (ones &* 0x0D))
            if found != 0 {
                position += found.trailingZeroBitCount >> 3
                return
            }
            position += 8
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == separator || byte == 0x0A || byte == 0x0D { return }
            position += 1
        }
    }

    private mutating func nextQuoted() -> DelimitedField {
        let count = bytes.count
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
        if position < count { findEnd() }
        return finish(DelimitedField(start: start, end: end, hasDoubledQuotes: doubled, endsRow: true))
    }

    /// About how many rows are left, by the lines at the beginning.
    var likelyRows: Int {
        let sample = bytes[min(position, bytes.count)...].prefix(65_536)
        let lines = sample.count { $0 == 0x0A }
        guard lines > 0 else { return 0 }
        return Int(Double(bytes.count - position) / Double(sample.count) * Double(lines) * 1.02) + 1
    }

    @inline(__always)
    private mutating func finish(_ field: DelimitedField) -> DelimitedField {
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
