import Figures
import SceneGraph

/// One slide: a claim, what shows it, where that comes from, and what the speaker says.
public struct Slide: Sendable {
    public enum Content: Sendable {
        /// The first slide: the deck's title, with what stands below it.
        case opening([String])
        /// A figure, drawn in shapes. Where the scene has a text of role `title`, that text is the slide's title and
        /// stays in its place; otherwise the slide's own title stands above the figure.
        case figure(Scene)
        /// A figure as a picture: SVG, which PowerPoint 2016 and later draw, with a PNG for everything else. The title
        /// stands in the picture; the slide's own lies outside what is shown, where outlines and screen readers find
        /// it.
        case picture(svg: [UInt8], png: [UInt8], size: Size)
        /// A figure as a chart that PowerPoint draws from data, which "Edit data" opens. What stands around the picture
        /// in the scene, title, note and source, stays where it is; the rest of the scene gives way to the chart.
        case chart(SeriesChart, around: Scene)
        /// Paragraphs below the title: the sources of the deck, say.
        case paragraphs([String])
    }

    /// Web addresses that paragraphs lead to, by their place.
    public var addresses: [Int: String] = [:]

    /// The claim; also what a reader of the outline sees. Never empty in a good deck.
    public var title: String
    public var content: Content
    /// Below the figure; empty where the figure has its own source line.
    public var sourceLine: String
    /// The speaker's notes; paragraphs parted by line breaks. Empty for a slide without.
    public var notes: String
    /// What a reader who cannot see the figure is told; nil for the scene's own alternative.
    public var alternative: String?
    /// What the figure is called in messages and in the slide's list of shapes.
    public var name: String
    /// Of an opening slide: what stands below the title, laid out for the whole slide; nil where nothing does.
    public var companion: Scene?

    public init(
        title: String, content: Content, sourceLine: String = "", notes: String = "", alternative: String? = nil,
        name: String = ""
    ) {
        self.title = title
        self.content = content
        self.sourceLine = sourceLine
        self.notes = notes
        self.alternative = alternative
        self.name = name
    }

    /// A slide that shows a figure.
    public init(
        title: String, figure: Scene, sourceLine: String = "", notes: String = "", alternative: String? = nil,
        name: String = ""
    ) {
        self.init(
            title: title, content: .figure(figure), sourceLine: sourceLine, notes: notes, alternative: alternative,
            name: name)
    }
}
