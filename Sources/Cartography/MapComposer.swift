import Documents
import Facts
import Figures
import Geography
import SceneGraph
import Typography

/// Lays a map out: frame and projection first, then the layers from the bottom up, then all labels in the order of
/// their importance, then what stands around the map.
struct MapComposer {
    let map: MapDocument
    var canvas: MapCanvas
    /// Why this projection, where it was chosen for the map.
    var projectionReasons: [ProjectionChoice.Reason] = []
    /// The key stands in a column to the right of a map that is narrower than the figure.
    var legendIsBeside = false

    init(map: MapDocument, file: String, context: FigureContext, panel: MapCanvas.Panel? = nil) {
        self.map = map
        canvas = MapCanvas(map: map, file: file, context: context)
        canvas.panel = panel
    }

    var theme: Theme { canvas.theme }
    var style: MapStyle { canvas.style }
    var name: String { canvas.name }
    var size: FigureSize { canvas.size }
    var frame: Rectangle { canvas.frame }
    var context: FigureContext { canvas.context }

    mutating func compose() throws(Diagnostics) -> DrawnFigure {
        let layout = try laidOut()
        let body = try body(hasScaleBar: true)
        var picture: [Node] = []
        if let legend = drawLegend(top: layout.pictureTop) { picture.append(legend) }
        picture += body
        var height = frame.maxY + canvas.gutter.bottom - layout.pictureTop
        if let panel = canvas.drawMeasures(top: frame.maxY + canvas.gutter.bottom + theme.margin * 0.8) {
            picture.append(panel)
            height = panel.bounds.maxY - layout.pictureTop
        }
        // A sheet of a given height is filled, whatever of it the map leaves.
        if let whole = size.height { height = max(height, whole - layout.pictureTop - layout.footerHeight - 0.01) }
        let scene = layout.scene(
            name: name, picture: picture, pictureHeight: height, alternative: map.alternative ?? alternative())
        return DrawnFigure(
            scene: scene, title: map.title, subtitle: map.subtitle, facts: canvas.facts, sources: sourceIDs(),
            warnings: canvas.warnings)
    }

    /// The map in its frame, with what stands in and at it.
    mutating func body(hasScaleBar: Bool) throws(Diagnostics) -> [Node] {
        canvas.drawBackground()
        canvas.drawLayers()
        try canvas.problems.throwIfErrors()
        for annotation in map.annotations { canvas.request(annotation) }
        let inset = map.inset.flatMap { canvas.drawn($0) }
        try canvas.problems.throwIfErrors()
        let bar = canvas.isDiagram || !hasScaleBar ? nil : canvas.drawScaleBar(map.scaleBar)
        let labels = canvas.placeLabels()
        var body: [Node] = [
            .group(
                id: "\(name)/map", role: "map", clip: .rectangle(frame), canvas.nodes + labels.behind)
        ]
        body += [inset].compactMap { $0 } + labels.nodes + [bar].compactMap { $0 }
        if !canvas.isDiagram { body.append(drawnOutline()) }
        if !canvas.outside.isEmpty {
            body.append(.group(id: "\(name)/degrees", role: "map-layer", canvas.outside))
        }
        return body
    }

    /// Chooses the projection and settles the frame.
    private mutating func laidOut() throws(Diagnostics) -> FurnitureLayout {
        canvas.prepareLayers()
        try canvas.problems.throwIfErrors()
        let shapes = canvas.shapes(of: map.frame)
        prepareProjection(for: shapes)
        try canvas.problems.throwIfErrors()
        let box = canvas.projection.unitBounds(of: shapes) ?? Rectangle(x: 0, y: 0, width: 300, height: 180)
        // The note depends on the frame (is there a scale bar?) and the frame's height on the note: the second round
        // settles it.
        var layout = furnitureLayout(note: map.note)
        for _ in 0..<2 {
            layFrame(box, layout: layout)
            layout = furnitureLayout(note: wholeNote())
        }
        layFrame(box, layout: layout)
        if !map.choosesWorldview { canvas.warnOfUnchosenWorldview() }
        return layout
    }

    func furnitureLayout(note: String) -> FurnitureLayout {
        FurnitureLayout(
            Furniture(
                title: map.title, subtitle: map.subtitle, note: note, sources: credits(), language: canvas.language),
            name: name,
            width: size.width, theme: theme, measurer: context.measurer)
    }

    /// Where the earth's edge is in the frame, the edge is the map's outline.
    private func drawnOutline() -> Node {
        let stroke = style.line(theme.rule.opacity(0.55), 0.6)
        guard canvas.showsEdge else {
            return .path(id: "\(name)/frame", role: "map-frame", .rectangle(frame), stroke: stroke)
        }
        return .path(
            id: "\(name)/frame", role: "map-outline",
            canvas.earthOutline(within: canvas.isWorld ? canvas.projection.clipExtent : frame), stroke: stroke)
    }

    // MARK: - Frame

    mutating func prepareProjection(for shapes: [Geometry]) {
        guard map.projection.isAutomatic else {
            canvas.projection = map.projection.projection
            return
        }
        let extent: ProjectionChoice.Extent?
        switch map.frame {
        case .bounds(let west, let south, let east, let north):
            extent = ProjectionChoice.Extent(west: west, south: south, east: east, north: north)
        case .world, .countries, .fit: extent = ProjectionChoice.Extent(around: shapes)
        }
        guard let extent else { return }
        let choice = ProjectionChoice(for: extent, purpose: map.projection.purpose ?? map.usualPurpose)
        canvas.projection = choice.projection
        projectionReasons = choice.reasons
    }

    /// The frame keeps its subject: where a sheet is wider or higher than that, the rest of it stays free.
    private mutating func layFrame(_ box: Rectangle, layout: FurnitureLayout) {
        let ratio = map.ratio(of: box)
        let gutter = canvas.gutter
        let below = canvas.measureHeight + gutter.bottom
        legendIsBeside = false
        let across = max(40, layout.pictureWidth - gutter.left)
        var top = layout.pictureTop + legendHeight(width: layout.pictureWidth)
        var (width, left) = (across, theme.margin + gutter.left)
        if let whole = size.height {
            var room = max(40, whole - layout.footerHeight - top - below)
            // The key stands beside a map that leaves room for it.
            let column = legendColumnWidth + theme.margin
            if room / ratio < across - column {
                legendIsBeside = true
                top = layout.pictureTop
                room = max(40, whole - layout.footerHeight - top - below)
                width = across - column
            }
            width = min(width, room / ratio)
            top += max(0, room - width * ratio) / 2
            if !legendIsBeside { left += (across - width) / 2 }
        }
        canvas.lay(
            box, into: Rectangle(x: left, y: top, width: width.rounded(), height: (width * ratio).rounded()))
    }
}

extension MapCanvas {
    mutating func drawBackground() {
        if isDiagram { return }
        let outline = showsEdge ? earthOutline(within: projection.clipExtent) : .rectangle(frame)
        nodes.append(.path(id: "\(name)/sea", role: "map-sea", outline, fill: .color(theme.sea)))
    }
}
