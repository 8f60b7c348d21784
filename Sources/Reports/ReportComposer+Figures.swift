import Documents
import Figures
import Markdown
import SceneGraph

extension ReportComposer {
    /// A figure over the full width, its number and caption below it.
    ///
    /// A figure of several pages goes on below, each page with the number again.
    mutating func addFigure(_ address: String, caption: [MarkdownInline], at place: SourceLocation) {
        guard let drawn = drawn(address, size: report.figureSize(in: theme), at: place) else { return }
        for (index, scene) in drawn.pages.enumerated() {
            addPage(scene, number: index, of: address, caption: caption, at: place)
        }
    }

    private mutating func addPage(
        _ scene: Scene, number: Int, of address: String, caption: [MarkdownInline], at place: SourceLocation
    ) {
        let name = Report.figureName(address) + (number == 0 ? "" : "-\(number + 1)")
        let id = nextID("figure")
        guard scene.size.width <= page.fullWidth + 1 else {
            problem(
                "the figure \(address) is \(Int(scene.size.width)) units wide; the page has \(Int(page.fullWidth))",
                at: place, advice: "take its `size` out, or give it `size: page`")
            return
        }
        var root = scene.root
        root.structure = Structure(.figure, alternative: scene.alternative, destination: "figure-\(name)")
        var rule = Node.path(
            id: id + "/rule", role: "rule",
            .rectangle(Rectangle(x: 0, y: 0, width: page.fullWidth, height: 2)), fill: .color(theme.accent))
        rule.structure = Structure(.artifact)
        let captionItems = setter.items(
            number == 0 ? captionRuns(address, caption) : continuedRuns(address), id: id + "/caption", role: "caption",
            left: theme.margin, width: page.fullWidth - 2 * theme.margin,
            lineHeight: type.captionLine, spaceBefore: 2,
            steps: [StructureStep(key: id + "/caption", structure: Structure(.caption))], keepsTogether: true)
        let captionHeight = captionItems.reduce(0) { $0 + $1.height + $1.spaceBefore }
        guard scene.size.height + captionHeight + 8 <= page.contentHeight else {
            problem(
                "the figure \(address) is \(Int(scene.size.height)) units high; the page holds \(Int(page.contentHeight - captionHeight - 8)) and its caption",
                at: place, advice: "make it lower: fewer rows, or a `size` with a height")
            return
        }
        var first = FlowItem(
            nodes: [rule, root.translated(by: Point(0, 4))], height: scene.size.height + 4, spaceBefore: 22,
            keepsWithNext: true)
        first.floats = true
        first.clearsRail = true
        items.append(first)
        items += captionItems
        items[items.count - 1].spaceAfter = 12
        for index in (items.count - captionItems.count - 1)..<items.count { items[index].spansColumns = true }
    }

    /// Draws a figure, or finds it drawn; what is wrong with it is told, and gives nil.
    mutating func drawn(_ address: String, size: FigureSize, at place: SourceLocation) -> DrawnFigure? {
        if let known = figures.first(where: { $0.address == address }) { return known.figure }
        do {
            let drawn = try context.figure(address, size)
            figures.append((address, drawn))
            warnings += drawn.warnings
            for fact in drawn.facts { inlines.use(fact) }
            return drawn
        } catch {
            // The figure's own errors name its file; this says who asked for it.
            for problem in error.all {
                var problem = problem
                if problem.file.isEmpty || problem.cause == .noInput, problem.location == nil {
                    problem.file = report.document.file
                    problem.location = place
                    problem.path = address
                }
                inlines.problems.add(problem)
            }
            return nil
        }
    }

    /// `Figure 3, continued`
    private func continuedRuns(_ address: String) -> [StyledRun] {
        var label = type.caption
        label.font.weight = 700
        label.color = theme.ink
        return [StyledRun(text: "Figure \(figureNumbers[address] ?? 0), continued", style: label)]
    }

    /// `Figure 3`, and the author's words.
    mutating func captionRuns(_ address: String, _ caption: [MarkdownInline]) -> [StyledRun] {
        var label = type.caption
        label.font.weight = 700
        label.color = theme.ink
        var runs = [StyledRun(text: "Figure \(figureNumbers[address] ?? 0)", style: label)]
        let words = inlines.runs(caption, style: type.caption)
        if !words.isEmpty { runs += [StyledRun(text: "  ", style: type.caption)] + words }
        return runs
    }
}
