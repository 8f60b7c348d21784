import Files
import Calendar
import Documents
import Facts
import Figures
import Phrases
import Pictures
import Rendering
import Reports
import SceneGraph
import Slides
import Typography

extension SlideSize {
    /// The size of a figure that fills the slide.
    public var figureSize: FigureSize {
        FigureSize(
            width: (1080 * Double(width) / Double(max(1, height))).rounded(), height: 1080,
            typeScale: FigureSize.slide.typeScale)
    }
}

/// What a deck's figures are made of.
public enum SlideCharts: String, Sendable, CaseIterable {
    /// Shapes and text, which can be recoloured, moved and edited.
    case shapes
    /// Plain bar and line charts as charts that PowerPoint draws from data, which can be edited; all else as shapes.
    case native
    /// A drawing that looks the same everywhere: SVG, with a PNG for programs that draw none.
    case picture
}

/// How the figures of a deck are laid out and what they are made of.
public struct DeckStyle: Sendable {
    public var size: SlideSize
    public var charts: SlideCharts
    public var template: DeckTemplate?

    /// - Parameter size: the template's where there is one.
    public init(size: SlideSize = .widescreen, charts: SlideCharts = .shapes, template: DeckTemplate? = nil) {
        self.size = template?.size ?? size
        self.charts = charts
        self.template = template
    }

    /// The whole slide, or the place that the template has for content.
    private var figureSize: FigureSize {
        var figure = size.figureSize
        if let extent = template?.figureExtent {
            figure.width = (figure.width * extent.width).rounded()
            figure.height = (1080 * extent.height).rounded()
        }
        return figure
    }

    /// The slides of a figure, the sources that it rests on, and what could not be drawn as asked.
    public typealias Drawn = (slides: [Slide], sources: [String], warnings: [Diagnostic])

    /// The slides of each figure, drawn on all cores; a file that is shown more than once is drawn once.
    public func slides(
        of figures: [(figure: Figure, facts: FactBase)], theme: Theme, fonts: FontLibrary
    ) -> [Result<Drawn, Diagnostics>] {
        var places: [String: Int] = [:]
        var different: [(figure: Figure, facts: FactBase)] = []
        let order = figures.map { item in
            if let known = places[item.figure.document.file] { return known }
            places[item.figure.document.file] = different.count
            different.append(item)
            return different.count - 1
        }
        let drawn = Parallel.map(different) { item in
            do throws(Diagnostics) {
                return Result<Drawn, Diagnostics>.success(
                    try slides(of: item.figure, theme: theme, fonts: fonts, facts: item.facts))
            } catch {
                return .failure(error)
            }
        }
        return order.map { drawn[$0] }
    }

    /// A slide that shows a figure, and one for each of its further pages.
    ///
    /// - Parameters:
    ///   - name: what it is called in messages and in the slide's list of shapes; nil for the file's name.
    ///   - caption: the title where the figure makes no claim.
    public func slides(
        of figure: Figure, theme: Theme, fonts: FontLibrary, facts: FactBase, name: String? = nil, caption: String = "",
        notes: String = ""
    ) throws(Diagnostics) -> Drawn {
        let name = name ?? figure.name
        let drawn = try figure.drawn(
            theme: theme, fonts: fonts, size: figureSize, facts: facts, wantsSeries: charts == .native,
            isTitled: template == nil)
        var warnings = drawn.warnings
        var slides = Slide.slides(drawn, name: name, caption: caption, notes: notes, facts: facts)
        for (index, page) in drawn.pages.enumerated() {
            switch charts {
            case .shapes: break
            case .native:
                switch drawn.series {
                case .success(let series): slides[index].content = .chart(series, around: page)
                case .failure(let why):
                    guard index == 0 else { break }
                    warnings.append(
                        Diagnostic(
                            "drawn in shapes, not as a native chart: \(why.reason)", severity: .warning,
                            file: figure.document.file, path: why.path))
                }
            case .picture:
                slides[index].content = .picture(
                    svg: Array(try SVGExporter.svg(of: page, fonts: fonts).utf8),
                    png: try PNGExporter.png(of: page, scale: 1, fonts: fonts), size: page.size)
                (slides[index].alternative, slides[index].sourceLine) = (page.alternative, "")
            }
        }
        return (slides, drawn.sources, warnings)
    }
}

extension DrawnFigure {
    /// One of its pages by itself; the title says which where there are several.
    fileprivate func only(_ page: Scene, at index: Int) -> DrawnFigure {
        var figure = self
        (figure.scene, figure.furtherPages) = (page, [])
        if !furtherPages.isEmpty, !title.isEmpty { figure.title = "\(title) (\(index + 1) of \(pages.count))" }
        return figure
    }
}

extension Slide {
    /// A drawn figure in shapes, a slide for each of its pages; the notes stand with the first.
    static func slides(
        _ drawn: DrawnFigure, name: String, caption: String = "", notes: String = "", facts: FactBase = .empty
    ) -> [Slide] {
        drawn.pages.enumerated().map { index, page in
            Slide(
                drawn.only(page, at: index), name: index == 0 ? name : "\(name)-\(index + 1)", caption: caption,
                notes: index == 0 ? notes : "", facts: facts)
        }
    }

    /// A slide that shows a drawn figure in shapes.
    ///
    /// - Parameters:
    ///   - name: what it is called in messages and in the slide's list of shapes.
    ///   - caption: the title where the figure makes no claim.
    public init(_ drawn: DrawnFigure, name: String, caption: String = "", notes: String = "", facts: FactBase = .empty)
    {
        var hasSourceLine = false
        drawn.scene.root.forEach { if $0.role == .source { hasSourceLine = true } }
        let credits = drawn.sources.compactMap { facts.source($0)?.credit }
        self.init(
            title: [drawn.title, caption, name].first { !$0.isEmpty } ?? "", figure: drawn.scene,
            sourceLine: hasSourceLine || credits.isEmpty ? "" : "Source: " + credits.joined(separator: "; "),
            notes: notes, name: name)
    }
}

