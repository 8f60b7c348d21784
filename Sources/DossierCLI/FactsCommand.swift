import Files
import ArgumentParser
import Dossier

struct FactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts", abstract: "The data: list it, show one fact, check it against its source.",
        discussion: """
            Examples:
              dossier facts list
              dossier facts show kazakh-students-2015
              dossier facts verify --source essay.txt
              dossier facts diff HEAD~10 .
            """,
        subcommands: [List.self, Show.self, Verify.self, Changes.self])

    /// Where the facts are looked for.
    struct Place: ParsableArguments {
        @Option(
            help:
                """
                A folder of the project, or its Data folder's. Default: the working directory, and the folders \
                above it.
                """
        )
        var project: String = "."

        func facts() throws -> FactBase {
            let found = Project(containing: project)
            guard found.dataFolder != nil else {
                throw Diagnostic(
                    "no facts: no folder here or above has Data/facts or Data/sources.yaml", cause: .noInput,
                    file: project, advice: "name the project's folder with --project")
            }
            return try found.facts()
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "One line a fact: id, value or event, date, source.")

        @OptionGroup var place: Place

        @Option(help: "Only what is told about this.")
        var about: String?

        @Option(help: "Only this measure.")
        var measure: String?

        @Option(help: "Only what this source says.")
        var source: String?

        @Option(help: "Only what has this text in its id or title.")
        var containing: String?

        private func facts(_ base: FactBase) -> [Fact] {
            var facts = base.facts(about: about, measure: measure)
            if about != nil || measure != nil || containing != nil {
                for table in base.tables {
                    facts += table.facts(measures: measure.map { [$0] }, about: about.map { [$0] })
                }
            }
            return facts.filter { fact in
                (source == nil || fact.source == source)
                    && (containing.map { text in
                        (fact.id + " " + fact.title).lowercased().contains(text.lowercased())
                    } ?? true)
            }
        }

        func run() throws {
            try reporting(place.project) {
                let base = try place.facts()
                var rows = facts(base).map { fact in
                    [
                        fact.id, fact.value == nil ? fact.kind.rawValue : fact.written(.full),
                        fact.date.wording(.label),
                        fact.source ?? "computed", fact.title,
                    ]
                }
                let widths = (0..<4).map { column in min(48, rows.map { $0[column].count }.max() ?? 0) }
                for index in rows.indices {
                    for column in 0..<4 {
                        rows[index][column] += String(
                            repeating: " ", count: max(0, widths[column] - rows[index][column].count))
                    }
                    print(rows[index].joined(separator: "  "))
                }
                // The cells of tables are listed where a choice is made; else there may be a million.
                guard about == nil, measure == nil, containing == nil else { return }
                for table in base.tables where source == nil || source == table.source {
                    let ids = table.columns.map { $0.prefix + "/…" }.joined(separator: ", ")
                    print(
                        """
                        \(ids)  \(table.count) facts of \(table.file); \
                        list them with --measure, --about or --containing
                        """
                    )
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "All that is known of one fact.")

        @Argument(help: "The fact's id.")
        var id: String

        @OptionGroup var place: Place

        func run() throws {
            try reporting(place.project) {
                let base = try place.facts()
                let fact = try base.fact(id)
                func line(_ name: String, _ value: String?) {
                    guard let value, !value.isEmpty else { return }
                    print(name + String(repeating: " ", count: max(1, 14 - name.count)) + value)
                }
                line("id", fact.id)
                line("title", fact.title)
                line("about", fact.about)
                line("measure", fact.measure)
                line("value", fact.value == nil ? nil : fact.written(.full))
                line("in a sentence", fact.value == nil ? nil : fact.written(.prose))
                line("date", "\(fact.date.wording) (\(fact.date.text))")
                line("status", fact.status.rawValue)
                if fact.isDerived {
                    line("formula", fact.formula)
                    line(
                        "computed from",
                        base.inputs(of: fact).map { "\($0.id) = \($0.written(.full))" }.joined(separator: "; "))
                }
                for source in base.sources(of: fact) { line("source", source.citation) }
                line("where", fact.locators.map(\.written).joined(separator: "; "))
                line("notes", fact.notes?.split(whereSeparator: \.isNewline).joined(separator: " "))
                let place = fact.file.isEmpty ? nil : "\(fact.file):\(fact.location.line)"
                line("defined at", place)
            }
        }
    }

    struct Changes: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff", abstract: "What changed between two editions of the facts, in words.",
            discussion: "An edition is a folder (a project, or its Data), or a revision of git.")

        @Argument(help: "The older edition.")
        var old: String

        @Argument(help: "The newer edition.")
        var new: String

        @OptionGroup var place: Place

        func run() throws {
            try reporting {
                let edition = FactEdition(project: Project(containing: place.project))
                let changes = FactChanges(from: try edition.facts(old), to: try edition.facts(new))
                for sentence in changes.sentences { print(sentence) }
                if !changes.changes.isEmpty { throw ExitCode(1) }
            }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the facts: against their sources, and the project's reports against them.",
            discussion: """
                Tells numbers of a report that stand in no fact and no code, facts that no report tells, and sources \
                whose file is no longer the one that the facts were taken from. Every fact is looked up in its source, \
                where the project holds it: in a text, a table of Data/tables, or measured on Data/geo; --source names \
                a text that is held elsewhere. Number, unit, hedge, date, actor and status have to be said together. \
                Leaves with status 1 where a number stands in no fact, a source has changed, or a fact is not \
                what its source says.
                """)

        @Option(help: "The text of the source.")
        var source: String?

        @OptionGroup var place: Place

        func run() throws {
            try reporting(place.project) {
                let project = Project(containing: place.project)
                let base = try place.facts()
                let found = project.check(base)
                for problem in found.all { tell(problem.description) }
                var holds = !found.hasErrors
                let texts = try source.map { [(file: $0, contents: try DataRoot.readFile($0))] } ?? []
                for problem in project.inconsistencies(of: base) {
                    tell(problem.description)
                    holds = false
                }
                let checks = try project.verified(base, texts: texts)
                for check in checks {
                    for problem in check.problems { tell(problem.description) }
                    holds = holds && check.problems.isEmpty
                }
                for check in checks where check.count > 0 { print(check.summary) }
                let reports = project.reports.count
                print(
                    "\(base.facts.count) facts of \(base.sources.count) sources, "
                        + "\(reports) report\(reports == 1 ? "" : "s"): "
                        + (holds ? "nothing is amiss" : "there is something to mend"))
                if !holds {
                    let cause = found.errors.first { $0.cause != .difference }?.cause ?? .difference
                    throw ExitCode(cause.exitStatus)
                }
            }
        }
    }
}
