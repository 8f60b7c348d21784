import ArgumentParser
import Dossier

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@main
struct DossierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Sourced facts in, briefings out.",
        discussion: """
            Examples:
              dossier new my-report                        a small report that builds at once
              dossier build my-report/briefing.md          the whole briefing as PDF
              dossier watch my-report                      the same in a browser, while you write
              dossier draw figure.yaml -o figure.png       one figure
              dossier facts list                           what is known, and from where
            """,
        version: "dossier 0.1.0",
        subcommands: [
            Build.self, Watch.self, Draw.self, SlidesCommand.self, FactsCommand.self, Charts.self, Compare.self,
            Test.self, New.self, Lint.self, Fetch.self,
        ])
}

/// Runs a command's work; tells what went wrong and leaves with the status that belongs to it.
func reporting(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let problems as Diagnostics {
        tell(problems.description)
        throw ExitCode(problems.errors.first?.cause.exitStatus ?? Diagnostic.Cause.badInput.exitStatus)
    } catch let problem as Diagnostic {
        tell(problem.description)
        throw ExitCode(problem.cause.exitStatus)
    }
}

/// A line on standard error.
func tell(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
}
