import Documents
import Tables
import Transforms

/// How a view's encodings say that the fields of its data are to be read: a temporal field holds dates, a quantitative
/// one numbers. `format.parse` comes before it.
public enum ImpliedTypes {
    /// The types by field, of a view and of the views within it that draw the same data.
    public static func of(_ view: DocumentNode) -> [String: ValueType] {
        var types: [String: ValueType] = [:]
        gather(view, depth: 0, into: &types)
        return types
    }

    private static func gather(_ view: DocumentNode, depth: Int, into types: inout [String: ValueType]) {
        guard depth < 40, let object = view.object else { return }
        for member in object["encoding"]?.object?.members ?? [] { channel(member.value, into: &types) }
        if let facet = object["facet"] {
            if facet["field"] != nil { channel(facet, into: &types) }
            for key in ["row", "column"] { if let inner = facet[key] { channel(inner, into: &types) } }
        }
        if let spec = object["spec"], spec["data"] == nil { gather(spec, depth: depth + 1, into: &types) }
        for key in ["layer", "concat", "hconcat", "vconcat"] {
            for child in object[key]?.array ?? [] where child["data"] == nil {
                gather(child, depth: depth + 1, into: &types)
            }
        }
    }

    private static func channel(_ node: DocumentNode, into types: inout [String: ValueType]) {
        for item in node.array ?? [] { channel(item, into: &types) }
        if let condition = node["condition"] {
            channel(condition, into: &types)
        }
        guard let field = node["field"]?.string else { return }
        let type = node["type"]?.string
        let timeUnit = node["timeUnit"].map { !$0.isNull } ?? false
        if type == "temporal" || (timeUnit && type != "quantitative") {
            types[field] = .date(format: nil)
        } else if type == "quantitative", types[field] == nil {
            let counting = node["aggregate"]?.string.flatMap { AggregateOperation(rawValue: $0) }?.isCounting ?? false
            if !counting { types[field] = .number }
        }
    }
}
