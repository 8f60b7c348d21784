import Markdown

/// What other tools would set and this one does not: it is told, and left out, never printed as it is typed.
struct ForeignBlock: ReportBlock {
    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        switch block.content {
        case .foreign(let foreign): resolver.inlines.tell(foreign, at: block.location)
        case .html(let text): resolver.inlines.tell(markup: text, at: block.location)
        default: return nil
        }
        return ForeignBlock()
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {}

    func html(in page: inout HTMLPage) -> String { "" }
}
