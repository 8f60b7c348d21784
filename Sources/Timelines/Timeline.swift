import Chronology
import Documents
import Furniture

/// A timeline as its document says it, before it is laid out.
struct Timeline: Sendable {
    enum Orientation: String, Sendable, CaseIterable { case auto, horizontal, vertical }

    enum Breaks: Sendable, Hashable {
        /// Where nothing happens for long.
        case auto
        case none
        /// Where the author says; each is checked against the spans.
        case declared([EDTFDate])
    }

    /// Something that happened, or lasted.
    struct Event: Sendable, Hashable {
        /// Unique in the figure: the fact's id, the author's, or `event-3`.
        var id: String
        var date: EDTFDate
        var title: String
        /// 1 for a milestone, 2 for the rest of the story, 3 for background.
        var rank: Int
        var lane: String?
        var icon: Icon
        /// Ids of the facts it shows.
        var facts: [String]
        var location: SourceLocation
    }

    /// A band of time.
    struct Era: Sendable, Hashable {
        var id: String
        var date: EDTFDate
        var title: String
        var facts: [String]
    }

    /// An arrow from one event to another: the second follows from the first, or waits for it.
    struct Link: Sendable, Hashable {
        /// Places in `events`.
        var from: Int
        var to: Int
    }

    /// A stretch of the axis that is drawn smaller than the rest, and says so.
    struct Reduction: Sendable, Hashable {
        var period: EDTFDate
        /// 0.2 for a fifth.
        var scale: Double
    }

    /// The mark of an event that is a moment.
    enum Icon: String, Sendable, CaseIterable { case dot, square, diamond, triangle, cross, star }

    var title = ""
    var subtitle = ""
    var note = ""
    var alternative: String?
    var size: FigureSize?
    var orientation = Orientation.auto
    /// Undated ones among them, in the order of the document.
    var events: [Event] = []
    var eras: [Era] = []
    /// Lanes in the order they are drawn; empty where events have none.
    var lanes: [String] = []
    var links: [Link] = []
    var breaks = Breaks.auto
    var reductions: [Reduction] = []
    var asOf: EDTFDate?
    /// Heading of the events without a date.
    var undatedTitle = "No date in the source"
    /// Attributions, in the order of first use.
    var credits: [String] = []
    /// Ids of the sources, where the project knows them, in the order of first use.
    var sources: [String] = []
    var facts: [String] = []
}
