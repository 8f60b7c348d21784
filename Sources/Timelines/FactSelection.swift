import Documents
import Facts

/// Which facts a document asks for: `all`, a list of ids, or `{about, measure, ids, except}`.
struct FactSelection {
    /// Whether eras are chosen from, rather than events.
    let eras: Bool
    let base: FactBase

    func facts(_ node: DocumentNode, path: String, _ reader: inout DocumentReader) -> [Fact] {
        let pool = eras ? base.eras : base.events
        if node.string == "all" { return nonEmpty(pool, node, path, &reader) }
        if node.array != nil { return named(node, path: path, &reader) }
        guard node.object != nil else {
            reader.report(
                node, "facts are chosen with `all`, a list of ids, or `{about, measure, ids, except}`", path: path)
            return []
        }
        return reader.read(node, path: path, noun: "a choice of facts") { chosen(among: pool, &$0) }
    }

    private func chosen(among pool: [Fact], _ reader: inout DocumentReader) -> [Fact] {
        reader.allow("about", "measure", "ids", "except")
        if let ids = reader.value("ids") { return named(ids, path: reader.path(of: "ids"), &reader) }
        var chosen = pool
        for (key, field) in [("about", \Fact.about), ("measure", \Fact.measure)] where reader.has(key) {
            let words = reader.texts(key)
            for word in words where !pool.contains(where: { $0[keyPath: field] == word }) {
                reader.report(
                    key, "no event has the \(key) `\(word)`",
                    advice: suggestion(for: word, among: pool.map { $0[keyPath: field] })
                        .map { "did you mean `\($0)`?" })
            }
            chosen = chosen.filter { words.contains($0[keyPath: field]) }
        }
        if let except = reader.value("except") {
            let left = Set(named(except, path: reader.path(of: "except"), &reader).map(\.id))
            chosen = chosen.filter { !left.contains($0.id) }
        }
        return nonEmpty(chosen, reader.node, reader.path, &reader)
    }

    private func nonEmpty(
        _ facts: [Fact], _ node: DocumentNode, _ path: String, _ reader: inout DocumentReader
    ) -> [Fact] {
        if facts.isEmpty {
            reader.report(node, "no \(eras ? "era" : "event") is among the facts so chosen", path: path)
        }
        return facts
    }

    private func named(_ node: DocumentNode, path: String, _ reader: inout DocumentReader) -> [Fact] {
        guard let items = node.array ?? (node.string != nil ? [node] : nil) else {
            reader.report(node, "this must be a list of ids", path: path)
            return []
        }
        return items.compactMap { item in
            guard let id = item.string else {
                reader.report(item, "an id is text", path: path)
                return nil
            }
            if let fact = base[id] { return fact }
            reader.report(item, "no fact has the id `\(id)`", path: path, advice: base.adviceForUnknown(id))
            return nil
        }
    }
}
