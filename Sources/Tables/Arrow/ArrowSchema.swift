/// What a file of Arrow's says that its columns are (Apache Arrow, `Schema.fbs`).
struct ArrowField {
    indirect enum Kind {
        case null
        case integer(bits: Int, isSigned: Bool)
        /// Bits: 16, 32, 64.
        case float(bits: Int)
        case boolean
        case decimal(bits: Int, scale: Int)
        /// Milliseconds a unit; days and seconds among them. A date or a moment.
        case moment(bits: Int, milliseconds: Double)
        /// Seconds a unit: a time of day, or how long something took.
        case span(bits: Int, seconds: Double)
        case text(offsetBits: Int)
        case textView
        /// What no figure reads: bytes, lists, structures.
        case other(Layout)
    }

    /// The buffers of a column that is passed over.
    enum Layout {
        /// So many buffers of its own, with its children after them.
        case buffers(Int)
        /// Views have as many more as the batch says.
        case views
    }

    var name: String
    var kind: Kind
    var children: [ArrowField]
    /// The id of the dictionary that its values are places in, and what these places are.
    var dictionary: (id: Int, bits: Int, isSigned: Bool)?
    /// What it is called in messages.
    var typeName: String

    init?(_ field: FlatTable, depth: Int = 0) {
        guard depth < 64 else { return nil }
        name = field.text(0) ?? ""
        children = field.tables(5).compactMap { ArrowField($0, depth: depth + 1) }
        guard children.count == field.tables(5).count else { return nil }
        let type = field.table(3)
        let number = Int(field.number(2, UInt8.self) ?? 0)
        guard let (kind, typeName) = Self.kind(number, type) else { return nil }
        self.kind = kind
        self.typeName = typeName
        if let encoding = field.table(4) {
            let index = encoding.table(1)
            dictionary = (
                Int(encoding.number(0, Int64.self) ?? 0), Int(index?.number(0, Int32.self) ?? 32),
                (index?.number(1, UInt8.self) ?? 1) != 0
            )
        }
    }

    private static func kind(_ number: Int, _ type: FlatTable?) -> (Kind, String)? {
        func value(_ field: Int, _ standard: Int) -> Int { type?.number(field, Int16.self).map(Int.init) ?? standard }
        func wide(_ field: Int, _ standard: Int) -> Int { type?.number(field, Int32.self).map(Int.init) ?? standard }
        switch number {
        case 1: return (.null, "nulls")
        case 2:
            return (.integer(bits: wide(0, 0), isSigned: (type?.number(1, UInt8.self) ?? 0) != 0), "whole numbers")
        case 3: return (.float(bits: [16, 32, 64][min(2, max(0, value(0, 0)))]), "numbers")
        case 4, 19: return (.other(.buffers(3)), "bytes")
        case 5: return (.text(offsetBits: 32), "texts")
        case 6: return (.boolean, "booleans")
        case 7: return (.decimal(bits: wide(2, 128), scale: wide(1, 0)), "decimals")
        case 8:
            return (
                value(0, 1) == 0 ? .moment(bits: 32, milliseconds: 86_400_000) : .moment(bits: 64, milliseconds: 1),
                "dates"
            )
        case 9:
            return (
                .span(bits: wide(1, 32), seconds: [1, 1e-3, 1e-6, 1e-9][min(3, max(0, value(0, 1)))]), "times of day"
            )
        case 10: return (.moment(bits: 64, milliseconds: [1e3, 1, 1e-3, 1e-6][min(3, max(0, value(0, 0)))]), "moments")
        case 11: return (.other(.buffers(2)), "intervals")
        case 12, 17, 21: return (.other(.buffers(2)), "lists")
        case 13, 16: return (.other(.buffers(1)), number == 13 ? "structures" : "lists")
        case 14: return (.other(.buffers(value(0, 0) == 0 ? 1 : 2)), "unions")
        case 15: return (.other(.buffers(2)), "bytes")
        case 18: return (.span(bits: 64, seconds: [1, 1e-3, 1e-6, 1e-9][min(3, max(0, value(0, 1)))]), "durations")
        case 20: return (.text(offsetBits: 64), "texts")
        case 22: return (.other(.buffers(0)), "runs")
        case 23: return (.other(.views), "bytes")
        case 24: return (.textView, "texts")
        case 25, 26: return (.other(.buffers(3)), "lists")
        default: return nil
        }
    }
}
