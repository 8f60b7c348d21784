import Documents
import Facts
import Figures
import Markdown
import SceneGraph
import Typography

/// A report whose facts are words, whose references lead somewhere, whose notes are numbered and whose figures are
/// drawn: what pages, HTML, notes and decks are made of.
package struct ResolvedReport: Sendable {
    struct KeyFigure: Sendable {
        var fact: Fact
        /// The number as a label has it, and the unit if it has one behind it.
        var value: String
        var label: [StyledRun]
        var mark: StyledRun
    }

    /// A note: what a marked number rests on, or a footnote.
    struct Note: Sendable {
        var number: Int
        var runs: [StyledRun]
    }

    let report: Report
    let words: ReportWords
    var title: [StyledRun] = []
    var subtitle: [StyledRun] = []
    var keyFigures: [KeyFigure] = []
    var logo: ReportPicture?
    var blocks: [any ReportBlock] = []
    var notes: [Note] = []
    package var figures: [(address: String, figure: DrawnFigure)] = []
    package let images: [ImageEntry]
    var headings: [ReportHeading] = []
    var usedFacts: [String] = []
    var sources: [Source] = []
    var places: FactPlaces
    var warnings: [Diagnostic] = []
    let findings: [NumberFinding]
    let usedOwnNumbers: Set<Int>

    /// A figure or table, as lists of them name it.
    struct Listed: Sendable {
        var label: String
        var title: String
        var destination: String
        var isTable: Bool
    }

    /// Figures, pictures and tables with a number, in order.
    var listed: [Listed] {
        func visit(_ blocks: [any ReportBlock]) -> [Listed] {
            blocks.flatMap { block -> [Listed] in
                switch block {
                case let figure as FigureBlock: [listed(figure.label, figure.drawn.title)]
                case let row as FigureRowBlock: row.entries.map { listed($0.label, $0.drawn.title) }
                case let picture as PictureBlock: [listed(picture.label, "")]
                case let table as DataTableBlock: [listed(table.label, "")]
                case let table as TableBlock: table.label.map { [listed($0, "")] } ?? []
                default: []
                }
            }
        }
        return visit(blocks)
    }

    private func listed(_ label: BlockLabel, _ title: String) -> Listed {
        Listed(
            label: label.text, title: title.isEmpty ? label.caption.map(\.text).joined() : title,
            destination: label.entry.destination, isTable: label.entry.kind == .table)
    }

    /// What stands in the text as an image, for who makes slides of it.
    package struct ImageEntry: Sendable {
        package var address: String
        package var isFigure: Bool
        /// `Figure 3`
        package var label: String
        package var name: String
    }

    /// - Throws: everything that is wrong with the text, its facts and its figures, at once.
    init(_ given: Report, context: ReportContext, page: PageTemplate) throws(Diagnostics) {
        let bound = BoundReport(given, facts: context.facts)
        report = bound.report
        findings = bound.findings
        usedOwnNumbers = bound.usedOwnNumbers
        var resolver = BlockResolver(bound, context: context, page: page)
        words = resolver.words
        images = resolver.images.entries.map { [words] entry in
            ImageEntry(
                address: entry.address, isFigure: entry.kind == .figure, label: words.label(entry), name: entry.name)
        }
        title = resolver.runs(report.matter.titleLine, notesWanted: false)
        subtitle = resolver.runs(report.matter.subtitleLine, notesWanted: false)
        logo = ResolvedReport.logo(report.matter, &resolver)
        keyFigures = ResolvedReport.keyFigures(report.matter, &resolver)
        blocks = resolver.blocks(report.document.blocks, isTop: true)
        headings = ReportHeading.all(in: report.document)
        notes = NoteWriter(binder: bound.binder).notes(&resolver)
        figures = resolver.figures
        usedFacts = resolver.inlines.usedFacts
        places = resolver.factPlaces
        places.rows = report.matter.facts == .all ? nil : Set(listedFacts(context.facts).map(\.id))
        sources = resolver.usedSources
        warnings = report.unusedFootnoteWarnings + resolver.warnings + resolver.inlines.told
        try resolver.inlines.problems.throwIfErrors()
    }

    /// Title and subtitle as letters alone.
    package var plainTitle: String { title.map(\.text).joined() }
    package var plainSubtitle: String { subtitle.map(\.text).joined() }

    /// The facts that the appendix lists.
    func listedFacts(_ facts: FactBase) -> [Fact] {
        let used = usedFacts.compactMap { facts[$0] }
        switch report.matter.facts {
        case .all: return used
        case .cited: return used.filter { places.notes[$0.id] != nil }
        case .none: return []
        }
    }

    private static func logo(_ matter: ReportMatter, _ resolver: inout BlockResolver) -> ReportPicture? {
        guard let address = matter.logo else { return nil }
        do throws(Diagnostic) { return try resolver.context.picture(address) } catch {
            var problem = error
            (problem.file, problem.location, problem.path) = (
                resolver.report.document.file, matter.logoLocation, "logo"
            )
            resolver.inlines.problems.add(problem)
            return nil
        }
    }

    private static func keyFigures(_ matter: ReportMatter, _ resolver: inout BlockResolver) -> [KeyFigure] {
        var figures: [KeyFigure] = []
        for (index, figure) in matter.keyFigures.enumerated() {
            guard let fact = resolver.context.facts[figure.fact] else {
                resolver.problem(
                    "no fact has the id `\(figure.fact)`", at: figure.location,
                    advice: "key_figures[\(index)]: " + resolver.context.facts.adviceForUnknown(figure.fact))
                continue
            }
            resolver.inlines.use(fact.id)
            // A unit without a symbol is left to the label, where it can be read in its sentence.
            let value = fact.written(.label, language: matter.language)
            let mark = resolver.inlines.noteMark(fact.id, style: resolver.type.body, after: value)
            figures.append(
                KeyFigure(
                    fact: fact, value: value, label: resolver.runs(figure.label, notesWanted: false), mark: mark))
        }
        return figures
    }
}

extension Report {
    fileprivate var unusedFootnoteWarnings: [Diagnostic] {
        document.unusedFootnotes.map { footnote in
            Diagnostic(
                "nothing calls for the footnote `\(footnote.label)`: it is left out", severity: .warning,
                file: document.file, at: footnote.location, advice: "write [^\(footnote.label)] where it belongs")
        }
    }
}

extension BlockResolver {
    /// As far as notes have been called for.
    var factPlaces: FactPlaces {
        var notes: [String: Int] = [:]
        for (index, key) in inlines.notes.keys.enumerated() {
            if case .fact(let id) = key { notes[id] = index + 1 }
        }
        var first: [String: String] = [:]
        for (address, figure) in figures {
            guard let entry = images.entries.first(where: { $0.address == address }) else { continue }
            for fact in figure.facts where first[fact] == nil { first[fact] = entry.name }
        }
        return FactPlaces(facts: context.facts, notes: notes, figures: first)
    }

    /// Every source that a fact, a figure or a table of the report rests on.
    var usedSources: [Source] {
        var ids: [String] = []
        func use(_ id: String) { if !ids.contains(id) { ids.append(id) } }
        for fact in inlines.usedFacts.compactMap({ context.facts[$0] }) {
            for source in context.facts.sources(of: fact) { use(source.id) }
        }
        for figure in figures { for source in figure.figure.sources { use(source) } }
        citedSources.forEach(use)
        return ids.compactMap { context.facts.source($0) }
    }
}
