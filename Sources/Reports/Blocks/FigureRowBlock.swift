import Documents
import Figures
import Markdown
import SceneGraph
import Typography

/// Figures of one paragraph side by side, each with its number above it; tops are level.
struct FigureRowBlock: ReportBlock {
    struct Entry: Sendable {
        var entry: ReportImages.Entry
        var label: BlockLabel
        var drawn: DrawnFigure
    }

    var entries: [Entry]
    var width: Double

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .paragraph(let inlines) = block.content, case let row = Report.figures(in: inlines), !row.isEmpty
        else { return nil }
        let images = row.map { resolver.image($0.address) }
        let gap = FloatWidth.gap
        let width = ((resolver.page.fullWidth - gap * Double(row.count - 1)) / Double(row.count)).rounded(.down)
        guard width >= 200 else {
            resolver.problem(
                "\(row.count) figures side by side leave each \(Int(width)) units; a figure needs 200",
                at: block.location, advice: "give some a paragraph of their own")
            return NothingBlock()
        }
        var entries: [Entry] = []
        for (image, entry) in zip(row, images) {
            guard entry.kind == .figure else {
                resolver.problem(
                    "`\(entry.address)` stands beside figures", at: block.location,
                    advice: "give pictures and tables paragraphs of their own")
                continue
            }
            let size = FigureSize(width: width + 2 * resolver.context.theme.margin)
            guard let drawn = resolver.drawn(entry.address, size: size, at: block.location) else { continue }
            if let fault = fault(of: drawn, entry, size: size, width: width) {
                resolver.problem(fault.message, at: block.location, advice: fault.advice)
                continue
            }
            entries.append(
                Entry(entry: entry, label: resolver.label(entry, image.caption, of: drawn), drawn: drawn))
        }
        return FigureRowBlock(entries: entries, width: width)
    }

    private static func fault(
        of drawn: DrawnFigure, _ entry: ReportImages.Entry, size: FigureSize, width: Double
    ) -> (message: String, advice: String)? {
        if drawn.scene.size.width > size.width + 1 {
            return (
                "the figure \(entry.address) is \(Int(drawn.scene.size.width)) units wide; "
                    + "side by side it has \(Int(width))",
                "take its `size` out, or give it a paragraph of its own"
            )
        }
        guard !drawn.furtherPages.isEmpty else { return nil }
        return (
            "the figure \(entry.address) needs \(drawn.pages.count) pages at \(Int(width)) units across",
            "give it a paragraph of its own, where it has the whole width"
        )
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        guard !entries.isEmpty else { return }
        let id = composer.nextID("figure-row")
        var nodes: [Node] = []
        var height = 0.0
        for (index, entry) in entries.enumerated() {
            let left = Double(index) * (width + FloatWidth.gap)
            let part = part(entry, id: "\(id)/\(index + 1)", left: left, composer)
            nodes += part.nodes
            height = max(height, part.bottom)
        }
        guard height <= composer.page.contentHeight else {
            composer.problem(
                "the figures are \(Int(height)) units high with their numbers; "
                    + "the page holds \(Int(composer.page.contentHeight))",
                at: SourceLocation(line: 1, column: 1),
                advice: "make them lower: fewer rows, or a `size` with a height")
            return
        }
        composer.floats.append(
            PageFloat(
                drawings: [.init(width: .page, items: [FlowItem(nodes: nodes, height: height)])],
                position: composer.items.count, names: entries.map(\.entry.destination)))
    }

    /// One figure of the row, and how far down it reaches.
    private func part(
        _ entry: Entry, id: String, left: Double, _ composer: ReportComposer
    ) -> (nodes: [Node], bottom: Double) {
        let (type, theme) = (composer.type, composer.theme)
        var rule = Node.path(
            id: "\(id)/rule", role: "rule", .rectangle(Rectangle(x: left, y: 0, width: width, height: 2)),
            fill: .color(theme.accent))
        rule.structure = Structure(.artifact)
        let lines = composer.setter.breaker().lines(of: entry.label.runs(in: composer), width: width)
        var caption: [Node] = []
        for (number, line) in lines.enumerated() {
            caption += composer.setter.nodes(
                line, id: "\(id)/caption/line-\(number + 1)", role: "caption", left: left,
                top: 7 + Double(number) * type.captionLine, lineHeight: type.captionLine)
        }
        let top = 7 + Double(lines.count) * type.captionLine - theme.margin + 5
        var root = entry.drawn.scene.root
        root.structure = Structure(
            .figure, alternative: entry.drawn.scene.alternative, destination: entry.entry.destination)
        return (
            [
                rule, .group(id: "\(id)/caption", role: "caption", structure: Structure(.caption), caption),
                root.translated(by: Point(left - theme.margin, top)),
            ], top + entry.drawn.scene.size.height - theme.margin * 0.5
        )
    }

    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry] {
        entries.map { .figure(address: $0.entry.address, name: $0.entry.name) }
    }

    func html(in page: inout HTMLPage) -> String {
        var html = "<div class=\"side-by-side\">\n"
        for entry in entries {
            html += """
                <figure id="\(HTMLText.escape(entry.entry.destination))">
                \(page.caption(entry.label))\(page.pictures(of: entry.entry))</figure>

                """
        }
        return html + "</div>\n"
    }
}
