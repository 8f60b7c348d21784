import Geography
import SceneGraph

/// Cells of one size over a frame, and which of them stand for which places.
struct TileGrid {
    private let frame: Rectangle
    private let grid: CellGrid

    /// Between tiles, in figure units.
    private static let gap = 1.5

    var size: Double { grid.size }

    /// Cells as large as leave about half of the frame free: what lies apart on the earth stays apart.
    init(_ shape: CellGrid.Shape, count: Int, in frame: Rectangle) {
        let area = max(1, frame.width * frame.height) * 0.5 / Double(max(1, count))
        let wished = (shape == .square ? area : area * 2 / 3.0.squareRoot()).squareRoot()
        let size = min(wished, frame.width * 0.14, frame.height * 0.2)
        self.frame = frame
        grid = CellGrid(shape: shape, size: size, origin: Point(frame.minX, frame.minY))
    }

    /// Cells of given rows and columns that fill the frame.
    init(_ shape: CellGrid.Shape, columns: Int, rows: Int, in frame: Rectangle) {
        let across = Double(max(1, columns)) + (shape == .hexagon ? 0.5 : 0)
        let ratio = CellGrid.ratio(shape)
        let size = min(frame.width / across, frame.height / (Double(max(1, rows)) * ratio + (1 - ratio) + 0.2))
        let height = size * ratio * Double(max(1, rows))
        self.frame = Rectangle(
            x: frame.midX - size * across / 2, y: frame.midY - height / 2, width: size * across, height: height)
        grid = CellGrid(shape: shape, size: size, origin: Point(self.frame.minX, self.frame.minY))
    }

    func middle(of cell: CellGrid.Cell) -> Point { grid.middle(of: cell) }
    func outline(of cell: CellGrid.Cell) -> PathData { grid.outline(of: cell, gap: Self.gap) }

    private var cells: [CellGrid.Cell] {
        let rows = max(1, Int(frame.height / grid.rowHeight))
        let columns = max(1, Int(frame.width / size - (grid.shape == .hexagon ? 0.5 : 0)))
        return (0..<rows).flatMap { row in (0..<columns).map { CellGrid.Cell(column: $0, row: row) } }
    }

    /// A cell of its own for each place: first pushed apart, then moved together as little as can be (G. McNeill and
    /// S. A. Hale, "Generating Tile Maps", Computer Graphics Forum 36, 2017).
    func cells(for homes: [Point]) -> [CellGrid.Cell] {
        var bodies = Bodies(homes.map { .init(home: $0, radius: size * 0.48) }, shape: .square)
        let places = bodies.settled(within: frame)
        let cells = cells
        let chosen = Assignment.columns(rows: places.count, columns: cells.count) { place, cell in
            let middle = middle(of: cells[cell])
            let (dx, dy) = (middle.x - places[place].x, middle.y - places[place].y)
            return dx * dx + dy * dy
        }
        return chosen.map { cells[$0] }
    }
}
