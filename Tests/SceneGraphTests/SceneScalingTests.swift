import SceneGraph
import Testing

@Suite struct SceneScalingTests {
    @Test func everythingGrowsAlike() {
        let text = Text(
            lines: ["a"], origin: Point(1, 2), font: Font("Lato", size: 10), fill: .color(.black),
            halo: Stroke(.white, width: 3))
        let line = PathData.line(from: Point(0, 0), to: Point(4, 6))
        let scene = Scene(
            size: Size(10, 20),
            root: .group(
                id: "g", role: "marks", clip: .rectangle(Rectangle(x: 0, y: 0, width: 5, height: 5)),
                [
                    .path(id: "p", role: "mark-line", line, stroke: Stroke(.black, width: 2, dash: [1, 3])),
                    Node(
                        id: "t", role: "mark-text", bounds: Rectangle(x: 1, y: 1, width: 2, height: 2),
                        content: .text(text)),
                ]))
        let large = scene.scaled(by: 2)
        #expect(large.size == Size(20, 40))
        guard case .group(let group) = large.root.content, case .path(let path) = group.children[0].content,
            case .text(let words) = group.children[1].content
        else {
            Issue.record("the tree keeps its shape")
            return
        }
        #expect(group.clip?.bounds == Rectangle(x: 0, y: 0, width: 10, height: 10))
        #expect(path.data.bounds == Rectangle(x: 0, y: 0, width: 8, height: 12))
        #expect(path.stroke?.width == 4)
        #expect(path.stroke?.dash == [2, 6])
        #expect(words.font.size == 20)
        #expect(words.origin == Point(2, 4))
        #expect(words.lineHeight == 24)
        #expect(words.halo?.width == 6)
        #expect(group.children[1].bounds == Rectangle(x: 2, y: 2, width: 4, height: 4))
    }

    @Test func typeAlongALineGrowsWithItsLine() throws {
        let text = Text(
            lines: ["Amur"], origin: Point(10, 20), font: Font("Lato", size: 8), fill: .color(.black), lineHeight: 10,
            halo: Stroke(.white, width: 2), course: [Point(10, 20), Point(30, 25)])
        let node = Node(
            id: "river", role: "map-label", bounds: Rectangle(x: 10, y: 10, width: 20, height: 15), content: .text(text)
        )
        let large = Scene(size: Size(100, 50), root: node).scaled(by: 2)
        #expect(large.size == Size(200, 100) && large.root.bounds == Rectangle(x: 20, y: 20, width: 40, height: 30))
        guard case .text(let grown) = large.root.content else {
            Issue.record("no text")
            return
        }
        #expect(grown.course == [Point(20, 40), Point(60, 50)])
        #expect(grown.origin == Point(20, 40) && grown.font.size == 16 && grown.halo?.width == 4)
    }
}
