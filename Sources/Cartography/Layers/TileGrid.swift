import Geography
import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A grid of squares or hexagons of one size over a frame, and which of its cells stand for which places.
struct TileGrid {
    enum Shape: String, Sendable, CaseIterable { case square, hexagon }

    let shape: Shape
    let frame: Rectangle
    /// Across, in figure units.
    let size: Double

    /// Cells as large as leave about half of the frame free: what lies apart on the earth stays apart.
    init(_ shape: Shape, count: Int, in frame: Rectangle) {
        self.shape = shape
        self.frame = frame
        let area = max(1, frame.width * frame.height) * 0.5 / Double(max(1, count))
        let wished = (shape == .square ? area : area * 2 / 3.0.squareRoot()).squareRoot()
        size = min(wished, frame.width * 0.14, frame.height * 0.2)
    }

    /// Cells of given rows and columns that fill the frame.
    init(_ shape: Shape, columns: Int, rows: Int, in frame: Rectangle) {
        self.shape = shape
        let across = Double(max(1, columns)) + (shape == .hexagon ? 0.5 : 0)
        let ratio = shape == .square ? 1 : 1.5 / 3.0.squareRoot()
        size = min(frame.width / across, frame.height / (Double(max(1, rows)) * ratio + (1 - ratio) + 0.2))
        let height = size * ratio * Double(max(1, rows))
        self.frame = Rectangle(
            x: frame.midX - size * across / 2, y: frame.midY - height / 2, width: size * across, height: height)
    }

    struct Cell: Hashable {
        var column: Int
        var row: Int
    }

    private var rowHeight: Double { shape == .square ? size : size * 1.5 / 3.0.squareRoot() }

    var cells: [Cell] {
        let rows = max(1, Int(frame.height / rowHeight))
        let columns = max(1, Int(frame.width / size - (shape == .hexagon ? 0.5 : 0)))
        return (0..<rows).flatMap { row in (0..<columns).map { Cell(column: $0, row: row) } }
    }

    func middle(of cell: Cell) -> Point {
        let shift = shape == .hexagon && cell.row % 2 != 0 ? 0.5 : 0
        return Point(
            frame.minX + (Double(cell.column) + 0.5 + shift) * size, frame.minY + (Double(cell.row) + 0.5) * rowHeight)
    }

    func outline(of cell: Cell) -> PathData {
        let center = middle(of: cell)
        let side = size - 1.5
        if shape == .square {
            return .rectangle(
                Rectangle(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side))
        }
        let radius = side / 3.0.squareRoot()
        var outline = PathData()
        for corner in 0..<6 {
            let angle = Double.pi / 6 + Double(corner) * .pi / 3
            let point = Point(center.x + radius * cos(angle), center.y + radius * sin(angle))
            if corner == 0 { outline.move(to: point) } else { outline.line(to: point) }
        }
        outline.close()
        return outline
    }

    /// A cell of its own for each place: first pushed apart, then moved together as little as can be (G. McNeill and
    /// S. A. Hale, "Generating Tile Maps", Computer Graphics Forum 36, 2017).
    func cells(for homes: [Point]) -> [Cell] {
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
