import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Squares, or hexagons that stand on a corner, of one size over the plane; every other row of hexagons is set off by
/// half.
struct CellGrid {
    enum Shape: String, Sendable, CaseIterable { case hexagon, square }

    struct Cell: Hashable {
        var column: Int
        var row: Int
    }

    var shape: Shape
    /// Across, in figure units.
    var size: Double
    /// The corner that rows and columns count from.
    var origin: Point

    /// From one row to the next.
    var rowHeight: Double { size * CellGrid.ratio(shape) }

    /// Of a row's height to a cell's width.
    static func ratio(_ shape: Shape) -> Double { shape == .square ? 1 : 1.5 / 3.0.squareRoot() }

    private func shift(_ row: Int) -> Double { shape == .hexagon && row % 2 != 0 ? 0.5 : 0 }

    func middle(of cell: Cell) -> Point {
        Point(
            origin.x + (Double(cell.column) + 0.5 + shift(cell.row)) * size,
            origin.y + (Double(cell.row) + 0.5) * rowHeight)
    }

    /// The cell whose middle is nearest: a hexagonal grid is two rectangular ones, set off by half (D. B. Carr and
    /// others, Scatterplot Matrix Techniques for Large N, JASA 82, 1987).
    func cell(at point: Point) -> Cell {
        let row = Int(((point.y - origin.y) / rowHeight).rounded(.down))
        var best: (cell: Cell, distance: Double)?
        for candidate in shape == .square ? row...row : (row - 1)...(row + 1) {
            let column = Int(((point.x - origin.x) / size - shift(candidate)).rounded(.down))
            let cell = Cell(column: column, row: candidate)
            let middle = middle(of: cell)
            let distance = hypot(point.x - middle.x, point.y - middle.y)
            if distance < best?.distance ?? .infinity { best = (cell, distance) }
        }
        return best?.cell ?? Cell(column: 0, row: row)
    }

    /// - Parameter gap: between a cell and the next.
    func outline(of cell: Cell, gap: Double = 0) -> PathData {
        let center = middle(of: cell)
        let side = size - gap
        if shape == .square {
            return .rectangle(Rectangle(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side))
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
}
