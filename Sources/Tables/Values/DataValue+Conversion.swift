import Documents

extension Double {
    /// What `null` is in a column of numbers: a NaN that no arithmetic makes.
    public static let missing = Double(bitPattern: 0x7FF8_6D69_7373_0001)

    /// Whether this is the NaN that stands for `null`.
    public var isMissing: Bool { isNaN && bitPattern == Double.missing.bitPattern }
}

extension DataValue {
    public var isNull: Bool { if case .null = self { true } else { false } }
    public var number: Double? { if case .number(let value) = self { value } else { nil } }
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    public var array: [DataValue]? { if case .array(let value) = self { value } else { nil } }
    public var object: [Field]? { if case .object(let value) = self { value } else { nil } }

    /// The member of that name; nil where this is no object or has none.
    public subscript(name: String) -> DataValue? { object?.first { $0.name == name }?.value }

    /// Neither null nor NaN: what an aggregate counts as valid.
    public var isValid: Bool {
        switch self {
        case .null: false
        case .number(let value): !value.isNaN
        default: true
        }
    }

    /// As a number, by the rules of JavaScript's `Number()`, save that null and empty text give nil.
    public var asNumber: Double? {
        switch self {
        case .null: nil
        case .boolean(let value): value ? 1 : 0
        case .number(let value): value
        case .string(let text): text.isEmpty ? nil : NumberReading.javaScriptNumber(text)
        case .array(let values): values.isEmpty ? 0 : values.count == 1 ? values[0].asNumber ?? 0 : .nan
        case .object: .nan
        }
    }

    /// As text, by the rules of JavaScript's `String()`; objects as JSON.
    public var asText: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let value): NumberWriting.javaScript(value)
        case .string(let text): text
        case .array(let values): values.map { $0.isNull ? "" : $0.asText }.joined(separator: ",")
        case .object: json
        }
    }

    /// As JSON text without spaces; NaN and infinities are null.
    public var json: String {
        switch self {
        case .null: return "null"
        case .boolean(let value): return value ? "true" : "false"
        case .number(let value): return value.isFinite ? NumberWriting.javaScript(value) : "null"
        case .string(let text): return JSONWriter.quoted(text)
        case .array(let values): return "[" + values.map(\.json).joined(separator: ",") + "]"
        case .object(let fields):
            return "{" + fields.map { JSONWriter.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }

    /// Order for sorting: numbers by size, text by code unit, null and NaN before everything, kinds apart otherwise.
    /// Text that is a number is compared with numbers as one, as JavaScript's `<` does.
    public static func ascending(_ a: DataValue, _ b: DataValue) -> Int {
        switch (a, b) {
        case (.number(let x), .number(let y)):
            if x < y { return -1 }
            if x > y { return 1 }
            if x == y { return 0 }
            return x.isNaN ? (y.isNaN ? 0 : -1) : 1
        case (.string(let x), .string(let y)): return x == y ? 0 : x.utf16.lexicographicallyPrecedes(y.utf16) ? -1 : 1
        case (.null, .null): return 0
        case (.null, _): return -1
        case (_, .null): return 1
        case (.number(let x), _) where x.isNaN: return -1
        case (_, .number(let y)) where y.isNaN: return 1
        case (.boolean(let x), .boolean(let y)): return (x ? 1 : 0) - (y ? 1 : 0)
        default:
            let (x, y) = (a.asNumber ?? .nan, b.asNumber ?? .nan)
            if x < y { return -1 }
            if x > y { return 1 }
            if x == y { return 0 }
            if x.isNaN != y.isNaN { return x.isNaN ? 1 : -1 }
            let (s, t) = (a.asText, b.asText)
            return s == t ? 0 : s.utf16.lexicographicallyPrecedes(t.utf16) ? -1 : 1
        }
    }
}
