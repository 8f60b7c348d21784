import Files
import ArgumentParser
import Dossier
import Pictures

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say whether two pictures are the same, and what changed.",
        discussion: """
            Compares PNG, SVG, PPTX, PDF and scene JSON, or every picture of two folders. Where a scene lies beside a
            picture (chart.scene.json, or chart.scene.json.gz, beside chart.png), what changed is told in the \
            figure's own words.
            Exit status: 0 the same, 1 different.

            Examples:
              dossier compare expected/chart.png chart.png
              dossier compare expected out --report differences.html
              dossier compare a.png b.png --mask 0,0,200,40 --diff difference.png
            """)

    @Argument(help: "The picture or folder as it should be.")
    var expected: String

    @Argument(help: "The picture or folder as it is.")
    var actual: String

    @Option(help: "Where to write a PNG of what differs.")
    var diff: String?

    @Option(help: "Where to write the result as one HTML file.")
    var report: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Flag(help: "Print nothing.")
    var quiet = false

    @Option(
        name: .shortAndLong,
        help: "How many pairs of two folders are compared at a time (default: as many as there are cores).")
    var jobs: Int?

    @OptionGroup var allowed: ToleranceOptions

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs is 1 or more") }
    }

    func run() throws {
        try reporting(actual) {
            let results = try PictureComparer(tolerance: try allowed.tolerance(), jobs: jobs)
                .compare(expected: expected, actual: actual)
            var files = OutputFiles()
            if let diff {
                guard results.count == 1 else {
                    throw Diagnostic(
                        "--diff writes the difference of one pair", cause: .usage, advice: "use --report for folders")
                }
                if let picture = results.first?.differencePNG { files.add(diff, picture) }
            }
            if let report {
                let folders = FolderListing.isFolder(expected)
                files.add(
                    report,
                    ComparisonReport.html(
                        of: results, title: "\(expected) and \(actual)",
                        acceptanceOf: { result in
                            // A page of a PDF is no file of its own.
                            guard folders || (results.count == 1 && result.actualPNG != nil) else { return nil }
                            let (from, to) =
                                folders
                                ? (FilePath.join(actual, result.name), FilePath.join(expected, result.name))
                                : (actual, expected)
                            return FolderListing.exists(from) ? ShellCommand.words(["cp", from, to]) : nil
                        }))
            }
            try files.write()
            if json {
                print(ComparisonJSON.json(of: results), terminator: "")
            } else if !quiet {
                for result in results where !result.passes || results.count == 1 { tellResult(result) }
                let failed = results.filter { !$0.passes }.count
                if results.count > 1 { print("\(results.count - failed) passed, \(failed) failed") }
            }
            if results.contains(where: { !$0.passes }) { throw ExitCode(Diagnostic.Cause.difference.exitStatus) }
        }
    }
}

/// A comparison on standard output: its name, then what there is to tell, line by line.
func tellResult(_ result: PictureComparison) {
    print("\(result.passes ? "same" : "different"): \(result.name)")
    for line in result.lines {
        for part in line.split(separator: "\n") { print("    \(part)") }
    }
}

/// What may differ; nothing does unless asked for.
struct ToleranceOptions: ParsableArguments {
    @Option(help: "How different a pixel may look, 0 to 1 of black and white.")
    var threshold: Double = Tolerance.strict.threshold

    @Option(help: "How many pixels may differ.")
    var maxPixels: Int = 0

    @Flag(help: "Leave out pixels that only smooth an edge.")
    var ignoreAntialiasing = false

    @Option(
        help: ArgumentHelp(
            "An area that is not compared, in pixels. May be given several times.", valueName: "x,y,width,height"))
    var mask: [String] = []

    func tolerance() throws -> Tolerance {
        guard (0...1).contains(threshold), maxPixels >= 0 else {
            throw Diagnostic("--threshold is 0 to 1, --max-pixels 0 or more", cause: .usage)
        }
        let masks = try mask.map { text in
            let parts = text.split(separator: ",").compactMap { Int($0) }
            guard parts.count == 4, parts.allSatisfy({ (0...100_000).contains($0) }) else {
                throw Diagnostic("--mask takes X,Y,WIDTH,HEIGHT in pixels, not \(text)", cause: .usage)
            }
            return PixelBox(x: parts[0], y: parts[1], width: parts[2], height: parts[3])
        }
        return Tolerance(
            threshold: threshold, ignoresAntialiasing: ignoreAntialiasing, allowedPixels: maxPixels, masks: masks)
    }
}
