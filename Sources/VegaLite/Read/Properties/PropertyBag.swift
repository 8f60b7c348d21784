import Documents
import SceneGraph
import Tables
import Transforms

/// What a document writes for a property.
struct Setting: Sendable {
    indirect enum Content: Sendable {
        case constant(DataValue)
        /// An expression, whose value is not known before its parameters are.
        case expression(String)
        /// The first of the values whose condition holds, for one tick or row; else the last.
        case conditional([Choice], otherwise: Setting?)
    }

    struct Choice: Sendable {
        var test: Predicate
        var value: Setting
    }

    var content: Content
    var location: SourceLocation?

    init(_ value: DataValue, at location: SourceLocation? = nil) {
        content = .constant(value)
        self.location = location
    }

    init(_ content: Content, at location: SourceLocation?) {
        self.content = content
        self.location = location
    }

    /// From a document, without conditions.
    init(_ node: DocumentNode) {
        location = node.location
        if let text = Setting.expression(in: node) {
            content = .expression(text)
        } else {
            content = .constant(DataValue(node))
        }
    }

    static func expression(in node: DocumentNode) -> String? {
        guard let object = node.object, object.members.count == 1 else { return nil }
        return object["expr"]?.string ?? object["signal"]?.string
    }

    /// What is written, where it is no expression and hangs on no condition.
    var constant: DataValue? { if case .constant(let value) = content { value } else { nil } }
    var expression: String? { if case .expression(let text) = content { text } else { nil } }
    var isNull: Bool { constant?.isNull ?? false }
    /// Null and false turn a guide off.
    var isOff: Bool { constant == .null || constant == .boolean(false) }
}

/// The properties of one object, as read.
struct PropertyBag<Name: PropertyName>: Sendable {
    private(set) var settings: [Name: Setting] = [:]
    var location: SourceLocation?

    init() {}

    init(_ values: [Name: DataValue]) { settings = values.mapValues { Setting($0) } }

    var isEmpty: Bool { settings.isEmpty }
    var names: [Name] { Array(settings.keys) }

    subscript(name: Name) -> Setting? {
        get { settings[name] }
        set { settings[name] = newValue }
    }

    /// A constant.
    func value(_ name: Name) -> DataValue? { settings[name]?.constant }

    /// These properties, and those of another that are not among them.
    func merged(over other: PropertyBag) -> PropertyBag {
        var result = self
        result.settings.merge(other.settings) { own, _ in own }
        return result
    }

    func removing(_ names: Name...) -> PropertyBag { removing(names) }

    func removing(_ names: [Name]) -> PropertyBag {
        var result = self
        for name in names { result.settings[name] = nil }
        return result
    }

    mutating func set(_ name: Name, _ value: DataValue) { settings[name] = Setting(value) }

    /// A value where none is written.
    mutating func fill(_ name: Name, _ value: DataValue?) {
        if settings[name] == nil, let value { settings[name] = Setting(value) }
    }
}

/// Properties looked up in several bags, the most specific first: a mark's own, those of its styles, the
/// configuration's.
struct Properties<Name: PropertyName> {
    var sources: [PropertyBag<Name>]
    var evaluator: Evaluator

    init(_ sources: [PropertyBag<Name>?], evaluator: Evaluator) {
        self.sources = sources.compactMap { $0 }.filter { !$0.isEmpty }
        self.evaluator = evaluator
    }

    /// As the most specific bag has it.
    func setting(_ name: Name) -> Setting? {
        for source in sources { if let found = source[name] { return found } }
        return nil
    }

    /// Its value; nil where no bag has it.
    subscript(name: Name) -> DataValue? { setting(name).map { evaluator.value(of: $0) } }

    func has(_ name: Name) -> Bool { setting(name) != nil }

    func number(_ name: Name) -> Double? { self[name]?.number.flatMap { $0.isFinite ? $0 : nil } }

    /// A number that the look at the bottom of the cascade is sure to have.
    func length(_ name: Name) -> Double { number(name) ?? 0 }
    func boolean(_ name: Name) -> Bool? { self[name]?.boolean }
    /// Whether something that the look says of everything is on.
    func isOn(_ name: Name) -> Bool { boolean(name) ?? false }
    func string(_ name: Name) -> String? { self[name]?.string }
    func isNull(_ name: Name) -> Bool { self[name]?.isNull ?? false }

    /// A colour; `.some(nil)` where it is null or "transparent": nothing is drawn.
    func color(_ name: Name) -> Color?? {
        guard let value = self[name] else { return nil }
        guard let text = value.string else { return .some(nil) }
        if text == "none" { return .some(nil) }
        return Color(css: text).map { .some($0) } ?? nil
    }

    /// A colour, or what is drawn where no bag says any.
    func color(_ name: Name, default standard: Color?) -> Color? {
        guard let found: Color? = color(name) else { return standard }
        return found
    }

    func numbers(_ name: Name) -> [Double]? { self[name]?.array?.compactMap(\.number) }

    /// As the look at the bottom of the cascade has it, where a document writes null for what must be drawn.
    func lastText(_ name: Name) -> String? { sources.reversed().lazy.compactMap { $0.value(name)?.string }.first }

    /// A text of one line or a list of lines.
    func lines(_ name: Name) -> [String]? { self[name].flatMap(textLines) }
}

/// Properties that a channel names: `x`, `xOffset`, `fill`.
extension Properties<MarkProperty> {
    subscript(name: String) -> DataValue? { MarkProperty(rawValue: name).flatMap { self[$0] } }
    func number(_ name: String) -> Double? { MarkProperty(rawValue: name).flatMap { number($0) } }
    func string(_ name: String) -> String? { MarkProperty(rawValue: name).flatMap { string($0) } }
}

/// A text property: a string, a list of strings, or a number.
func textLines(_ value: DataValue) -> [String]? {
    switch value {
    case .array(let list): list.map(\.asText)
    case .string, .number:
        value.asText.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    default: nil
    }
}
