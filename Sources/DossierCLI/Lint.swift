import ArgumentParser
import Dossier
import Files
import Reports

struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            """
            What a reader would trip over: numbers without a source, links that are missing, text that is hard to \
            read.
            """,
        discussion: """
            Prints for each output how many numbers it has, how many of them are facts (bound), and how many lead to
            their source (linked), and how many faults of legibility its figures have. Leaves with status 1 where a
            number is no fact, one that is leads nowhere, or a figure is hard to read.

            Examples:
              dossier lint Reports/my-report
              dossier lint figures/students.vl.json figures/region.yaml
            """)

    @Argument(help: "Reports (a Markdown file, or the folder of a briefing.md) and figure files.")
    var paths: [String]

    func run() throws {
        try reporting {
            var holds = true
            for path in paths {
                let isReport = path.hasSuffix(".md") || FolderListing.exists(FilePath.join(path, "briefing.md"))
                let lint = try isReport ? ReportLint(report: path) : ReportLint(figure: path)
                for section in lint.sections {
                    for problem in section.problems { tell(problem.description) }
                    for line in section.lines { print(line) }
                    holds = holds && section.holds
                }
            }
            if !holds { throw ExitCode(1) }
        }
    }
}
