import Calendar
import SceneGraph
import Typography

/// A page's scene: what was placed on it, as a structure tree, and its running head and number.
struct PageAssembler {
    let template: PageTemplate
    let theme: Theme
    let measurer: any TextMeasuring
    let title: String
    let pageCount: Int
    let resolved: ResolvedReport
    /// Titles of the sections by their destinations.
    let sections: [String: String]
    /// The section that goes on from the page before.
    private var section = ""
    /// Steps that stand on a page already.
    private var seen: Set<String> = []

    init(
        template: PageTemplate, theme: Theme, measurer: any TextMeasuring, title: String, pageCount: Int,
        resolved: ResolvedReport, sections: [String: String]
    ) {
        self.resolved = resolved
        self.template = template
        self.theme = theme
        self.measurer = measurer
        self.title = title
        self.pageCount = pageCount
        self.sections = sections
    }

    mutating func scene(of page: Paginator.Page, number: Int) -> Scene {
        let section = runningSection(page)
        let content = nest((page.placed + page.notes)[...], depth: 0, page: number)
        return Scene(
            size: template.size,
            root: Node(
                id: "page-\(number)", role: .page,
                bounds: Rectangle(x: 0, y: 0, width: template.size.width, height: template.size.height),
                content: .group(Group(children: furniture(number, section: section) + content))),
            alternative: "\(title), page \(number) of \(pageCount)", background: theme.background)
    }

    /// What stands beside a page's number: the section that its top belongs to.
    private mutating func runningSection(_ page: Paginator.Page) -> String {
        var found: [(title: String, y: Double)] = []
        for placed in page.placed {
            guard let structure = placed.steps.first?.structure,
                structure.tag == .heading1 || structure.tag == .heading2,
                let name = structure.destination, let title = sections[name], found.last?.title != title
            else { continue }
            found.append((title, placed.origin.y))
        }
        let top = found.first.flatMap { $0.y < 40 ? $0.title : nil } ?? section
        section = found.last?.title ?? section
        return top
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

    /// A head or a foot with its fields.
    private func filled(_ text: String, page: Int, section: String) -> String {
        let date = resolved.report.matter.date
        let wording = (try? EDTFDate(parsing: date))?.wording(.label, in: resolved.words.phrases) ?? date
        var text = text
        for (field, value) in [
            ("title", title), ("section", section), ("page", "\(page)"), ("pages", "\(pageCount)"), ("date", wording),
        ] { text = text.replacing("{\(field)}", with: value) }
        return text
    }

    private func furniture(_ number: Int, section: String) -> [Node] {
        let font = theme.font(size: 10)
        var nodes: [Node] = []
        func add(_ text: String, part: String, x: Double, y: Double, anchor: Text.Anchor) {
            nodes.append(
                measurer.node(
                    id: "page-\(number)/\(part)", role: part == "number" ? "page-number" : "running-head",
                    Text(lines: [text], origin: Point(x, y), anchor: anchor, font: font, fill: .color(theme.mutedInk))))
        }
        if number > 1 {
            let head = resolved.report.matter.head.map { filled($0, page: number, section: section) } ?? title
            add(
                measurer.truncated(head, font: font, width: template.fullWidth), part: "head", x: template.left,
                y: template.top - 40, anchor: .start)
            nodes.append(
                .path(
                    id: "page-\(number)/head-rule", role: "rule",
                    .line(
                        from: Point(template.left, template.top - 30),
                        to: Point(template.size.width - template.right, template.top - 30)),
                    stroke: Stroke(theme.grid, width: 1)))
        }
        if let foot = resolved.report.matter.foot {
            let words = filled(foot, page: number, section: section)
            add(
                measurer.truncated(words, font: font, width: template.fullWidth - 60), part: "section",
                x: template.left, y: template.size.height - template.bottom + 42, anchor: .start)
        } else if number > 1, !section.isEmpty {
            // At the foot, and short: a line of many words would pass for text that nobody hears.
            add(
                measurer.truncated(section, font: font, width: 210), part: "section", x: template.left,
                y: template.size.height - template.bottom + 42, anchor: .start)
        }
        add(
            "\(number)", part: "number", x: template.size.width - template.right,
            y: template.size.height - template.bottom + 42, anchor: .end)
        return [
            .group(id: "page-\(number)/furniture", role: "page-furniture", structure: Structure(.artifact), nodes)
        ]
    }
}
