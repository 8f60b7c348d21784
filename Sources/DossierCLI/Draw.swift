import Files
import ArgumentParser
import Dossier

struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw one figure: a Vega-Lite chart, a timeline or a map.",
        discussion: """
            Examples:
              dossier draw chart.vl.json -o chart.png --scale 2
              dossier draw map.yaml -o map.pdf -o map.svg      drawn once, written twice
              dossier draw timeline.yaml -o slide.png --size slide

            What one page does not hold goes on to further pages: a PDF or a deck holds them all, figure.png is \
            followed by figure-2.png.
            """)

    @Argument(help: "The figure file, YAML or JSON.")
    var figure: String

    @Option(
        name: .shortAndLong,
        help:
            "Where to write; the ending picks the format: .png .pdf .svg .pptx .scene.json. May be given several times."
    )
    var output: [String] = []

    @Option(help: "PNG pixels per unit (CSS pixel).")
    var scale: Double = 1

    @OptionGroup var look: LookOptions

    @Option(help: "column, page, slide, or WIDTHxHEIGHT in units.")
    var size: String?

    @Flag(help: "Tell nothing but errors.")
    var quiet = false

    @Flag(help: "Tell also what was found out of the data: separators, marks between thousands, encodings.")
    var verbose = false

    @Flag(help: "Treat what could not be drawn, such as a label without room, as an error.")
    var strict = false

    func validate() throws {
        if output.isEmpty { throw ValidationError("Name at least one output: -o figure.png") }
        for path in output where OutputFormat(path: path) == nil {
            let endings = OutputFormat.allCases.map { "." + $0.rawValue }.joined(separator: " ")
            throw ValidationError("\(path): the ending names no format. Known endings: \(endings)")
        }
        if !(scale > 0 && scale <= 100) { throw ValidationError("--scale is a number above 0, 100 at the most.") }
        if let size, FigureSize(parsing: size) == nil {
            throw ValidationError(
                "--size is column, page, slide or WIDTHxHEIGHT with sides of 16 to 32767, not \(size).")
        }
    }

    func run() throws {
        try reporting(figure) {
            let theme = try look.chosen()
            let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
            let drawn = try Figure(path: figure, dataRoot: look.dataRoot)
                .drawn(theme: theme, fonts: fonts, size: size.flatMap(FigureSize.init(parsing:)))
            if strict, !drawn.warnings.isEmpty {
                throw Diagnostics(
                    drawn.warnings.map { warning in
                        var problem = warning
                        problem.severity = .error
                        return problem
                    })
            }
            if !quiet { for warning in drawn.warnings { tell(warning.description) } }
            if verbose { for note in drawn.notes { tell(note.description) } }
            var files = OutputFiles()
            var notes: [String] = []
            for path in output {
                guard let format = OutputFormat(path: path) else { continue }
                let written = try drawn.files(path, as: format, scale: scale, fonts: fonts)
                for file in written { files.add(file.path, file.bytes) }
                guard !quiet, !drawn.furtherPages.isEmpty else { continue }
                let others = written.dropFirst().map(\.path).joined(separator: ", ")
                notes.append(
                    "\(path): the figure has \(drawn.pages.count) pages"
                        + (others.isEmpty ? "" : "; the others are \(others)"))
            }
            try files.write()
            for note in notes { tell(note) }
        }
    }
}

/// What draw, build and test share.
struct LookOptions: ParsableArguments {
    @Option(help: "dossier, gazette, dark, vega for Vega-Lite's own defaults, or a theme file of your own (.yaml).")
    var theme: String = "dossier"

    @Option(
        help:
            """
            The folder that relative data addresses start from, and that nothing is read outside of. Default: the \
            figure's own folder.
            """
    )
    var dataRoot: String?

    func chosen() throws -> Theme { try Briefing.theme(named: theme) }
}