extension Briefing {
    /// The report as a deck: its title, a slide for each figure, laid out anew at the slide's size, with the report's
    /// prose in the notes, and the sources of all.
    ///
    /// - Returns: the deck, and what could not be drawn.
    public func deck(
        style: DeckStyle = DeckStyle(), theme: Theme, fonts: FontLibrary
    )
        throws(Diagnostics) -> (deck: Deck, warnings: [Diagnostic])
    {
        let matter = report.matter
        let context = try deckContext(theme: theme, fonts: fonts)
        let resolved = try report.resolved(in: context)
        let addresses = report.figureAddresses
        var numbers: [String: Int] = [:]
        for (index, address) in addresses.enumerated() { numbers[Briefing.figureName(address)] = index + 1 }
        let notes = SpeakerNotes(report.document, facts: facts, language: matter.language, numbers: numbers)
        let slideSize = style.size.figureSize
        let size = Size(slideSize.width, slideSize.height ?? 1080)
        var slides = [opening(resolved, size: size, theme: theme, fonts: fonts)]
        var sources: [String] = []
        var faults = Diagnostics()
        var warnings: [Diagnostic] = []
        let drawn = deckFigures(addresses, notes: notes, style: style, theme: theme, fonts: fonts)
        for entry in resolved.deckEntries(theme: theme, measurer: fonts, size: size) {
            switch entry {
            case .page(let title, let scene, let name): slides.append(Slide(title: title, figure: scene, name: name))
            case .figure(let address, _):
                do throws(Diagnostics) {
                    guard let (shown, own, told) = try drawn[address]?.get() else { continue }
                    slides += shown
                    warnings += told
                    for source in own where !sources.contains(source) { sources.append(source) }
                } catch {
                    faults.add(error)
                }
            }
        }
        try faults.throwIfErrors()
        let cited = sources.compactMap { facts.source($0) }
        var slideOf: [String: Int] = [:]
        // More would not stand on a slide at a size that can be read.
        for start in stride(from: 0, to: cited.count, by: 8) {
            let some = cited[start..<min(cited.count, start + 8)]
            var slide = Slide(
                title: Phrases.of(matter.language).page.sources, content: .paragraphs(some.map(\.citation)))
            for (place, source) in some.enumerated() {
                slide.addresses[place] = source.urlMain ?? source.archived?.url
                slideOf[source.id] = slides.count
            }
            slides.append(slide)
        }
        var deck = Deck(
            title: slides[0].title, authors: matter.authors, language: matter.language,
            date: BuildDate.fromEnvironment ?? (matter.date.isEmpty ? nil : matter.date), size: style.size,
            theme: theme, template: style.template, slides: slides)
        for fact in facts.facts {
            if let source = facts.sources(of: fact).first(where: { slideOf[$0.id] != nil }) {
                deck.factSlides[fact.id] = slideOf[source.id]
            }
        }
        return (deck, warnings)
    }

    private func opening(_ resolved: ResolvedReport, size: Size, theme: Theme, fonts: FontLibrary) -> Slide {
        let matter = report.matter
        let date =
            (try? EDTFDate(parsing: matter.date))?.wording(.label, in: Phrases.of(matter.language)) ?? matter.date
        let byline = [matter.authors.joined(separator: ", "), date].filter { !$0.isEmpty }.joined(separator: " · ")
        var slide = Slide(
            title: matter.title.isEmpty ? FilePath.name(of: path) : resolved.plainTitle,
            content: .opening([resolved.plainSubtitle, byline].filter { !$0.isEmpty }))
        slide.companion = resolved.deckKeyFigures(theme: theme, measurer: fonts, size: size)
        return slide
    }

    /// What the text is resolved with: figures are drawn for slides, each by itself.
    private func deckContext(theme: Theme, fonts: FontLibrary) throws(Diagnostics) -> ReportContext {
        var context = try reportContext(theme: theme, fonts: fonts)
        context.figure = { (_, _) throws(Diagnostics) in
            DrawnFigure(
                scene: Scene(
                    size: Size(1, 1), root: .group(id: "undrawn", role: .figure, []), alternative: ""))
        }
        return context
    }

    /// The slides of each figure, by its address.
    private func deckFigures(
        _ addresses: [String], notes: SpeakerNotes, style: DeckStyle, theme: Theme, fonts: FontLibrary
    ) -> [String: Result<DeckStyle.Drawn, Diagnostics>] {
        let folder = FilePath.folder(of: path)
        let drawn = Parallel.map(addresses) { address -> Result<DeckStyle.Drawn, Diagnostics> in
            do throws(Diagnostics) {
                let contents: [UInt8]
                do throws(Diagnostic) { contents = try DataRoot(folder).read(address) } catch {
                    throw Diagnostics([error])
                }
                let file = FilePath.join(folder, address)
                let figure = Figure(
                    document: try Document(file: file, contents: contents),
                    dataRoot: DataRoot(FilePath.folder(of: file)),
                    project: project)
                return .success(
                    try style.slides(
                        of: figure, theme: theme, fonts: fonts, facts: facts, name: Briefing.figureName(address),
                        caption: notes.captions[address] ?? "", notes: notes.notes[address] ?? ""))
            } catch {
                return .failure(error)
            }
        }
        return Dictionary(zip(addresses, drawn), uniquingKeysWith: { first, _ in first })
    }

    private static func figureName(_ address: String) -> String {
        FilePath.name(of: address).split(separator: ".").first.map(String.init) ?? address
    }
}
