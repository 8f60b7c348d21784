import Markdown
import Phrases
import SceneGraph
import Typography

/// A block quote that begins with `[!NOTE]` or the like, as GitHub writes its alerts: a box beside the argument.
struct CallOut {
    enum Kind: String, CaseIterable {
        case note, tip, important, warning, caution
    }

    var kind: Kind
    /// The author's own title, behind the mark.
    var title: [MarkdownInline]
    var blocks: [MarkdownBlock]

    /// Nil where the quote is a quotation.
    init?(_ blocks: [MarkdownBlock]) {
        guard let first = blocks.first, case .paragraph(let inlines) = first.content else { return nil }
        var mark = ""
        var length = 0
        for inline in inlines {
            guard case .text(let text) = inline.content, !mark.contains("]") else { break }
            mark += text
            length += 1
        }
        guard mark.hasPrefix("[!"), let end = mark.firstIndex(of: "]") else { return nil }
        guard let kind = Kind(rawValue: mark[..<end].dropFirst(2).lowercased()) else { return nil }
        self.kind = kind
        let rest = inlines.dropFirst(length)
        let line = rest.prefix { $0.content != .softBreak && $0.content != .lineBreak }
        let words = String(mark[mark.index(after: end)...].drop { $0 == " " })
        title = (words.isEmpty ? [] : [MarkdownInline(.text(words), at: inlines[length - 1].location)]) + line
        let body = Array(rest.dropFirst(line.count).drop { $0.content == .softBreak || $0.content == .lineBreak })
        let paragraph = MarkdownBlock(.paragraph(body), at: body.first?.location ?? first.location)
        self.blocks = (body.isEmpty ? [] : [paragraph]) + blocks.dropFirst()
    }
}

/// The label and the text on a tint, a bar to their left; each kind has its colour and its mark.
struct CallOutBlock: ReportBlock {
    var kind: CallOut.Kind
    var title: [StyledRun]
    var blocks: [any ReportBlock]

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .blockQuote(let quote) = block.content, let callOut = CallOut(quote) else { return nil }
        return CallOutBlock(
            kind: callOut.kind, title: resolver.runs(callOut.title, notesWanted: false),
            blocks: resolver.blocks(callOut.blocks))
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        let id = composer.nextID("call-out")
        let steps = place.steps + [StructureStep(key: id, structure: Structure(.section))]
        let padding = 14.0
        let start = composer.items.count
        let color = CallOutColors.color(of: kind, in: composer.theme)
        var style = composer.type.label
        style.color = color
        let name = composer.words.callOut(kind.rawValue)
        let label = [StyledRun(text: title.isEmpty ? name : name + composer.words.colon, style: style)]
        var lines = composer.setter.items(
            label + composer.styled(title, style), id: id + "/label", role: "call-out", left: place.left + padding,
            width: place.width - 2 * padding, lineHeight: composer.type.bodyLine, spaceBefore: 0,
            steps: steps + [StructureStep(key: id + "/label", structure: Structure(.paragraph))], keepsTogether: true)
        for index in lines.indices { lines[index].keepsWithNext = true }
        // Room within the box, above the label and below the last line.
        composer.items.append(FlowItem(nodes: [], height: 8, spaceBefore: 14, keepsWithNext: true, steps: steps))
        composer.items += lines
        let body = composer.items.count
        composer.set(
            blocks, at: BlockPlace(left: place.left + padding, width: place.width - 2 * padding, steps: steps))
        if body < composer.items.count { composer.items[body].spaceBefore = 0 }
        composer.items[composer.items.count - 1].keepsWithNext = true
        composer.items.append(FlowItem(nodes: [], height: 10, steps: steps))
        let isShort = composer.items.count - start < 14
        for index in start..<composer.items.count {
            tint(index, from: start, id: id, place, color, &composer)
            // A box of a few lines is never parted.
            if index < composer.items.count - 1 {
                composer.items[index].breakCost += 40
                if isShort { composer.items[index].keepsWithNext = true }
            }
        }
    }

    private func tint(
        _ index: Int, from start: Int, id: String, _ place: BlockPlace, _ color: Color,
        _ composer: inout ReportComposer
    ) {
        guard composer.items[index].height + composer.items[index].spaceBefore > 0 else { return }
        let reach = index > start ? composer.items[index].spaceBefore : 0
        let height = composer.items[index].height + reach
        var tint = Node.path(
            id: "\(id)/tint-\(index - start + 1)", role: "background",
            .rectangle(Rectangle(x: place.left, y: -reach, width: place.width, height: height)),
            fill: .color(color.opacity(0.07)))
        var bar = Node.path(
            id: "\(id)/bar-\(index - start + 1)", role: "rule",
            .rectangle(Rectangle(x: place.left, y: -reach, width: kind == .caution ? 6 : 3, height: height)),
            fill: .color(color))
        tint.structure = Structure(.artifact)
        bar.structure = Structure(.artifact)
        composer.items[index].nodes = [tint, bar] + composer.items[index].nodes
    }

    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry] { blocks.flatMap { $0.deckEntries(scenes) } }

    func html(in page: inout HTMLPage) -> String {
        let label = HTMLText.escape(page.words.callOut(kind.rawValue))
        let heading = title.isEmpty ? label : label + HTMLText.escape(page.words.colon) + page.phrases.html(title)
        return "<aside class=\"call-out \(kind.rawValue)\" aria-label=\"\(label)\">\n<strong>\(heading)</strong>\n"
            + blocks.map { $0.html(in: &page) }.joined() + "</aside>\n"
    }
}

/// Colours of call-outs that differ, each 4.5 : 1 on the page.
enum CallOutColors {
    private static let hues: [CallOut.Kind: UInt32] = [
        .note: 0x1F5FA8, .tip: 0x1E7045, .important: 0x6B3FA0, .warning: 0x8A5A00, .caution: 0xB3282D,
    ]

    static func color(of kind: CallOut.Kind, in theme: Theme) -> Color {
        let color = Color(hex: hues[kind] ?? 0x1F5FA8)
        // On its own tint it is read too.
        let least = 5.2
        guard color.contrast(with: theme.background) < least else { return color }
        // On a dark page the same hue, lighter.
        var light = color
        for _ in 0..<14 where light.contrast(with: theme.background) < least { light = theme.ink.over(light, 0.18) }
        return light
    }
}
