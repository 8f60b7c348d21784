import Calendar
import Documents
import Facts
import Markdown

/// The front matter of a report.
public struct ReportMatter: Sendable {
    /// A large number at the head of the report.
    public struct KeyFigure: Sendable, Hashable {
        public var fact: String
        /// Markdown: it may hold facts.
        public var label: [MarkdownInline]
        public var location: SourceLocation
    }

    /// What the report says of its deck (`slides`), each as it is written; nil where it says nothing.
    public struct DeckMatter: Sendable, Hashable {
        /// A `.pptx` beneath the report's folder.
        public var template: String?
        public var charts: String?
        public var size: String?
        /// Where each stands, by key.
        public var locations: [String: SourceLocation] = [:]
    }

    public var title: String = ""
    public var subtitle: String = ""
    public var authors: [String] = []
    /// ISO 8601, `2026-11-23`; empty where none is given.
    public var date: String = ""
    /// BCP 47.
    public var language: String = "en"
    public var page: String = PageTemplate.a4.name
    public var theme: String = "dossier"
    public var themeLocation: SourceLocation?
    public var keyFigures: [KeyFigure] = []
    /// Title and key figures have the first page to themselves.
    public var hasCoverPage: Bool = false
    /// What short forms stand for that the text does not write out.
    public var abbreviations: [String: String] = [:]
    public var deck = DeckMatter()
    /// Whether a number that is no fact is an error: `checks: strict`.
    public var isStrict = false
    /// Numbers that need no fact, and why.
    public var ownNumbers: [OwnNumber] = []
    /// The edition that "What changed" is told against: a folder of facts, or a revision of git.
    public var changesSince: String?
    /// Title and subtitle with the facts that they tell.
    public var titleLine: [MarkdownInline] = []
    public var subtitleLine: [MarkdownInline] = []
    public var titleLocation: SourceLocation?
    public var abbreviationLocations: [String: SourceLocation] = [:]

    /// Which facts the appendix lists.
    public enum ListedFacts: String, Sendable, CaseIterable {
        /// No appendix: the data travel with the pages all the same.
        case none
        /// Those that the text tells.
        case cited
        /// Those of figures too.
        case all
    }

    public var facts = ListedFacts.all
    /// Whether the contents are listed; nil for where there are enough of them.
    public var hasContents: Bool?
    public var listsFigures = false
    public var listsTables = false
    /// A picture's file beside the report; nil where there is none.
    public var logo: String?
    public var logoLocation: SourceLocation?
    /// What stands above and below pages: `{title}`, `{section}`, `{page}`, `{pages}` and `{date}` are filled in.
    public var head: String?
    public var foot: String?
    static let fields = ["title", "section", "page", "pages", "date"]

    static let keys = [
        "title", "subtitle", "authors", "date", "language", "page", "theme", "sources", "key_figures", "cover",
        "abbreviations", "slides", "checks", "own_numbers", "changes_since", "toc", "list_of_figures",
        "list_of_tables", "facts", "logo", "head", "foot",
        // Read with the template, before anything else is.
        "params", "output",
    ]

    /// `YYYY-MM-DD`, a day that there is.
    static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return CivilDate(year: year, month: month, day: day) != nil
    }
}
