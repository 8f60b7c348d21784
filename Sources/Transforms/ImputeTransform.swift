import Documents
import Tables

/// `impute`: rows for the keys that a group lacks, and values where there are none.
package struct ImputeTransform: Transform {
    package static let key = "impute"
    package static let properties = ["impute", "key", "keyvals", "frame", "groupby", "method", "value"]
    static let mostRows = 5_000_000

    package enum Method: String, Sendable, CaseIterable { case value, median, max, min, mean }

    package var field: String
    package var keyField: String
    package var keyValues: [DataValue]
    package var frame: (before: Int?, after: Int?)
    package var groupby: [String]
    package var method: Method
    package var value: DataValue

    package init(
        _ field: String, key: String, groupby: [String], method: Method = .value, value: DataValue = .null,
        keyValues: [DataValue] = [], frame: (before: Int?, after: Int?) = (nil, nil)
    ) {
        self.field = field
        keyField = key
        self.groupby = groupby
        self.method = method
        self.value = value
        self.keyValues = keyValues
        self.frame = frame
    }

    package init(_ reader: inout TransformReader) {
        field = reader.requiredString("impute")
        keyField = reader.requiredString("key")
        groupby = reader.strings("groupby") ?? []
        method = reader.word("method", of: Method.allCases.map(\.rawValue)).flatMap { Method(rawValue: $0) } ?? .value
        value = reader["value"].map { DataValue($0) } ?? .null
        frame = reader.frame() ?? (nil, nil)
        keyValues = []
        if let list = reader["keyvals"]?.array {
            keyValues = list.map { DataValue($0) }
        } else if let sequence = reader["keyvals"], sequence.object != nil {
            let start = sequence["start"]?.number ?? 0, step = sequence["step"]?.number ?? 1
            guard let stop = sequence["stop"]?.number, step != 0 else {
                reader.problem("`keyvals` needs `stop`, and a `step` that is not 0", at: "keyvals")
                return
            }
            let count = ((stop - start) / step).rounded(.up)
            guard count.isFinite, count <= 1_000_000 else {
                reader.problem("`keyvals` makes more than a million keys", at: "keyvals")
                return
            }
            keyValues = (0..<max(0, Int(count))).map { .number(start + Double($0) * step) }
        }
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
            [.init(.aggregate(operation), field, as: name)], frame: frame, groupby: groupby)
        let filled = try window.apply(to: full, in: &context)
        let given = try full.column(for: field).values, around = try filled.column(for: name).values
        var result = full
        result.set(field, Table.Column(zip(given, around).map { $0.isNull ? $1 : $0 }))
        return result
    }
}
