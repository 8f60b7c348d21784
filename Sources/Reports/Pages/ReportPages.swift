import SceneGraph
import Typography

/// The pages of a report: the text with its figures composed as spreads, then what the report writes itself.
struct ReportPages {
    let template: PageTemplate

    func pages(
        of composer: inout ReportComposer, marginNotes: [Int: FlowItem], end: [FlowSection]
    ) -> [Paginator.Page] {
        guard composer.columnCount == 1 else {
            return Paginator.paginate(composer.columnSections() + end, height: template.contentHeight)
        }
        var pages = composed(&composer, isContinued: !end.isEmpty)
        var notes = MarginNotePlacer(notes: marginNotes, height: template.contentHeight)
        var leftover: [FlowSection] = []
        if !marginNotes.isEmpty {
            for index in pages.indices { notes.place(on: &pages[index]) }
            leftover = composer.notesSections(except: notes.placed)
        }
        let last = pages.last?.end ?? 0
        return Paginator.paginate(
            leftover + end, height: template.contentHeight, behind: pages.map(\.page), at: last)
    }

    /// The text of one column, composed; smaller drawings of its figures are asked for where the full ones make pages
    /// that are not good.
    func composed(_ composer: inout ReportComposer, isContinued: Bool) -> [PagePlacer.Page] {
        let text = TextChunks(composer.textItems, highest: template.contentHeight)
        guard text.count > 0 else { return [] }
        func compose(_ floats: [PageFloat]) -> SpreadComposer.Composition {
            SpreadComposer(
                text: text, floats: floats, calls: ReportPages.calls(of: floats, in: text),
                height: template.contentHeight, isContinued: isContinued
            ).composed()
        }
        var composition = compose(composer.floats)
        if composition.worst > SpreadComposer.good, !composer.floats.isEmpty {
            composer.drawSmaller()
            composition = compose(composer.floats)
        }
        var placer = PagePlacer(text: text, floats: composer.floats, page: template)
        for (index, plan) in composition.pages.enumerated().dropFirst()
        where plan.text.first.map({ text.chunks[$0].breaksPage }) ?? false {
            composer.endedPages.insert(index)
        }
        return composition.pages.enumerated().map { index, plan in
            placer.placed(plan, isLast: index == composition.pages.count - 1)
        }
    }

    /// For each float the chunk that first calls for it: the first line of its section with a link to it, or the
    /// paragraph before its place in the file.
    static func calls(of floats: [PageFloat], in text: TextChunks) -> [Int] {
        var links: [String: [Int]] = [:]
        let wanted = Set(floats.flatMap(\.names))
        var sections: [Int] = [0]
        for (index, item) in text.items.enumerated() {
            if item.headingLevel > 0, item.headingLevel <= 2, index > 0 { sections.append(index) }
            guard item.lineCount > 0, !wanted.isEmpty else { continue }
            for node in item.nodes {
                if case .destination(let name)? = node.structure?.target, wanted.contains(name) {
                    links[name, default: []].append(index)
                }
            }
        }
        var latest = 0
        return floats.map { float in
            let start = sections.last { $0 < max(1, float.position) } ?? 0
            let end = sections.first { $0 >= float.position && $0 > start } ?? text.items.count
            let called = float.names.flatMap { links[$0] ?? [] }.filter { $0 >= start && $0 < end }.min()
            let item = called ?? max(0, min(float.position, text.items.count) - 1)
            // Figures keep their order: one that is called for late holds back those behind it.
            latest = max(latest, text.chunkOfItem[item])
            return latest
        }
    }
}
