import ArgumentParser
import Dossier
import Pictures

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw every figure and report again and hold it against its baseline.",
        discussion: """
            Baselines stand in expected/ beside the figures: a PNG and its scene for each figure, and for each page of a
            briefing.md. A missing baseline is a failure. Nothing is written without --update, which draws everything
            twice, writes what is new or changed, and shows what it replaces.
            Where GITHUB_ACTIONS is set, failures are annotations too.
            Exit status: 0 all are the same, 1 some are not.

            Examples:
              dossier test Reports
              dossier test Reports --filter students --report differences.html
              dossier test Reports --update
            """)

    @Argument(help: "Folders to look for figures and reports in.")
    var folders: [String]

    @Flag(help: "Make what is drawn now the baseline, where it is new or changed.")
    var update = false

    @Option(help: "Only figures with this in their path; a whole path names one alone.")
    var filter: String?

    @Option(help: "Where to write the result as one HTML file.")
    var report: String?

    @Option(help: "Where to write the result as JUnit XML.")
    var junit: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Option(help: "The most bytes that a baseline may have. A picture of more is recorded at a smaller scale.")
    var largest: Int = PictureBaseline.largest

    @Option(name: .shortAndLong, help: "How many pictures are drawn at a time (default: as many as there are cores).")
    var jobs: Int?

    @Option(help: "Draw figures with this theme.")
    var theme: String?

    @Flag(help: "Name what passes, too.")
    var verbose = false

    @OptionGroup var allowed: ToleranceOptions

    func validate() throws {
        if folders.isEmpty { throw ValidationError("Name at least one folder: dossier test Reports") }
        if let jobs, jobs < 1 { throw ValidationError("--jobs is 1 or more") }
        if largest < 1 { throw ValidationError("--largest is 1 or more") }
    }

    func run() throws {
        try reporting(folders.first ?? "") {
            let look = try theme.map { name in
                guard let known = Theme.all.first(where: { $0.name == name }) else {
                    throw Diagnostic("unknown theme `\(name)`", cause: .usage)
                }
                return known
            }
            let run = BaselineRun(
                filter: filter, tolerance: try allowed.tolerance(), largestBaseline: largest, theme: look,
                jobs: jobs)
            let annotates = getenv("GITHUB_ACTIONS") != nil
            let outcome = try run.run(folders, update: update) { result in
                guard !json else { return }
                if !result.passes {
                    tellResult(result)
                    if annotates { print(TestAnnotation.gitHub(result)) }
                } else if verbose {
                    tellResult(result)
                }
            }
            var files = outcome.files
            if let report {
                files.add(
                    report,
                    ComparisonReport.html(
                        of: outcome.results, title: folders.joined(separator: " "),
                        acceptance: ShellCommand.words(["dossier", "test"] + folders + ["--update"]),
                        acceptanceOf: { result in
                            // A picture that cannot be drawn cannot be accepted.
                            result.actualPNG == nil
                                ? nil
                                : ShellCommand.words(
                                    ["dossier", "test"] + folders + ["--filter", result.name, "--update"])
                        }))
            }
            if let junit { files.add(junit, TestAnnotation.junit(outcome.results)) }
            try files.write()
            if json {
                print(ComparisonJSON.json(of: outcome.results), terminator: "")
            } else {
                for (name, words) in outcome.updates {
                    print("recorded: \(name)")
                    for word in words { print("    \(word)") }
                }
                print("\(outcome.results.count - outcome.failed) passed, \(outcome.failed) failed")
            }
            if outcome.failed > 0 { throw ExitCode(Diagnostic.Cause.difference.exitStatus) }
        }
    }
}

/// Failures in the forms that continuous integration reads.
enum TestAnnotation {
    /// A workflow command: one line, with what would end it escaped.
    static func gitHub(_ result: PictureComparison) -> String {
        func escaped(_ text: String) -> String {
            text.map { character in
                switch character {
                case "%": "%25"
                case "\r": "%0D"
                case "\n": "%0A"
                default: String(character)
                }
            }.joined()
        }
        let title = escaped(result.name).map { $0 == "," ? "%2C" : $0 == ":" ? "%3A" : String($0) }.joined()
        return "::error title=\(title)::\(escaped(result.lines.joined(separator: "\n")))"
    }

    static func junit(_ results: [PictureComparison]) -> String {
        func escaped(_ text: String) -> String { XMLText.escaped(text) }
        let failed = results.filter { !$0.passes }.count
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuite name=\"dossier\" tests=\"\(results.count)\" failures=\"\(failed)\">\n"
        for result in results {
            xml += "<testcase classname=\"dossier\" name=\"\(escaped(result.name))\""
            if result.passes {
                xml += "/>\n"
            } else {
                let lines = result.lines
                xml += "><failure message=\"\(escaped(lines.first ?? "different"))\">"
                xml += "\(escaped(lines.joined(separator: "\n")))</failure></testcase>\n"
            }
        }
        return xml + "</testsuite>\n"
    }
}
