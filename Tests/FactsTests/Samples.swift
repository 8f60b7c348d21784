import Documents
import Facts

/// A folder beneath the repository, found from where this file stands.
func repositoryFolder(_ name: String, file: String = #filePath) -> String {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/" + name
}

let sourcesSample = """
    sources:
      - id: essay
        producer: A. Writer
        title: An essay
    """

/// A fact record that is right but for what a test adds or replaces.
func record(id: String = "length", _ lines: String = "", without dropped: Set<String> = []) -> String {
    let fields = [
        ("id", id), ("title", "Length"), ("about", "Border"), ("measure", "length"), ("value", "4380"), ("unit", "km"),
        ("date", "1969"), ("source", "essay"), ("locator", "{section: lead, paragraph: 1}"),
    ]
    let replaced = Set(lines.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) })
    let kept = fields.filter { !dropped.contains($0.0) && !replaced.contains($0.0) }.map { "\($0.0): \($0.1)" }
    let all = kept + lines.split(separator: "\n").map(String.init)
    return all.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }.joined(separator: "\n")
}

func load(_ records: String..., sources: String = sourcesSample) throws -> FactBase {
    try FactBase(
        sources: Document(file: "sources.yaml", contents: Array(sources.utf8)),
        facts: [Document(file: "facts.yaml", contents: Array(("facts:\n" + records.joined(separator: "\n")).utf8))])
}

/// What loading reports; empty when it succeeds.
func problems(_ records: String..., sources: String = sourcesSample) -> [Diagnostic] {
    do {
        _ = try FactBase(
            sources: Document(file: "sources.yaml", contents: Array(sources.utf8)),
            facts: [Document(file: "facts.yaml", contents: Array(("facts:\n" + records.joined(separator: "\n")).utf8))])
        return []
    } catch {
        return error.all
    }
}
