import Documents

extension FactBase {
    /// The facts that a document asks for: a list of ids, or an object that says what they have in common.
    ///
    ///     facts: [kazakh-students-2005, kazakh-students-2015]
    ///     facts: {about: [Mongolia, Iran], measure: area}
    ///
    /// The keys of the object are `about`, `measure`, `source`, `unit`, `kind` (`quantity`, `category`, `event`, `era`)
    /// and `rank` (that rank or a more important one); each of the first five takes one text or a list. A list of ids
    /// keeps its order; `about` and `measure` lists order the facts as they are listed; otherwise they stand as in the
    /// files.
    ///
    /// - Throws: unknown ids with the nearest, unknown keys, and a choice that chooses nothing.
    public func select(_ node: DocumentNode, file: String, path: String) throws(Diagnostics) -> [Fact] {
        var problems = Diagnostics()
        var chosen: [Fact] = []
        if let items = node.array {
            for (index, item) in items.enumerated() {
                let place = "\(path)[\(index)]"
                guard let id = item.string else {
                    problems.add(
                        Diagnostic("an id was expected, not \(item.kind)", file: file, at: item.location, path: place))
                    continue
                }
                do {
                    chosen.append(try fact(id))
                } catch {
                    problems.add(
                        Diagnostic(error.message, file: file, at: item.location, path: place, advice: error.advice))
                }
            }
        } else if let object = node.object {
            chosen = matching(object, at: node.location, file: file, path: path, problems: &problems)
        } else {
            problems.add(
                Diagnostic(
                    "facts are chosen by a list of ids or an object, not \(node.kind)", file: file, at: node.location,
                    path: path, advice: "write [an-id, another-id] or {about: …, measure: …}"))
        }
        try problems.throwIfErrors()
        if chosen.isEmpty {
            throw Diagnostics([
                Diagnostic(
                    "no fact is chosen", file: file, at: node.location, path: path,
                    advice: "`dossier facts list` shows what there is")
            ])
        }
        return chosen
    }

    private func matching(
        _ object: DocumentObject, at location: SourceLocation, file: String, path: String, problems: inout Diagnostics
    ) -> [Fact] {
        let keys = ["about", "measure", "source", "unit", "kind", "rank"]
        var wanted: [String: [String]] = [:]
        var furthestRank: Int?
        for member in object.members {
            let place = "\(path).\(shortened(member.key))"
            func report(_ message: String, at location: SourceLocation, _ advice: String?) {
                problems.add(Diagnostic(message, file: file, at: location, path: place, advice: advice))
            }
            guard keys.contains(member.key) else {
                let close = suggestion(for: member.key, among: keys)
                report(
                    "unknown key `\(shortened(member.key))`", at: member.keyLocation,
                    close.map { "did you mean `\($0)`?" } ?? "known keys: \(keys.joined(separator: ", "))")
                continue
            }
            if member.key == "rank" {
                furthestRank = member.value.number.flatMap { Int(exactly: $0) }
                if furthestRank == nil { report("`rank` must be a whole number", at: member.value.location, nil) }
                continue
            }
            let items = member.value.array ?? [member.value]
            let known = Set(facts.compactMap { FactBase.text(of: $0, member.key) })
            for item in items {
                guard let text = item.string else {
                    report("`\(member.key)` must be text or a list of it, not \(item.kind)", at: item.location, nil)
                    continue
                }
                wanted[member.key, default: []].append(text)
                if !known.contains(text), !tables.contains(where: { $0.has(member.key, text) }) {
                    let close = suggestion(for: text, among: known.sorted())
                    report(
                        "no fact has the \(member.key) `\(shortened(text))`", at: item.location,
                        close.map { "did you mean `\($0)`?" } ?? "`dossier facts list` shows what there is")
                }
            }
        }
        var pool = facts
        if wanted["measure"] != nil || wanted["about"] != nil {
            pool += tables.flatMap { $0.facts(measures: wanted["measure"], about: wanted["about"]) }
        }
        var chosen = pool.filter { fact in
            wanted.allSatisfy { key, texts in FactBase.text(of: fact, key).map(texts.contains) ?? false }
                && (furthestRank.map { rank in fact.rank.map { $0 <= rank } ?? false } ?? true)
        }
        // The first list that was written orders most; sorting by the last first, stably, comes to that.
        for key in object.keys.reversed() where (wanted[key]?.count ?? 0) > 1 {
            let order = Dictionary(
                (wanted[key] ?? []).enumerated().map { ($0.element, $0.offset) },
                uniquingKeysWith: { first, _ in first })
            chosen = chosen.enumerated().map {
                ($0.offset, FactBase.text(of: $0.element, key).flatMap { order[$0] } ?? 0, $0.element)
            }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            .map(\.2)
        }
        return chosen
    }

    private static func text(of fact: Fact, _ key: String) -> String? {
        switch key {
        case "about": fact.about
        case "measure": fact.measure
        case "source": fact.source
        case "unit": fact.unit
        case "kind": fact.kind.rawValue
        default: nil
        }
    }
}
