import Documents
import Figures
import Markdown
import SceneGraph
import Typography

extension ReportComposer {
    /// A figure with its number above its title, as large as the page is wide; a figure of several pages goes on in
    /// others, each with the number again.
    mutating func addFigure(_ address: String, caption: [MarkdownInline], at place: SourceLocation) {
        guard let drawn = drawn(address, size: figureSize(.page), at: place) else { return }
        for (index, scene) in drawn.pages.enumerated() {
            let name = Report.figureName(address) + (index == 0 ? "" : "-\(index + 1)")
            let label = index == 0 ? labelRuns(address, caption, of: drawn) : continuedRuns(address)
            let figure = PageFloat.Figure(
                address: address, id: nextID("figure"), name: name, page: index, label: label)
            guard scene.size.width <= figureSize(.page).width + 1 else {
                problem(
                    "the figure \(address) is \(Int(scene.size.width)) units wide; the page has \(Int(page.fullWidth))",
                    at: place, advice: "take its `size` out, or give it `size: page`")
                return
            }
            let drawing = drawing(of: figure, scene: scene, width: .page)
            guard drawing.height <= page.contentHeight else {
                let label = drawing.height - scene.size.height
                problem(
                    "the figure \(address) is \(Int(scene.size.height)) units high; "
                        + "the page holds \(Int(page.contentHeight - label)) and its number",
                    at: place, advice: "make it lower: fewer rows, or a `size` with a height")
                return
            }
            floats.append(
                PageFloat(drawings: [drawing], position: items.count, names: ["figure-\(name)"], figure: figure))
        }
    }

    /// What a figure is asked to be drawn at: its title stands on the text's edge, its own margin reaches beyond.
    func figureSize(_ width: FloatWidth) -> FigureSize { Report.figureSize(width, on: page, in: theme) }

    /// The rule, the number and the figure, one below the other.
    func drawing(of figure: PageFloat.Figure, scene: Scene, width: FloatWidth) -> PageFloat.Drawing {
        let room = width.width(on: page)
        let suffix = width == .page ? "" : "/\(width)"
        var rule = Node.path(
            id: figure.id + suffix + "/rule", role: "rule",
            .rectangle(Rectangle(x: 0, y: 0, width: room, height: 2)), fill: .color(theme.accent))
        rule.structure = Structure(.artifact)
        var items = [FlowItem(nodes: [rule], height: 7)]
        items += setter.items(
            figure.label, id: figure.id + "/caption", role: "caption", width: room, lineHeight: type.captionLine,
            spaceBefore: 0, steps: [StructureStep(key: figure.id + "/caption", structure: Structure(.caption))],
            keepsTogether: true)
        var root = scene.root
        root.structure = Structure(.figure, alternative: scene.alternative, destination: "figure-\(figure.name)")
        // The figure's own margin is room enough, and more, below its number.
        let above = theme.margin - 5
        items.append(
            FlowItem(
                nodes: [root.translated(by: Point(-theme.margin, -above))],
                height: scene.size.height - above - theme.margin * 0.5))
        return PageFloat.Drawing(width: width, items: items, cost: width.cost)
    }

    /// The same floats with every smaller size at which they can be read as well as at the full one.
    mutating func drawSmaller() {
        var wanted: [(float: Int, width: FloatWidth)] = []
        for (index, float) in floats.enumerated() where float.figure?.page == 0 {
            wanted += [(index, .column), (index, .half)]
            if float.drawings[0].height > page.contentHeight * FloatWidth.lowPart { wanted.append((index, .low)) }
        }
        let results = context.figures(
            wanted.map { (floats[$0.float].figure?.address ?? "", figureSize($0.width)) })
        for (want, result) in zip(wanted, results) {
            guard let figure = floats[want.float].figure, case .success(let drawn) = result,
                let full = figures.first(where: { $0.address == figure.address })?.figure,
                drawn.furtherPages.isEmpty, full.furtherPages.isEmpty,
                drawn.faults.count <= full.faults.count, drawn.warnings.count <= full.warnings.count,
                drawn.scene.size.width <= figureSize(want.width).width + 1
            else { continue }
            let drawing = drawing(of: figure, scene: drawn.scene, width: want.width)
            // A smaller size that takes as much of the page has no use, but beside another.
            guard want.width == .half || drawing.height < floats[want.float].drawings[0].height - 12 else { continue }
            floats[want.float].drawings.append(drawing)
        }
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
        [StyledRun(text: "\(figureWord(address)), \(words.continued)", style: type.figureLabel)]
    }

    func figureWord(_ address: String) -> String { "\(words.figure) \(figureNumbers[address] ?? 0)" }

    /// `Figure 3`, and the author's words where they say more than the figure's own title and subtitle.
    mutating func labelRuns(_ address: String, _ caption: [MarkdownInline], of drawn: DrawnFigure) -> [StyledRun] {
        let label = StyledRun(text: figureWord(address), style: type.figureLabel)
        let words = inlines.runs(caption, style: type.caption)
        let plain = words.map(\.text).joined()
        guard !words.isEmpty, FigureCaption.saysMore(plain, than: drawn) || words.contains(where: { !$0.style.isPlain })
        else { return [label] }
        return [label, StyledRun(text: "  ", style: type.caption)] + words
    }
}

/// What an author writes below a figure, held against what the figure says of itself.
enum FigureCaption {
    /// Whether more than half of its words are not the figure's own.
    static func saysMore(_ caption: String, than drawn: DrawnFigure) -> Bool {
        guard !drawn.title.isEmpty else { return true }
        let own = BoundReport.stems(of: drawn.title + " " + drawn.subtitle)
        let words = BoundReport.stems(of: caption)
        return 2 * words.subtracting(own).count > words.count
    }
}
