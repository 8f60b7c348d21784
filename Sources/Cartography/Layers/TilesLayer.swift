import Documents
import Geography
import SceneGraph
import Tables
import Typography

/// A tile of one size for each area, near where it lies, coloured by classes of a value: small states weigh as much as
/// large ones.
struct TilesLayer: MapLayer {
    static let word = "tiles"

    /// Its values, classes and key are a choropleth's.
    private var areas: ChoroplethLayer
    private var shape: CellGrid.Shape
    /// Columns of the table with the cell of each area, from 0; nil to find cells.
    private var rowColumn: ColumnName?
    private var columnColumn: ColumnName?
    private var cells: [String: CellGrid.Cell] = [:]

    /// The assignment takes the cube of the areas' count.
    private static let most = 500

    init?(_ reader: inout DocumentReader) {
        shape = reader.word("shape", of: CellGrid.Shape.self, called: "shape") ?? .square
        rowColumn = reader.column("row")
        columnColumn = reader.column("column")
        if (rowColumn == nil) != (columnColumn == nil) {
            reader.report(nil, "a grid of one's own names both columns, `row` and `column`")
        }
        guard let areas = ChoroplethLayer(&reader) else { return nil }
        self.areas = areas
    }

    var dataset: Dataset? { areas.dataset }
    var states: Dataset? { areas.states }
    var drawsBoundaries: Bool { false }
    var isDiagram: Bool { true }
    var comparesAreas: Bool { false }
    var values: ValueSource? { areas.values }

    func extent(on canvas: inout MapCanvas) -> [Geometry] { areas.extent(on: &canvas) }

    mutating func prepare(in canvas: inout MapCanvas) {
        areas.prepare(in: &canvas)
        guard let rowColumn, let columnColumn, let rows = areas.area.joined(rowColumn, in: &canvas),
            let columns = areas.area.joined(columnColumn, in: &canvas)
        else { return }
        var owners: [CellGrid.Cell: String] = [:]
        for (code, row) in rows.values.sorted(by: { $0.key < $1.key }) {
            guard let column = columns.values[code], let cell = cell(row: row, column: column) else {
                canvas.problem(
                    "the cell of `\(code)` is not two whole numbers from 0 to 200", at: rowColumn.location,
                    path: rowColumn.path)
                continue
            }
            if let other = owners.updateValue(code, forKey: cell) {
                canvas.problem(
                    "`\(other)` and `\(code)` have the same cell", at: rowColumn.location, path: rowColumn.path)
            }
            cells[code] = cell
        }
    }

    private func cell(row: Double, column: Double) -> CellGrid.Cell? {
        guard let row = Int(exactly: row), let column = Int(exactly: column), (0...200).contains(row),
            (0...200).contains(column)
        else { return nil }
        return CellGrid.Cell(column: column, row: row)
    }

    private struct Tile {
        var code: String
        var name: String
        /// Of two letters, where there is one.
        var short: String?
        var home: Point
    }

    /// The areas that have a value.
    private func tiles(on canvas: inout MapCanvas) -> [Tile] {
        guard let shown = areas.shown, let (topology, members) = canvas.topology(areas.area.data) else { return [] }
        var tiles: [Tile] = []
        for (index, member) in members.members.enumerated() {
            let code = canvas.shownCode(member.id, member.properties, position: index)
            guard code == member.id || code.hasPrefix("#"), shown.values[code] != nil,
                let geometry = topology.geometry(of: member.shape)
            else { continue }
            let home = canvas.path.centroid(of: geometry) ?? Point(canvas.frame.midX, canvas.frame.midY)
            tiles.append(
                Tile(
                    code: code, name: canvas.localName(member.properties) ?? code,
                    short: member.properties["iso_a2"]?.string, home: home))
        }
        return tiles
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        let tiles = tiles(on: &canvas)
        guard tiles.count <= Self.most else {
            canvas.problem(
                "\(tiles.count) areas are too many for tiles", at: areas.area.source.location,
                path: areas.area.source.path, advice: "choose up to \(Self.most) with `where`")
            return
        }
        let placed = placed(tiles, on: canvas)
        let labels = labels(tiles, room: placed.grid.size * 0.9, on: canvas)
        var nodes: [Node] = []
        for tile in tiles {
            guard let cell = placed.cells[tile.code] else {
                canvas.warn(
                    "`\(tile.code)` has no cell in the grid, and is not shown", at: rowColumn?.location,
                    path: rowColumn?.path ?? areas.path)
                continue
            }
            nodes += self.nodes(tile, labels[tile.code], cell, placed.grid, on: canvas)
            canvas.namesDrawn.append(tile.name)
        }
        canvas.nodes.append(.group(id: "\(canvas.name)/tiles\(position)", role: "map-layer", nodes))
    }

