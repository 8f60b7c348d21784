import Documents

extension DataValue {
    /// The value of a node of a document.
    public init(_ node: DocumentNode) {
        switch node.value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .number(let value): self = .number(value)
        case .string(let value): self = .string(value)
        case .array(let nodes): self = .array(nodes.map { DataValue($0) })
        case .object(let object): self = .object(object.members.map { Field($0.key, DataValue($0.value)) })
        }
    }
}

extension Table {
    /// The rows that a node of a document holds: a list of objects, a list of plain values (column `data`), one
    /// object, or one plain value.
    public init(_ node: DocumentNode) {
        if let rows = node.array {
            self.init(rows: rows.map { Table.fields(of: $0) })
        } else {
            self.init(rows: [Table.fields(of: node)])
        }
    }

    /// The rows of a value, as for a node.
    public init(_ value: DataValue) {
        if let rows = value.array {
            self.init(rows: rows.map { $0.object ?? [DataValue.Field("data", $0)] })
        } else {
            self.init(rows: [value.object ?? [DataValue.Field("data", value)]])
        }
    }

    static func fields(of node: DocumentNode) -> [DataValue.Field] {
        if let object = node.object { return object.members.map { DataValue.Field($0.key, DataValue($0.value)) } }
        return [DataValue.Field("data", DataValue(node))]
    }
}
