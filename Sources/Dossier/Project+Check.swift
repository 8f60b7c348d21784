import Files
import Documents
import Facts
import Rendering
import Reports

extension Project {
    /// The reports of the project: `briefing.md` in its folder and in the folders of `Reports/`.
    public var reports: [String] {
        guard let folder else { return [] }
        let places =
            [folder]
            + ((try? FolderListing(FilePath.join(folder, "Reports")))?.folders ?? []).map {
                FilePath.join(FilePath.join(folder, "Reports"), $0)
            }
        return places.map { FilePath.join($0, "briefing.md") }.filter(FolderListing.exists)
    }

    /// What `dossier build --check` asks of one report, asked of the project: numbers of any report that stand in no
    /// fact, sources that are no longer what their record says, and, as warnings, facts that no report tells. What is
    /// wrong with a report that cannot be set is among the errors.
    public func check(_ facts: FactBase) -> Diagnostics {
        var found = Diagnostics()
        var told: [String] = []
        var numbers: [Diagnostic] = []
        let reports = self.reports
        for path in reports {
            do throws(Diagnostics) {
                let briefing = try Briefing(path: path)
                let theme = try briefing.theme()
                let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
                let laid = try briefing.laidOut(theme: theme, fonts: fonts)
                told += laid.facts
                numbers += briefing.report.unexplainedAbbreviations
                numbers += briefing.numberProblems(of: laid, isStrict: true).all
            } catch {
                numbers += error.all
            }
        }
        // First, so that what must be mended is what a terminal shows last.
        if !reports.isEmpty {
            found.add(facts.untold(facts.behind(told), by: reports.count == 1 ? reports[0] : "any report"))
        }
        found.add(Diagnostics(numbers))
        found.add(changedSources(of: facts))
        return found
    }

    /// Sources that are kept in the project and are no longer what their record says.
    ///
    /// - Parameter used: ids of the facts that matter; nil for all.
    func changedSources(of facts: FactBase, used: Set<String>? = nil) -> Diagnostics {
        guard let folder = dataFolder else { return Diagnostics() }
        var resting: [String: [String]] = [:]
        for fact in facts.facts where used?.contains(fact.id) != false {
            if let source = fact.source { resting[source, default: []].append(fact.id) }
        }
        let root = DataRoot(folder)
        return Diagnostics(
            facts.sources.compactMap { source in
                guard let path = source.path, let digest = source.sha256, let ids = resting[source.id] else {
                    return nil
                }
                let names =
                    ids.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
                    + (ids.count > 4 ? " and \(ids.count - 4) more" : "")
                func problem(_ message: String, cause: Diagnostic.Cause, advice: String) -> Diagnostic {
                    Diagnostic(
                        message, cause: cause, file: source.file, at: source.location, path: "\(source.id).path",
                        advice: advice)
                }
                do throws(Diagnostic) {
                    guard SHA256.hexadecimal(of: try root.read(path)) != digest else { return nil }
                    return problem(
                        "\(path) is not the document that the facts were taken from: its SHA-256 is another",
                        cause: .difference,
                        advice:
                            "check \(names) against it with `dossier facts verify --source`, then record the new sha256"
                    )
                } catch {
                    return problem(error.message, cause: error.cause, advice: "\(names) rest on it")
                }
            })
    }
}

extension FactBase {
    /// The facts that are told, and those that they are computed from.
    func behind(_ told: [String]) -> Set<String> {
        var used: Set<String> = []
        var waiting = told
        while let id = waiting.popLast() {
            guard used.insert(id).inserted, let fact = self[id] else { continue }
            waiting += fact.derivedFrom
        }
        return used
    }

    /// Warnings for facts that are not told.
    func untold(_ used: Set<String>, by teller: String) -> Diagnostics {
        Diagnostics(
            facts.filter { !used.contains($0.id) }.map { fact in
                Diagnostic(
                    "no word and no figure of \(teller) tells the fact `\(fact.id)`", severity: .warning,
                    cause: .difference,
                    file: fact.file, at: fact.location)
            })
    }
}
