import Documents
import Facts
import Figures
import Markdown
import SceneGraph
import Tables
import Typography

/// A Markdown report, read and checked as far as the file alone allows.
public struct Report: Sendable {
    public var document: MarkdownDocument
    public var matter: ReportMatter

    public init(file: String, contents: [UInt8]) throws(Diagnostics) {
        try self.init(try MarkdownDocument(file: file, contents: contents))
    }

    /// Reads a document that is at hand, as one made from a template.
    public init(_ document: MarkdownDocument) throws(Diagnostics) {
        self.document = document
        var problems = Diagnostics()
        matter = ReportMatter(document.frontMatter, file: document.file, problems: &problems)
        try problems.throwIfErrors()
    }

    /// Figure files in the order of the text, as the report names them, each once.
    public var figureAddresses: [String] {
        var addresses: [String] = []
        for address in ReportImages.addresses(in: document.blocks)
        where ReportImages.kind(of: address) == .figure && !addresses.contains(address) {
            addresses.append(address)
        }
        return addresses
    }

    /// The size that figures over the whole width are drawn at.
    public func figureSize(in theme: Theme) -> FigureSize {
        Report.figureSize(.page, on: PageTemplate.named(matter.page, in: theme.page), in: theme)
    }

    /// A figure's own margin reaches beyond the edges that its title stands on.
    static func figureSize(_ width: FloatWidth, on page: PageTemplate, in theme: Theme) -> FigureSize {
        // Above a figure stand its number and its caption, of three lines at most as a rule.
        FigureSize(
            width: (width.width(on: page) + 2 * theme.margin).rounded(.down),
            highest: width == .low ? (page.contentHeight * FloatWidth.lowPart).rounded(.down) : page.contentHeight - 60)
    }

    /// What stands in a report as Markdown's image.
    struct ImageInText {
        var address: String
        var caption: [MarkdownInline]
        var attributes: [String: String]
    }

    /// The image that a paragraph consists of; nil where it is text, or several.
    static func figure(in inlines: [MarkdownInline]) -> ImageInText? {
        let figures = figures(in: inlines)
        return figures.count == 1 ? figures[0] : nil
    }

    /// The images that a paragraph consists of, side by side where there are several; none where it is text.
    static func figures(in inlines: [MarkdownInline]) -> [ImageInText] {
        var figures: [ImageInText] = []
        for inline in inlines {
            switch inline.content {
            case .image(let address, let caption):
                figures.append(ImageInText(address: address, caption: caption, attributes: inline.attributes))
            case .softBreak, .lineBreak: continue
            case .text(let text) where text.allSatisfy(\.isWhitespace): continue
            default: return []
            }
        }
        return figures
    }

    /// `students` for `figures/students.vl.json`: what cross references call it.
    public static func figureName(_ address: String) -> String {
        let file = address.split(separator: "/").last.map(String.init) ?? address
        return file.split(separator: ".").first.map(String.init) ?? file
    }
}

/// What a report is set with.
public struct ReportContext: Sendable {
    public var theme: Theme
    public var measurer: any TextMeasuring
    public var facts: FactBase
    /// Nil where words are not divided.
    public var hyphenation: (any Hyphenating)?
    /// What changed since an edition before, a sentence each.
    public var changes: [String] = []
    /// The facts as linked data, for a page's head; empty where there is none.
    public var linkedData = ""
    /// Draws a figure file, named as the report names it, at the width of the page.
    public var figure: @Sendable (String, FigureSize) throws(Diagnostics) -> DrawnFigure
    /// Reads a picture's file, named as the report names it.
    public var picture: @Sendable (String) throws(Diagnostic) -> ReportPicture = { (address) throws(Diagnostic) in
        throw Diagnostic("pictures cannot be read here: `\(address)`", cause: .noInput)
    }
    /// Reads a table's file, its cells as they are written.
    public var table: @Sendable (String) throws(Diagnostics) -> Table = { (address) throws(Diagnostics) in
        throw Diagnostics([Diagnostic("tables cannot be read here: `\(address)`", cause: .noInput)])
    }
    /// Draws many, each as `figure` would.
    public var figures: @Sendable ([(String, FigureSize)]) -> [Result<DrawnFigure, Diagnostics>]

    public init(
        theme: Theme, measurer: any TextMeasuring, facts: FactBase, hyphenation: (any Hyphenating)? = nil,
        figure: @escaping @Sendable (String, FigureSize) throws(Diagnostics) -> DrawnFigure
    ) {
        self.theme = theme
        self.measurer = measurer
        self.facts = facts
        self.hyphenation = hyphenation
        self.figure = figure
        figures = { wanted in
            wanted.map { item in
                do throws(Diagnostics) {
                    return Result<DrawnFigure, Diagnostics>.success(try figure(item.0, item.1))
                } catch {
                    return .failure(error)
                }
            }
        }
    }
}

/// A report, set.
public struct LaidReport: Sendable {
    public struct OutlineItem: Sendable, Hashable {
        public var title: String
        public var destination: String
        public var level: Int
    }

    public var pages: [Scene]
    public var outline: [OutlineItem]
    /// By the address that the report names, in the order of the text.
    public var figures: [(address: String, figure: DrawnFigure)]
    /// What the pages are made of.
    package var resolved: ResolvedReport
    /// Ids of the facts that the report or a figure of it tells, in the order of first use.
    public var facts: [String]
    public var warnings: [Diagnostic]
    /// Numbers of the text that are no fact's, or of several facts.
    public var numbers: [NumberFinding] = []
    /// Places in `own_numbers` that a number of the text stands for.
    public var usedOwnNumbers: Set<Int> = []
    public var sections: [ToldSection] = []
    /// Between which heights content stands on a page.
    public var contentTop = 0.0
    public var contentBottom = 0.0
    /// Pages that the author ends, from 1.
    public var endedPages: Set<Int> = []
    /// Where a number that is a fact leads, by the fact's id.
    public var factTargets: [String: Structure.Target] = [:]
}
