import Documents
import Files
import Tables

/// The aggregates of a plain view as a query that an engine answers over a large file, where that means the same:
/// rows come back one for each group in place of millions.
///
/// Groups are the values of every field that is not aggregated. Over rows that are a group each, sums, means,
/// extremes and medians give what they are given; a count becomes a sum of counts. Where a field is binned or cut
/// into time units, groups are gathered further, which means and medians do not bear. Anything else is left to the
/// view's own transforms.
struct PushedAggregate {
    /// SQL over the table `data`.
    let query: String
    /// The view, its filters taken away and its counts summed.
    let view: DocumentNode
    /// Columns that must be numbers for the query to mean the same.
    let numeric: [String]

    private static let count = "count of records"

    init?(_ view: DocumentNode) {
        guard view["mark"] != nil, view["params"] == nil, let encoding = view["encoding"]?.object else { return nil }
        var groups: [String] = [], aggregates: [(field: String?, operation: String)] = []
        var isGathered = false
        var changed = encoding
        for member in encoding.members {
            let channel = member.value
            guard channel.object != nil, channel["condition"] == nil, channel["sort"] == nil, channel["impute"] == nil
            else { return nil }
            if let operation = channel["aggregate"] {
                guard let name = operation.string,
                    ["sum", "mean", "average", "min", "max", "median", "count"].contains(name)
                else { return nil }
                if name == "count" {
                    guard channel["field"] == nil else { return nil }
                    aggregates.append((nil, name))
                    var summed = channel.setting("aggregate", DocumentNode(.string("sum")))
                        .setting("field", DocumentNode(.string(Self.count)))
                    if channel["title"] == nil {
                        summed = summed.setting("title", DocumentNode(.string("Count of Records")))
                    }
                    changed = changed.setting(member.key, to: summed)
                } else {
                    guard let field = channel["field"]?.string else { return nil }
                    aggregates.append((field, name))
                }
            } else if let field = channel["field"]?.string {
                isGathered = isGathered || channel["bin"] != nil || channel["timeUnit"] != nil
                if !groups.contains(field) { groups.append(field) }
            } else if channel["field"] != nil {
                return nil
            }
        }
        let fields = groups + aggregates.compactMap(\.field)
        let operations = Set(aggregates.map(\.operation))
        guard !aggregates.isEmpty, fields.allSatisfy({ !$0.contains(where: { ".[\\".contains($0) }) }),
            // One column an aggregate: what two make of one field would need two names.
            Set(aggregates.map(\.field)).count == aggregates.count, Set(fields).count == fields.count,
            !isGathered || operations.isSubset(of: ["sum", "min", "max", "count"]),
            let filter = PushedAggregate.filter(view["transform"])
        else { return nil }
        numeric = aggregates.compactMap(\.field) + filter.numeric
        let columns =
            groups.map(PushedAggregate.quoted)
            + aggregates.map { aggregate in
                guard let field = aggregate.field else { return "count(*) AS \(PushedAggregate.quoted(Self.count))" }
                let column = PushedAggregate.quoted(field)
                let name = ["mean": "avg", "average": "avg"][aggregate.operation] ?? aggregate.operation
                return "\(name)(CASE WHEN isfinite(CAST(\(column) AS DOUBLE)) THEN \(column) END) AS \(column)"
            }
        let keys = groups.map(PushedAggregate.quoted).joined(separator: ", ")
        query =
            "SELECT \(columns.joined(separator: ", ")) FROM data" + filter.sql
            + (groups.isEmpty ? "" : " GROUP BY \(keys) ORDER BY \(keys)")
        self.view = view.setting(
            "encoding", DocumentNode(.object(changed), at: view["encoding"]?.location ?? view.location)
        )
        .setting("transform", DocumentNode(.array([])))
    }

    private static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

    /// The conditions of filters that compare a field with numbers or texts; nil where a transform is anything else.
    private static func filter(_ transforms: DocumentNode?) -> (sql: String, numeric: [String])? {
        var conditions: [String] = [], numeric: [String] = []
        for transform in transforms?.array ?? [] {
            guard let filter = transform["filter"], transform.object?.keys == ["filter"],
                let field = filter["field"]?.string, filter["timeUnit"] == nil,
                !field.contains(where: { ".[\\".contains($0) }), let members = filter.object?.members,
                members.count == 2,
                let test = members.first(where: { $0.key != "field" })
            else { return nil }
            let column = quoted(field)
            let signs = ["lt": "<", "lte": "<=", "gt": ">", "gte": ">=", "equal": "="]
            if let sign = signs[test.key], let number = test.value.number, number.isFinite {
                conditions.append("\(column) \(sign) \(number)")
                numeric.append(field)
            } else if test.key == "range", let ends = test.value.array?.compactMap(\.number), ends.count == 2,
                test.value.array?.count == 2, ends.allSatisfy(\.isFinite)
            {
                conditions.append("\(column) BETWEEN \(ends[0]) AND \(ends[1])")
                numeric.append(field)
            } else {
                return nil
            }
        }
        return (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "), numeric)
    }
}

extension PushedAggregate {
    /// The view with its data aggregated by an engine, where its file is one for that and the meaning is the same.
    static func pushed(_ view: DocumentNode, in root: DataRoot) -> DocumentNode {
        guard let data = view["data"], let url = data["url"]?.string, data.object?.keys == ["url"],
            let aggregate = PushedAggregate(view), LargeTable.isAnswered(url, in: root, numeric: aggregate.numeric)
        else { return view }
        return aggregate.view.setting("data", data.setting("query", DocumentNode(.string(aggregate.query))))
    }
}
