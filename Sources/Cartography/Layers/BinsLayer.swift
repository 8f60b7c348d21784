import Documents
import Formats
import Geography
import Scales
import SceneGraph

/// Points gathered in hexagons or squares of one size, coloured by how many there are or by the sum of a value.
struct BinsLayer: MapLayer {
    static let word = "bins"

    var source: ValueSource
    var place: PlaceColumns
    /// What is summed; nil to count.
    var valueColumn: ColumnName?
    var shape: CellGrid.Shape
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
        shape = reader.word("shape", of: CellGrid.Shape.self, called: "shape") ?? .hexagon
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

    private func grid(on canvas: MapCanvas) -> CellGrid {
        CellGrid(shape: shape, size: size, origin: Point(canvas.frame.minX, canvas.frame.minY))
    }

    /// The sum of each bin, by its place in the grid.
    private func bins(on canvas: MapCanvas) -> [CellGrid.Cell: Double] {
        let grid = grid(on: canvas)
        var sums: [CellGrid.Cell: Double] = [:]
        for point in points {
            guard let drawn = canvas.projection.project(point.place), canvas.frame.contains(drawn) else { continue }
            sums[grid.cell(at: drawn), default: 0] += point.value
        }
        return sums
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
        let grid = grid(on: canvas)
        let nodes = sums.keys.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map { cell -> Node in
            let value = sums[cell] ?? 0
            return .path(
                id: "\(canvas.name)/bins\(position)[\(cell.column),\(cell.row)]", role: "map-area",
                grid.outline(of: cell),
                fill: .color(shown.colors[min(shown.colors.count - 1, shown.classes.index(of: value))]),
                stroke: canvas.style.line(canvas.theme.background, 0.7), datum: Datum([.init("value", .number(value))]))
        }
        canvas.nodes.append(.group(id: "\(canvas.name)/bins\(position)", role: "map-layer", nodes))
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
