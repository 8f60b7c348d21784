import SceneGraph
import Testing
import Typography

@testable import Figures

@Suite("legibility: ink and covers")
struct ReadableInkTests {
    private let measurer = FixedWidthMeasurer()
    private static let dark = Color(hex: 0x1A1F2B)

    private func text(_ color: Color, role: Role = "mark-text") -> Node {
        measurer.node(
            id: "text", role: role,
            Text(lines: ["Name"], origin: Point(40, 40), font: Font("Any", size: 12), fill: .color(color)))
    }

    private func cell(_ color: Color) -> Node {
        .path(
            id: "cell", role: "mark-rect", .rectangle(Rectangle(x: 0, y: 0, width: 150, height: 80)),
            fill: .color(color))
    }

    private func scene(_ nodes: [Node]) -> Scene {
        Scene(
            size: Size(200, 100),
            root: Node(
                id: "figure", role: .figure, bounds: Rectangle(x: 0, y: 0, width: 200, height: 100),
                content: .group(Group(children: nodes))))
    }

    private func inks(_ nodes: [Node]) -> [Color] {
        var found: [Color] = []
        scene(nodes).withReadableMarks(ink: Self.dark, others: [.white, .black], measurer: measurer).root.forEach {
            if case .text(let text) = $0.content, case .color(let color) = text.fill { found.append(color) }
        }
        return found
    }

    @Test("a number on a dark cell is light, on a light one it stays as it is")
    func onCells() {
        #expect(inks([cell(Color(hex: 0x0B3A57)), text(Self.dark)]) == [.white])
        #expect(inks([cell(Color(hex: 0xD8E8F4)), text(Self.dark)]) == [Self.dark])
    }

    @Test("a colour that somebody chose stands, and so do texts that are no marks")
    func chosen() {
        let red = Color(hex: 0xAA0000)
        #expect(inks([cell(Color(hex: 0x0B3A57)), text(red)]) == [red])
        #expect(inks([cell(Color(hex: 0x0B3A57)), text(Self.dark, role: "axis-label")]) == [Self.dark])
    }

    @Test("a text under a mark is told; one above it is not")
    func covered() {
        func faults(_ nodes: [Node]) -> [LegibilityFault] {
            LegibilityJudge(measurer: measurer).faults(of: scene(nodes)).filter { $0.kind == .coveredText }
        }
        let bar = cell(Color(hex: 0x0764B3))
        #expect(faults([text(.black, role: "axis-label"), bar]).map(\.nodes) == [["text"]])
        #expect(faults([bar, text(.white, role: "axis-label")]).isEmpty)
        #expect(faults([text(.black), cell(Color(hex: 0x0764B3).opacity(0.3))]).isEmpty)
    }
}
