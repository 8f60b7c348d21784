/// The data behind a node: a few named values, in the order of the table that they come from.
public struct Datum: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
        case null
        case boolean(Bool)
        case number(Double)
        case string(String)
    }

    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: Value

        public init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    public var fields: [Field]

    public init(_ fields: [Field] = []) { self.fields = fields }

    public var isEmpty: Bool { fields.isEmpty }

    public subscript(name: String) -> Value? { fields.first { $0.name == name }?.value }
}
