import Documents
import Facts
import SceneGraph
import Typography

extension Report {
    /// Sets the report.
    ///
    /// - Throws: everything that is wrong with the text, its facts and its figures, at once.
    public func laidOut(in context: ReportContext) throws(Diagnostics) -> LaidReport {
        let template = PageTemplate.all.first { $0.name == matter.page } ?? .a4
        var composer = ReportComposer(self, context: context, page: template)
        composer.addCover()
        composer.addKeyFigures()
        composer.add(document.blocks, left: template.textLeft, width: template.textWidth, steps: [])
        let notes = composer.notesSections()
        let sources = composer.sourcesSections()
        let facts = composer.factTableSections()
        try composer.inlines.problems.throwIfErrors()

        let sections = [FlowSection(left: 0, width: template.fullWidth, items: composer.items)] + notes + sources + facts
        let pages = Paginator.paginate(sections, height: template.contentHeight)
        let assembler = PageAssembler(
            template: template, theme: context.theme, measurer: context.measurer, title: matter.title,
            pageCount: pages.count)
        let scenes = pages.enumerated().map { assembler.scene(of: $0.element, number: $0.offset + 1) }
        let headings = ReportHeading.all(in: document) + composer.tail
        return LaidReport(
            pages: scenes,
            outline: headings.map {
                LaidReport.OutlineItem(title: $0.title, destination: $0.name, level: max(0, $0.level - 2))
            },
            figures: composer.figures, facts: composer.inlines.usedFacts, warnings: composer.warnings)
    }
}
