import SceneGraph
import Testing

/// What moves or magnifies a picture moves a bent baseline too.
@Suite struct BentTextMovesTests {
    private func node() -> Node {
        Node(
            id: "n", role: "map-label", bounds: Rectangle(x: 0, y: 0, width: 10, height: 10),
            content: .text(
                Text(
                    lines: ["Ob"], origin: Point(5, 5), anchor: .middle, font: Font("Lato", size: 8),
                    fill: .color(.black),
                    course: [Point(0, 5), Point(10, 6)])))
    }

    private func course(_ node: Node) -> [Point] {
        if case .text(let text) = node.content { text.course } else { [] }
    }

    @Test func translated() { #expect(course(node().translated(by: Point(3, -1))) == [Point(3, 4), Point(13, 5)]) }

    @Test func magnified() {
        let scene = Scene(size: Size(20, 20), root: node()).scaled(by: 2)
        #expect(course(scene.root) == [Point(0, 10), Point(20, 12)])
    }
}
