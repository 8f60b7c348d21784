import Facts
import Figures
import SceneGraph
import Tables

extension DataResource {
    /// What a figure shows, as a table: a row for each mark that stands for data, from the scene itself.
    ///
    /// - Returns: nil where no mark has data behind it.
    static func figure(_ name: String, _ figure: DrawnFigure, facts base: FactBase) -> DataResource? {
        var columns: [String] = []
        var numeric: [String: Bool] = [:]
        var marks: [(role: String, datum: Datum, facts: [String])] = []
        var seen: Set<Mark> = []
        func add(_ node: Node) {
            guard isMark(node), seen.insert(Mark(datum: node.datum, facts: node.facts)).inserted else { return }
            for field in node.datum.fields where !columns.contains(field.name) { columns.append(field.name) }
            for field in node.datum.fields {
                switch field.value {
                case .number, .null: numeric[field.name] = numeric[field.name] ?? true
                default: numeric[field.name] = false
                }
            }
            marks.append((node.role.rawValue, node.datum, node.facts))
        }
        for page in figure.pages {
            page.root.forEach { node in
                if case .instances(let instances) = node.content { instances.nodes.forEach(add) } else { add(node) }
            }
        }
        guard !marks.isEmpty else { return nil }
        return DataResource(
            path: "figure-\(name).csv", title: figure.title.isEmpty ? name : figure.title,
            fields: [Field("mark", description: "what the row is drawn as")]
                + columns.map { Field($0, type: numeric[$0] == true ? "number" : "string") }
                + [
                    Field("fact_ids", description: "ids in facts.csv, parted by semicolons"),
                    Field("fact_titles", description: "what those facts are"),
                ],
            rows: marks.map { mark in
                [mark.role] + columns.map { text(mark.datum[$0]) }
                    + [
                        mark.facts.joined(separator: ";"),
                        mark.facts.compactMap { base[$0]?.title }.joined(separator: "; "),
                    ]
            })
    }

    private struct Mark: Hashable {
        var datum: Datum
        var facts: [String]
    }

    /// Axes and legends carry data of their own, which is not the figure's.
    private static func isMark(_ node: Node) -> Bool {
        let role = node.role.rawValue
        guard ["mark-", "timeline-", "map-"].contains(where: { role.hasPrefix($0) }) else { return false }
        return !node.facts.isEmpty || !node.datum.isEmpty
    }

    private static func text(_ value: Datum.Value?) -> String {
        switch value {
        case .number(let number): NumberWriting.javaScript(number)
        case .string(let text): text
        case .boolean(let truth): truth ? "true" : "false"
        case .null, nil: ""
        }
    }
}
