import Calendar
import Documents

/// Facts that tell one measure of one thing, at one time, differently.
public struct Contradictions: Sendable {
    /// Ids, each group in the order of the files.
    public let groups: [[String]]
    private let groupOf: [String: Int]

    init(_ facts: FactBase) {
        struct Key: Hashable { var about: String, measure: String, of: String?, unit: String? }
        var byKey: [Key: [Fact]] = [:]
        for fact in facts.facts where fact.value != nil && (fact.value?.number != nil || !fact.isDerived) {
            byKey[Key(about: fact.about, measure: fact.measure, of: fact.of, unit: fact.unit), default: []].append(fact)
        }
        var groups: [[String]] = []
        for facts in byKey.values where facts.count > 1 {
            let against = facts.filter { one in facts.contains { Contradictions.contradict(one, $0) } }
            if !against.isEmpty { groups.append(against.map(\.id)) }
        }
        self.groups = groups.sorted { ($0.first ?? "") < ($1.first ?? "") }
        var groupOf: [String: Int] = [:]
        for (index, group) in self.groups.enumerated() { for id in group { groupOf[id] = index } }
        self.groupOf = groupOf
    }

    private static func contradict(_ one: Fact, _ other: Fact) -> Bool {
        guard one.id != other.id, one.date.overlaps(other.date) else { return false }
        switch (one.value, other.value) {
        case (.number(let a)?, .number(let b)?): return (a - b).magnitude > max(a.magnitude, b.magnitude) * 1e-9
        case (.word(let a)?, .word(let b)?): return a != b
        default: return false
        }
    }

    /// The facts that tell it otherwise; empty where none does.
    public func others(than id: String) -> [String] {
        guard let group = groupOf[id] else { return [] }
        return groups[group].filter { $0 != id }
    }

    /// Of facts that are told together, those that stand alone though others tell them differently.
    public func alone(among told: some Sequence<String>) -> [String] {
        let told = Set(told)
        return told.filter { id in
            let others = others(than: id)
            return !others.isEmpty && !others.contains(where: told.contains)
        }.sorted()
    }
}

extension FactBase {
    /// Facts that contradict each other: one `about`, `measure` and `of`, and different values at dates that overlap.
    public var contradictions: Contradictions { Contradictions(self) }
}
