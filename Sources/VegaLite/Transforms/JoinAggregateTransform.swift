import Documents
import Tables

/// `joinaggregate`: every row gets the aggregates of its group.
public struct JoinAggregateTransform: Transform {
    public static let key = "joinaggregate"
    public static let properties = ["joinaggregate", "groupby"]

    public var aggregates: [Aggregate]
    public var groupby: [String]

    public init(_ aggregates: [Aggregate], groupby: [String]) {
        self.aggregates = aggregates
        self.groupby = groupby
    }

    public init(_ reader: inout TransformReader) {
        aggregates = reader.aggregates("joinaggregate")
        groupby = reader.strings("groupby") ?? []
    }

    public func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let grouping = try Grouping(table, by: groupby)
        let ids = grouping.ids.map { Int($0) }
        var result = table
        for aggregate in aggregates {
            result.set(aggregate.name, try aggregate.column(of: table, grouped: grouping).rows(ids))
        }
        return result
    }
}
