import Markdown
import SceneGraph
import Typography

/// Bullets, numbers, or tasks with their boxes.
struct ListBlock: ReportBlock {
    /// Nil for bullets.
    var start: Int?
    var isTight: Bool
    var items: [[any ReportBlock]]
    /// For each item whether it is done; nil where it is no task.
    var checks: [Bool?]

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .list(let list) = block.content else { return nil }
        return ListBlock(
            start: list.start, isTight: list.isTight, items: list.items.map { resolver.blocks($0) },
            checks: list.items.indices.map { list.checks.indices.contains($0) ? list.checks[$0] : nil })
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        let id = composer.nextID("list")
        let listSteps = place.steps + [StructureStep(key: id, structure: Structure(.list))]
        let first = composer.items.count
        for (index, blocks) in items.enumerated() {
            let itemID = "\(id)/item-\(index + 1)"
            let itemSteps = listSteps + [StructureStep(key: itemID, structure: Structure(.listItem))]
            let bodySteps = itemSteps + [StructureStep(key: itemID + "/body", structure: Structure(.listBody))]
            let start = composer.items.count
            composer.set(blocks, at: place.inset(22, steps: bodySteps))
            if composer.items.count == start {
                composer.items.append(FlowItem(nodes: [], height: composer.type.bodyLine, steps: bodySteps))
            }
            // The mark is a zero-high item on the first line, so that it comes first for a reader.
            composer.items.insert(
                FlowItem(
                    nodes: mark(index, id: itemID, left: place.left, composer), height: 0,
                    spaceBefore: composer.items[start].spaceBefore, keepsWithNext: true, steps: itemSteps), at: start)
            composer.items[start + 1].spaceBefore = 0
            if index > 0 { composer.items[start].spaceBefore = isTight ? 3 : 8 }
        }
        // A list is read as one thing; the end of an item is where it may be parted.
        for index in composer.items.indices.dropLast() where index >= first { composer.items[index].breakCost += 14 }
    }

    private func mark(_ index: Int, id: String, left: Double, _ composer: ReportComposer) -> [Node] {
        let type = composer.type
        if let isDone = checks[index] { return box(isDone, id: id, left: left, composer) }
        let mark = start.map { "\($0 + index)." } ?? "•"
        var label = composer.setter.nodes(
            composer.setter.line(mark, style: type.body), id: id + "/label", role: "list-label",
            left: left + (start == nil ? 6 : 0), lineHeight: type.bodyLine)
        for position in label.indices { label[position].structure = Structure(.listLabel) }
        return label
    }

    /// A square, with a hook where the task is done.
    private func box(_ isDone: Bool, id: String, left: Double, _ composer: ReportComposer) -> [Node] {
        let size = composer.theme.page.body * 0.72
        let top = (composer.type.bodyLine - size) / 2
        var nodes = [
            Node.path(
                id: id + "/box", role: "list-label",
                .rectangle(Rectangle(x: left + 2, y: top, width: size, height: size)),
                stroke: Stroke(composer.theme.ink, width: 1))
        ]
        if isDone {
            var hook = PathData()
            hook.move(to: Point(left + 2 + size * 0.2, top + size * 0.52))
            hook.line(to: Point(left + 2 + size * 0.42, top + size * 0.76))
            hook.line(to: Point(left + 2 + size * 0.84, top + size * 0.22))
            nodes.append(
                .path(id: id + "/hook", role: "list-label", hook, stroke: Stroke(composer.theme.accent, width: 2)))
        }
        return [
            .group(
                id: id + "/label", role: "list-label",
                structure: Structure(.listLabel, actualText: composer.words.task(isDone)), nodes)
        ]
    }

    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry] { items.flatMap { $0.flatMap { $0.deckEntries(scenes) } } }

    func html(in page: inout HTMLPage) -> String {
        let tag = start == nil ? "ul" : "ol"
        let from = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let isTasks = checks.contains { $0 != nil }
        var html = "<\(tag)\(from)\(isTasks ? " class=\"tasks\"" : "")>\n"
        for (blocks, check) in zip(items, checks) {
            html += "<li>"
            if let check {
                let words = HTMLText.escape(page.words.task(check))
                html += "<span class=\"box\" role=\"img\" aria-label=\"\(words)\">\(check ? "☑" : "☐")</span> "
            }
            for block in blocks {
                if isTight, let paragraph = block as? ParagraphBlock {
                    html += page.phrases.html(paragraph.runs)
                } else {
                    html += block.html(in: &page)
                }
            }
            html += "</li>\n"
        }
        return html + "</\(tag)>\n"
    }
}
