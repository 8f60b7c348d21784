import SceneGraph
import Testing

@testable import Cartography

@Suite("Lines over areas and along each other")
struct LineWorkTests {
    private let square = [Point(0, 0), Point(40, 0), Point(40, 40), Point(0, 40)]

    private func length(_ path: PathData) -> Double {
        let c = path.coordinates
        return stride(from: 0, to: c.count - 3, by: 4).reduce(0) { sum, index in
            let (x, y) = (c[index + 2] - c[index], c[index + 3] - c[index + 1])
            return sum + (x * x + y * y).squareRoot()
        }
    }

    @Test("hatching covers an area in proportion to it, and leaves holes out", arguments: [true, false])
    func hatching(rising: Bool) {
        // Lines a unit apart are as long together as the area is large.
        let whole = length(Hatching.lines(over: [square], spacing: 1, rising: rising))
        #expect(abs(whole - 1600) < 8)
        let hole = [Point(10, 10), Point(10, 30), Point(30, 30), Point(30, 10)]
        let rest = length(Hatching.lines(over: [square, hole], spacing: 1, rising: rising))
        #expect(abs(rest - 1200) < 8)
    }

    @Test("lines of neighbours meet")
    func neighbours() {
        let moved = square.map { Point($0.x + 40, $0.y) }
        let left = Hatching.lines(over: [square], spacing: 6).coordinates
        let right = Hatching.lines(over: [moved], spacing: 6).coordinates
        func borders(_ c: [Double]) -> [Int] {
            stride(from: 0, to: c.count, by: 2).filter { abs(c[$0] - 40) < 1e-9 }.map {
                Int((c[$0 + 1] * 1e3).rounded())
            }
            .sorted()
        }
        #expect(!borders(left).isEmpty && borders(left) == borders(right))
    }

    @Test("what runs along a known line is left out, what crosses it goes on")
    func mask() {
        var mask = LineMask(reach: 2)
        #expect(mask.isEmpty && mask.outside(square) == [square])
        mask.add([Point(0, 0), Point(100, 0)])
        #expect(mask.outside([Point(0, 1), Point(100, 1)]).isEmpty)
        let branching = mask.outside([Point(0, 1), Point(50, 1), Point(50, 40)])
        #expect(branching.count == 1)
        #expect(branching.first?.last == Point(50, 40) && (branching.first?.first?.y ?? 0) > 1.9)
        let crossing = mask.outside([Point(50, -40), Point(50, 40)])
        #expect(crossing.count == 2)
    }
}
