import SceneGraph

/// Pages and what a PDF says about them.
public struct PDFDocument: Sendable {
    public struct OutlineItem: Sendable, Hashable {
        public var title: String
        /// A destination that stands on one of the pages.
        public var destination: String
        /// 0 for the outermost.
        public var level: Int

        public init(title: String, destination: String, level: Int) {
            self.title = title
            self.destination = destination
            self.level = level
        }
    }

    public var pages: [Scene]
    public var title: String
    public var authors: [String]
    public var subject: String
    /// BCP 47.
    public var language: String
    /// ISO 8601 with a time and zone; nil writes no date at all, so that the same inputs give the same bytes.
    public var date: String?
    public var outline: [OutlineItem]
    /// Files that travel with the pages.
    public var attachments: [PDFAttachment]
    /// Where the facts that nodes show lead, by id: a reader who clicks a number gets there.
    public var factTargets: [String: Structure.Target] = [:]
    /// What such a link says of itself, by id.
    public var factNames: [String: String] = [:]

    public init(
        pages: [Scene], title: String = "", authors: [String] = [], subject: String = "", language: String = "en",
        date: String? = nil, outline: [OutlineItem] = [], attachments: [PDFAttachment] = []
    ) {
        self.pages = pages
        self.title = title
        self.authors = authors
        self.subject = subject
        self.language = language
        self.date = date
        self.outline = outline
        self.attachments = attachments
    }
}
