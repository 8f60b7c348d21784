import Archives
import Documents
import SceneGraph
import Typography

/// A presentation in Office Open XML (ECMA-376 part 1; `.pptx`).
public struct Deck: Sendable {
    public var title: String
    public var authors: [String]
    /// BCP 47; what spell checkers and screen readers go by.
    public var language: String
    /// When the deck was made, as `YYYY-MM-DD`, with or without a time, which is left out; nil where the file should
    /// not say.
    public var date: String?
    public var size: SlideSize
    /// Fonts and colours of everything that is not a figure, and of what people add later.
    public var theme: Theme
    public var slides: [Slide]
    /// Where facts that figures show lead: the place of a slide among the slides, by the fact's id.
    public var factSlides: [String: Int] = [:]
    /// A house's own masters, layouts, theme and size; nil for plain ones.
    public var template: DeckTemplate?

    /// - Parameter size: the template's where there is one.
    public init(
        title: String, authors: [String] = [], language: String = "en", date: String? = nil,
        size: SlideSize = .widescreen, theme: Theme = .dossier, template: DeckTemplate? = nil, slides: [Slide]
    ) {
        self.title = title
        self.authors = authors
        self.language = language
        self.date = date
        self.size = template?.size ?? size
        self.template = template
        self.theme = theme
        self.slides = slides
    }
}

/// A deck as a file.
public struct PackagedDeck: Sendable {
    /// The whole `.pptx`. The same deck gives the same bytes.
    public var bytes: [UInt8]
    /// What slides have no word for and was drawn without: a blend, a clip that is not convex.
    public var warnings: [Diagnostic]
}

extension Deck {
    /// The deck as a file.
    ///
    /// - Parameter measurer: what the figures were laid out with; text boxes are placed by it.
    /// - Throws: every fault at once: no slide, a slide without a title, a figure without extent, an image that is
    ///   no PNG.
    public func package(measurer: any TextMeasuring) throws(Diagnostics) -> PackagedDeck {
        var faults = Diagnostics()
        if slides.isEmpty {
            faults.add(Diagnostic("the deck has no slides", advice: "name at least one figure"))
        }
        var parts = PackageParts()
        var warnings: [Diagnostic] = []
        let titles = uniqueTitles()
        for (index, slide) in slides.enumerated() {
            if titles[index].isEmpty {
                faults.add(
                    Diagnostic(
                        "slide \(index + 1) has no title; a screen reader finds slides by it", file: slide.name,
                        advice: "give the figure a `title`"))
            }
            let scene: Scene? =
                switch slide.content {
                case .figure(let scene), .chart(_, let scene): scene
                default: nil
                }
            if let scene, let fault = fault(of: scene.size) {
                faults.add(Diagnostic(fault, file: slide.name))
                continue
            }
            if case .picture(let svg, let png, let size) = slide.content {
                if let fault = fault(of: size) { faults.add(Diagnostic(fault, file: slide.name)); continue }
                if png.first != 0x89 || svg.first != UInt8(ascii: "<") {
                    faults.add(Diagnostic("the picture is no PNG with an SVG", file: slide.name))
                    continue
                }
            }
            let part = SlidePart(slide, title: titles[index], number: index + 1, deck: self, measurer: measurer)
            faults.add(Diagnostics(part.faults))
            warnings += part.warnings
            parts.add(part)
        }
        try faults.throwIfErrors()
        do {
            return PackagedDeck(bytes: try ArchiveWriter.archive(try parts.entries(of: self)), warnings: warnings)
        } catch {
            throw Diagnostics([error])
        }
    }

    private func fault(of size: Size) -> String? {
        guard size.width.isFinite, size.height.isFinite, size.width > 0, size.height > 0 else {
            return "the figure has no extent (\(size.width) × \(size.height))"
        }
        return nil
    }

    /// A claim that stands on several slides is numbered, so that each can be told from the others.
    private func uniqueTitles() -> [String] {
        var seen: [String: Int] = [:]
        return slides.map { slide in
            let title = slide.title.split(whereSeparator: \.isNewline).joined(separator: " ")
            if title.isEmpty { return title }
            let count = seen[title, default: 0] + 1
            seen[title] = count
            return count > 1 ? "\(title) (\(count))" : title
        }
    }
}
