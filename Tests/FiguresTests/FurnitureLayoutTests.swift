import SceneGraph
import Testing
import Typography

@testable import Figures

@Suite("Furniture")
struct FurnitureLayoutTests {
    @Test("title, subtitle, picture, note and source stand in that order and do not overlap")
    func order() {
        let layout = FurnitureLayout(
            Furniture(
                title: "A claim that is long enough to need more than one line of the column that it stands in",
                subtitle: "Students, 2005 and 2015", note: "Two counts.", sources: ["A", "B (2026)"]),
            name: "f", width: 300, theme: .dossier, measurer: FixedWidthMeasurer())
        let picture = Node.path(
            id: "f/picture", role: .picture,
            .rectangle(Rectangle(x: 12, y: layout.pictureTop, width: layout.pictureWidth, height: 100)))
        let scene = layout.scene(name: "f", picture: [picture], pictureHeight: 100, alternative: "")
        let nodes = scene.root.children
        #expect(nodes.map(\.role) == [.title, .subtitle, .picture, .note, .source])
        for (above, below) in zip(nodes, nodes.dropFirst()) {
            #expect(above.bounds.maxY <= below.bounds.minY + 0.001, "\(above.id) and \(below.id)")
        }
        for node in nodes { #expect(scene.root.bounds.contains(node.bounds), "\(node.id)") }
        guard case .text(let source) = nodes[4].content else {
            Issue.record("the source line is no text")
            return
        }
        #expect(source.lines == ["Source: A; B (2026)"])
    }

    @Test("a figure without furniture has margins alone")
    func bare() {
        let layout = FurnitureLayout(
            Furniture(), name: "f", width: 300, theme: .dossier, measurer: FixedWidthMeasurer())
        #expect(layout.pictureTop == Theme.dossier.margin)
        #expect(layout.footerHeight == Theme.dossier.margin)
    }

    @Test("sizes by name and by number")
    func sizes() {
        #expect(FigureSize(parsing: "page") == .page)
        #expect(FigureSize(parsing: "800x600") == FigureSize(width: 800, height: 600))
        for text in ["", "x", "800x", "800x600x2", "-1x5", "nanxnan", "1e9x5", "15x15", "pages"] {
            #expect(FigureSize(parsing: text) == nil, "\(text)")
        }
    }
}
