/// A value in a YAML or JSON document, and where it stands.
public struct DocumentNode: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
        case null
        case boolean(Bool)
        case number(Double)
        case string(String)
        case array([DocumentNode])
        case object(DocumentObject)
    }

    public var value: Value
    public var location: SourceLocation

    public init(_ value: Value, at location: SourceLocation = SourceLocation(line: 1, column: 1)) {
        self.value = value
        self.location = location
    }

    // Not inlined across modules: Swift 6.3.1's optimizer fails on some of their callers when they are.
    @inline(never) public var isNull: Bool { if case .null = value { true } else { false } }
    @inline(never) public var boolean: Bool? { if case .boolean(let value) = value { value } else { nil } }
    @inline(never) public var number: Double? { if case .number(let value) = value { value } else { nil } }
    @inline(never) public var string: String? { if case .string(let value) = value { value } else { nil } }
    @inline(never) public var array: [DocumentNode]? { if case .array(let value) = value { value } else { nil } }
    @inline(never) public var object: DocumentObject? { if case .object(let value) = value { value } else { nil } }

    /// The member of that name; nil where this is no object or has none.
    public subscript(key: String) -> DocumentNode? { object?[key] }

    /// What kind of value this is, in the words of an error message.
    public var kind: String {
        switch value {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Members in the order of the file. Keys are unique: readers reject a document that repeats one.
public struct DocumentObject: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        public var key: String
        public var keyLocation: SourceLocation
        public var value: DocumentNode

        public init(key: String, keyLocation: SourceLocation, value: DocumentNode) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }

    public private(set) var members: [Member]
    /// Positions by key, only for objects too large to look through.
    private var positions: [String: Int]?

    public init(_ members: [Member] = []) {
        self.members = members
        if members.count > 12 {
            positions = Dictionary(
                members.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
        }
    }

    public var keys: [String] { members.map(\.key) }

    public subscript(key: String) -> DocumentNode? {
        if let positions { return positions[key].map { members[$0].value } }
        return members.first { $0.key == key }?.value
    }

    /// The same with a member set: replaced where it stands, or added at the end.
    public func setting(_ key: String, to value: DocumentNode) -> DocumentObject {
        var changed = members
        if let index = changed.firstIndex(where: { $0.key == key }) {
            changed[index].value = value
        } else {
            changed.append(Member(key: key, keyLocation: value.location, value: value))
        }
        return DocumentObject(changed)
    }

    public func removing(_ key: String) -> DocumentObject {
        DocumentObject(members.filter { $0.key != key })
    }
}
