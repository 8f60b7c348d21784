import Documents

/// What a source's text bears out of the facts that name it.
public struct Verification: Sendable {
    public enum Outcome: Sendable, Hashable {
        /// Its number or word, and its date, stand where the locator says.
        case found
        /// A derived fact: its formula was computed again from its inputs.
        case recomputed
        /// The paragraph is there; the fact is a judgement in words that no search can find.
        case located
        /// The fact is of another source.
        case otherSource(String)
        /// Something is not there: see the entry's problems.
        case missing
    }

    public struct Entry: Sendable {
        public var fact: Fact
        public var outcome: Outcome
        /// What is not there, with where it was looked for and, where it stands elsewhere, where.
        public var problems: [Diagnostic]
    }

    public var source: Source
    /// One for each fact, in the order of the files.
    public var entries: [Entry]
    /// What is wrong with the text as a whole: its digest is not the one recorded.
    public var textProblems: [Diagnostic]

    /// Everything that differs.
    public var problems: [Diagnostic] { textProblems + entries.flatMap(\.problems) }

    public var holds: Bool { problems.isEmpty }

    /// How many facts had an outcome of that kind, by name: `found`, `recomputed`, `located`, `otherSource`, `missing`.
    public var counts: [(name: String, count: Int)] {
        var counts = ["found": 0, "located": 0, "recomputed": 0, "of another source": 0, "missing": 0]
        for entry in entries { counts[Verification.name(entry.outcome), default: 0] += 1 }
        return ["found", "located", "recomputed", "of another source", "missing"].map { ($0, counts[$0] ?? 0) }
    }

    /// One line: `192 facts checked against wani-essay: 100 found, …`.
    public var summary: String {
        let parts = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }
        return "\(entries.count) facts checked against `\(source.id)`: \(parts.joined(separator: ", "))"
    }

    private static func name(_ outcome: Outcome) -> String {
        switch outcome {
        case .found: "found"
        case .recomputed: "recomputed"
        case .located: "located"
        case .otherSource: "of another source"
        case .missing: "missing"
        }
    }
}
