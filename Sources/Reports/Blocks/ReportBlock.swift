import Documents
import Markdown
import SceneGraph

/// A block of a report, resolved: its facts are words, its references lead somewhere, its figures are drawn. Pages,
/// HTML, notes and decks are made of the same blocks.
///
/// A new kind is one file and one line in ``ReportBlocks/all``.
protocol ReportBlock: Sendable {
    /// Reads a block of Markdown; nil where it is of another kind.
    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)?

    /// Sets it on pages.
    func set(in composer: inout ReportComposer, at place: BlockPlace)

    func html(in page: inout HTMLPage) -> String

    /// What a deck shows of it; nothing of text, which stands in the notes.
    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry]
}

/// Where a block stands: its column, and the way to it in the structure tree.
struct BlockPlace {
    var left: Double
    var width: Double
    var steps: [StructureStep]

    func inset(_ left: Double, steps: [StructureStep]) -> BlockPlace {
        BlockPlace(left: self.left + left, width: width - left, steps: steps)
    }
}

enum ReportBlocks {
    /// The first that reads a block has it.
    static let all: [any ReportBlock.Type] = [
        PageBreakBlock.self,
        ForeignBlock.self,
        HeadingBlock.self,
        FigureBlock.self,
        PictureBlock.self,
        DataTableBlock.self,
        FigureRowBlock.self,
        ParagraphBlock.self,
        ListBlock.self,
        DefinitionListBlock.self,
        CallOutBlock.self,
        QuoteBlock.self,
        CodeBlock.self,
        RuleBlock.self,
        TableBlock.self,
    ]
}
