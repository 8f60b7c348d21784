import Formats

/// How the values of a field are to be read: Vega-Lite's `format.parse`.
public enum ValueType: Sendable, Hashable {
    case number
    case boolean
    case string
    /// Milliseconds since 1970, in UTC. The format is a d3-time-format specifier; without one, ISO 8601 and the looser
    /// forms that browsers take.
    case date(format: String?)
    /// As it stands.
    case none

    /// `number`, `boolean`, `string`, `date`, `date:'%Y'`, `utc:'%Y'`; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "number", "integer": self = .number
        case "boolean": self = .boolean
        case "string": self = .string
        case "date", "utc": self = .date(format: nil)
        default:
            guard let colon = text.firstIndex(of: ":"), ["date", "utc"].contains(text[..<colon]) else { return nil }
            var format = text[text.index(after: colon)...]
            if let quote = format.first, quote == "'" || quote == "\"", format.last == quote, format.count > 1 {
                format = format.dropFirst().dropLast()
            }
            self = .date(format: String(format))
        }
    }
}

extension DataValue {
    /// The value read as a type, as Vega reads it: null and empty text are null, what cannot be read is NaN. Lists and
    /// objects stay as they are: a transform may take them apart later.
    public func read(as type: ValueType) -> DataValue {
        switch (self, type) {
        case (.array, .number), (.object, .number), (.array, .date), (.object, .date): return self
        default: break
        }
        switch type {
        case .none: return self
        case .number: return asNumber.map { .number($0) } ?? .null
        case .boolean:
            switch self {
            case .null, .string(""): return .null
            case .string("false"), .string("0"), .boolean(false), .number(0): return .boolean(false)
            default: return .boolean(true)
            }
        case .string:
            switch self {
            case .null, .string(""): return .null
            case .string: return self
            default: return .string(asText)
            }
        case .date(let format):
            switch self {
            case .null, .string(""): return .null
            case .number where format == nil: return self
            case .boolean where format == nil: return .number(.nan)
            default:
                let text = asText
                if let format { return TimeFormat(format).parse(text).map { .number($0) } ?? .null }
                return .number(DateReading.milliseconds(text) ?? .nan)
            }
        }
    }
}

extension Table.Column {
    /// Every value read as a type.
    public func read(as type: ValueType) -> Table.Column {
        switch (type, storage) {
        case (.none, _), (.number, .numbers), (.string, .strings(_)): return self
        case (.number, .strings): return Table.Column(.numbers(numbers))
        case (.date(let format?), .strings(let texts)):
            let format = TimeFormat(format)
            return Table.Column(
                .numbers(texts.map { $0.isEmpty ? .missing : format.parse($0) ?? .missing }), isTime: true)
        case (.date(nil), .numbers): return self
        case (.date(nil), .strings(let texts)):
            return Table.Column(.numbers(texts.map { $0.isEmpty ? .missing : DateReading.milliseconds($0) ?? .nan }))
        case (.date(_?), _):
            var column = Table.Column(values.map { $0.read(as: type) })
            if case .numbers = column.storage { column.isTime = true }
            return column
        default: return Table.Column(values.map { $0.read(as: type) })
        }
    }

    /// The type that Vega's `auto` sees in the values: boolean, number or date where every value that is there is
    /// one, string otherwise.
    public var inferredType: ValueType {
        var boolean = true, number = true, date = true, any = false
        for value in values {
            switch value {
            case .null, .string(""): continue
            case .boolean: number = false; date = false
            case .number: boolean = false; date = false
            case .string(let text):
                if boolean, text != "true", text != "false" { boolean = false }
                if number, NumberReading.javaScriptNumber(text).isNaN { number = false }
                if date, DateReading.milliseconds(text) == nil { date = false }
            case .array, .object: return .none
            }
            any = true
            if !boolean, !number, !date { break }
        }
        guard any else { return .none }
        return boolean ? .boolean : number ? .number : date ? .date(format: nil) : .string
    }
}
