import Documents
import Figures
import Markdown
import SceneGraph
import Typography

/// A figure with its number above its title, as large as the page is wide; a figure of several pages goes on in others,
/// each with the number again.
struct FigureBlock: ReportBlock {
    var entry: ReportImages.Entry
    var label: BlockLabel
    var drawn: DrawnFigure
    var place: SourceLocation

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .paragraph(let inlines) = block.content, let image = Report.figure(in: inlines),
            ReportImages.kind(of: image.address) == .figure
        else { return nil }
        let entry = resolver.image(image.address)
        let size = Report.figureSize(.page, on: resolver.page, in: resolver.context.theme)
        guard let drawn = resolver.drawn(image.address, size: size, at: block.location) else { return NothingBlock() }
        let label = resolver.label(entry, image.caption, of: drawn)
        return FigureBlock(entry: entry, label: label, drawn: drawn, place: block.location)
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        let most = composer.figureSize(.page).width
        for (index, scene) in drawn.pages.enumerated() {
            let figure = PageFloat.Figure(
                address: entry.address, id: composer.nextID("figure"),
                name: entry.name + (index == 0 ? "" : "-\(index + 1)"), page: index,
                label: index == 0 ? label.runs(in: composer) : continued(composer))
            guard scene.size.width <= most + 1 else {
                composer.problem(
                    "the figure \(entry.address) is \(Int(scene.size.width)) units wide; "
                        + "the page has \(Int(composer.page.fullWidth))",
                    at: self.place, advice: "take its `size` out, or give it `size: page`")
                return
            }
            let drawing = composer.drawing(of: figure, scene: scene, width: .page)
            guard drawing.height <= composer.page.contentHeight else {
                let room = composer.page.contentHeight - drawing.height + scene.size.height
                composer.problem(
                    "the figure \(entry.address) is \(Int(scene.size.height)) units high; "
                        + "the page holds \(Int(room)) and its number",
                    at: self.place, advice: "make it lower: fewer rows, or a `size` with a height")
                return
            }
            composer.floats.append(
                PageFloat(
                    drawings: [drawing], position: composer.items.count, names: ["figure-\(figure.name)"],
                    figure: figure))
        }
    }

    /// `Figure 3, continued`
    private func continued(_ composer: ReportComposer) -> [StyledRun] {
        let text = "\(label.text), \(composer.words.page.continued)"
        return [StyledRun(text: text, style: composer.type.figureLabel)]
    }

    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry] { [.figure(address: entry.address, name: entry.name)] }

    func html(in page: inout HTMLPage) -> String {
        """
        <figure id="\(HTMLText.escape(entry.destination))">
        \(page.caption(label))\(page.pictures(of: entry))</figure>

        """
    }
}

/// What could not be resolved, and has been told.
struct NothingBlock: ReportBlock {
    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? { nil }
    func set(in composer: inout ReportComposer, at place: BlockPlace) {}
    func html(in page: inout HTMLPage) -> String { "" }
}
