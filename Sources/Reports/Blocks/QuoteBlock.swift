import Markdown
import SceneGraph

/// A quotation, with a bar to its left.
struct QuoteBlock: ReportBlock {
    var blocks: [any ReportBlock]

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .blockQuote(let blocks) = block.content else { return nil }
        return QuoteBlock(blocks: resolver.blocks(blocks))
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        let id = composer.nextID("quote")
        let start = composer.items.count
        composer.set(
            blocks,
            at: place.inset(18, steps: place.steps + [StructureStep(key: id, structure: Structure(.blockQuote))]))
        for index in start..<composer.items.count
        where composer.items[index].height + composer.items[index].spaceBefore > 0 {
            let reach = index > start ? composer.items[index].spaceBefore : 0
            var bar = Node.path(
                id: "\(id)/bar-\(index - start + 1)", role: "rule",
                .rectangle(
                    Rectangle(x: place.left, y: -reach, width: 3, height: composer.items[index].height + reach)),
                fill: .color(composer.theme.accent))
            bar.structure = Structure(.artifact)
            composer.items[index].nodes.append(bar)
        }
    }

    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry] { blocks.flatMap { $0.deckEntries(scenes) } }

    func html(in page: inout HTMLPage) -> String {
        "<blockquote>\n\(blocks.map { $0.html(in: &page) }.joined())</blockquote>\n"
    }
}
