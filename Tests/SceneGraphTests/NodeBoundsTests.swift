import Testing

@testable import SceneGraph

@Suite("What a node takes of the scene")
struct NodeBoundsTests {
    private func box(_ id: String, _ x: Double, _ y: Double, stroke: Stroke? = nil) -> Node {
        .path(id: id, role: "box", .rectangle(Rectangle(x: x, y: y, width: 10, height: 10)), stroke: stroke)
    }

    @Test("a path reaches half its stroke beyond its points")
    func stroke() {
        #expect(
            box("a", 0, 0, stroke: Stroke(.black, width: 4)).bounds == Rectangle(x: -2, y: -2, width: 14, height: 14))
        #expect(Node.path(id: "a", role: "x", PathData()).bounds == .zero)
    }

    @Test("a group has what its children have, within its clip")
    func groups() {
        let children = [box("a", 0, 0), box("b", 30, 40)]
        #expect(Node.group(id: "g", role: "g", children).bounds == Rectangle(x: 0, y: 0, width: 40, height: 50))
        let clip = PathData.rectangle(Rectangle(x: 5, y: 5, width: 100, height: 20))
        #expect(
            Node.group(id: "g", role: "g", clip: clip, children).bounds
                == Rectangle(x: 5, y: 5, width: 35, height: 20))
        let away = PathData.rectangle(Rectangle(x: 200, y: 200, width: 1, height: 1))
        #expect(Node.group(id: "g", role: "g", clip: away, children).bounds.size == Size(0, 0))
        #expect(Node.group(id: "g", role: "g", []).bounds == .zero)
    }

    @Test("nodes are visited in drawing order")
    func order() {
        let inner = Node.group(id: "inner", role: "g", [box("b", 0, 0), box("c", 0, 0)])
        var ids: [String] = []
        Node.group(id: "outer", role: "g", [box("a", 0, 0), inner, box("d", 0, 0)]).forEach { ids.append($0.id) }
        #expect(ids == ["outer", "a", "inner", "b", "c", "d"])
    }

    @Test("the smallest type is that of text which says something")
    func smallest() {
        func text(_ line: String, _ size: Double) -> Node {
            Node(
                id: line, role: "label", bounds: .zero,
                content: .text(Text(lines: [line], origin: .zero, font: Font("Any", size: size), fill: .color(.black))))
        }
        let root = Node.group(id: "g", role: "g", [text("a", 12), text("b", 9), text("", 4)])
        #expect(Scene(size: Size(10, 10), root: root).smallestType == 9)
        #expect(Scene(size: Size(10, 10), root: box("a", 0, 0)).smallestType == nil)
        #expect(text("a", 12).children.isEmpty)
    }

    @Test("colours are cut to what can be shown")
    func css() {
        #expect(Color(red: 2, green: -1, blue: .nan).css == "#ff0000")
        #expect(Color.black.opacity(0.12345).css == "rgba(0,0,0,0.123)")
        #expect(Color.white.opacity(0).css == "rgba(255,255,255,0)")
        // W3C's formula for #808080: ((128/255 + 0.055) / 1.055) ** 2.4 in Python.
        #expect(abs(Color(hex: 0x808080).luminance - 0.21586050011389926) < 1e-12)
    }
}
