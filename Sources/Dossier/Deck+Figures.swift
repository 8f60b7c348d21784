import Files
import Documents
import Facts
import Figures
import Pictures
import Rendering
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
        let addresses = report.figureAddresses
        var numbers: [String: Int] = [:]
        for (index, address) in addresses.enumerated() { numbers[Briefing.figureName(address)] = index + 1 }
        let notes = SpeakerNotes(report.document, facts: facts, language: matter.language, numbers: numbers)
        let below = [matter.subtitle, matter.authors.joined(separator: ", "), matter.date].filter { !$0.isEmpty }
        let title = matter.title.isEmpty ? FilePath.name(of: path) : matter.title
        var slides = [Slide(title: title, content: .opening(below))]
        var sources: [String] = []
        var faults = Diagnostics()
        var warnings: [Diagnostic] = []
        let drawn = Parallel.map(addresses) { address -> Result<DeckStyle.Drawn, Diagnostics> in
            do throws(Diagnostics) {
                let document = try document(of: address)
                let figure = Figure(
                    document: document, dataRoot: project.dataRoot(of: FilePath.folder(of: document.file)),
                    project: project)
                return .success(
                    try style.slides(
                        of: figure, theme: theme, fonts: fonts, facts: facts, name: Briefing.figureName(address),
                        caption: notes.captions[address] ?? "", notes: notes.notes[address] ?? ""))
            } catch {
                return .failure(error)
            }
        }
        for result in drawn {
            do throws(Diagnostics) {
                let (shown, own, told) = try result.get()
                slides += shown
                warnings += told
                for source in own where !sources.contains(source) { sources.append(source) }
            } catch {
                faults.add(error)
            }
        }
        try faults.throwIfErrors()
        let cited = sources.compactMap { facts.source($0) }
        var slideOf: [String: Int] = [:]
        // More would not stand on a slide at a size that can be read.
        for start in stride(from: 0, to: cited.count, by: 8) {
            let some = cited[start..<min(cited.count, start + 8)]
            var slide = Slide(title: "Sources", content: .paragraphs(some.map(\.citation)))
            for (place, source) in some.enumerated() {
                slide.addresses[place] = source.urlMain ?? source.archived?.url
                slideOf[source.id] = slides.count
            }
            slides.append(slide)
        }
        var deck = Deck(
            title: title, authors: matter.authors, language: matter.language,
            date: BuildDate.fromEnvironment ?? (matter.date.isEmpty ? nil : matter.date), size: style.size,
            theme: theme, template: style.template, slides: slides)
        for fact in facts.facts {
            if let source = facts.sources(of: fact).first(where: { slideOf[$0.id] != nil }) {
                deck.factSlides[fact.id] = slideOf[source.id]
            }
        }
        return (deck, warnings)
    }

    private static func figureName(_ address: String) -> String {
        FilePath.name(of: address).split(separator: ".").first.map(String.init) ?? address
    }
}
