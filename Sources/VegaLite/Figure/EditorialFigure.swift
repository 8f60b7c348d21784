import Figures
import SceneGraph
import Tables
import Typography

/// Our own figure: the claim above, the picture as wide as the page, note and source below.
struct EditorialFigure {
    let chart: CompiledChart
    let context: FigureContext
    private let size: FigureSize
    private let asked: FigureSize
    private let furniture: FurnitureLayout
    private let subtitle: String

    private var model: ChartModel { chart.model }
    private var theme: Theme { model.config.theme }

    init(chart: CompiledChart, context: FigureContext) {
        self.chart = chart
        self.context = context
        let model = chart.model
        let written = model.subtitle
        subtitle = written.isEmpty ? model.extras.subtitle ?? "" : written
        asked = context.size ?? model.extras.figureSize ?? .page
        size = EditorialSize.inPrint(asked)
        let furniture = Furniture(
            title: model.title, subtitle: subtitle, note: model.extras.note ?? "",
            sources: EditorialFigure.sourceNames(model, context), language: context.language)
        self.furniture = FurnitureLayout(
            furniture, name: context.name, width: size.width, theme: context.theme, measurer: context.measurer)
    }

    /// The figure, and the layout that it was drawn by.
    func drawn() -> (figure: DrawnFigure, layout: ChartLayout) {
        let room = isFrame ? frameRoom() : sharedRoom()
        var layout = chart.layout(room, in: context)
        var picture = layout.picture(of: 0, cell: .whole)
        picture = fitted(picture)
        picture = picture.translated(
            by: Point(theme.margin - picture.bounds.minX, furniture.pictureTop - picture.bounds.minY))
        var nodes = picture.nodes
        if model.isEmpty { nodes.append(emptyNote(in: picture.bounds)) }
        let least = size.height.map { $0 - furniture.pictureTop - furniture.footerHeight } ?? 0
        var scene = furniture.scene(
            name: context.name, picture: nodes, pictureHeight: max(picture.bounds.height, least),
            alternative: model.alternative(title: model.title))
        if picture.bounds.maxX + theme.margin > scene.size.width + 0.5 {
            // What cannot be made narrower is drawn whole.
            scene.size.width = (picture.bounds.maxX + theme.margin).rounded(.up)
            scene.root.bounds.width = scene.size.width
        }
        if asked.typeScale != 1 { scene = EditorialSize.enlarged(scene, to: asked) }
        scene.background = ground
        scene = scene.withReadableMarks(
            ink: theme.ink, others: [.white, Color(hex: 0x14_18_1F)], measurer: context.measurer)
        let figure = DrawnFigure(
            scene: scene, title: model.title, subtitle: subtitle, facts: model.facts, sources: model.sources)
        return (figure, layout)
    }

    /// The document's own ground, unless the theme's words cannot be read on it: a white sheet under a dark theme.
    private var ground: Color? {
        guard let own = model.background, own.alpha > 0.5, own != theme.background else { return model.background }
        return [theme.ink, theme.mutedInk].allSatisfy { $0.contrast(with: own) >= 4.5 } ? own : theme.background
    }

    /// What layout could not make to fit is drawn smaller, as far as its labels can still be read.
    private func fitted(_ picture: Picture) -> Picture {
        let across = furniture.pictureWidth / max(1, picture.bounds.width)
        let down = pictureHeight.map { $0 / max(1, picture.bounds.height) } ?? 1
        var smallest = theme.labelSize
        for node in picture.nodes {
            node.forEach { node in
                if case .text(let text) = node.content { smallest = min(smallest, text.font.size) }
            }
        }
        let least = (LegibilityJudge.smallestInPrint + 0.1) / max(1, smallest)
        let factor = max(min(across, down), min(1, least))
        guard factor < 0.998 else { return picture }
        return picture.scaled(by: factor)
    }

    private var isFrame: Bool { model.views[0].isUnit || model.views[0].isLayer }

    private func emptyNote(in bounds: Rectangle) -> Node {
        let text = Text(
            lines: ["no data"], origin: Point(bounds.midX, bounds.midY), anchor: .middle, font: theme.labelFont,
            fill: .color(theme.mutedInk))
        return context.measurer.node(id: "\(context.name)/no-data", role: "no-data", text)
    }

    // MARK: - Room

    private var pictureHeight: Double? {
        size.height.map { max(60, $0 - furniture.pictureTop - furniture.footerHeight) }
    }

    private func bounds(in room: PageRoom) -> Rectangle {
        var layout = chart.layout(room, in: context)
        return layout.picture(of: 0, cell: .whole).bounds
    }

