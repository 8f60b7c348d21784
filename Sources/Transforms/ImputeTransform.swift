import Documents
import Tables

/// `impute`: rows for the keys that a group lacks, and values where there are none.
package struct ImputeTransform: Transform {
    package static let key = "impute"
    static let mostRows = 5_000_000

    package typealias Method = ImputeParameters.Method

    package var field: String
    package var keyField: String
    package var keyValues: [DataValue]
    package var frame: WindowFrame
    package var groupby: [String]
    package var method: Method
    package var value: DataValue

    package init(
        _ field: String, key: String, groupby: [String], method: Method = .value, value: DataValue = .null,
        keyValues: [DataValue] = [], frame: WindowFrame = .everything
    ) {
        self.field = field
        keyField = key
        self.groupby = groupby
        self.method = method
        self.value = value
        self.keyValues = keyValues
        self.frame = frame
    }

    package init(_ reader: inout DocumentReader) {
        self.init(
            reader.required("impute"), key: reader.required("key"), groupby: reader.texts("groupby"),
            filling: ImputeParameters(&reader))
    }

    /// What an encoding's `impute` says, for the field and the key of its channels.
    package init(_ field: String, key: String, groupby: [String], filling: ImputeParameters) {
        self.init(
            field, key: key, groupby: groupby, method: filling.method, value: filling.value,
            keyValues: filling.keyValues, frame: filling.frame)
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        guard table.rowCount > 0 else { return table }
        let keys = try table.column(for: keyField)
        let grouping = try Grouping(table, by: groupby)
        var wanted: [DataValue] = []
        var seen = Set<DataValue>()
        for key in keyValues + keys.values where seen.insert(key).inserted { wanted.append(key) }
        var added: [(group: Int, key: DataValue)] = []
        for (group, rows) in grouping.rows.enumerated() {
            let present = Set(rows.map { keys[$0] })
            for key in wanted where !present.contains(key) {
                added.append((group, key))
                if added.count > Self.mostRows { throw Diagnostic("`impute` makes more than \(Self.mostRows) rows") }
            }
        }
        var extra = Table(rowCount: added.count)
        for name in groupby {
            extra.set(name, try table.column(for: name).rows(added.map { grouping.firstRows[$0.group] }))
        }
        extra.set(keyField, Table.Column(added.map(\.key)))
        extra.set(field, Table.Column(Array(repeating: method == .value ? value : .null, count: added.count)))
        let full = added.isEmpty ? table : table.appending(extra)
        guard method != .value, let operation = AggregateOperation(rawValue: method.rawValue) else { return full }
        // Other methods look at the rows around, the added ones after the others as in Vega-Lite, and fill every value
        // that is null.
        let name = "\u{0}imputed"
        let window = WindowTransform(
            [WindowField(.aggregate(operation), field, as: name)], frame: frame, groupby: groupby)
        let filled = try window.apply(to: full, in: &context)
        let given = try full.column(for: field).values, around = try filled.column(for: name).values
        var result = full
        result.set(field, Table.Column(zip(given, around).map { $0.isNull ? $1 : $0 }))
        return result
    }
}
