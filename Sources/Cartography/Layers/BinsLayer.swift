import Documents
import Formats
import Geography
import Scales
import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Points gathered in hexagons or squares of one size, coloured by how many there are or by the sum of a value.
struct BinsLayer: MapLayer {
    static let word = "bins"

    enum Shape: String, Sendable, CaseIterable { case hexagon, square }

    var source: ValueSource
    var place: PlaceColumns
    /// What is summed; nil to count.
    var valueColumn: ColumnName?
    var shape: Shape
    /// Across, in figure units.
    var size: Double
    var classes: ClassWish
    var title: String
    var unit: String
    var format: String?
    private var points: [(place: Coordinate, value: Double)] = []

    init?(_ reader: inout DocumentReader) {
        let source = reader.values()
        let place = reader.placeColumns()
        valueColumn = reader.column("value")
        shape = reader.word("shape", of: Shape.self, called: "shape") ?? .hexagon
        size = reader.number("size", in: 4...200) ?? 18
        classes = ClassWish(&reader)
        // Counts are whole and many are alike: as many in each class would share their ends.
        if !reader.has("method"), !reader.has("breaks") { classes.method = .jenks }
        title = reader.text("title") ?? ""
        unit = reader.text("unit") ?? ""
        format = reader.numberFormat()
        guard let source, let place else { return nil }
        (self.source, self.place) = (source, place)
    }

    var values: ValueSource? { source }
    var quietsBaseMap: Bool { true }
    var comparesAreas: Bool { true }

    mutating func prepare(in canvas: inout MapCanvas) {
        guard let table = canvas.table(source),
            let places = canvas.coordinates(place, in: table, country: .center)
        else { return }
        var sums = [Double?](repeating: 1, count: table.rowCount)
        if let valueColumn {
            guard let column = canvas.column(valueColumn, in: table) else { return }
            sums = canvas.numbers(column, valueColumn, in: table)
        }
        points = zip(places, sums).compactMap { place, value in
            guard let place, let value else { return nil }
            return (place.coordinate, value)
        }
        if canvas.panel != nil, classes.breaks.isEmpty {
            canvas.problem(
                "the classes of bins are not the same in maps beside each other", at: source.location,
                path: source.path,
                advice: "say them: `breaks: [10, 20, 50]`")
        }
        canvas.facts += table.facts
    }

    func extent(on canvas: inout MapCanvas) -> [Geometry] { [.multiPoint(points.map(\.place))] }

    private struct Cell: Hashable {
        var column: Int
        var row: Int
    }

    /// The sum of each bin, by its place in the grid.
    private func bins(on canvas: MapCanvas) -> [Cell: Double] {
        var sums: [Cell: Double] = [:]
        for point in points {
            guard let drawn = canvas.projection.project(point.place), canvas.frame.contains(drawn) else { continue }
            sums[cell(of: Point(drawn.x - canvas.frame.minX, drawn.y - canvas.frame.minY)), default: 0] += point.value
        }
        return sums
    }

    private var rowHeight: Double { shape == .square ? size : size * 1.5 / 3.0.squareRoot() }

    private func middle(of cell: Cell) -> Point {
        let shift = shape == .hexagon && cell.row % 2 != 0 ? 0.5 : 0
        return Point((Double(cell.column) + 0.5 + shift) * size, (Double(cell.row) + 0.5) * rowHeight)
    }

    /// The bin whose middle is nearest: a hexagonal grid is two rectangular ones, set off by half (D. B. Carr and
    /// others, Scatterplot Matrix Techniques for Large N, JASA 82, 1987).
    private func cell(of point: Point) -> Cell {
        let row = Int((point.y / rowHeight).rounded(.down))
        var best: (cell: Cell, distance: Double)?
        for candidate in shape == .square ? row...row : (row - 1)...(row + 1) {
            let shift = shape == .hexagon && candidate % 2 != 0 ? 0.5 : 0
            let cell = Cell(column: Int((point.x / size - shift).rounded(.down)), row: candidate)
            let middle = middle(of: cell)
            let distance = hypot(point.x - middle.x, point.y - middle.y)
            if distance < best?.distance ?? .infinity { best = (cell, distance) }
        }
        return best?.cell ?? Cell(column: 0, row: row)
    }

    private func classed(_ sums: [Double]) -> ClassedAreas? {
        guard
            let made = Classification(
                classes.method, values: sums, classes: min(classes.count, max(1, Set(sums).count)),
                breaks: classes.breaks, midpoint: classes.midpoint)
        else { return nil }
        var shown = ClassedAreas(classes: made)
        shown.colors = classes.colors.colors(of: made)
        return shown
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        let sums = bins(on: canvas)
        guard let shown = classed(Array(sums.values)) else {
            canvas.warn("no point of \(source.name) lies in the frame", at: source.location, path: source.path)
            return
        }
        let nodes = sums.keys.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map { cell -> Node in
            let (middle, value) = (middle(of: cell), sums[cell] ?? 0)
            let center = Point(middle.x + canvas.frame.minX, middle.y + canvas.frame.minY)
            return .path(
                id: "\(canvas.name)/bins\(position)[\(cell.column),\(cell.row)]", role: "map-area",
                outline(about: center),
                fill: .color(shown.colors[min(shown.colors.count - 1, shown.classes.index(of: value))]),
                stroke: canvas.style.line(canvas.theme.background, 0.7), datum: Datum([.init("value", .number(value))]))
        }
        canvas.nodes.append(.group(id: "\(canvas.name)/bins\(position)", role: "map-layer", nodes))
    }

    private func outline(about center: Point) -> PathData {
        if shape == .square {
            return .rectangle(
                Rectangle(x: center.x - size / 2, y: center.y - size / 2, width: size, height: size))
        }
        let radius = size / 3.0.squareRoot()
        var outline = PathData()
        for corner in 0..<6 {
            let angle = Double.pi / 6 + Double(corner) * .pi / 3
            let point = Point(center.x + radius * cos(angle), center.y + radius * sin(angle))
            if corner == 0 { outline.move(to: point) } else { outline.line(to: point) }
        }
        outline.close()
        return outline
    }

    /// As long as there is no frame, a key of the same height.
    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        let sums = canvas.frame.width > 0 ? Array(bins(on: canvas).values) : [1, 2, 3, 4, 5, 6]
        guard let shown = classed(sums.isEmpty ? [1] : sums) else { return [] }
        let classKey = ClassKey(
            key: key, id: "\(key.name)/legend[bins\(position)]", shown: shown,
            numbers: shown.classes.numbers(format: format, key.phrases.numbers), missing: nil)
        return [classKey.block(title: title, unit: unit, wanted: shown.classes.classCount)]
    }
}
