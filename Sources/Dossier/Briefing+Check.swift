import Documents
import Facts
import Reports

/// What `dossier build --check` asks of a report beyond that it can be set: that each number has a fact, each fact is
/// used, and the sources are still those that the facts were taken from.
extension Briefing {
    /// - Parameters:
    ///   - laid: the report as it was set; it knows which facts it tells.
    ///   - sourceTexts: texts of sources that are not kept in the project, by file name.
    /// - Returns: errors for typed numbers and changed sources; warnings for facts that no word or figure tells, since
    ///   another report of the project may.
    public func check(
        _ laid: LaidReport, sourceTexts: [(file: String, contents: [UInt8])] = []
    ) throws(Diagnostics) -> Diagnostics {
        let used = factsBehind(laid.facts)
        var found = Diagnostics()
        // First, so that what must be mended is what a terminal shows last.
        for fact in facts.facts where !used.contains(fact.id) {
            found.add(
                Diagnostic(
                    "no word and no figure of \(path) tells the fact `\(fact.id)`", severity: .warning,
                    cause: .difference, file: fact.file, at: fact.location))
        }
        found.add(Diagnostics(report.typedNumbers))
        for problem in changedSources(used) { found.add(problem) }
        for text in sourceTexts {
            let verification = try facts.verify(text.contents, file: text.file)
            found.add(Diagnostics(verification.textProblems))
            for entry in verification.entries where used.contains(entry.fact.id) {
                found.add(Diagnostics(entry.problems))
            }
        }
        return found
    }

    /// The facts that are told, and those that they are computed from.
    private func factsBehind(_ told: [String]) -> Set<String> {
        var used: Set<String> = []
        var waiting = told
        while let id = waiting.popLast() {
            guard used.insert(id).inserted, let fact = facts[id] else { continue }
            waiting += fact.derivedFrom
        }
        return used
    }

    /// Sources that are kept in the project and are no longer what their record says.
    private func changedSources(_ used: Set<String>) -> [Diagnostic] {
        guard let folder = project.dataFolder else { return [] }
        var resting: [String: [String]] = [:]
        for fact in facts.facts where used.contains(fact.id) {
            if let source = fact.source { resting[source, default: []].append(fact.id) }
        }
        return facts.sources.compactMap { source in
            guard let path = source.path, let digest = source.sha256, let ids = resting[source.id] else { return nil }
            let names = ids.prefix(4).map { "`\($0)`" }.joined(separator: ", ") + (ids.count > 4 ? " and \(ids.count - 4) more" : "")
            func problem(_ message: String, cause: Diagnostic.Cause, advice: String) -> Diagnostic {
                Diagnostic(
                    message, cause: cause, file: source.file, at: source.location, path: "\(source.id).path",
                    advice: advice)
            }
            do throws(Diagnostic) {
                let contents = try DataRoot(folder).read(path)
                guard SHA256.hexadecimal(of: contents) != digest else { return nil }
                return problem(
                    "\(path) is not the document that the facts were taken from: its SHA-256 is another",
                    cause: .difference,
                    advice: "check \(names) against it with `dossier facts verify --source`, then record the new sha256")
            } catch {
                return problem(error.message, cause: error.cause, advice: "\(names) rest on it")
            }
        }
    }
}
