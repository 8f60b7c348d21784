import Files
import ArgumentParser
import Batch
import Dossier
import Reports
import Slides

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build a whole briefing.",
        discussion: """
            Examples:
              dossier build Reports/my-report               PDF into Reports/my-report/out
              dossier build briefing.md -o /tmp --format pdf,png,svg --figures
              dossier build briefing.md --check            also: is every number a fact, and every fact still so?
              dossier build profile.md --param code=FRA    a report with parameters, for one value
              dossier build profile.md --params rows.csv -o out --jobs 4 --resume
                                                           a report for every row of a table
            """)

    @Argument(help: "A Markdown file, or the folder of its briefing.md.")
    var report: String

    @Option(name: .shortAndLong, help: "The folder to write to. Default: out, beside the report.")
    var output: String?

    @Option(
        help:
            """
            What to write, parted by commas: pdf, html, png, svg, pptx, ro-crate. PNG and SVG are one file a page; \
            html is one page that needs nothing else.
            """
    )
    var format: String = "pdf"

    @Option(help: "PNG pixels per unit (CSS pixel); several parted by commas write each.")
    var scale: String = "1"

    @Option(help: "A theme instead of the report's own: dossier, gazette, dark, vega, or a file of your own (.yaml).")
    var theme: String?

    @Option(
        help:
            """
            The folder that relative data addresses of all figures start from, and that nothing is read outside of. \
            Default: each figure's own folder, and within the project by `..`.
            """
    )
    var dataRoot: String?

    @Flag(
        help:
            """
            Report numbers that are no facts, sources that have changed, and facts that nobody tells. Status 1 for \
            the first two, and nothing is written then.
            """
    )
    var check = false

    @Option(help: "With --check: the text of a source, to find the report's facts in. May be given again.")
    var source: [String] = []

    @Flag(help: "Write each figure by itself too, in every format named.")
    var figures = false

    @OptionGroup(title: "Many reports")
    var batch: BatchOptions

    @Flag(help: "Tell nothing but errors.")
    var quiet = false

    func validate() throws {
        _ = try wanted()
        try batch.checkCombination(check: check, source: source)
    }

    func run() throws {
        if batch.params != nil {
            var run = BatchRun()
            run.files = try wanted()
            run.files.figuresFolder = nil
            (run.theme, run.dataRoot) = (theme, dataRoot)
            try batch.run(run, report: report, output: output, isQuiet: quiet)
            return
        }
        try reporting(report) {
            var briefing = try batch.briefing(report)
            briefing.dataRoot = dataRoot
            let theme = try theme.map { try Briefing.theme(named: $0) } ?? briefing.theme()
            let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
            let laid = try briefing.laidOut(theme: theme, fonts: fonts)
            let numbers = check ? try checkFacts(briefing, laid) : briefing.numberProblems(of: laid)
            try numbers.throwIfErrors()
            let folder = output ?? FilePath.join(FilePath.folder(of: briefing.path), "out")
            let stem = FilePath.name(of: briefing.path).split(separator: ".").first.map(String.init) ?? "briefing"
            let made = try wanted().files(of: briefing, laid: laid, theme: theme, fonts: fonts, stem: stem)
            var files = OutputFiles()
            for file in made.files { files.add("\(folder)/\(file.name)", file.bytes) }
            files.folder = try wanted().folder(folder, stem: stem, pages: laid.pages.count)
            try files.write()
            if !quiet {
                for warning in made.warnings + numbers.warnings + laid.warnings { tell(warning.description) }
                for path in files.paths { print(path) }
            }
        }
    }

    /// What is to be written of the report.
    private func wanted() throws -> ReportOutputs {
        var wanted = ReportOutputs()
        wanted.formats = try format.split(separator: ",").map { word in
            guard let format = ReportFormat(rawValue: String(word)) else {
                throw ValidationError(
                    "unknown format \(word); known formats: "
                        + ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return format
        }
        wanted.scales = try scale.split(separator: ",").map { word in
            guard let scale = Double(word), scale > 0, scale <= 100 else {
                throw ValidationError("--scale takes numbers above 0, 100 at the most, not \(word)")
            }
            return scale
        }
        wanted.hasFigures = figures
        return wanted
    }

    private func checkFacts(_ briefing: Briefing, _ laid: LaidReport) throws -> Diagnostics {
        let texts = try source.map { (file: $0, contents: try DataRoot.readFile($0)) }
        return try briefing.check(laid, sourceTexts: texts)
    }
}
