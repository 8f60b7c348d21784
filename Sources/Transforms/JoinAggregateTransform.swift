import Documents
import Tables

/// `joinaggregate`: every row gets the aggregates of its group.
package struct JoinAggregateTransform: GroupingTransform {
    package static let key = "joinaggregate"

    package var aggregates: [Aggregate]
    package var groupby: [String]

    package init(_ aggregates: [Aggregate], groupby: [String]) {
        self.aggregates = aggregates
        self.groupby = groupby
    }

    package init(_ reader: inout DocumentReader) {
        aggregates = reader.objects("joinaggregate", noun: "an aggregate") { Aggregate(&$0) }
        groupby = reader.texts("groupby")
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let grouping = try Grouping(table, by: groupby)
        let ids = grouping.ids.map { Int($0) }
        var result = table
        for aggregate in aggregates {
            result.set(aggregate.name, try aggregate.column(of: table, grouped: grouping).rows(ids))
        }
        return result
    }
}
