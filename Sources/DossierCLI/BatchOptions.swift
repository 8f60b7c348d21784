import ArgumentParser
import Batch
import Documents
import Dossier
import Files

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What `dossier build` is told of a report with parameters.
struct BatchOptions: ParsableArguments {
    @Option(
        help:
            """
            A table with a row for each report: CSV, JSON, XLSX, or any kind that figures read. Its columns are the \
            report's `params`.
            """
    )
    var params: String?

    @Option(
        name: .customLong("param"), help: "The value of one parameter, NAME=VALUE, for one report. May be given again.")
    var param: [String] = []

    @Option(help: "How many reports are built at a time. Default: as many as there are processor cores.")
    var jobs: Int?

    @Option(
        help:
            """
            A part of the rows, I/N, for one of N processes or machines. I counts from 1, or from 0: both name \
            every row \
            once.
            """
    )
    var shard: String?

    @Flag(help: "Print a line for each report that would be built, and build nothing.")
    var list = false

    @Flag(help: "Build only what is not there, or is made from anything that has changed since.")
    var resume = false

    @Flag(help: "End with the first row that fails, instead of going on with the others.")
    var failFast = false

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024") }
        if let shard, Share(shard) == nil {
            throw ValidationError("--shard takes I/N, as 2/8, with I from 1 to N or from 0 to N-1, not \(shard)")
        }
        if params == nil {
            for (isGiven, name) in [
                (shard != nil, "--shard"), (list, "--list"), (resume, "--resume"), (jobs != nil, "--jobs"),
                (failFast, "--fail-fast"),
            ] where isGiven {
                throw ValidationError("\(name) goes with --params: a table with a row for each report")
            }
        } else if !param.isEmpty {
            throw ValidationError("--param is for one report, --params for many")
        }
    }

    func checkCombination(check: Bool, source: [String]) throws {
        if params != nil, check || !source.isEmpty {
            throw ValidationError("--check is for one report: give its values by --param")
        }
    }

    /// One report: as it is, or with the parameters that are given.
    func briefing(_ report: String) throws -> Briefing {
        if param.isEmpty { return try Briefing(path: report) }
        guard let template = try BriefingTemplate(path: report) else {
            throw Diagnostic("the report has no parameters", cause: .usage, file: report, advice: BatchOptions.advice)
        }
        return try template.briefing(words: param)
    }

    private static let advice = "declare them in its front matter: `params: {country: {type: string}}`"

    /// A report for every row.
    func run(_ run: BatchRun, report: String, output: String?, isQuiet: Bool) throws {
        var run = run
        var status: ExitCode?
        try reporting {
            guard let template = try BriefingTemplate(path: report) else {
                throw Diagnostics([
                    Diagnostic("the report has no parameters", file: report, advice: BatchOptions.advice)
                ])
            }
            let plan = try BatchPlan(
                template: template, table: params ?? "", share: shard.flatMap { Share($0) } ?? .whole)
            if !isQuiet { for warning in plan.table.warnings { tell(warning.description) } }
            if list {
                var listing = Listing()
                defer { listing.end() }
                try plan.check { listing.add("\($0.row + 1)\t\($0.name)") }
                return
            }
            try plan.check { _ in }
            run.jobs = jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
            run.resumes = resume
            run.failsFast = failFast
            let folder = output ?? FilePath.join(FilePath.folder(of: template.path), "out")
            let progress = isQuiet ? nil : BatchProgress()
            let summary = try run.run(plan, into: folder) { event in
                guard case .done(let entry, let wasKept, let count, let total) = event else { return }
                progress?.clear()
                for error in entry.errors { tell(error) }
                if !isQuiet, !wasKept { for warning in entry.warnings { tell(warning) } }
                progress?.show(count: count, of: total, wasKept: wasKept)
            }
            progress?.clear()
            if !isQuiet {
                print(
                    "\(summary.path): \(summary.built) built, \(summary.kept) kept, \(summary.failed) failed")
            }
            if summary.failed > 0 { status = ExitCode(Diagnostic.Cause.badInput.exitStatus) }
        }
        if let status { throw status }
    }
}

/// Lines for standard output, some thousand at a time.
private struct Listing {
    private var text = ""

    mutating func add(_ line: String) {
        text += line + "\n"
        if text.utf8.count > 1 << 15 { end() }
    }

    mutating func end() {
        print(text, terminator: "")
        text = ""
    }
}
