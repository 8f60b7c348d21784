import Documents
import SceneGraph
import Tables

/// Properties looked up in several objects, the most specific first: the mark, its styles, the configuration.
struct Properties {
    var sources: [DocumentNode]
    var evaluator: Evaluator

    init(_ sources: [DocumentNode?], evaluator: Evaluator) {
        self.sources = sources.compactMap { $0 }
        self.evaluator = evaluator
    }

    /// As written, with expressions replaced by their value. Nil where no object has it.
    subscript(name: String) -> DocumentNode? {
        for source in sources {
            if let found = source[name] { return evaluator.resolved(found) }
        }
        return nil
    }

    func has(_ name: String) -> Bool { sources.contains { $0[name] != nil } }

    func number(_ name: String) -> Double? {
        self[name]?.number.flatMap { $0.isFinite ? $0 : nil }
    }
    func boolean(_ name: String) -> Bool? { self[name]?.boolean }
    func string(_ name: String) -> String? { self[name]?.string }
    func isNull(_ name: String) -> Bool { self[name]?.isNull ?? false }

    /// A colour; `.some(nil)` where it is null or "transparent": nothing is drawn.
    func color(_ name: String) -> Color?? {
        guard let node = self[name] else { return nil }
        guard let text = node.string else { return .some(nil) }
        if text == "none" { return .some(nil) }
        return Color(css: text).map { .some($0) } ?? nil
    }

    /// A colour, or what is drawn where no object says any.
    func color(_ name: String, default standard: Color?) -> Color? {
        guard let found: Color? = color(name) else { return standard }
        return found
    }

    func numbers(_ name: String) -> [Double]? { self[name]?.array?.compactMap(\.number) }

    /// A text of one line or a list of lines.
    func lines(_ name: String) -> [String]? { self[name].flatMap(textLines) }
}

/// A text property: a string, a list of strings, or a number.
func textLines(_ node: DocumentNode) -> [String]? {
    guard let list = node.array else { return node.isText ? lines(of: node.dataValue.asText) : nil }
    return list.map(\.dataValue.asText)
}

private func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
}

extension DocumentNode {
    /// A string or a number.
    fileprivate var isText: Bool {
        switch value {
        case .string, .number: true
        default: false
        }
    }
}

extension DocumentNode {
    /// The same value in a table.
    var dataValue: DataValue {
        switch value {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .number(let value): .number(value)
        case .string(let value): .string(value)
        case .array(let values): .array(values.map(\.dataValue))
        case .object(let object): .object(object.members.map { DataValue.Field($0.key, $0.value.dataValue) })
        }
    }

    init(_ value: DataValue, at location: SourceLocation) {
        let made: DocumentNode.Value =
            switch value {
            case .null: .null
            case .boolean(let value): .boolean(value)
            case .number(let value): .number(value)
            case .string(let value): .string(value)
            case .array(let values): .array(values.map { DocumentNode($0, at: location) })
            case .object(let fields):
                .object(
                    DocumentObject(
                        fields.map {
                            DocumentObject.Member(
                                key: $0.name, keyLocation: location, value: DocumentNode($0.value, at: location))
                        }))
            }
        self.init(made, at: location)
    }

    static func text(_ string: String) -> DocumentNode { DocumentNode(DocumentNode.Value.string(string)) }
    static func number(_ number: Double) -> DocumentNode { DocumentNode(DocumentNode.Value.number(number)) }
    static func flag(_ flag: Bool) -> DocumentNode { DocumentNode(DocumentNode.Value.boolean(flag)) }
    static func list(_ items: [DocumentNode]) -> DocumentNode { DocumentNode(.array(items)) }
    static var nothing: DocumentNode { DocumentNode(DocumentNode.Value.null) }

    static func object(_ members: KeyValuePairs<String, DocumentNode?>) -> DocumentNode {
        let place = SourceLocation(line: 1, column: 1)
        return DocumentNode(
            .object(
                DocumentObject(
                    members.compactMap { key, value in
                        value.map { DocumentObject.Member(key: key, keyLocation: place, value: $0) }
                    })))
    }

    /// The same object with a member set, or taken out where the value is nil.
    func setting(_ key: String, _ value: DocumentNode?) -> DocumentNode {
        let object = self.object ?? DocumentObject()
        return DocumentNode(.object(value.map { object.setting(key, to: $0) } ?? object.removing(key)), at: location)
    }

    func removing(_ keys: String...) -> DocumentNode {
        keys.reduce(self) { $0.setting($1, nil) }
    }

    /// The members of `other` over those of this object; objects within objects are joined likewise.
    func merging(_ other: DocumentNode?, deep: Bool = true) -> DocumentNode {
        guard let other, let added = other.object else { return other ?? self }
        guard var object = self.object else { return other }
        for member in added.members {
            if deep, let mine = object[member.key], mine.object != nil, member.value.object != nil {
                object = object.setting(member.key, to: mine.merging(member.value))
            } else {
                object = object.setting(member.key, to: member.value)
            }
        }
        return DocumentNode(.object(object), at: location)
    }
}
