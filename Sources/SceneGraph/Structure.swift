/// What a node is to a reader who hears the page: an element of PDF's structure tree (ISO 32000-1, 14.8.4).
public struct Structure: Sendable, Hashable {
    public enum Tag: String, Sendable {
        case document = "Document"
        case section = "Sect"
        case paragraph = "P"
        case heading1 = "H1"
        case heading2 = "H2"
        case heading3 = "H3"
        case heading4 = "H4"
        case heading5 = "H5"
        case heading6 = "H6"
        case list = "L"
        case listItem = "LI"
        case listLabel = "Lbl"
        case listBody = "LBody"
        case table = "Table"
        case tableRow = "TR"
        case tableHeader = "TH"
        case tableCell = "TD"
        case blockQuote = "BlockQuote"
        case caption = "Caption"
        case figure = "Figure"
        case note = "Note"
        case reference = "Reference"
        case link = "Link"
        case span = "Span"
        case code = "Code"
        case contents = "TOC"
        case contentsItem = "TOCI"
        /// Not content: running heads, rules, backgrounds.
        case artifact = "Artifact"
    }

    public enum Target: Sendable, Hashable {
        /// A named place in the same document.
        case destination(String)
        case address(String)
    }

    public var tag: Tag
    /// Text in place of a picture (`Alt`).
    public var alternative: String?
    /// What an abbreviation stands for (`E`).
    public var expansion: String?
    /// What a reader who hears the text is told in place of the drawn letters: a divided word has a soft hyphen.
    public var actualText: String?
    /// Where a link leads.
    public var target: Target?
    /// A name that links can lead to.
    public var destination: String?
    /// Elements of the same key are one element, though they stand on several pages.
    public var continues: String?

    public init(
        _ tag: Tag, alternative: String? = nil, expansion: String? = nil, actualText: String? = nil,
        target: Target? = nil, destination: String? = nil,
        continues: String? = nil
    ) {
        self.tag = tag
        self.alternative = alternative
        self.expansion = expansion
        self.actualText = actualText
        self.target = target
        self.destination = destination
        self.continues = continues
    }
}
