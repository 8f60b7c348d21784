/// A column of a delimited text while its rows are read.
struct DelimitedColumn {
    enum Kind {
        /// Numbers, as the document says; one that is not plainly one leaves the column to be read again as text.
        case number
        /// Numbers until a field shows that it is text.
        case inferredNumber
        case text
        case skipped
    }

    private var kind: Kind
    private var numbers: [Double] = []
    private var texts: [String] = []
    private var known = KnownTexts()
    /// Numbers came before the first field that is none: the column is to be read again as text.
    private(set) var hasFailed = false

    init(_ kind: Kind) { self.kind = kind }

    /// Whether a plain number can be added as it is.
    @inline(__always) var takesNumbers: Bool { kind == .inferredNumber || kind == .number }

    mutating func reserve(_ rows: Int) {
        switch kind {
        case .number, .inferredNumber: numbers.reserveCapacity(rows)
        case .text: texts.reserveCapacity(rows)
        case .skipped: break
        }
    }

    @inline(__always) mutating func append(_ number: Double) { numbers.append(number) }

    /// Adds a field; false where it is not UTF-8.
    @inline(__always)
    mutating func append(_ field: DelimitedField, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch kind {
        case .skipped: return true
        case .text: return appendText(field, in: bytes)
        case .number, .inferredNumber: return appendNumber(field, in: bytes)
        }
    }

    private mutating func appendText(_ field: DelimitedField, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if let text = known.text(field, in: bytes) {
            texts.append(text)
            return true
        }
        guard let text = field.text(in: bytes) else { return false }
        known.remember(text, field, in: bytes)
        texts.append(text)
        return true
    }

    private mutating func appendNumber(_ field: DelimitedField, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if field.isEmpty {
            numbers.append(.missing)
        } else if kind == .number {
            if let number = field.bytes(in: bytes).flatMap({ NumberReading.decimal($0) }) {
                numbers.append(number)
            } else {
                // Not as plain as it was to be: how the column is written is found from all of its texts.
                hasFailed = true
                kind = .skipped
                numbers = []
            }
        } else if let number = field.bytes(in: bytes).flatMap({ NumberReading.inferred($0) }) {
            numbers.append(number)
        } else if numbers.allSatisfy(\.isMissing) {
            kind = .text
            texts.reserveCapacity(numbers.capacity)
            texts += repeatElement("", count: numbers.count)
            numbers = []
            return appendText(field, in: bytes)
        } else {
            hasFailed = true
            kind = .skipped
            numbers = []
        }
        return true
    }

    /// The column once all rows are read; nil where it was not to be kept.
    func column(rows: Int) -> Table.Column? {
        switch kind {
        case .skipped: nil
        case .inferredNumber where numbers.allSatisfy(\.isMissing):
            Table.Column(.strings(Array(repeating: "", count: rows)))
        case .number, .inferredNumber: Table.Column(.numbers(numbers))
        case .text: Table.Column(.strings(texts))
        }
    }
}

/// Texts that a column had before, by their bytes: names come again and again, and are made once.
private struct KnownTexts {
    private struct Entry {
        var hash: UInt64
        var start: Int
        var length: Int
        var text: String
    }

    private static let size = 1024
    private var entries: [Entry?] = []
    private var misses = 0
    private var hits = 0

    /// The text of a field that was remembered; nil where it was not, or was pushed out.
    mutating func text(_ field: DelimitedField, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard !entries.isEmpty, !field.hasDoubledQuotes, let base = bytes.baseAddress else { return nil }
        let hash = KnownTexts.hash(field, base)
        guard let entry = entries[Int(truncatingIfNeeded: hash >> 54)], entry.hash == hash,
            entry.length == field.end - field.start
        else { return nil }
        for offset in 0..<entry.length where base[entry.start + offset] != base[field.start + offset] { return nil }
        hits += 1
        return entry.text
    }

    mutating func remember(_ text: String, _ field: DelimitedField, in bytes: UnsafeBufferPointer<UInt8>) {
        guard !field.hasDoubledQuotes, let base = bytes.baseAddress else { return }
        misses += 1
        // A column whose texts hardly repeat gains nothing.
        if misses > 4096, hits < misses {
            entries = []
            return
        }
        if entries.isEmpty { entries = Array(repeating: nil, count: KnownTexts.size) }
        let hash = KnownTexts.hash(field, base)
        entries[Int(truncatingIfNeeded: hash >> 54)] = Entry(
            hash: hash, start: field.start, length: field.end - field.start, text: text)
    }

    @inline(__always)
    private static func hash(_ field: DelimitedField, _ base: UnsafePointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: field.end &- field.start)
        var place = field.start
        while place + 8 <= field.end {
            hash = (hash ^ UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
            place += 8
        }
        var rest: UInt64 = 0
        while place < field.end {
            rest = rest << 8 | UInt64(base[place])
            place += 1
        }
        hash = (hash ^ rest) &* 0xD6E8_FEB8_6659_FD93
        return (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
}
