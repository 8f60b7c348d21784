import Calendar
import Documents
import Formats

extension FactBase {
    /// What facts say of themselves and of each other that cannot be so: numbers in titles and notes that are no
    /// fact's, formulas that turn a quotient or a difference round, unlike things computed with.
    ///
    /// - Parameters:
    ///   - ids: the facts that matter; nil for all.
    ///   - binder: knows the numbers that an author lets stand.
    /// - Returns: errors of cause `difference`, each with the fact's place.
    public func inconsistencies(of ids: Set<String>? = nil, binder: FactBinder) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let strange = StrangeNames(self)
        for fact in facts where ids?.contains(fact.id) != false {
            found += strangeNumbers(of: fact, binder: binder)
            if fact.isDerived { found += FormulaCheck(fact: fact, facts: self).problems }
            found += strange.problems(of: fact)
        }
        found += SourceAgreement(self).problems.filter { problem in
            ids.map { $0.contains(String(problem.path.prefix { $0 != "." })) } ?? true
        }
        return found
    }

    /// Numbers of a title or a note that are neither the fact's own nor another's.
    private func strangeNumbers(of fact: Fact, binder: FactBinder) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let related = Set([fact.id] + fact.derivedFrom)
        for (key, text) in [("title", fact.title), ("notes", fact.notes ?? "")] where !text.isEmpty {
            for binding in binder.bindings(in: text, near: related) {
                guard case .none(let closest, let reason) = binding.outcome else { continue }
                // A title or a note may write the fact's number without its unit.
                if fact.check(text: binding.claim.text) == .agrees { continue }
                var advice = "say it without a number, or give it a fact of its own"
                if let closest, closest != fact.id {
                    advice = "the fact `\(closest)` may be meant" + (reason.map { ": \($0)" } ?? "")
                }
                if closest == fact.id, let reason { advice = reason }
                found.append(
                    Diagnostic(
                        "the \(key == "title" ? "title" : "notes") of `\(fact.id)` "
                            + "\(key == "title" ? "has" : "have") a number that is no fact's: \(binding.claim.text)",
                        cause: .difference, file: fact.file, at: fact.location, path: "\(fact.id).\(key)",
                        advice: advice))
            }
            for year in ClaimScanner.claims(in: text) where year.isTime && !fact.isDerived {
                let years = Fact.years(of: year)
                let known =
                    facts.contains { $0.date.years?.overlaps(years) ?? false }
                    || sources.contains { source in
                        [source.datePublished, source.dateAccessed].contains { $0?.years?.overlaps(years) ?? false }
                    }
                if key == "title", !(fact.date.years?.overlaps(years) ?? false) || key == "notes" && !known {
                    found.append(
                        Diagnostic(
                            "the \(key) of `\(fact.id)` name\(key == "title" ? "s" : "") \(year.text), and the fact "
                                + "is of \(fact.date.wording)",
                            cause: .difference, file: fact.file, at: fact.location, path: "\(fact.id).\(key)"))
                }
            }
        }
        return found
    }
}
