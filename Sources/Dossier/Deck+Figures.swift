import Documents
import Facts
import Furniture
import Rendering
import SceneGraph
import Slides
import Typography

extension SlideSize {
    /// The size that a figure is laid out at: as on a page, and then drawn so much larger that it fills the slide. Its
    /// smallest type, 10.5 units in print, is 12 pt there.
    public var figureSize: FigureSize {
        let larger = FigureSize.slide.typeScale
        return FigureSize(
            width: (1080 / larger * Double(width) / Double(max(1, height))).rounded(),
            height: (1080 / larger).rounded())
    }
}

/// What a deck's figures are made of.
public enum SlideCharts: String, Sendable, CaseIterable {
    /// Shapes and text, which can be recoloured, moved and edited.
    case shapes
    /// A drawing that looks the same everywhere: SVG, with a PNG for programs that draw none.
    case picture
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
    /// A drawn figure as slides with pictures, one a page.
    public static func pictures(
        _ drawn: DrawnFigure, name: String, caption: String = "", notes: String = "", fonts: FontLibrary
    ) throws(Diagnostics) -> [Slide] {
        var slides: [Slide] = []
        for (index, page) in drawn.pages.enumerated() {
            slides.append(
                try Slide(
                    picture: drawn.only(page, at: index), name: index == 0 ? name : "\(name)-\(index + 1)", caption: caption,
                    notes: index == 0 ? notes : "", fonts: fonts))
        }
        return slides
    }

    /// A slide that shows a drawn figure as a picture.
    ///
    /// - Parameter pixels: how wide the PNG is.
    public init(
        picture drawn: DrawnFigure, name: String, caption: String = "", notes: String = "", pixels: Double = 1920,
        fonts: FontLibrary
    ) throws(Diagnostics) {
        let scene = drawn.scene
        self.init(
            title: [drawn.title, caption, name].first { !$0.isEmpty } ?? "",
            content: .picture(
                svg: Array(try SVGExporter.svg(of: scene, fonts: fonts).utf8),
                png: try PNGExporter.png(of: scene, scale: pixels / max(1, scene.size.width), fonts: fonts),
                size: scene.size),
            notes: notes, alternative: scene.alternative, name: name)
    }

    /// A drawn figure as slides, one a page.
    public static func slides(
        _ drawn: DrawnFigure, name: String, caption: String = "", notes: String = "", facts: FactBase = .empty
    ) -> [Slide] {
        drawn.pages.enumerated().map { index, page in
            Slide(
                drawn.only(page, at: index), name: index == 0 ? name : "\(name)-\(index + 1)", caption: caption,
                notes: index == 0 ? notes : "", facts: facts)
        }
    }

    /// A slide that shows a drawn figure.
    ///
    /// - Parameters:
    ///   - name: what it is called in messages and in the slide's list of shapes.
    ///   - caption: the title where the figure makes no claim.
    public init(_ drawn: DrawnFigure, name: String, caption: String = "", notes: String = "", facts: FactBase = .empty) {
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
        size: SlideSize = .widescreen, charts: SlideCharts = .shapes, theme: Theme, fonts: FontLibrary
    ) throws(Diagnostics) -> (deck: Deck, warnings: [Diagnostic]) {
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
        let folder = FilePath.folder(of: path)
        for address in addresses {
            do throws(Diagnostics) {
                let contents: [UInt8]
                do throws(Diagnostic) { contents = try DataRoot(folder).read(address) } catch { throw Diagnostics([error]) }
                let file = FilePath.join(folder, address)
                let drawn = try Figure(
                    document: Document(file: file, contents: contents), dataRoot: DataRoot(FilePath.folder(of: file)),
                    project: project
                ).drawn(theme: theme, fonts: fonts, size: size.figureSize, facts: facts)
                warnings += drawn.warnings
                for source in drawn.sources where !sources.contains(source) { sources.append(source) }
                let (name, caption) = (Briefing.figureName(address), notes.captions[address] ?? "")
                let words = notes.notes[address] ?? ""
                switch charts {
                case .shapes: slides += Slide.slides(drawn, name: name, caption: caption, notes: words, facts: facts)
                case .picture:
                    slides += try Slide.pictures(drawn, name: name, caption: caption, notes: words, fonts: fonts)
                }
            } catch {
                faults.add(error)
            }
        }
        try faults.throwIfErrors()
        let citations = sources.compactMap { facts.source($0)?.citation }
        // More would not stand on a slide at a size that can be read.
        for start in stride(from: 0, to: citations.count, by: 8) {
            let some = citations[start..<min(citations.count, start + 8)]
            slides.append(Slide(title: "Sources", content: .paragraphs(Array(some))))
        }
        let deck = Deck(
            title: title, authors: matter.authors, language: matter.language,
            date: BuildDate.fromEnvironment ?? (matter.date.isEmpty ? nil : matter.date), size: size, theme: theme,
            slides: slides)
        return (deck, warnings)
    }

    private static func figureName(_ address: String) -> String {
        FilePath.name(of: address).split(separator: ".").first.map(String.init) ?? address
    }
}
