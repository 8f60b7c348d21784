import Documents
import Figures
import Geography
import SceneGraph
import Typography

/// Lays out one map for each value of a column: small multiples with one frame, one projection and one key, so that
/// what differs between them is the values alone.
struct FacetedMapComposer {
    let map: MapDocument
    let facet: MapFacet
    let file: String
    let context: FigureContext

    private var theme: Theme { context.theme }
    private var size: FigureSize { context.size ?? map.size ?? .page }
    private var gap: Double { theme.margin * 0.7 }
    private var titleFont: Font { theme.font(size: theme.labelSize, weight: 700) }
    private var titleHeight: Double { (theme.labelSize * 1.6).rounded() }

    func compose() throws(Diagnostics) -> DrawnFigure {
        var whole = MapComposer(map: map, file: file, context: context)
        let values = try values(of: &whole)
        let box = try settle(&whole, values)
        var layout = whole.furnitureLayout(note: map.note)
        var grid = grid(values.count, box: box, key: 0, layout: layout)
        // The key is as wide as the sheet, and its signs as large as in the maps: a second round settles it.
        var panelWidth = grid.width
        for _ in 0..<2 {
            panelWidth = grid.width
            var first = try panel(values[0], like: whole, width: panelWidth)
            // Whether there is a scale bar depends on the frame.
            first.canvas.lay(box, into: Rectangle(x: 0, y: 0, width: grid.width, height: grid.height))
            layout = whole.furnitureLayout(note: first.wholeNote())
            grid = self.grid(
                values.count, box: box, key: first.legendHeight(width: layout.pictureWidth), layout: layout)
        }
        let panels = try values.map { (value) throws(Diagnostics) in try panel(value, like: whole, width: panelWidth) }
        return try drawn(panels, values, grid, box, layout)
    }

    // MARK: Values

    private func values(of whole: inout MapComposer) throws(Diagnostics) -> [String] {
        let found = whole.canvas.values(of: facet.field)
        try whole.canvas.problems.throwIfErrors()
        let unknown = facet.values.filter { !found.contains($0) }
        let chosen = facet.values.isEmpty ? found : facet.values
        var problems = Diagnostics()
        func report(_ message: String, advice: String) {
            problems.add(
                Diagnostic(message, file: file, at: facet.field.location, path: facet.field.path, advice: advice))
        }
        for value in unknown {
            report("no row has `\(value)` in column `\(facet.field.text)`", advice: "it has " + Self.some(found))
        }
        if chosen.count > MapFacet.most {
            report(
                "\(chosen.count) maps are more than one figure shows; \(MapFacet.most) at most",
                advice: "choose some: `facet: {field: \(facet.field.text), values: [\(Self.some(chosen))]}`")
        }
        try problems.throwIfErrors()
        return chosen
    }

    private static func some(_ values: [String]) -> String {
        values.prefix(6).joined(separator: ", ") + (values.count > 6 ? ", …" : "")
    }

    // MARK: Frame

    /// Projection and frame of all panels, chosen for what all of them show.
    private func settle(_ whole: inout MapComposer, _ values: [String]) throws(Diagnostics) -> Rectangle {
        var shapes: [Geometry] = []
        for value in values {
            var panel = MapComposer(map: map, file: file, context: context, panel: panel(value))
            panel.canvas.prepareLayers()
            try panel.canvas.problems.throwIfErrors()
            shapes += panel.canvas.shapes(of: map.frame)
            // What one has read, the others need not.
            whole.canvas.library = panel.canvas.library
            guard case .fit = map.frame else { break }
        }
        whole.prepareProjection(for: shapes)
        try whole.canvas.problems.throwIfErrors()
        return whole.canvas.projection.unitBounds(of: shapes) ?? Rectangle(x: 0, y: 0, width: 300, height: 180)
    }

    private func panel(_ value: String) -> MapCanvas.Panel { MapCanvas.Panel(field: facet.field.text, value: value) }

    private func panel(_ value: String, like whole: MapComposer, width: Double) throws(Diagnostics) -> MapComposer {
        var own = context
        own.name = "\(context.name)/panel[\(value)]"
        own.size = FigureSize(width: width)
        var panel = MapComposer(map: map, file: file, context: own, panel: self.panel(value))
        panel.canvas.library = whole.canvas.library
        panel.canvas.prepareLayers()
        try panel.canvas.problems.throwIfErrors()
        panel.canvas.projection = whole.canvas.projection
        panel.projectionReasons = whole.projectionReasons
        return panel
    }

    // MARK: Grid

    /// Where the panels stand, their titles above them.
    private struct Grid {
        var columns: Int
        var width: Double
        var height: Double
        var top: Double
    }

