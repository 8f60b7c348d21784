import Documents
import Testing

@testable import ChartDocuments

/// A chart's document made ready, as compact JSON, and what was said.
struct Prepared {
    let json: String
    let said: [String]
    let hasErrors: Bool

    init(_ text: String, theme: String = "vega") throws {
        let document = try Document(file: "chart.vl.json", contents: Array(text.utf8))
        let (prepared, problems) = ChartDocument.prepared(document, theme: theme)
        json = Self.written(prepared.root)
        said = problems.all.map(\.message)
        hasErrors = problems.hasErrors
    }

    /// Written with keys in their order, so that cases can be read.
    static func written(_ node: DocumentNode) -> String {
        switch node.value {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let value): value == value.rounded() ? "\(Int(value))" : "\(value)"
        case .string(let text): "\"\(text)\""
        case .array(let items): "[" + items.map(written).joined(separator: ",") + "]"
        case .object(let object):
            "{" + object.members.map { "\"\($0.key)\":\(written($0.value))" }.joined(separator: ",") + "}"
        }
    }
}
