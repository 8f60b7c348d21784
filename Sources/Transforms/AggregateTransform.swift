import Documents
import Tables

/// `aggregate`: one row for each group, with the aggregates asked for.
package struct AggregateTransform: GroupingTransform {
    package static let key = "aggregate"

    package var aggregates: [Aggregate]
    package var groupby: [String]

    package init(_ aggregates: [Aggregate], groupby: [String]) {
        self.aggregates = aggregates
        self.groupby = groupby
    }

    package init(_ reader: inout DocumentReader) {
        aggregates = reader.objects("aggregate", noun: "an aggregate") { Aggregate(&$0) }
        groupby = reader.texts("groupby")
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let grouping = try Grouping(table, by: groupby)
        var result = Table(rowCount: grouping.count)
        for field in groupby { result.set(field, try table.column(for: field).rows(grouping.firstRows)) }
        for aggregate in aggregates {
            result.set(aggregate.name, try aggregate.column(of: table, grouped: grouping))
        }
        return result
    }
}
