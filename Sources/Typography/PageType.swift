/// How a theme sets pages: sizes of type, in figure units (14 units are 10.5 pt), and where things stand.
public struct PageType: Sendable, Hashable {
    /// How running text ends its lines.
    public enum Alignment: String, Sendable, CaseIterable {
        /// At the word that fits: spaces are all alike.
        case ragged
        /// All at the column's edge.
        case justified
    }

    /// Where notes stand.
    public enum NotePlace: String, Sendable, CaseIterable {
        /// After the text, all together.
        case end
        /// Beside the line that calls for them.
        case margin
    }

    /// The title on the first page, and what stands below it.
    public var title = 34.0
    public var subtitle = 19.0
    public var body = 14.0
    /// From baseline to baseline.
    public var bodyLine = 21.0
    /// The summary.
    public var lead = 17.0
    public var leadLine = 25.0
    /// Section headings.
    public var heading = 22.0
    public var caption = 11.5
    public var captionLine = 15.5
    public var table = 12.0
    public var tableLine = 16.0
    public var code = 12.0
    public var codeLine = 17.0
    /// Notes and sources.
    public var small = 10.5
    public var smallLine = 14.5

    public var alignment = Alignment.ragged
    public var notes = NotePlace.end
    /// Of running text: 1, or 2 of equal width.
    public var columns = 1.0

    /// From the paper's edge to the text; nil for what the page's format has.
    public var marginLeft: Double?
    public var marginRight: Double?
    public var marginTop: Double?
    public var marginBottom: Double?
    /// The width of what stands beside the text (headings, notes in the margin), and the space between; nil for what
    /// the page's format has.
    public var rail: Double?
    public var railGap: Double?

    public init() {}
}
