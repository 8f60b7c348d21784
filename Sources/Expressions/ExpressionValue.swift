import Formats
import Tables

/// What an expression evaluates to: a value of a table, or one of those that only expressions know.
enum ExpressionValue: Sendable {
    case undefined
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([DataValue])
    case object([DataValue.Field])
    case pattern(RegularExpression)
    /// A date, as milliseconds since 1970; in a table it is a number.
    case moment(Double)

    init(_ value: DataValue) {
        switch value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .number(let value): self = .number(value)
        case .string(let value): self = .string(value)
        case .array(let value): self = .array(value)
        case .object(let value): self = .object(value)
        }
    }

    /// As a value of a table: undefined becomes null, a pattern its text.
    var data: DataValue {
        switch self {
        case .undefined, .null: .null
        case .boolean(let value): .boolean(value)
        case .number(let value): .number(value)
        case .string(let value): .string(value)
        case .array(let value): .array(value)
        case .object(let value): .object(value)
        case .pattern(let value): .string("/\(value.source)/")
        case .moment(let value): .number(value)
        }
    }

    // MARK: Coercion, as ECMAScript section 7.1 has it

    /// `ToBoolean`.
    var truth: Bool {
        switch self {
        case .undefined, .null: false
        case .boolean(let value): value
        case .number(let value): !(value == 0 || value.isNaN)
        case .string(let value): !value.isEmpty
        case .array, .object, .pattern, .moment: true
        }
    }

    /// `ToNumber`.
    var number: Double {
        switch self {
        case .undefined: .nan
        case .null: 0
        case .boolean(let value): value ? 1 : 0
        case .number(let value), .moment(let value): value
        case .string(let text): NumberReading.javaScriptNumber(text)
        case .array(let values):
            values.isEmpty ? 0 : values.count == 1 ? ExpressionValue(values[0]).numberOfText : .nan
        case .object, .pattern: .nan
        }
    }

    /// An array of one is the number of its text, so that `[null]` is 0 and `[true]` is NaN.
    private var numberOfText: Double {
        switch self {
        case .null, .undefined: 0
        case .boolean: .nan
        default: number
        }
    }

    /// `ToInt32`.
    var integer32: Int32 {
        let value = number
        guard value.isFinite else { return 0 }
        let cut = value.rounded(.towardZero).truncatingRemainder(dividingBy: 4_294_967_296)
        return Int32(truncatingIfNeeded: Int64(cut))
    }

    /// `ToString`.
    var text: String {
        switch self {
        case .undefined: "undefined"
        case .object: "[object Object]"
        case .moment(let value): Self.dateText(value)
        default: data.asText
        }
    }

    /// A date as ECMAScript's `Date.prototype.toString` writes it (section 21.4.4.41), in UTC.
    private static func dateText(_ moment: Double) -> String {
        guard CivilTime(milliseconds: moment) != nil else { return "Invalid Date" }
        return TimeFormat("%a %b %d %Y %H:%M:%S").format(moment) + " GMT+0000 (Coordinated Universal Time)"
    }

    private var isMoment: Bool { if case .moment = self { true } else { false } }

    var isNullish: Bool {
        switch self {
        case .undefined, .null: true
        default: false
        }
    }

    private var isComposite: Bool {
        switch self {
        case .array, .object, .pattern: true
        default: false
        }
    }

    /// `+`.
    static func add(_ a: ExpressionValue, _ b: ExpressionValue) -> ExpressionValue {
        switch (a, b) {
        case (.number(let x), .number(let y)): .number(x + y)
        case (.string, _), (_, .string): .string(a.text + b.text)
        case _ where a.isComposite || b.isComposite || a.isMoment || b.isMoment: .string(a.text + b.text)
        default: .number(a.number + b.number)
        }
    }

    /// `===`. Arrays and objects are compared by content, having no identity here.
    static func strictlyEqual(_ a: ExpressionValue, _ b: ExpressionValue) -> Bool {
        switch (a, b) {
        // Dates have no identity here either, and a column of them may have come as numbers.
        case (.moment(let x), .moment(let y)), (.moment(let x), .number(let y)), (.number(let x), .moment(let y)):
            x == y
        case (.undefined, .undefined), (.null, .null): true
        case (.boolean(let x), .boolean(let y)): x == y
        case (.number(let x), .number(let y)): x == y
        case (.string(let x), .string(let y)): x == y
        case (.array(let x), .array(let y)): x == y
        case (.object(let x), .object(let y)): x == y
        default: false
        }
    }

    /// `==`.
    static func looselyEqual(_ a: ExpressionValue, _ b: ExpressionValue) -> Bool {
        switch (a, b) {
        case (.undefined, .null), (.null, .undefined): true
        case (.undefined, _), (.null, _), (_, .undefined), (_, .null): strictlyEqual(a, b)
        case (.number, .string), (.string, .number), (.boolean, .number), (.number, .boolean), (.boolean, .string),
            (.string, .boolean):
            a.number == b.number
        case _ where a.isComposite != b.isComposite:
            if case .string(let text) = a {
                text == b.text
            } else if case .string(let text) = b {
                text == a.text
            } else {
                a.number == b.number
            }
        default: strictlyEqual(a, b)
        }
    }

    /// `<`, `>`, `<=`, `>=`: nil where the values cannot be ordered.
    static func order(_ a: ExpressionValue, _ b: ExpressionValue) -> Int? {
        if case .number(let x) = a, case .number(let y) = b { return x < y ? -1 : x > y ? 1 : x == y ? 0 : nil }
        func isText(_ value: ExpressionValue) -> Bool {
            if case .string = value { return true }
            return value.isComposite
        }
        if isText(a), isText(b) {
            let (x, y) = (a.text, b.text)
            return x == y ? 0 : x.utf16.lexicographicallyPrecedes(y.utf16) ? -1 : 1
        }
        let (x, y) = (a.number, b.number)
        return x < y ? -1 : x > y ? 1 : x == y ? 0 : nil
    }

    /// A member by name, an element by index; undefined where there is none.
    func member(_ name: String) -> ExpressionValue {
        switch self {
        case .object(let fields):
            return fields.first { $0.name == name }.map { ExpressionValue($0.value) } ?? .undefined
        case .array(let values):
            if name == "length" { return .number(Double(values.count)) }
            return Int(name).flatMap { $0 >= 0 && $0 < values.count ? ExpressionValue(values[$0]) : nil } ?? .undefined
        case .string(let text):
            if name == "length" { return .number(Double(text.utf16.count)) }
            guard let index = Int(name), index >= 0, index < text.utf16.count else { return .undefined }
            return .string(TextUnits.slice(text, index, index + 1))
        default: return .undefined
        }
    }
}

/// Text by UTF-16 code units, as JavaScript counts it.
enum TextUnits {
    /// The units from `start` up to `end`; both are cut to the text. Half of a surrogate pair becomes U+FFFD.
    static func slice(_ text: String, _ start: Int, _ end: Int) -> String {
        let count = text.utf16.count
        let start = max(0, min(start, count)), end = max(0, min(end, count))
        guard start < end else { return "" }
        let units = text.utf16
        let from = units.index(units.startIndex, offsetBy: start)
        let to = units.index(from, offsetBy: end - start)
        return String(decoding: Array(units[from..<to]), as: UTF16.self)
    }
}
