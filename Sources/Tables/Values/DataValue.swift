/// One value of a table. Times are numbers: milliseconds since 1970-01-01T00:00:00Z.
public enum DataValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([DataValue])
    case object([Field])

    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: DataValue

        public init(_ name: String, _ value: DataValue) {
            self.name = name
            self.value = value
        }
    }
}
