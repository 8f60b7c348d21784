import Markdown
import SceneGraph

/// `\newpage`: what follows begins a page.
struct PageBreakBlock: ReportBlock {
    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        block.content == .pageBreak ? PageBreakBlock() : nil
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) { composer.breaksNext = true }

    func html(in page: inout HTMLPage) -> String { "<div class=\"page-break\"></div>\n" }
}
