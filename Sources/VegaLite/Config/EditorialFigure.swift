import Documents
import Figures
import SceneGraph
import Tables
import Typography

extension Compilation {
    /// Our own figure: the claim above, the picture as wide as the page, note and source below.
    mutating func editorialFigure(_ id: Int) -> DrawnFigure {
        let own = document.root["usermeta"]?["dossier"]
        let titleNode = document.root["title"]
        let title = titleNode.flatMap { textLines($0["text"] ?? $0) }?.joined(separator: " ") ?? ""
        let subtitle =
            titleNode?["subtitle"].flatMap(textLines)?.joined(separator: " ") ?? own?["subtitle"]?.string ?? ""
        let asked = context.size ?? EditorialSize.written(own?["size"]) ?? .page
        let figureSize = EditorialSize.inPrint(asked)
        let furniture = Furniture(
            title: title, subtitle: subtitle, note: own?["note"]?.string ?? "", sources: sourceNames(own))
        let layout = FurnitureLayout(
            furniture, name: context.name, width: figureSize.width, theme: theme, measurer: measurer)
        if views[id].isUnit || views[id].isLayer {
            let inner = layout.pictureWidth
            let room = figureSize.height.map { max(60, $0 - layout.pictureTop - layout.footerHeight) }
            sizeOverrides["width"] = inner
            if let height = room {
                sizeOverrides["height"] = height
            } else if isHeightFree(id) {
                sizeOverrides["height"] = (inner * 0.5).rounded()
            }
            for _ in 0..<3 {
                forgetLayout()
                let picture = picture(of: id, cell: .whole)
                let width = (sizeOverrides["width"] ?? inner) - (picture.bounds.width - inner)
                if let room {
                    sizeOverrides["height"] = max(
                        40, (sizeOverrides["height"] ?? room) - (picture.bounds.height - room))
                }
                if abs(picture.bounds.width - inner) < 0.5 { break }
                sizeOverrides["width"] = max(40, width)
            }
            forgetLayout()
        }
        if !(views[id].isUnit || views[id].isLayer) {
            // The views of a composition share the page's width.
            let columns = Double(columnCount(of: id))
            sharedWidth = max(60, layout.pictureWidth / columns - 30)
            for _ in 0..<3 {
                forgetLayout()
                let excess = picture(of: id, cell: .whole).bounds.width - layout.pictureWidth
                if abs(excess) < 1 { break }
                sharedWidth = max(40, (sharedWidth ?? 100) - excess / columns)
            }
            forgetLayout()
        }
        var picture = picture(of: id, cell: .whole)
        picture = picture.translated(
            by: Point(theme.margin - picture.bounds.minX, layout.pictureTop - picture.bounds.minY))
        var nodes = picture.nodes
        if isEmpty {
            let text = Text(
                lines: ["no data"], origin: Point(picture.bounds.midX, picture.bounds.midY), anchor: .middle,
                font: theme.labelFont,
                fill: .color(theme.mutedInk))
            nodes.append(measurer.node(id: "\(context.name)/no-data", role: "no-data", text))
        }
        let pictureHeight =
            figureSize.height.map { max(picture.bounds.height, $0 - layout.pictureTop - layout.footerHeight) }
            ?? picture.bounds.height
        var scene = layout.scene(
            name: context.name, picture: nodes, pictureHeight: pictureHeight, alternative: alternative(title: title))
        if picture.bounds.maxX + theme.margin > scene.size.width + 0.5 {
            // What cannot be made narrower is drawn whole.
            scene.size.width = (picture.bounds.maxX + theme.margin).rounded(.up)
            scene.root.bounds.width = scene.size.width
        }
        if asked.typeScale != 1 { scene = EditorialSize.enlarged(scene, to: asked) }
        if let written = document.root["background"] { scene.background = written.string.flatMap { Color(css: $0) } }
        return DrawnFigure(scene: scene, title: title, subtitle: subtitle, facts: facts, sources: sources)
    }

    /// How many views stand side by side.
    private func columnCount(of id: Int) -> Int {
        switch views[id].kind {
        case .concat(let columns, _): return max(1, min(columns ?? views[id].children.count, views[id].children.count))
        case .facet(let facet):
            guard let definition = facet.definitions.first(where: { $0.channel != .row }),
                let column = facet.table.column(definition.column)
            else { return 1 }
            let count = Set((0..<facet.table.rowCount).map { column[$0] }).count
            return max(1, definition.channel == .facet ? min(facet.columns ?? 3, count) : count)
        default: return 1
        }
    }

    /// No unit has a row to draw.
    var isEmpty: Bool { !views.contains { ($0.unit?.table.rowCount ?? 0) > 0 } }

    /// The height is ours to choose: no discrete axis needs room for each value.
    private func isHeightFree(_ id: Int) -> Bool {
        if writtenExtent(views[id].node, "height") != nil { return false }
        for unit in units(under: id) {
            if let component = component(of: .y, in: unit) { return !component.type.isDiscrete }
        }
        return true
    }

    private func sourceNames(_ own: DocumentNode?) -> [String] {
        var names: [String] = []
        for id in sources {
            guard let source = context.facts.source(id) else { continue }
            if !names.contains(source.credit) { names.append(source.credit) }
        }
        for node in own?["sources"]?.array ?? (own?["sources"]).map({ [$0] }) ?? [] {
            guard let text = node.string else { continue }
            let name = context.facts.source(text)?.credit ?? text
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}

enum EditorialSize {
    /// What is read from afar is laid out as for print, so much smaller, and then enlarged whole: type, lines and marks
    /// keep their proportions, those that the document writes in pixels too.
    static func inPrint(_ size: FigureSize) -> FigureSize {
        guard size.typeScale > 0, size.typeScale != 1 else { return size }
        let width = (size.width / size.typeScale).rounded(.down)
        return FigureSize(width: width, height: size.height.map { ($0 * width / size.width).rounded(.down) })
    }

    /// The scene enlarged until it fills the width or the height that was asked for, in the middle of it.
    static func enlarged(_ scene: Scene, to size: FigureSize) -> Scene {
        let factor = min(
            size.width / max(1, scene.size.width), size.height.map { $0 / max(1, scene.size.height) } ?? .infinity)
        var result = scene.scaled(by: factor)
        let whole = Size(size.width, size.height ?? result.size.height.rounded(.up))
        let shift = Point(
            ((whole.width - result.size.width) / 2).rounded(), ((whole.height - result.size.height) / 2).rounded())
        result.root = result.root.translated(by: Point(max(0, shift.x), max(0, shift.y)))
        result.root.bounds = Rectangle(x: 0, y: 0, width: whole.width, height: whole.height)
        result.size = whole
        return result
    }

    /// `column`, `page`, `slide`, or `{width, height}`.
    static func written(_ node: DocumentNode?) -> FigureSize? {
        if let text = node?.string { return FigureSize(parsing: text) }
        guard let width = node?["width"]?.number, (16...32767).contains(width) else { return nil }
        return FigureSize(width: width, height: node?["height"]?.number)
    }
}
