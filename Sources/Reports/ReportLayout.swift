import Documents
import Facts
import SceneGraph
import Typography

extension Report {
    /// Sets the report.
    ///
    /// - Throws: everything that is wrong with the text, its facts and its figures, at once.
    public func laidOut(in context: ReportContext) throws(Diagnostics) -> LaidReport {
        let template = PageTemplate.named(matter.page, in: context.theme.page)
        guard template.textWidth >= PageTemplate.narrowestText else {
            throw Diagnostics([
                Diagnostic(
                    "the theme `\(context.theme.name)` leaves the text \(Int(template.textWidth)) units of the "
                        + "page's width; \(Int(PageTemplate.narrowestText)) are needed",
                    file: document.file, at: matter.themeLocation, path: "theme",
                    advice: "narrower margins or a narrower rail")
            ])
        }
        let resolved = try ResolvedReport(self, context: context, page: template)
        return try laidOut(resolved, in: context, on: template)
    }

    /// The report as all outputs take it.
    package func resolved(in context: ReportContext) throws(Diagnostics) -> ResolvedReport {
        try ResolvedReport(self, context: context, page: PageTemplate.named(matter.page, in: context.theme.page))
    }

    private func laidOut(
        _ resolved: ResolvedReport, in context: ReportContext, on template: PageTemplate
    ) throws(Diagnostics) -> LaidReport {
        var composer = ReportComposer(resolved, context: context, page: template)
        composer.addCover()
        composer.addKeyFigures()
        let coverEnd = composer.items.count
        composer.set(
            resolved.blocks, at: BlockPlace(left: template.textLeft, width: composer.textWidth, steps: []))
        composer.addChanges(template: template)
        let marginNotes = composer.marginNotes()
        let lists = composer.lists()
        var end = lists.map { FlowSection(left: 0, width: template.fullWidth, endsFloats: true, items: $0.rows()) }
        end += marginNotes.isEmpty ? composer.notesSections() : []
        end += composer.sourcesSections()
        end += composer.factTableSections()
        try composer.problems.throwIfErrors()

        let headings = resolved.headings + composer.tail
        let contents = ContentsBlock(
            headings: headings.filter { $0.level <= 2 }, type: composer.type, setter: composer.setter,
            words: resolved.words,
            rail: template.rail, railLeft: template.railLeft, width: template.fullWidth)
        // The contents stand beside the summary, or below it where they are long; a report that begins with a heading
        // goes without.
        let isLong = contents.headings.count - composer.tail.count > 2
        let hasContents =
            matter.hasContents ?? (composer.summaryStart < composer.summaryEnd && isLong)
        if composer.summaryEnd == 0 { (composer.summaryStart, composer.summaryEnd) = (coverEnd, coverEnd) }
        if hasContents {
            if contents.fitsRail, composer.summaryStart < composer.summaryEnd {
                composer.insert([contents.placeholder], at: composer.summaryStart)
            } else {
                composer.insert(contents.rows(), at: composer.summaryEnd)
            }
        }
        composer.separateCover(at: coverEnd, hasPage: matter.hasCoverPage)
        var pages = ReportPages(template: template).pages(of: &composer, marginNotes: marginNotes, end: end)
        for list in lists + (hasContents ? [contents] : []) { Report.set(list, on: &pages) }
        var assembler = PageAssembler(
            template: template, theme: context.theme, measurer: context.measurer, title: resolved.report.matter.title,
            pageCount: pages.count, resolved: resolved,
            sections: Dictionary(
                headings.filter { $0.level <= 2 }.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first }))
        let scenes = pages.enumerated().map { assembler.scene(of: $0.element, number: $0.offset + 1) }
        var laid = LaidReport(
            pages: scenes,
            outline: headings.map {
                LaidReport.OutlineItem(title: $0.title, destination: $0.name, level: max(0, $0.level - 2))
            },
            figures: resolved.figures, resolved: resolved, facts: resolved.usedFacts, warnings: composer.warnings)
        laid.contentTop = template.top
        laid.contentBottom = template.size.height - template.bottom
        laid.endedPages = composer.endedPages
        if matter.hasCoverPage { laid.endedPages.insert(1) }
        laid.numbers = resolved.findings
        for fact in resolved.usedFacts { laid.factTargets[fact] = .destination(resolved.places.place(of: fact)) }
        laid.sections = ToldSection.all(in: resolved.report.document.blocks)
        laid.usedOwnNumbers = resolved.usedOwnNumbers
        return laid
    }

    private static func set(_ contents: ContentsBlock, on pages: inout [Paginator.Page]) {
        var numbers: [String: Int] = [:]
        for (index, page) in pages.enumerated() {
            for placed in page.placed {
                for step in placed.steps {
                    if let name = step.structure.destination, numbers[name] == nil { numbers[name] = index + 1 }
                }
                // Figures bear their names themselves.
                for node in placed.nodes {
                    node.forEach { node in
                        guard let name = node.structure?.destination, numbers[name] == nil else { return }
                        numbers[name] = index + 1
                    }
                }
            }
        }
        for page in pages.indices {
            for index in pages[page].placed.indices
            where pages[page].placed[index].steps.first?.key == contents.key {
                pages[page].placed[index].nodes = contents.nodes(for: pages[page].placed[index].steps, pages: numbers)
            }
        }
    }
}
