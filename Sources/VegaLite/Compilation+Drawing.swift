import Documents
import Figures
import SceneGraph
import Tables
import Typography

extension Compilation {
    mutating func drawn() throws(Diagnostics) -> DrawnFigure {
        let id = try built()
        let figure = config.isEditorial ? editorialFigure(id) : plainFigure(id)
        for problem in evaluator.problems.all { add(problem) }
        try diagnostics.throwIfErrors()
        var result = figure
        result.warnings += diagnostics.warnings
        result.notes += diagnostics.notes
        if context.wantsSeries { result.series = seriesChart(of: id, scene: result.scene) }
        return result
    }

    /// Views with their rows, and the scales that they share; the outermost view.
    mutating func built() throws(Diagnostics) -> Int {
        for problem in Validation.problems(of: document.root, theme: theme).all { add(problem) }
        guard document.root.object != nil else {
            report("a chart is an object, not \(document.root.kind)", document.root, path: "")
            throw diagnostics
        }
        var normalizer = Normalizer(config: config)
        let root = normalizer.normalized(document.root, path: "")
        for problem in normalizer.diagnostics.all { add(problem) }
        let id = build(root, path: "", parent: nil, table: Table(rowCount: 1), facetColumns: [])
        for problem in evaluator.problems.all { add(problem) }
        try diagnostics.throwIfErrors()
        collectScales()
        return id
    }

    /// As Vega lays it out: padding around what is drawn.
    private mutating func plainFigure(_ id: Int) -> DrawnFigure {
        let padding = pagePadding()
        fitSizes(id, padding: padding)
        var picture = picture(of: id, cell: .whole)
        let view = picture.size
        var (left, top) = (max(0, (-picture.bounds.minX).rounded(.up)), max(0, (-picture.bounds.minY).rounded(.up)))
        var (right, bottom) = (
            max(0, (picture.bounds.maxX - view.width).rounded(.up)),
            max(0, (picture.bounds.maxY - view.height).rounded(.up))
        )
        let autosize = autosizeType
        if autosize == "none" { (left, top, right, bottom) = (0, 0, 0, 0) }
        let size = Size(
            padding.left + left + view.width + right + padding.right,
            padding.top + top + view.height + bottom + padding.bottom)
        picture = picture.translated(by: Point(padding.left + left, padding.top + top))
        let background = backgroundColor(standard: .white)
        let root = Node(
            id: context.name, role: .figure, bounds: Rectangle(x: 0, y: 0, width: size.width, height: size.height),
            content: .group(Group(children: picture.nodes)))
        let title = document.root["title"].flatMap { textLines($0["text"] ?? $0) }?.joined(separator: " ") ?? ""
        return DrawnFigure(
            scene: Scene(
                size: Size(size.width.rounded(.up), size.height.rounded(.up)), root: root,
                alternative: alternative(title: title), background: background),
            title: title, facts: facts, sources: sources)
    }

    func backgroundColor(standard: Color) -> Color? {
        guard let node = document.root["background"] ?? config["background"] else { return standard }
        if node.isNull { return nil }
        return evaluator.resolved(node).string.flatMap { Color(css: $0) } ?? standard
    }

    func pagePadding() -> (left: Double, top: Double, right: Double, bottom: Double) {
        let node = document.root["padding"] ?? config["padding"]
        if let all = node?.number { return (all, all, all, all) }
        guard let node, node.object != nil else { return (5, 5, 5, 5) }
        return (
            node["left"]?.number ?? 0, node["top"]?.number ?? 0, node["right"]?.number ?? 0, node["bottom"]?.number ?? 0
        )
    }

    var autosizeType: String {
        let node = document.root["autosize"] ?? config["autosize"]
        return node?.string ?? node?["type"]?.string ?? "pad"
    }

    /// Where the whole is to fit a size, the view is what the axes and legends leave of it.
    private mutating func fitSizes(_ id: Int, padding: (left: Double, top: Double, right: Double, bottom: Double)) {
        guard views[id].isUnit || views[id].isLayer else { return }
        var type = autosizeType
        var contains = (document.root["autosize"] ?? config["autosize"])?["contains"]?.string == "padding"
        let isContainer = (
            document.root["width"]?.string == "container", document.root["height"]?.string == "container"
        )
        if isContainer.0 || isContainer.1 {
            type = isContainer.0 && isContainer.1 ? "fit" : isContainer.0 ? "fit-x" : "fit-y"
            contains = true
        }
        guard type == "fit" || type == "fit-x" || type == "fit-y" else { return }
        let asked = size(of: id, cell: .whole)
        for _ in 0..<2 {
            let picture = picture(of: id, cell: .whole)
            var width = asked.width, height = asked.height
            if contains {
                width -= padding.left + padding.right
                height -= padding.top + padding.bottom
            }
            width -=
                max(0, (-picture.bounds.minX).rounded(.up))
                + max(0, (picture.bounds.maxX - picture.size.width).rounded(.up))
            height -=
                max(0, (-picture.bounds.minY).rounded(.up))
                + max(0, (picture.bounds.maxY - picture.size.height).rounded(.up))
            if type != "fit-y" { sizeOverrides["width"] = max(1, width) }
            if type != "fit-x" { sizeOverrides["height"] = max(1, height) }
            forgetLayout()
        }
    }

    /// Sizes and scales are worked out anew.
    mutating func forgetLayout() {
        sizes = [:]
        projections = [:]
        resolved = [:]
    }

    /// What a reader who cannot see the chart is told.
    func alternative(title: String) -> String {
        if let written = document.root["usermeta"]?["dossier"]?["alt"]?.string { return written }
        if let written = document.root["description"]?.string { return written }
        return AlternativeText.written(self, title: title)
    }
}
