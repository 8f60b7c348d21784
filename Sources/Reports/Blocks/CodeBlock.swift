import Markdown
import SceneGraph
import Typography

/// Lines of code on a tint, as they are typed.
struct CodeBlock: ReportBlock {
    var text: String

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .code(let text, _) = block.content else { return nil }
        return CodeBlock(text: text)
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        let id = composer.nextID("code")
        let lineHeight = composer.theme.page.codeLine
        var text = text
        while text.hasSuffix("\n") { text.removeLast() }
        let style = composer.type.code
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            composer.measurer.lines(
                of: line.isEmpty ? " " : String(line), font: style.font, width: place.width - 16)
        }
        for (index, line) in lines.enumerated() {
            var background = Node.path(
                id: "\(id)/background-\(index + 1)", role: "background",
                .rectangle(Rectangle(x: place.left, y: 0, width: place.width, height: lineHeight)),
                fill: .color(composer.theme.grid.opacity(0.5)))
            background.structure = Structure(.artifact)
            composer.items.append(
                FlowItem(
                    nodes: [background]
                        + composer.setter.nodes(
                            composer.setter.line(line, style: style), id: "\(id)/line-\(index + 1)", role: "code",
                            left: place.left + 8, lineHeight: lineHeight),
                    height: lineHeight, spaceBefore: index == 0 ? 10 : 0,
                    keepsWithNext: lines.count > 1 && (index == 0 || index == lines.count - 2),
                    steps: place.steps + [StructureStep(key: id, structure: Structure(.paragraph))], lineCount: 1,
                    breakCost: index < lines.count - 1 ? 24 : 0))
        }
    }

    func html(in page: inout HTMLPage) -> String {
        // What may scroll can be reached by keyboard.
        "<pre tabindex=\"0\"><code>\(HTMLText.escape(text))</code></pre>\n"
    }
}
