import Documents
import Facts

extension TimelineReader {
    mutating func take(_ fact: Fact) {
        if seenFacts.insert(fact.id).inserted { timeline.facts.append(fact.id) }
        for source in base.sources(of: fact) { credit(source.credit, id: source.id) }
    }

    mutating func credit(_ text: String, id: String?) {
        if seenCredits.insert(text).inserted { timeline.credits.append(text) }
        if let id, seenSources.insert(id).inserted { timeline.sources.append(id) }
    }

    mutating func readSources(_ node: DocumentNode) {
        guard let items = node.array ?? (node.string != nil ? [node] : nil) else {
            problem("`sources` is a list of source ids, or of `{id, text}`", at: node, path: "sources")
            return
        }
        for (index, item) in items.enumerated() {
            let path = "sources[\(index)]"
            if let object = item.object {
                check(object, against: ["id", "text"], path: path)
                guard let text = text(object["text"], path: path + ".text"), !text.isEmpty else {
                    problem("a source needs a `text`", at: item, path: path)
                    continue
                }
                if let id = self.text(object["id"], path: path + ".id") {
                    localSources[id] = text
                } else {
                    credit(text, id: nil)
                }
            } else {
                readSource(item, path: path)
            }
        }
    }

    /// The id of a source, or its attribution where no source has such an id.
    mutating func readSource(_ node: DocumentNode, path: String) {
        guard let items = node.array ?? (node.string != nil ? [node] : nil) else {
            problem("a source is an id or an attribution", at: node, path: path)
            return
        }
        for item in items {
            guard let name = item.string, !name.isEmpty else {
                problem("a source is an id or an attribution", at: item, path: path)
                continue
            }
            if let text = localSources[name] {
                credit(text, id: nil)
            } else if let source = base.source(name) {
                credit(source.credit, id: source.id)
            } else if !name.contains(" "), !(localSources.isEmpty && base.sources.isEmpty),
                let close = suggestion(for: name, among: Array(localSources.keys).sorted() + base.sources.map(\.id))
            {
                problem("no source has the id `\(name)`", at: item, path: path, "did you mean `\(close)`?")
            } else {
                credit(name, id: nil)
            }
        }
    }
}