    /// Rows of panels as large as the sheet has room for.
    private func grid(
        _ count: Int, box: Rectangle, key: Double, layout: FurnitureLayout
    ) -> Grid {
        let ratio = map.ratio(of: box)
        let top = layout.pictureTop + key
        func grid(_ columns: Int) -> Grid {
            let rows = Double((count + columns - 1) / columns)
            var width = (layout.pictureWidth - gap * Double(columns - 1)) / Double(columns)
            if let whole = size.height {
                let room = whole - layout.footerHeight - top - rows * titleHeight - (rows - 1) * gap
                width = min(width, max(20, room / rows) / ratio)
            }
            return Grid(columns: columns, width: width.rounded(.down), height: (width * ratio).rounded(.down), top: top)
        }
        if let columns = facet.columns { return grid(min(columns, count)) }
        if size.height != nil {
            return (1...count).map(grid).max { $0.width < $1.width } ?? grid(1)
        }
        let most = max(1, Int((layout.pictureWidth + gap) / (150 + gap)))
        // Four are two by two.
        let wished = count == 4 ? 2 : min(3, count)
        return grid(min(wished, most))
    }

    // MARK: Drawing

    private func drawn(
        _ panels: [MapComposer], _ values: [String], _ grid: Grid, _ box: Rectangle, _ layout: FurnitureLayout
    ) throws(Diagnostics) -> DrawnFigure {
        var picture: [Node] = []
        var result = (facts: [String](), sources: [String](), warnings: [Diagnostic](), bottom: grid.top)
        var library = panels.first?.canvas.library
        for (index, (value, panel)) in zip(values, panels).enumerated() {
            var panel = panel
            if let library { panel.canvas.library = library }
            let (row, column) = (index / grid.columns, index % grid.columns)
            let left = theme.margin + Double(column) * (grid.width + gap)
            let top = grid.top + Double(row) * (grid.height + titleHeight + gap) + titleHeight
            panel.canvas.lay(box, into: Rectangle(x: left, y: top, width: grid.width, height: grid.height))
            if index == 0, let legend = panel.drawLegend(top: layout.pictureTop, width: layout.pictureWidth) {
                picture.append(legend)
            }
            picture.append(title(value, at: Point(left, top - titleHeight * 0.35), width: grid.width))
            picture += try panel.body(hasScaleBar: index == 0)
            library = panel.canvas.library
            result.facts += panel.canvas.facts.filter { !result.facts.contains($0) }
            result.sources += panel.sourceIDs().filter { !result.sources.contains($0) }
            result.warnings += panel.canvas.warnings.filter { !result.warnings.contains($0) }
            result.bottom = max(result.bottom, panel.frame.maxY)
        }
        var height = result.bottom - layout.pictureTop
        if let whole = size.height { height = max(height, whole - layout.pictureTop - layout.footerHeight - 0.01) }
        let alternative = (panels.first?.alternative() ?? map.title) + " " + values.joined(separator: ", ") + "."
        let scene = layout.scene(
            name: context.name, picture: picture, pictureHeight: height, alternative: map.alternative ?? alternative)
        return DrawnFigure(
            scene: scene, title: map.title, subtitle: map.subtitle, facts: result.facts, sources: result.sources,
            warnings: result.warnings)
    }

    private func title(_ value: String, at origin: Point, width: Double) -> Node {
        let text = value.isEmpty ? "–" : value
        let lines = context.measurer.lines(of: text, font: titleFont, width: width)
        return context.measurer.node(
            id: "\(context.name)/panel[\(value)]/title", role: "facet-label",
            Text(lines: Array(lines.prefix(1)), origin: origin, font: titleFont, fill: .color(theme.ink)))
    }
}

extension MapCanvas {
    /// One of several maps: the rows that it shows.
    struct Panel: Sendable, Hashable {
        var field: String
        var value: String
    }

    /// The values of a column in the tables of all layers that have it: numbers by size, words as they come.
    mutating func values(of field: ColumnName) -> [String] {
        var found: [String] = []
        for source in layers.compactMap(\.values) {
            guard let table = table(source), let column = table.table.column(field.text) else { continue }
            found += table.words(column).filter { !found.contains($0) }
        }
        if found.isEmpty {
            problem("no layer's table has the column `\(field.text)`", at: field.location, path: field.path)
        }
        let numbers = found.compactMap(Double.init)
        guard numbers.count == found.count else { return found }
        return found.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) }
    }

    /// The words of a column over all panels, so that a colour means one thing in all of them; none where there is one
    /// map.
    mutating func sharedWords(_ column: ColumnName?, of source: ValueSource) -> [String] {
        guard panel != nil, let column, let table = table(source, of: nil), let words = self.column(column, in: table)
        else { return [] }
        return table.words(words).filter { !$0.isEmpty }
    }

    /// The numbers of a column over all panels, for scales that they share; those given where there is one map.
    mutating func shared(_ own: [Double], _ column: ColumnName, of source: ValueSource) -> [Double] {
        guard let panel, let table = table(source, of: nil), table.table.column(panel.field) != nil,
            let all = self.column(column, in: table)
        else { return own }
        return numbers(all, column, in: table).compactMap { $0 }
    }
}
