import Calendar

/// What changed between two editions of facts, in words.
public struct FactChanges: Sendable {
    public enum Change: Sendable, Hashable {
        case added(String)
        case removed(String)
        /// What it said and what it says, by the field's name.
        case changed(String, [Field])
    }

    public struct Field: Sendable, Hashable {
        public var name: String
        public var old: String
        public var new: String
    }

    /// In the order of the new edition; what was removed stands last.
    public private(set) var changes: [Change] = []
    private let old: FactBase
    private let new: FactBase

    public init(from old: FactBase, to new: FactBase) {
        self.old = old
        self.new = new
        for fact in new.facts {
            guard let before = old[fact.id] else {
                changes.append(.added(fact.id))
                continue
            }
            let fields = FactChanges.fields(from: before, to: fact)
            if !fields.isEmpty { changes.append(.changed(fact.id, fields)) }
        }
        changes += old.facts.filter { new[$0.id] == nil }.map { .removed($0.id) }
    }

    private static func fields(from old: Fact, to new: Fact) -> [Field] {
        func text(_ fact: Fact) -> [(String, String)] {
            [
                ("value", fact.value == nil ? "" : fact.written(.full)), ("date", fact.date.wording),
                ("title", fact.title), ("about", fact.about), ("measure", fact.measure), ("of", fact.of ?? ""),
                ("status", fact.status.rawValue), ("attributed to", fact.attributedTo ?? ""),
                ("confidence", fact.confidence ?? ""), ("source", fact.source ?? ""),
                ("locator", fact.locators.map(\.written).joined(separator: "; ")), ("formula", fact.formula ?? ""),
                ("notes", fact.notes ?? ""),
            ]
        }
        return zip(text(old), text(new)).filter { $0.1 != $1.1 }.map { Field(name: $0.0, old: $0.1, new: $1.1) }
    }

    /// One sentence a change: `Kazakhs studying in China, 2015: the value was 13,198 students and is 13,240 students.`
    public var sentences: [String] { changes.map(sentence) }

    private func sentence(_ change: Change) -> String {
        switch change {
        case .added(let id):
            return "New: \(told(new[id], id))."
        case .removed(let id):
            return "Gone: \(told(old[id], id))."
        case .changed(let id, let fields):
            let parts = fields.map { field in
                if field.old.isEmpty { return "the \(field.name) is now “\(field.new)”" }
                if field.new.isEmpty { return "the \(field.name) “\(field.old)” is gone" }
                return "the \(field.name) was “\(field.old)” and is “\(field.new)”"
            }
            return "\(new[id]?.title ?? id): \(parts.joined(separator: "; "))."
        }
    }

    private func told(_ fact: Fact?, _ id: String) -> String {
        guard let fact else { return id }
        return fact.value == nil
            ? "\(fact.title), \(fact.date.wording)" : "\(fact.title), \(fact.written(.full)), \(fact.date.wording)"
    }
}
