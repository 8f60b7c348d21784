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
        case definitionList([MarkdownDefinition])
        /// The page ends here.
        case pageBreak
        /// What other tools set: shortcodes, equations.
        case foreign(MarkdownForeign)
    }

    public var content: Content
    public var location: SourceLocation
    /// What the author calls a heading for references, `{#growth}` behind it; nil where there is nothing.
    public var name: String?

    public init(_ content: Content, at location: SourceLocation, name: String? = nil) {
        self.content = content
        self.location = location
        self.name = name
    }
}

public struct MarkdownList: Sendable, Hashable {
    /// Nil for bullets; the first number otherwise.
    public var start: Int?
    /// Without space between its items.
    public var isTight: Bool
    public var items: [[MarkdownBlock]]
    /// For each item whether it is done; nil where it is no task.
    public var checks: [Bool?] = []
}

/// Terms and what they mean.
public struct MarkdownDefinition: Sendable, Hashable {
    public var term: [MarkdownInline]
    public var meanings: [[MarkdownBlock]]
}

/// What a document has that only other tools know.
public struct MarkdownForeign: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case equation
        case shortcode
        case command
        case container
    }

    public var kind: Kind
    /// As it is typed.
    public var text: String
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
        case superscript([MarkdownInline])
        case `subscript`([MarkdownInline])
        case link(address: String, [MarkdownInline])
        /// The address of a picture or a figure file, and its caption.
        case image(address: String, [MarkdownInline])
        case footnote(label: String)
        case softBreak
        case lineBreak
        /// What other tools set: shortcodes, equations.
        case foreign(MarkdownForeign)
    }

    public var content: Content
    public var location: SourceLocation
    /// Of a picture, in braces behind it: `{alt="A bridge" width=half}`.
    public var attributes: [String: String] = [:]

    public init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }

    /// What stands within it; nil where nothing can.
    public var inner: [MarkdownInline]? {
        switch content {
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .superscript(let inner),
            .subscript(let inner), .link(_, let inner), .image(_, let inner):
            inner
        default: nil
        }
    }

    /// The same around something else.
    public func around(_ inner: [MarkdownInline]) -> MarkdownInline {
        var copy = self
        switch content {
        case .emphasis: copy.content = .emphasis(inner)
        case .strong: copy.content = .strong(inner)
        case .strikethrough: copy.content = .strikethrough(inner)
        case .superscript: copy.content = .superscript(inner)
        case .subscript: copy.content = .subscript(inner)
        case .link(let address, _): copy.content = .link(address: address, inner)
        case .image(let address, _): copy.content = .image(address: address, inner)
        default: break
        }
        return copy
    }

    /// The letters alone.
    public var plainText: String {
        if let inner { return inner.map(\.plainText).joined() }
        return switch content {
        case .text(let text), .code(let text), .html(let text): text
        case .softBreak, .lineBreak: " "
        default: ""
        }
    }
}
