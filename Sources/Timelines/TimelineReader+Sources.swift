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

    mutating func readSources(_ root: inout DocumentReader) {
        guard let node = root.value("sources") else { return }
        guard let items = node.array ?? (node.string != nil ? [node] : nil) else {
            root.report("sources", "`sources` is a list of source ids, or of `{id, text}`")
            return
        }
        for (index, item) in items.enumerated() {
            let path = "sources[\(index)]"
            guard item.object != nil else {
                readSource(item, path: path, &root)
                continue
            }
            root.read(item, path: path, noun: "a source") { reader in
                let id = reader.textOrNumber("id")
                guard let text = reader.textOrNumber("text"), !text.isEmpty else {
                    reader.report(nil, "a source needs a `text`")
                    return
                }
                if let id { localSources[id] = text } else { credit(text, id: nil) }
            }
        }
    }

    mutating func readSource(_ key: String, _ reader: inout DocumentReader) {
        if let node = reader.value(key) { readSource(node, path: reader.path(of: key), &reader) }
    }

    /// The id of a source, or its attribution where no source has such an id.
    private mutating func readSource(_ node: DocumentNode, path: String, _ reader: inout DocumentReader) {
        guard let items = node.array ?? (node.string != nil ? [node] : nil) else {
            reader.report(node, "a source is an id or an attribution", path: path)
            return
        }
        for item in items {
            guard let name = item.string, !name.isEmpty else {
                reader.report(item, "a source is an id or an attribution", path: path)
                continue
            }
            if let text = localSources[name] {
                credit(text, id: nil)
            } else if let source = base.source(name) {
                credit(source.credit, id: source.id)
            } else if !name.contains(" "), !(localSources.isEmpty && base.sources.isEmpty),
                let close = suggestion(for: name, among: Array(localSources.keys).sorted() + base.sources.map(\.id))
            {
                reader.report(
                    item, "no source has the id `\(name)`", path: path, advice: "did you mean `\(close)`?")
            } else {
                credit(name, id: nil)
            }
        }
    }
}
