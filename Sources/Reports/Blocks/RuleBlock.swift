import Markdown
import SceneGraph

/// A line that parts what is above from what is below.
struct RuleBlock: ReportBlock {
    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        block.content == .thematicBreak ? RuleBlock() : nil
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        var rule = Node.path(
            id: composer.nextID("rule"), role: "rule",
            .line(from: Point(place.left, 0), to: Point(place.left + place.width, 0)),
            stroke: Stroke(composer.theme.rule, width: 0.75))
        rule.structure = Structure(.artifact)
        composer.items.append(FlowItem(nodes: [rule], height: 1, spaceBefore: 14))
    }

    func html(in page: inout HTMLPage) -> String { "<hr>\n" }
}
