import Documents

/// A block of a Markdown document (CommonMark with GFM's tables and footnotes).
public struct MarkdownBlock: Sendable, Hashable {
    public indirect enum Content: Sendable, Hashable {
        case paragraph([MarkdownInline])
        case heading(level: Int, [MarkdownInline])
        case list(MarkdownList)
        case blockQuote([MarkdownBlock])
        case code(String, language: String)
        /// HTML is text to us: it is shown, never run.
        case html(String)
        case thematicBreak
        case table(MarkdownTable)
    }

    public var content: Content
    public var location: SourceLocation

    public init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }
}

public struct MarkdownList: Sendable, Hashable {
    /// Nil for bullets; the first number otherwise.
    public var start: Int?
    /// Without space between its items.
    public var isTight: Bool
    public var items: [[MarkdownBlock]]
}

public struct MarkdownTable: Sendable, Hashable {
    public enum Alignment: Sendable { case left, center, right }

    public struct Row: Sendable, Hashable {
        public var cells: [[MarkdownInline]]
        public var location: SourceLocation
    }

    /// One for each column.
    public var alignments: [Alignment]
    public var header: Row
    public var rows: [Row]
}

/// A piece of text within a block.
public struct MarkdownInline: Sendable, Hashable {
    public indirect enum Content: Sendable, Hashable {
        case text(String)
        case code(String)
        case html(String)
        case emphasis([MarkdownInline])
        case strong([MarkdownInline])
        case strikethrough([MarkdownInline])
        case link(address: String, [MarkdownInline])
        /// The address of a picture or a figure file, and its caption.
        case image(address: String, [MarkdownInline])
        case footnote(label: String)
        case softBreak
        case lineBreak
    }

    public var content: Content
    public var location: SourceLocation

    public init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }

    /// The letters alone.
    public var plainText: String {
        switch content {
        case .text(let text), .code(let text), .html(let text): text
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner),
            .image(_, let inner):
            inner.map(\.plainText).joined()
        case .footnote: ""
        case .softBreak, .lineBreak: " "
        }
    }
}