    /// One view fills the page: it is as wide as its axes and legends leave it.
    private func frameRoom() -> PageRoom {
        let inner = furniture.pictureWidth
        let height = pictureHeight
        var room = PageRoom(width: inner, height: height ?? (isHeightFree ? (inner * 0.5).rounded() : nil))
        room.legendWidth = inner
        room.labelWidth = (inner * 0.36).rounded()
        room.growsDown = height == nil && model.views[0].written.height == nil
        for round in 0..<4 {
            var layout = chart.layout(room, in: context)
            let bounds = layout.picture(of: 0, cell: .whole).bounds
            let needsStep = round == 0 && room.growsDown && layout.wishedStep > room.leastStep
            if needsStep { room.leastStep = layout.wishedStep }
            if let height { room.height = max(40, (room.height ?? height) - (bounds.height - height)) }
            if abs(bounds.width - inner) < 0.5, !needsStep { break }
            room.width = max(40, (room.width ?? inner) - (bounds.width - inner))
        }
        return room
    }

    /// The views of a composition share the page's width, and its height where that is given: fewer stand side by
    /// side where each would have too little, and written sizes shrink alike.
    private func sharedRoom() -> PageRoom {
        let (width, height) = (furniture.pictureWidth, pictureHeight)
        let columns = min(columnCount, max(1, Int((width + 20) / leastPitch)))
        let rows = (viewCount + columns - 1) / columns
        var room = PageRoom(sharedWidth: max(60, width / Double(columns) - 30))
        if columns < columnCount, mayWrap { room.columns = columns }
        // Views of a facet share their legends, others have their own.
        room.legendWidth = model.views[0].facet == nil ? width / Double(columns) - 10 : width
        room.labelWidth = (width / Double(columns) * 0.36).rounded()
        if let height { room.sharedHeight = max(30, height / Double(max(1, rows)) - 30) }
        for _ in 0..<5 {
            let drawn = bounds(in: room)
            let excess = drawn.width - width
            let isWide = excess >= 1 || excess <= -1 && drawn.width > 0
            if isWide {
                let shared = room.sharedWidth ?? 100
                room.sharedWidth = max(40, shared - excess / Double(columns))
                // Where the free views gave all they could, those of written sizes give too.
                if excess >= 1, room.sharedWidth == 40 || shared == 40 || hasWrittenWidths {
                    room.widthShare *= max(0.3, min(1, 1 - excess / max(excess + 1, drawn.width * 0.85)))
                }
            }
            let over = height.map { drawn.height - $0 } ?? 0
            if abs(over) >= 1 {
                let shared = room.sharedHeight ?? 100
                room.sharedHeight = max(24, shared - over / Double(max(1, rows)))
                if over >= 1, shared == 24 || hasWrittenWidths {
                    room.heightShare *= max(0.3, min(1, 1 - over / max(over + 1, drawn.height * 0.85)))
                }
            }
            if !isWide, abs(over) < 1 { break }
        }
        return room
    }

    /// The least from the beginning of one view to that of the next beside it.
    private var leastPitch: Double { model.views[0].facet == nil ? 150 : 104 }

    private var hasWrittenWidths: Bool {
        model.views.contains { $0.written.width != nil || $0.written.height != nil }
    }

    /// Whether views go on in a further row where the first is full: not those of rows and columns.
    private var mayWrap: Bool {
        model.views[0].facet.map { facet in facet.definitions.contains { $0.channel == .facet } } ?? true
    }

    private var viewCount: Int {
        let root = model.views[0]
        guard let facet = root.facet else { return max(1, root.children.count) }
        func count(_ channel: Channel) -> Int? {
            facet.definitions.first { $0.channel == channel }.flatMap { facet.table.column($0.column) }.map { column in
                Set((0..<facet.table.rowCount).map { column[$0] }).count
            }
        }
        return max(1, count(.facet) ?? (count(.row) ?? 1) * (count(.column) ?? 1))
    }

    /// How many views stand side by side.
    private var columnCount: Int {
        let root = model.views[0]
        switch root.kind {
        case .concat(let columns, _): return max(1, min(columns ?? root.children.count, root.children.count))
        case .facet(let facet):
            guard let definition = facet.definitions.first(where: { $0.channel != .row }),
                let column = facet.table.column(definition.column)
            else { return 1 }
            let count = Set((0..<facet.table.rowCount).map { column[$0] }).count
            return max(1, definition.channel == .facet ? min(facet.columns ?? 3, count) : count)
        default: return 1
        }
    }

    /// The height is ours to choose: no discrete axis needs room for each value.
    private var isHeightFree: Bool {
        if model.views[0].written.height != nil { return false }
        for unit in model.units(under: 0) {
            if let component = chart.components.component(of: .y, in: unit) { return !component.type.isDiscrete }
        }
        return true
    }

    private static func sourceNames(_ model: ChartModel, _ context: FigureContext) -> [String] {
        var names: [String] = []
        for id in model.sources {
            guard let source = context.facts.source(id) else { continue }
            if !names.contains(source.credit) { names.append(source.credit) }
        }
        for text in model.extras.sources {
            let name = context.facts.source(text)?.credit ?? text
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}

extension FigureExtras {
    /// `column`, `page`, `slide`, or `{width, height}`.
    var figureSize: FigureSize? {
        switch size {
        case .named(let name): FigureSize(parsing: name)
        case .extent(let width, let height): FigureSize(width: width, height: height)
        case nil: nil
        }
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
}
