import Testing

@testable import SceneGraph

@Suite struct MagnifiedTests {
    @Test func typeAlongALineGrowsWithItsLine() throws {
        let text = Text(
            lines: ["Amur"], origin: Point(10, 20), font: Font("Lato", size: 8), fill: .color(.black), lineHeight: 10,
            halo: Stroke(.white, width: 2), course: [Point(10, 20), Point(30, 25)])
        let node = Node(
            id: "river", role: "map-label", bounds: Rectangle(x: 10, y: 10, width: 20, height: 15), content: .text(text))
        let large = Scene(size: Size(100, 50), root: node).magnified(by: 2)
        #expect(large.size == Size(200, 100) && large.root.bounds == Rectangle(x: 20, y: 20, width: 40, height: 30))
        guard case .text(let grown) = large.root.content else {
            Issue.record("no text")
            return
        }
        #expect(grown.course == [Point(20, 40), Point(60, 50)])
        #expect(grown.origin == Point(20, 40) && grown.font.size == 16 && grown.halo?.width == 4)
    }
}
