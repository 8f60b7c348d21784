import Phrases
import SceneGraph
import Typography

/// What stands around a picture: the claim and what is measured above it, note and source below.
public struct Furniture: Sendable, Hashable {
    public var title: String
    public var subtitle: String
    public var note: String
    /// Attributions in the order of first use, such as `Wani; CIA World Factbook (2024)`.
    public var sources: [String]
    /// BCP 47: of the words beside note and source.
    public var language: String

    public init(
        title: String = "", subtitle: String = "", note: String = "", sources: [String] = [], language: String = "en"
    ) {
        self.title = title
        self.subtitle = subtitle
        self.note = note
        self.sources = sources
        self.language = language
    }
}

/// Furniture set at a width: the lines of each part and the room that is left for the picture.
public struct FurnitureLayout: Sendable {
    public let width: Double
    public let theme: Theme
    private let header: [Node]
    private let footer: [Node]
    /// Where the picture begins, in figure units from the top.
    public let pictureTop: Double
    /// What stands below the picture, its margins included.
    public let footerHeight: Double

    /// The picture's own width.
    public var pictureWidth: Double { width - 2 * theme.margin }

    public init(_ furniture: Furniture, name: String, width: Double, theme: Theme, measurer: any TextMeasuring) {
        self.width = width
        self.theme = theme
        let inner = width - 2 * theme.margin
        let words = Phrases.of(furniture.language).page

        func block(_ text: String, part: String, role: Role, font: Font, color: Color, top: Double) -> (Node, Double) {
            let metrics = measurer.metrics(of: font)
            let lines = measurer.lines(of: text, font: font, width: inner)
            let lineHeight = (font.size * 1.28).rounded()
            let node = measurer.node(
                id: "\(name)/\(part)", role: role,
                Text(
                    lines: lines, origin: Point(theme.margin, top + metrics.ascent), font: font, fill: .color(color),
                    lineHeight: lineHeight))
            return (node, metrics.ascent + metrics.descent + Double(lines.count - 1) * lineHeight)
        }

        var header: [Node] = []
        var top = theme.margin
        if !furniture.title.isEmpty {
            let (node, height) = block(
                furniture.title, part: "title", role: .title, font: theme.titleFont, color: theme.ink, top: top)
            header.append(node)
            top += height + theme.titleSize * 0.1
        }
        if !furniture.subtitle.isEmpty {
            let (node, height) = block(
                furniture.subtitle, part: "subtitle", role: .subtitle, font: theme.subtitleFont, color: theme.mutedInk,
                top: top)
            header.append(node)
            top += height
        }
        pictureTop = header.isEmpty ? theme.margin : top + theme.margin

        var footer: [Node] = []
        var bottom = 0.0
        func addFooter(_ text: String, part: String, role: Role) {
            if footer.isEmpty { bottom += theme.margin * 0.75 }
            let (node, height) = block(
                text, part: part, role: role, font: theme.noteFont, color: theme.mutedInk, top: bottom)
            footer.append(node)
            bottom += height + theme.noteSize * 0.2
        }
        if !furniture.note.isEmpty { addFooter(words.note + words.colon + furniture.note, part: "note", role: .note) }
        if !furniture.sources.isEmpty {
            addFooter(
                words.source + words.colon + furniture.sources.joined(separator: "; "), part: "source", role: .source)
        }
        footerHeight = bottom + theme.margin

        self.header = header
        self.footer = footer
    }

    /// The whole figure around a picture that was laid out from `(margin, pictureTop)` and is `pictureHeight` high.
    public func scene(name: String, picture: [Node], pictureHeight: Double, alternative: String) -> Scene {
        let bottom = pictureTop + pictureHeight
        let size = Size(width.rounded(.up), (bottom + footerHeight).rounded(.up))
        let children = header + picture + footer.map { $0.translated(by: Point(0, bottom)) }
        return Scene(
            size: size,
            root: Node(
                id: name, role: .figure, bounds: Rectangle(x: 0, y: 0, width: size.width, height: size.height),
                content: .group(Group(children: children))),
            alternative: alternative, background: theme.background)
    }
}
