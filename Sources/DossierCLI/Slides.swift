import Files
import ArgumentParser
import Dossier
import Slides

struct SlidesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slides",
        abstract: "Write a PowerPoint deck whose figures are shapes and text.",
        discussion: """
            A report becomes a title slide, a slide for each figure (several for a figure of several pages) with \
            the report's prose in its notes, and a slide of sources. Figures by themselves become one slide each.

            Examples:
              dossier slides Reports/my-report -o deck.pptx
              dossier slides map.yaml students.vl.json -o deck.pptx --slide-size 4:3
              dossier slides Reports/my-report -o deck.pptx --template house.pptx --charts native
            """)

    @Argument(help: "A report (a Markdown file, or the folder of its briefing.md), or figure files.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: "Where to write the deck.")
    var output: String

    @Option(help: "16:9 or 4:3. Default: the report's `slides.size`, or 16:9.")
    var slideSize: String?

    @Option(
        help:
            """
            shapes, which can be edited; native, plain bar and line charts that PowerPoint draws from data; or \
            picture: SVG with a PNG behind it. Default: the report's `slides.charts`, or shapes.
            """
    )
    var charts: String?

    @Option(
        help:
            """
            A .pptx or .potx of your own: its masters, layouts, theme and size are kept, figures go into its \
            placeholders. Default: the report's `slides.template`.
            """
    )
    var template: String?

    @Option(help: "The deck's title. Default: the report's, or the first figure's.")
    var title: String?

    @OptionGroup var look: LookOptions

    @Flag(help: "Tell nothing but errors.")
    var quiet = false

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name a report or at least one figure.") }
        if !output.lowercased().hasSuffix(".pptx") { throw ValidationError("-o names a .pptx file, not \(output).") }
        if let charts, SlideCharts(rawValue: charts) == nil {
            let known = SlideCharts.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--charts is one of \(known), not \(charts).")
        }
        if let slideSize, SlideSize.named[slideSize] == nil {
            throw ValidationError("--slide-size is 16:9 or 4:3, not \(slideSize).")
        }
        if slideSize != nil, template != nil {
            throw ValidationError("--template brings its own size; leave --slide-size out.")
        }
    }

    func run() throws {
        try reporting(inputs.first ?? "") {
            var (deck, fonts, warnings) = try isReport ? report() : figures()
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

    /// What the command line says; where it is silent, what `others` does.
    private func style(over others: DeckStyle = DeckStyle()) throws -> DeckStyle {
        var own = others.template
        if let template { own = try DeckTemplate(DataRoot.readFile(template), file: template) }
        // A size on the command line leaves the report's template out.
        if slideSize != nil { own = nil }
        return DeckStyle(
            size: slideSize.flatMap { SlideSize.named[$0] } ?? others.size,
            charts: charts.flatMap(SlideCharts.init(rawValue:)) ?? others.charts, template: own)
    }

    private var isReport: Bool {
        inputs.count == 1 && inputs.allSatisfy { $0.hasSuffix(".md") || FolderListing.isFolder($0) }
    }

    private func report() throws -> (Deck, FontLibrary, [Diagnostic]) {
        let briefing = try Briefing(path: inputs.first ?? ".")
        let theme = try briefing.theme()
        let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
        let (deck, warnings) = try briefing.deck(style: style(over: briefing.deckStyle()), theme: theme, fonts: fonts)
        return (deck, fonts, warnings)
    }

    private func figures() throws -> (Deck, FontLibrary, [Diagnostic]) {
        let theme = try look.chosen()
        let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
        let style = try style()
        var slides: [Slide] = []
        var faults = Diagnostics()
        var warnings: [Diagnostic] = []
        var known = KnownFacts()
        var figures: [(figure: Figure, facts: FactBase)] = []
        for path in inputs {
            do {
                let figure = try Figure(path: path, dataRoot: look.dataRoot)
                figures.append((figure, try known.facts(for: figure)))
            } catch {
                faults.add(error)
            }
        }
        for result in style.slides(of: figures, theme: theme, fonts: fonts) {
            do {
                let (shown, _, told) = try result.get()
                slides += shown
                warnings += told
            } catch {
                faults.add(error)
            }
        }
        try faults.throwIfErrors()
        let deck = Deck(
            title: slides.first?.title ?? "", date: BuildDate.fromEnvironment, size: style.size, theme: theme,
            template: style.template, slides: slides)
        return (deck, fonts, warnings)
    }
}
