import SceneGraph
import Testing

@testable import Cartography

@Suite("Grids of tiles")
struct TileGridTests {
    @Test("cells of given rows and columns lie within the frame", arguments: CellGrid.Shape.allCases)
    func within(shape: CellGrid.Shape) {
        let frame = Rectangle(x: 10, y: 20, width: 300, height: 200)
        let grid = TileGrid(shape, columns: 5, rows: 4, in: frame)
        for row in 0..<4 {
            for column in 0..<5 {
                let bounds = grid.outline(of: .init(column: column, row: row)).bounds
                #expect(bounds.map { frame.contains($0) } == true)
            }
        }
    }

    @Test("neighbours do not touch, and hexagons stand between those of the row above")
    func neighbours() throws {
        let grid = TileGrid(.hexagon, columns: 4, rows: 3, in: Rectangle(x: 0, y: 0, width: 400, height: 400))
        let (a, b, c) = (
            grid.middle(of: .init(column: 0, row: 0)), grid.middle(of: .init(column: 1, row: 0)),
            grid.middle(of: .init(column: 0, row: 1))
        )
        #expect(abs(c.x - (a.x + b.x) / 2) < 1e-9)
        // Six neighbours of a hexagon are equally far.
        let slant = ((c.x - a.x) * (c.x - a.x) + (c.y - a.y) * (c.y - a.y)).squareRoot()
        #expect(abs(slant - (b.x - a.x)) < 1e-9)
        let left = try #require(grid.outline(of: .init(column: 0, row: 0)).bounds)
        let right = try #require(grid.outline(of: .init(column: 1, row: 0)).bounds)
        #expect(!left.intersects(right))
    }

    @Test("each place has a cell of its own, and apart ones keep their sides")
    func places() {
        let grid = TileGrid(.square, count: 12, in: Rectangle(x: 0, y: 0, width: 400, height: 300))
        let homes = [
            Point(20, 20), Point(22, 21), Point(21, 23), Point(380, 280), Point(378, 282), Point(20, 280),
        ]
        let cells = grid.cells(for: homes)
        #expect(Set(cells).count == homes.count)
        #expect(cells[0].column < cells[3].column && cells[0].row < cells[5].row)
    }
}
