import SceneGraph
import Typography

/// A page's scene: what was placed on it, as a structure tree, and its running head and number.
struct PageAssembler {
    let template: PageTemplate
    let theme: Theme
    let measurer: any TextMeasuring
    let title: String
    let pageCount: Int
    /// Steps that stand on a page already.
    private var seen: Set<String> = []

    init(template: PageTemplate, theme: Theme, measurer: any TextMeasuring, title: String, pageCount: Int) {
        self.template = template
        self.theme = theme
        self.measurer = measurer
        self.title = title
        self.pageCount = pageCount
    }

    mutating func scene(of page: Paginator.Page, number: Int) -> Scene {
        let content = nest((page.placed + page.notes)[...], depth: 0, page: number)
        return Scene(
            size: template.size,
            root: Node(
                id: "page-\(number)", role: .page,
                bounds: Rectangle(x: 0, y: 0, width: template.size.width, height: template.size.height),
                content: .group(Group(children: furniture(number) + content))),
            alternative: "\(title), page \(number) of \(pageCount)", background: theme.background)
    }

    /// Neighbours that share the step at this depth go into one group.
    private mutating func nest(_ placed: ArraySlice<Paginator.Placed>, depth: Int, page: Int) -> [Node] {
        var nodes: [Node] = []
        var index = placed.startIndex
        while index < placed.endIndex {
            guard depth < placed[index].steps.count else {
                let origin = Point(template.left + placed[index].origin.x, template.top + placed[index].origin.y)
                nodes += placed[index].nodes.map { $0.translated(by: origin) }
                index += 1
                continue
            }
            let step = placed[index].steps[depth]
            var end = index + 1
            while end < placed.endIndex, depth < placed[end].steps.count, placed[end].steps[depth].key == step.key {
                end += 1
            }
            // What goes on over columns and pages is one thing to a reader who hears it. A place has one destination.
            var structure = step.structure
            structure.continues = step.key
            if !seen.insert(step.key).inserted { structure.destination = nil }
            nodes.append(
                .group(
                    id: "page-\(page)/\(step.key)", role: Role(rawValue: step.structure.tag.rawValue.lowercased()),
                    structure: structure, nest(placed[index..<end], depth: depth + 1, page: page)))
            index = end
        }
        return nodes
    }

    private func furniture(_ number: Int) -> [Node] {
        let font = theme.font(size: 10)
        var nodes: [Node] = []
        func add(_ text: String, part: String, x: Double, y: Double, anchor: Text.Anchor) {
            nodes.append(
                measurer.node(
                    id: "page-\(number)/\(part)", role: part == "head" ? "running-head" : "page-number",
                    Text(lines: [text], origin: Point(x, y), anchor: anchor, font: font, fill: .color(theme.mutedInk))))
        }
        if number > 1 {
            add(title, part: "head", x: template.left, y: template.top - 40, anchor: .start)
            nodes.append(
                .path(
                    id: "page-\(number)/head-rule", role: "rule",
                    .line(
                        from: Point(template.left, template.top - 30),
                        to: Point(template.size.width - template.right, template.top - 30)),
                    stroke: Stroke(theme.grid, width: 1)))
        }
        add(
            "\(number)", part: "number", x: template.size.width - template.right,
            y: template.size.height - template.bottom + 42, anchor: .end)
        return [
            .group(id: "page-\(number)/furniture", role: "page-furniture", structure: Structure(.artifact), nodes)
        ]
    }
}