    private func placed(_ tiles: [Tile], on canvas: MapCanvas) -> (grid: TileGrid, cells: [String: CellGrid.Cell]) {
        if rowColumn != nil {
            let columns = (cells.values.map(\.column).max() ?? 0) + 1, rows = (cells.values.map(\.row).max() ?? 0) + 1
            return (TileGrid(shape, columns: columns, rows: rows, in: canvas.frame), cells)
        }
        let grid = TileGrid(shape, count: tiles.count, in: canvas.frame)
        let chosen = grid.cells(for: tiles.map(\.home))
        return (grid, Dictionary(zip(tiles.map(\.code), chosen)) { first, _ in first })
    }

    private func nodes(
        _ tile: Tile, _ text: String?, _ cell: CellGrid.Cell, _ grid: TileGrid, on canvas: MapCanvas
    ) -> [Node] {
        guard let shown = areas.shown, let value = shown.values[tile.code] else { return [] }
        let position = min(shown.colors.count - 1, shown.classes.index(of: value))
        let color = shown.colors[position]
        let datum: [Datum.Field] = [
            .init("code", .string(tile.code)), .init("name", .string(tile.name)), .init("value", .number(value)),
            .init("class", .number(Double(position + 1))),
        ]
        let id = "\(canvas.name)/tile[\(tile.code)]"
        let facts = shown.facts[tile.code].map { [$0] } ?? []
        let outline = Node.path(
            id: id, role: "map-area", grid.outline(of: cell), fill: .color(color), facts: facts, datum: Datum(datum))
        return [outline] + [text.map { label($0, id, at: grid.middle(of: cell), color, on: canvas) }].compactMap { $0 }
    }

    private func font(on canvas: MapCanvas) -> Font {
        canvas.theme.font(size: max(MapStyle.leastType, canvas.theme.labelSize * 0.82))
    }

    /// Names where all fit, else codes of three letters, else of two: one manner for all tiles.
    private func labels(_ tiles: [Tile], room: Double, on canvas: MapCanvas) -> [String: String] {
        let manners: [(Tile) -> String] = [{ $0.name }, { $0.code }, { $0.short ?? $0.code }]
        let font = font(on: canvas)
        let texts = manners.map { manner in tiles.map(manner) }
        let fitting =
            texts.first { $0.allSatisfy { canvas.measurer.width(of: $0, font: font) <= room } } ?? texts.last ?? []
        return Dictionary(zip(tiles.map(\.code), fitting)) { first, _ in first }
            .filter { canvas.measurer.width(of: $0.value, font: font) <= room }
    }

    private func label(_ text: String, _ id: String, at middle: Point, _ color: Color, on canvas: MapCanvas) -> Node {
        let font = font(on: canvas)
        let metrics = canvas.measurer.metrics(of: font)
        return canvas.measurer.node(
            id: id + "/label", role: "map-label",
            Text(
                lines: [text], origin: Point(middle.x, middle.y + metrics.capHeight / 2), anchor: .middle, font: font,
                fill: .color(canvas.style.labelColor(on: color))))
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        // An area without a value has no tile.
        var shown = areas
        shown.shown?.lacksValues = false
        return shown.key(key, on: canvas, position: position)
    }
}
