import ChartDocuments
import Documents
import Figures
import Phrases
import SceneGraph
import Tables

/// The line of stages, from document to scales: `ChartDocument` → `Read` → `Normalize` → `Model` → `Scales`. Each hands
/// a value to the next, and what it found wrong.
struct CompiledChart {
    let components: ScaleComponents
    /// Errors, and warnings, of all stages.
    var diagnostics: Diagnostics
    /// Whether the document leaves it open that its columns are drawn as bars.
    let mayLieDown: Bool
    var model: ChartModel { components.model }

    /// - Parameter lyingDown: columns are drawn as bars, where that is open.
    /// - Throws: all that is wrong with the document and its data.
    init(_ document: Document, in context: FigureContext, lyingDown: Bool = false) throws(Diagnostics) {
        // Older words brought up to date, and what a page around the chart says of it.
        var (document, noted) = ChartDocument.prepared(
            document, theme: context.theme.name,
            language: context.theme.chartLook == .editorial ? context.language : nil)
        // What a plain chart aggregates of a large file, an engine aggregates.
        document.root = PushedAggregate.pushed(document.root, in: context.dataRoot)
        var problems = noted
        try problems.throwIfErrors()
        var (specification, found) = ChartReader.read(document, theme: context.theme)
        problems.add(found)
        specification.config.locale.units = Phrases.of(context.language).numbers.units
        let normalized = Normalizer.normalized(specification)
        problems.add(normalized.diagnostics)
        specification = normalized.specification
        mayLieDown = Transposition.isOpen(specification)
        if lyingDown { specification = Transposition.transposed(specification) }
        var made = ModelBuilder.model(
            of: specification, file: document.file,
            loader: CompiledChart.loader(document, context, mentions: FieldMentions(document.root)), in: context)
        if made.model.lacksFields {
            // A column that nobody seemed to mention was left unread; it may be what is missing.
            made = ModelBuilder.model(
                of: specification, file: document.file, loader: CompiledChart.loader(document, context, mentions: nil),
                in: context)
        }
        problems.add(made.diagnostics)
        components = ScaleComponents(made.model)
        problems.add(components.diagnostics)
        for problem in made.model.evaluator.problems.all { problems.add(problem) }
        if !problems.hasErrors { problems.add(components.excesses) }
        diagnostics = CompiledChart.unique(problems, file: document.file)
        try diagnostics.throwIfErrors()
    }

    private static func loader(
        _ document: Document, _ context: FigureContext, mentions: FieldMentions?
    ) -> DataLoader {
        var loader = DataLoader(
            document: document.root, root: context.dataRoot, facts: context.facts, language: context.language)
        loader.mentions = mentions
        loader.care = context.theme.chartLook == .editorial ? .refusing : .asReference
        return loader
    }

    /// Each problem once, with the file's name.
    private static func unique(_ problems: Diagnostics, file: String) -> Diagnostics {
        var result = Diagnostics()
        for var problem in problems.all {
            if problem.file.isEmpty { problem.file = file }
            result.addOnce(problem)
        }
        return result
    }

    /// What was found up to the end of layout: warnings and notes.
    ///
    /// - Throws: the errors, with the rest.
    func findings(after layout: ChartLayout) throws(Diagnostics) -> Diagnostics {
        var all = diagnostics
        all.add(layout.diagnostics)
        for problem in model.evaluator.problems.all { all.add(problem) }
        let unique = CompiledChart.unique(all, file: model.file)
        try unique.throwIfErrors()
        return unique
    }

    func layout(_ room: PageRoom, in context: FigureContext) -> ChartLayout {
        ChartLayout(components, room: room, in: context)
    }
}
