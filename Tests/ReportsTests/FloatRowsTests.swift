import SceneGraph
import Testing

@testable import Reports

@Suite("Rows of figures")
struct FloatRowsTests {
    private func float(_ heights: [(FloatWidth, Double)]) -> PageFloat {
        PageFloat(
            drawings: heights.map { width, height in
                PageFloat.Drawing(width: width, items: [FlowItem(nodes: [], height: height)], cost: width.cost)
            }, position: 0, names: [])
    }

    @Test("the cheapest comes first, and what costs more is lower")
    func order() {
        var rows = FloatRows([float([(.page, 300), (.low, 200), (.column, 250)])])
        let choices = rows.choices(0, 1, highest: 400)
        #expect(choices.map(\.height) == [300, 200])
        #expect(choices.map(\.cost) == [0, 4])
    }

    @Test("two halves stand side by side, as high as the higher, and unlike heights cost")
    func pairs() throws {
        var rows = FloatRows([float([(.page, 300), (.half, 100)]), float([(.page, 300), (.half, 80)])])
        let lowest = try #require(rows.choices(0, 2, highest: 1000).last)
        #expect(lowest.heights == [100])
        #expect(lowest.rows.first?.entries.map(\.float) == [0, 1])
        // Twice 20, and sixty times a fifth.
        #expect(lowest.cost == 52)
    }

    @Test("a half stands alone in no row, and what is too high in none")
    func none() {
        var half = FloatRows([float([(.half, 100)])])
        #expect(half.choices(0, 1, highest: 400).isEmpty)
        var high = FloatRows([float([(.page, 500)])])
        #expect(high.choices(0, 1, highest: 400).isEmpty)
    }

    @Test("a figure in the flow keeps its parts together and clears the margin")
    func inFlow() {
        let parts = [FlowItem(nodes: [], height: 10), FlowItem(nodes: [], height: 20, spaceBefore: 5)]
        let float = PageFloat(drawings: [.init(width: .page, items: parts)], position: 0, names: [])
        #expect(float.drawings[0].height == 35)
        #expect(float.inFlow.map(\.spaceBefore) == [22, 5])
        #expect(float.inFlow.map(\.keepsWithNext) == [true, false])
        #expect(float.inFlow.map(\.clearsRail) == [true, false])
        #expect(float.inFlow.last?.spaceAfter == 12)
        #expect(PageFloat(drawings: [], position: 0, names: []).inFlow.isEmpty)
    }
}
