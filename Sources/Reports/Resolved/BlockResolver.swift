import Documents
import Facts
import Figures
import Markdown
import SceneGraph
import Typography

/// Resolves blocks of Markdown in their order: facts, references and notes are looked up, figures drawn, once for all
/// outputs.
package struct BlockResolver {
    let report: Report
    let context: ReportContext
    let page: PageTemplate
    let type: ReportType
    let words: ReportWords
    let images: ReportImages
    var inlines: InlineResolver
    var figures: [(address: String, figure: DrawnFigure)] = []
    var warnings: [Diagnostic] = []
    var seenHeading = false
    /// How many lists and quotes stand around what is read.
    private(set) var depth = 0
    private var nextImage = 0
    /// The caption that a paragraph beside a table gives it.
    private(set) var tableCaption: [MarkdownInline] = []
    private(set) var tableCount = 0
    /// Sources that tables name.
    var citedSources: [String] = []

    init(_ bound: BoundReport, context: ReportContext, page: PageTemplate) {
        report = bound.report
        self.context = context
        self.page = page
        type = ReportType(theme: context.theme)
        words = ReportWords(report.matter.language)
        images = ReportImages(in: report.document)
        var targets: [String: (text: String, destination: String)] = [:]
        for entry in images.entries where targets[entry.name] == nil {
            targets[entry.name] = (words.label(entry), entry.destination)
        }
        for heading in ReportHeading.all(in: report.document) where targets[heading.name] == nil {
            targets[heading.name] = (heading.title, heading.name)
        }
        for (name, number) in TableCaption.names(in: report.document, from: images) where targets[name] == nil {
            targets[name] = ("\(words.page.table) \(number)", "table-\(name)")
        }
        inlines = InlineResolver(
            file: report.document.file, facts: context.facts, theme: context.theme, language: report.matter.language,
            targets: targets, footnoteLabels: Set(report.document.footnotes.map(\.label)),
            abbreviations: Abbreviations(in: report.document, given: report.matter.abbreviations).expansions)
        inlines.problems.add(bound.problems)
    }

    mutating func problem(_ message: String, at place: SourceLocation, advice: String? = nil) {
        inlines.problems.add(Diagnostic(message, file: report.document.file, at: place, advice: advice))
    }

    /// Words in the style of running text.
    mutating func runs(_ content: [MarkdownInline], notesWanted: Bool = true) -> [StyledRun] {
        inlines.runs(content, style: type.body, notesWanted: notesWanted)
    }

    /// The blocks of a document, or of a list's item.
    mutating func blocks(_ blocks: [MarkdownBlock], isTop: Bool = false) -> [any ReportBlock] {
        if !isTop { depth += 1 }
        defer { if !isTop { depth -= 1 } }
        var resolved: [any ReportBlock] = []
        var skipped = -1
        for (index, block) in blocks.enumerated() where index != skipped {
            if case .table = block.content {
                (tableCaption, skipped) = TableCaption.beside(index, in: blocks)
            } else if TableCaption.isBefore(index, in: blocks) {
                continue
            }
            for kind in ReportBlocks.all {
                if let found = kind.resolved(block, by: &self) {
                    resolved.append(found)
                    break
                }
            }
        }
        return resolved
    }

    /// The place of the image that is read now.
    mutating func image(_ address: String) -> ReportImages.Entry {
        defer { nextImage += 1 }
        if images.entries.indices.contains(nextImage) { return images.entries[nextImage] }
        return ReportImages.Entry(
            address: address, kind: ReportImages.kind(of: address), number: 0, name: Report.figureName(address))
    }

    /// The next number of a table with a caption.
    mutating func nextTable() -> Int {
        tableCount += 1
        return tableCount
    }

    /// Draws a figure, or finds it drawn; what is wrong with it is told, and gives nil.
    mutating func drawn(_ address: String, size: FigureSize, at place: SourceLocation) -> DrawnFigure? {
        if let known = figures.first(where: { $0.address == address }) { return known.figure }
        do {
            let drawn = try context.figure(address, size)
            figures.append((address, drawn))
            warnings += drawn.warnings
            for fact in drawn.facts { inlines.use(fact) }
            return drawn
        } catch {
            // The figure's own errors name its file; this says who asked for it.
            for problem in error.all {
                var problem = problem
                if problem.file.isEmpty || problem.cause == .noInput, problem.location == nil {
                    problem.file = report.document.file
                    problem.location = place
                    problem.path = address
                }
                inlines.problems.add(problem)
            }
            return nil
        }
    }

    /// `Figure 3`, and the author's words where they say more than the figure's own title and subtitle.
    mutating func label(_ entry: ReportImages.Entry, _ caption: [MarkdownInline], of drawn: DrawnFigure?) -> BlockLabel
    {
        let words = runs(caption)
        let plain = words.map(\.text).joined()
        let isWanted =
            !words.isEmpty
            && (drawn.map { FigureCaption.saysMore(plain, than: $0) } ?? true
                || words.contains { !$0.style.isPlain })
        return BlockLabel(entry: entry, words: self.words, caption: isWanted ? words : [])
    }
}

/// `Figure 3` and what an author says of it.
package struct BlockLabel: Sendable {
    var entry: ReportImages.Entry
    var words: ReportWords
    /// In the style of running text.
    var caption: [StyledRun]

    var text: String { words.label(entry) }

    func runs(in composer: ReportComposer) -> [StyledRun] {
        let label = StyledRun(text: text, style: composer.type.figureLabel)
        guard !caption.isEmpty else { return [label] }
        return [label, StyledRun(text: "  ", style: composer.type.caption)]
            + composer.styled(caption, composer.type.caption)
    }
}

/// What an author writes of a figure, held against what the figure says of itself.
enum FigureCaption {
    /// Whether more than half of its words are not the figure's own.
    static func saysMore(_ caption: String, than drawn: DrawnFigure) -> Bool {
        guard !drawn.title.isEmpty else { return true }
        let own = BoundReport.stems(of: drawn.title + " " + drawn.subtitle)
        let words = BoundReport.stems(of: caption)
        return 2 * words.subtracting(own).count > words.count
    }
}
