import Documents
import Facts

/// Which facts a document asks for: `all`, a list of ids, or `{about, measure, ids, except}`.
struct FactSelection {
    /// Whether eras are chosen from, rather than events.
    let eras: Bool
    let base: FactBase

    typealias Report = (_ message: String, _ node: DocumentNode, _ path: String, _ advice: String?) -> Void

    func facts(_ node: DocumentNode, path: String, report: Report) -> [Fact] {
        let pool = eras ? base.eras : base.events
        if node.string == "all" { return nonEmpty(pool, node, path, report) }
        if node.array != nil { return named(node, path: path, report: report) }
        guard let object = node.object else {
            report("facts are chosen with `all`, a list of ids, or `{about, measure, ids, except}`", node, path, nil)
            return []
        }
        let keys = ["about", "measure", "ids", "except"]
        for member in object.members where !keys.contains(member.key) {
            report(
                "unknown key `\(member.key)`", member.value, path + "." + member.key,
                suggestion(for: member.key, among: keys).map { "did you mean `\($0)`?" }
                    ?? "known keys: " + keys.joined(separator: ", "))
        }
        if let ids = object["ids"] { return named(ids, path: path + ".ids", report: report) }
        var chosen = pool
        for (key, field) in [("about", \Fact.about), ("measure", \Fact.measure)] {
            guard let wanted = object[key] else { continue }
            let words = wanted.string.map { [$0] } ?? wanted.array?.compactMap(\.string) ?? []
            for word in words where !pool.contains(where: { $0[keyPath: field] == word }) {
                report(
                    "no event has the \(key) `\(word)`", wanted, path + "." + key,
                    suggestion(for: word, among: pool.map { $0[keyPath: field] }).map { "did you mean `\($0)`?" })
            }
            chosen = chosen.filter { words.contains($0[keyPath: field]) }
        }
        if let except = object["except"] {
            let left = Set(named(except, path: path + ".except", report: report).map(\.id))
            chosen = chosen.filter { !left.contains($0.id) }
        }
        return nonEmpty(chosen, node, path, report)
    }

    private func nonEmpty(_ facts: [Fact], _ node: DocumentNode, _ path: String, _ report: Report) -> [Fact] {
        if facts.isEmpty { report("no \(eras ? "era" : "event") is among the facts so chosen", node, path, nil) }
        return facts
    }

    private func named(_ node: DocumentNode, path: String, report: Report) -> [Fact] {
        guard let items = node.array ?? (node.string != nil ? [node] : nil) else {
            report("this must be a list of ids", node, path, nil)
            return []
        }
        var facts: [Fact] = []
        for item in items {
            guard let id = item.string else {
                report("an id is text", item, path, nil)
                continue
            }
            if let fact = base[id] {
                facts.append(fact)
            } else {
                report("no fact has the id `\(id)`", item, path, base.adviceForUnknown(id))
            }
        }
        return facts
    }
}
