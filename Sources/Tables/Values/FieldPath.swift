/// The name of a field as Vega-Lite writes it: `a`, `a.b`, `a[0]`, `a['b c']`, and `a\.b` for a name with a point.
public struct FieldPath: Sendable, Hashable {
    public var parts: [String]

    public init(_ text: String) {
        var parts: [String] = []
        var part = ""
        var characters = Array(text)[...]
        while let character = characters.popFirst() {
            switch character {
            case "\\":
                if let next = characters.popFirst() { part.append(next) }
            case ".":
                parts.append(part)
                part = ""
            case "[":
                guard let close = characters.firstIndex(of: "]") else {
                    part.append(character)
                    continue
                }
                var inner = characters[..<close]
                characters = characters[(close + 1)...]
                if let quote = inner.first, quote == "'" || quote == "\"", inner.last == quote, inner.count > 1 {
                    inner = inner.dropFirst().dropLast()
                }
                if !part.isEmpty { parts.append(part) }
                parts.append(String(inner))
                part = ""
                if characters.first == "." { characters.removeFirst() }
            default: part.append(character)
            }
        }
        if !part.isEmpty || parts.isEmpty { parts.append(part) }
        self.parts = parts
    }

    /// The value that the path leads to within a row's object; null where it leads nowhere.
    public func value(in object: DataValue) -> DataValue {
        var value = object
        for part in parts { value = value.member(part) ?? .null }
        return value
    }
}

extension DataValue {
    /// A member by name, an element by index; nil where there is none.
    public func member(_ name: String) -> DataValue? {
        switch self {
        case .object(let fields): return fields.first { $0.name == name }?.value
        case .array(let values):
            if name == "length" { return .number(Double(values.count)) }
            guard let index = Int(name), index >= 0, index < values.count else { return nil }
            return values[index]
        case .string(let text):
            if name == "length" { return .number(Double(text.utf16.count)) }
            guard let index = Int(name), index >= 0, index < text.count else { return nil }
            return .string(String(text[text.index(text.startIndex, offsetBy: index)]))
        default: return nil
        }
    }
}

extension Table {
    /// The column that a field name leads to: a column of that very name, else what the path finds within one.
    /// Nil where no row has it.
    public func field(_ name: String) -> Column? {
        if let column = column(name) { return column }
        let path = FieldPath(name)
        guard let first = path.parts.first, let base = column(first) else { return nil }
        guard path.parts.count > 1 else { return base }
        let rest = path.parts.dropFirst()
        var found = false
        let values = base.values.map { value -> DataValue in
            var value = value
            for part in rest {
                guard let inner = value.member(part) else { return .null }
                value = inner
            }
            found = true
            return value
        }
        return found || rowCount == 0 ? Column(values) : nil
    }
}
