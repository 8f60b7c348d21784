import Calendar
import Documents
import Facts
import Figures
import Reports

extension Project {
    /// What facts say of themselves and of each other that cannot be so.
    public func inconsistencies(of facts: FactBase) -> [Diagnostic] {
        let own = reports.flatMap { path in (try? Briefing(path: path))?.report.matter.ownNumbers ?? [] }
        return facts.inconsistencies(binder: FactBinder(facts, ownNumbers: own))
    }
}

extension Briefing {
    /// Finds the facts of the report's numbers.
    var binder: FactBinder {
        FactBinder(facts, language: report.matter.language, ownNumbers: report.matter.ownNumbers)
    }

    /// What no source bears out: numbers of the text and of figures that are no fact, data without a source, facts that
    /// cannot be so, and facts that stand alone though others contradict them.
    ///
    /// - Parameter isStrict: whether they stop a build; nil for what the report says (`checks: strict`).
    public func numberProblems(of laid: LaidReport, isStrict strict: Bool? = nil) -> Diagnostics {
        let isStrict = strict ?? report.matter.isStrict
        // A text beside no facts makes no promise, unless it says so itself.
        guard isStrict || !facts.facts.isEmpty else { return Diagnostics() }
        var found: [Diagnostic] = []
        let told = laid.figures.flatMap(\.figure.numbers) + laid.numbers
        found += told.compactMap { $0.diagnostic(facts, isError: isStrict) }
        let used = facts.behind(laid.facts)
        let binder = binder
        let others =
            laid.figures.flatMap(\.figure.numberProblems) + facts.inconsistencies(of: used, binder: binder)
            + undatedSources(used)
        found += others.map { problem in
            var problem = problem
            if !isStrict { problem.severity = .warning }
            return problem
        }
        found += unusedOwnNumbers(laid) + staleSources(used)
        found += contradictions(laid)
        return Diagnostics(found)
    }

    private func unusedOwnNumbers(_ laid: LaidReport) -> [Diagnostic] {
        let used = laid.figures.reduce(into: laid.usedOwnNumbers) { $0.formUnion($1.figure.usedOwnNumbers) }
        return report.matter.ownNumbers.enumerated().filter { !used.contains($0.offset) }.map { index, own in
            Diagnostic(
                "nothing in the report stands for the own number `\(own.text)`", severity: .warning, file: path,
                at: own.location, path: "own_numbers[\(index)]", advice: "take it out")
        }
    }

    // MARK: Contradictions

    private func contradictions(_ laid: LaidReport) -> [Diagnostic] {
        let known = facts.contradictions
        guard !known.groups.isEmpty else { return [] }
        var found: [Diagnostic] = []
        func tell(_ id: String, _ place: String, at location: SourceLocation?) {
            let others = known.others(than: id).compactMap { facts[$0] }
            found.append(
                Diagnostic(
                    "`\(id)` stands alone \(place), and others tell it otherwise", cause: .difference, file: path,
                    at: location,
                    advice: "beside it: "
                        + others.map { "`\($0.id)` (\($0.written(.full)), \($0.date.wording))" }.joined(separator: ", ")
                ))
        }
        let keyFigures = report.matter.keyFigures
        for id in known.alone(among: keyFigures.map(\.fact)) {
            tell(id, "among the key figures", at: keyFigures.first { $0.fact == id }?.location)
        }
        for section in laid.sections {
            let drawn = laid.figures.filter { section.figures.contains($0.address) }.flatMap(\.figure.facts)
            for id in known.alone(among: Set(section.facts.keys).union(drawn)) {
                let place = section.title.isEmpty ? "before the first heading" : "in “\(section.title)”"
                tell(id, place, at: section.facts[id] ?? section.location)
            }
        }
        return found
    }

    // MARK: Sources

    /// Facts that rest on what is retired, or on what is older than it may be.
    private func staleSources(_ used: Set<String>) -> [Diagnostic] {
        let now = (try? EDTFDate(parsing: report.matter.date))?.years?.upperBound
        return sources(of: used).flatMap { source -> [Diagnostic] in
            var found: [Diagnostic] = []
            func tell(_ message: String) {
                found.append(
                    Diagnostic(
                        message, severity: .warning, cause: .difference, file: source.file, at: source.location,
                        path: source.id))
            }
            if let why = source.retired { tell("the source `\(source.id)` is retired: \(why)") }
            let year = (source.datePublished ?? source.dateAccessed)?.years?.upperBound
            if let limit = source.oldAfter, let now, let year, now - year > limit {
                tell("the source `\(source.id)` is of \(year), and its numbers are old after \(limit) years")
            }
            return found
        }
    }

    /// Sources that are said to come of a source that nobody knows.
    private func undatedSources(_ used: Set<String>) -> [Diagnostic] {
        sources(of: used).flatMap { source in
            source.derivedFromSources.filter { facts.source($0) == nil }.map { id in
                Diagnostic(
                    "no source has the id `\(id)`", cause: .difference, file: source.file, at: source.location,
                    path: "\(source.id).derived_from_source", advice: "add it to sources.yaml")
            }
        }
    }

    private func sources(of used: Set<String>) -> [Source] {
        let ids = Set(used.compactMap { facts[$0]?.source })
        return facts.sources.filter { ids.contains($0.id) }
    }
}
