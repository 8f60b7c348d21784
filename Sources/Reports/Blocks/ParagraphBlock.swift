import Markdown
import SceneGraph

/// Running text. What stands before the first heading is the summary, set larger.
struct ParagraphBlock: ReportBlock {
    var runs: [StyledRun]
    var isLead: Bool

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .paragraph(let inlines) = block.content else { return nil }
        return ParagraphBlock(runs: resolver.runs(inlines), isLead: !resolver.seenHeading && resolver.depth == 0)
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        let id = composer.nextID("paragraph")
        let type = composer.type
        let start = composer.items.count
        if isLead, composer.summaryEnd == 0 { composer.summaryStart = start }
        let isAcross = isLead && composer.columnCount > 1
        composer.items += composer.setter.items(
            isLead ? composer.styled(runs, type.lead) : runs, id: id, role: "paragraph", left: place.left,
            width: isAcross ? composer.page.fullWidth : place.width,
            lineHeight: isLead ? type.leadLine : type.bodyLine, spaceBefore: 10,
            steps: place.steps + [StructureStep(key: id, structure: Structure(.paragraph))],
            setting: isLead ? .display : .running)
        guard isLead else { return }
        composer.summaryEnd = composer.items.count
        for index in start..<composer.items.count { composer.items[index].spansColumns = true }
    }

    func html(in page: inout HTMLPage) -> String {
        "<p\(isLead ? " class=\"lead\"" : "")>\(page.phrases.html(runs))</p>\n"
    }
}
