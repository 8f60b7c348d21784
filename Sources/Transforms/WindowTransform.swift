import Documents
import Tables

/// `window`: ranks, neighbours and running aggregates over sorted rows of a group.
package struct WindowTransform: GroupingTransform {
    package static let key = "window"

    package var fields: [WindowField]
    package var frame: WindowFrame
    package var ignoresPeers: Bool
    package var groupby: [String]
    package var sort: [SortField]

    package init(
        _ fields: [WindowField], frame: WindowFrame = .running, ignoresPeers: Bool = false, groupby: [String] = [],
        sort: [SortField] = []
    ) {
        self.fields = fields
        self.frame = frame
        self.ignoresPeers = ignoresPeers
        self.groupby = groupby
        self.sort = sort
    }

    package init(_ reader: inout DocumentReader) {
        self.init(
            reader.objects("window", noun: "a window field") { WindowField(&$0) }, frame: reader.frame() ?? .running,
            ignoresPeers: reader.boolean("ignorePeers") ?? false, groupby: reader.texts("groupby"),
            sort: reader.sortFields())
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let grouping = try Grouping(table, by: groupby)
        for field in sort { _ = try table.column(for: field.field) }
        let order = RowOrder(sort, in: table)
        let groups = grouping.rows.map { rows in
            WindowGroup(rows: order.sorted(rows), order: order, frame: frame, ignoresPeers: ignoresPeers)
        }
        var result = table
        for field in fields {
            // A count looks at no field, though one may be named.
            var named = field.field
            if case .aggregate(let aggregate) = field.operation, aggregate == .count { named = nil }
            let column: Table.Column? = if let name = named { try table.column(for: name) } else { nil }
            var values = [DataValue](repeating: .null, count: table.rowCount)
            for group in groups {
                switch field.operation {
                case .rank(let operation): group.rank(operation, field.parameter, column, into: &values)
                case .aggregate(let operation):
                    try group.aggregate(
                        operation, column, weight: field.parameter ?? .nan, table, into: &values)
                }
            }
            result.set(field.name, Table.Column(values))
        }
        return result
    }
}
