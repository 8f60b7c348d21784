import SceneGraph
import Testing

@testable import Scales

@Suite("Shapes of points")
struct SymbolShapeTests {
    @Test("every shape fits a square of its size, and stands around the origin", arguments: SymbolShape.allCases)
    func fits(_ shape: SymbolShape) throws {
        let bounds = try #require(shape.path(size: 100).bounds)
        #expect(bounds.minX >= -5.01 && bounds.maxX <= 5.01)
        #expect(bounds.minX < 0 && bounds.maxX > 0 && abs(bounds.minX + bounds.maxX) < 0.01)
        #expect(bounds.height <= 10.01)
    }

    @Test("triangles are equilateral")
    func triangles() throws {
        for shape in [SymbolShape.triangle, .triangleUp, .triangleDown, .triangleLeft, .triangleRight] {
            let c = shape.path(size: 16).coordinates
            for index in 0..<3 {
                let next = (index + 1) % 3
                let (x, y) = (c[2 * next] - c[2 * index], c[2 * next + 1] - c[2 * index + 1])
                #expect(abs((x * x + y * y).squareRoot() - 4) < 1e-9)
            }
        }
    }

    @Test("a size below nothing is nothing")
    func negative() {
        #expect(SymbolShape.square.path(size: -4).bounds?.size == Size(0, 0))
    }
}
