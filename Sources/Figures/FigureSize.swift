import Documents
import SceneGraph

/// How large a figure is drawn. The figure is laid out anew for each.
public struct FigureSize: Sendable, Hashable {
    /// In figure units.
    public var width: Double
    /// Nil where the figure chooses what suits its content.
    public var height: Double?
    /// How much larger than in print the type is: the figure is laid out that much smaller, and then magnified.
    public var typeScale: Double
    /// What the sheet holds, where the height is the figure's to choose; a figure that can go on to further pages does
    /// so rather than be higher. Nil where nothing says.
    public var highest: Double?

    public init(width: Double, height: Double? = nil, typeScale: Double = 1, highest: Double? = nil) {
        self.width = width
        self.height = height
        self.typeScale = typeScale
        self.highest = highest
    }

    /// One column of a printed page.
    public static let column = FigureSize(width: 400)
    /// The text width of a page.
    public static let page = FigureSize(width: 640)
    /// A whole slide, 1920 × 1080; type of 24 units there is 12 pt on a slide 7.5 inches high. At this scale the layout
    /// is 800 × 450, and type of whole and half units comes to sizes that office programs set exactly.
    public static let slide = FigureSize(width: 1920, height: 1080, typeScale: 2.4)

    public static let named: [String: FigureSize] = ["column": .column, "page": .page, "slide": .slide]

    /// Reads `column`, `page`, `slide` or `WxH`; nil when it is none of these or out of 16…32,767.
    public init?(parsing text: String) {
        if let known = FigureSize.named[text] {
            self = known
            return
        }
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let width = Double(parts[0]), let height = Double(parts[1]),
            (16...32767).contains(width), (16...32767).contains(height)
        else { return nil }
        self.init(width: width, height: height)
    }
}
