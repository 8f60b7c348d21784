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
        let used = facts.behind(laid.facts)
        var found = Diagnostics()
        // First, so that what must be mended is what a terminal shows last.
        found.add(facts.untold(used, by: path))
        found.add(Diagnostics(report.unexplainedAbbreviations))
        found.add(numberProblems(of: laid, isStrict: true))
        found.add(project.changedSources(of: facts, used: used))
        for text in sourceTexts {
            let verification = try facts.verify(text.contents, file: text.file)
            found.add(Diagnostics(verification.textProblems))
            for entry in verification.entries where used.contains(entry.fact.id) {
                found.add(Diagnostics(entry.problems))
            }
        }
        return found
    }
}
