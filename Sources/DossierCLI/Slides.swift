import ArgumentParser
import Dossier
import Slides

struct SlidesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slides",
        abstract: "Write a PowerPoint deck whose figures are shapes and text.",
        discussion: """
            A report becomes a title slide, a slide for each figure (several for a figure of several pages) with the report's prose in its notes, and a slide of
            sources. Figures by themselves become one slide each.

            Examples:
              dossier slides Reports/my-report -o deck.pptx
              dossier slides map.yaml students.vl.json -o deck.pptx --slide-size 4:3
            """)

    @Argument(help: "A report (a Markdown file, or the folder of its briefing.md), or figure files.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: "Where to write the deck.")
    var output: String

    @Option(help: "16:9 or 4:3.")
    var slideSize: String = "16:9"

    @Option(help: "shapes, which can be edited, or picture: SVG with a PNG behind it.")
    var charts: String = "shapes"

    @Option(help: "The deck's title. Default: the report's, or the first figure's.")
    var title: String?

    @OptionGroup var look: LookOptions

    @Flag(help: "Tell nothing but errors.")
    var quiet = false

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name a report or at least one figure.") }
        if !output.lowercased().hasSuffix(".pptx") { throw ValidationError("-o names a .pptx file, not \(output).") }
        if SlideCharts(rawValue: charts) == nil { throw ValidationError("--charts is shapes or picture, not \(charts).") }
        if SlideSize.named[slideSize] == nil { throw ValidationError("--slide-size is 16:9 or 4:3, not \(slideSize).") }
    }

    func run() throws {
        try reporting {
            let size = SlideSize.named[slideSize] ?? .widescreen
            var (deck, fonts, warnings) = try isReport ? report(size) : figures(size)
            if let title { deck.title = title }
            let package = try deck.package(measurer: fonts)
            warnings += package.warnings
            var files = OutputFiles()
            files.add(output, package.bytes)
            try files.write()
            if !quiet {
                for warning in warnings { tell(warning.description) }
                print(output)
            }
        }
    }

    private var form: SlideCharts { SlideCharts(rawValue: charts) ?? .shapes }

    private var isReport: Bool {
        inputs.count == 1 && inputs.allSatisfy { $0.hasSuffix(".md") || FolderListing.isFolder($0) }
    }

    private func report(_ size: SlideSize) throws -> (Deck, FontLibrary, [Diagnostic]) {
        let briefing = try Briefing(path: inputs.first ?? ".")
        let theme = try briefing.theme()
        let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
        let (deck, warnings) = try briefing.deck(size: size, charts: form, theme: theme, fonts: fonts)
        return (deck, fonts, warnings)
    }

    private func figures(_ size: SlideSize) throws -> (Deck, FontLibrary, [Diagnostic]) {
        let theme = try look.chosen()
        let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
        var slides: [Slide] = []
        var known = KnownFacts()
        var faults = Diagnostics()
        var warnings: [Diagnostic] = []
        for path in inputs {
            do {
                let figure = try Figure(path: path, dataRoot: look.dataRoot)
                let drawn = try figure.drawn(theme: theme, fonts: fonts, size: size.figureSize, facts: known.facts(for: figure))
                warnings += drawn.warnings
                slides += form == .picture
                    ? try Slide.pictures(drawn, name: figure.name, fonts: fonts) : Slide.slides(drawn, name: figure.name)
            } catch {
                faults.add(error)
            }
        }
        try faults.throwIfErrors()
        let deck = Deck(
            title: slides.first?.title ?? "", date: BuildDate.fromEnvironment, size: size, theme: theme, slides: slides)
        return (deck, fonts, warnings)
    }
}
