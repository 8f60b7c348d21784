import ArgumentParser
import Documents
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
            Build.self, Merge.self, Watch.self, Draw.self, SlidesCommand.self, FactsCommand.self, Charts.self,
            Compare.self,
            Test.self, New.self, Lint.self, Fetch.self,
        ])

    @Flag(help: "Print how much a document may ask for, and leave. A limit is raised with --limit NAME=NUMBER.")
    var limits = false

    func run() throws {
        guard limits else { throw CleanExit.helpRequest(self) }
        print(Limit.table(), terminator: "")
    }

    static func main() {
        StandardStreams.open()
        StandardStreams.unblockSignals()
        CrashReport.install()
        FontLibrary.ownsProcess = true
        do {
            var arguments = Array(CommandLine.arguments.dropFirst())
            try reporting { try takeLimits(from: &arguments) }
            var command = try parseAsRoot(arguments)
            try command.run()
            StandardStreams.finish(status: 0)
        } catch {
            let status = exitCode(for: error)
            let text = fullMessage(for: error)
            if !text.isEmpty { status.isSuccess ? print(text) : tell(text) }
            StandardStreams.finish(status: status.rawValue)
        }
    }

    /// `--limit NAME=NUMBER` may stand anywhere, of any command.
    private static func takeLimits(from arguments: inout [String]) throws {
        var rest: [String] = []
        var index = 0
        while index < arguments.count {
            let word = arguments[index]
            index += 1
            if word == "--" {
                rest += [word] + arguments[index...]
                break
            }
            if word.hasPrefix("--limit=") {
                try Limit.allow(String(word.dropFirst(8)))
            } else if word == "--limit" {
                try Limit.allow(index < arguments.count ? arguments[index] : "")
                index += 1
            } else {
                rest.append(word)
            }
        }
        arguments = rest
    }
}

/// Nobody reads more at once.
private let mostTold = 2_000

/// Runs a command's work; tells what went wrong and leaves with the status that belongs to it.
///
/// - Parameter input: what a problem is in that names no file itself.
func reporting(_ input: String = "", _ work: () throws -> Void) throws {
    let progress = input.isEmpty ? nil : Progress(input)
    do {
        defer { progress?.end() }
        try work()
    } catch let problems as Diagnostics {
        tell(problems.all.prefix(mostTold).map { placed($0, in: input).description }.joined(separator: "\n"))
        let others = problems.all.count - mostTold
        if others > 0 {
            tell(placed(Diagnostic("\(others) more problems, which are not told one by one"), in: input).description)
        }
        throw ExitCode(problems.errors.first?.cause.exitStatus ?? Diagnostic.Cause.badInput.exitStatus)
    } catch let problem as Diagnostic {
        tell(placed(problem, in: input).description)
        throw ExitCode(problem.cause.exitStatus)
    }
}

/// No problem is without a file, but one of the command line.
func placed(_ problem: Diagnostic, in input: String) -> Diagnostic {
    guard problem.file.isEmpty, problem.cause != .usage else { return problem }
    var told = problem
    told.file = input
    return told
}

/// A line on standard error.
func tell(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    bytes.withUnsafeBytes { buffer in
        var written = 0
        while written < buffer.count {
            let count = write(STDERR_FILENO, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            written += count
        }
    }
}
