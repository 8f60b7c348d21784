import Markdown
import SceneGraph
import Typography

/// A block quote that begins with `[!NOTE]` or the like, as GitHub writes its alerts: a box beside the argument.
struct CallOut {
    static let kinds = ["note", "tip", "important", "warning", "caution"]

    /// `Note`.
    var label: String
    var blocks: [MarkdownBlock]

    /// Nil where the quote is a quotation.
    init?(_ blocks: [MarkdownBlock]) {
        guard let first = blocks.first, case .paragraph(let inlines) = first.content else { return nil }
        var mark = ""
        var length = 0
        for inline in inlines {
            guard case .text(let text) = inline.content, !mark.hasSuffix("]") else { break }
            mark += text
            length += 1
        }
        guard mark.hasPrefix("[!"), mark.hasSuffix("]") else { return nil }
        let word = mark.dropFirst(2).dropLast().lowercased()
        guard CallOut.kinds.contains(word) else { return nil }
        label = word.prefix(1).uppercased() + word.dropFirst()
        let rest = inlines.dropFirst(length).drop { $0.content == .softBreak || $0.content == .lineBreak }
        let paragraph = MarkdownBlock(.paragraph(Array(rest)), at: first.location)
        self.blocks = (rest.isEmpty ? [] : [paragraph]) + blocks.dropFirst()
    }
}

extension ReportComposer {
    /// The label and the text on a tint, a bar to their left.
    mutating func addCallOut(_ callOut: CallOut, left: Double, width: Double, steps: [StructureStep]) {
        let id = nextID("call-out")
        let inner = steps + [StructureStep(key: id, structure: Structure(.section))]
        let padding = 14.0
        let start = items.count
        var label = setter.items(
            [StyledRun(text: callOut.label, style: type.label)], id: id + "/label", role: "call-out",
            left: left + padding,
            width: width - 2 * padding, lineHeight: type.bodyLine, spaceBefore: 0,
            steps: inner + [StructureStep(key: id + "/label", structure: Structure(.paragraph))], keepsTogether: true)
        for index in label.indices { label[index].keepsWithNext = true }
        // Room within the box, above the label and below the last line.
        items.append(FlowItem(nodes: [], height: 8, spaceBefore: 14, keepsWithNext: true, steps: inner))
        items += label
        add(callOut.blocks, left: left + padding, width: width - 2 * padding, steps: inner)
        if start + 2 < items.count { items[start + 2].spaceBefore = 0 }
        items[items.count - 1].keepsWithNext = true
        items.append(FlowItem(nodes: [], height: 10, steps: inner))
        for index in start..<items.count where items[index].height + items[index].spaceBefore > 0 {
            let reach = index > start ? items[index].spaceBefore : 0
            let top = Rectangle(x: left, y: -reach, width: width, height: items[index].height + reach)
            var tint = Node.path(
                id: "\(id)/tint-\(index - start + 1)", role: "background", .rectangle(top),
                fill: .color(theme.accent.opacity(0.07)))
            var bar = Node.path(
                id: "\(id)/bar-\(index - start + 1)", role: "rule",
                .rectangle(Rectangle(x: left, y: -reach, width: 3, height: items[index].height + reach)),
                fill: .color(theme.accent))
            tint.structure = Structure(.artifact)
            bar.structure = Structure(.artifact)
            items[index].nodes = [tint, bar] + items[index].nodes
        }
    }
}
