import SceneGraph
import Testing
import Typography

@testable import Figures

/// Scenes of a few nodes, 200 by 100, in type of fixed width: a letter is half as wide as it is high.
private let measurer = FixedWidthMeasurer()

private func text(
    _ string: String, at x: Double, _ y: Double, size: Double = 12, color: Color = .black, angle: Double = 0,
    id: String = "text"
) -> Node {
    measurer.node(
        id: id, role: "axis-label",
        Text(
            lines: [string], origin: Point(x, y), font: Font("Any", size: size), fill: .color(color), angle: angle))
}

private func bar(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: UInt32, id: String = "bar"
)
    -> Node
{
    .path(
        id: id, role: "mark-bar", .rectangle(Rectangle(x: x, y: y, width: width, height: height)),
        fill: .color(Color(hex: color)))
}

private func scene(_ nodes: [Node], width: Double = 200, height: Double = 100) -> Scene {
    Scene(
        size: Size(width, height),
        root: Node(
            id: "figure", role: .figure, bounds: Rectangle(x: 0, y: 0, width: width, height: height),
            content: .group(Group(children: nodes))))
}

private func faults(_ nodes: [Node], _ kind: LegibilityFault.Kind) -> [LegibilityFault] {
    LegibilityJudge(measurer: measurer).faults(of: scene(nodes)).filter { $0.kind == kind }
}

@Suite("legibility: texts")
struct TextLegibilityTests {
    @Test("texts that share letters are told, with both ids in drawing order")
    func overlap() throws {
        let found = faults(
            [text("first label", at: 40, 40, id: "a"), text("second", at: 80, 43, id: "b")], .overlappingTexts)
        #expect(try #require(found.first).nodes == ["a", "b"])
        #expect(found.count == 1)
    }

    @Test(
        "texts beside or below one another are clean",
        arguments: [(110.0, 40.0), (40, 53), (40, 27)])
    func apart(x: Double, y: Double) {
        #expect(faults([text("first label", at: 40, 40), text("second", at: x, y)], .overlappingTexts).isEmpty)
    }

    @Test("slanted labels side by side are clean though their upright bounds overlap")
    func slanted() {
        let labels = (0..<4).map { text("a long name", at: 60 + Double($0) * 20, 70, angle: -45, id: "l\($0)") }
        #expect(labels[0].bounds.intersects(labels[1].bounds))
        #expect(faults(labels, .overlappingTexts).isEmpty)
        let tight = (0..<2).map { text("a long name", at: 60 + Double($0) * 6, 70, angle: -45, id: "l\($0)") }
        #expect(faults(tight, .overlappingTexts).count == 1)
    }

    @Test("text that leaves the figure, or its group's clip, is told")
    func frame() {
        #expect(faults([text("outside", at: 180, 40)], .outOfFrame).count == 1)
        #expect(faults([text("inside", at: 20, 40)], .outOfFrame).isEmpty)
        let clipped = Node.group(
            id: "view", role: "marks", clip: .rectangle(Rectangle(x: 0, y: 0, width: 60, height: 100)),
            [text("half of it", at: 40, 40)])
        #expect(faults([clipped], .outOfFrame).count == 1)
    }

    @Test("type under 7 pt is told", arguments: [(9.0, 1), (9.34, 0), (12, 0)])
    func small(size: Double, count: Int) {
        #expect(faults([text("small", at: 20, 40, size: size)], .smallText).count == count)
    }
}

@Suite("legibility: contrast")
struct ContrastLegibilityTests {
    /// Ratios of WebAIM's contrast checker: #767676 on white 4.54, #777777 on white 4.48 (rounded, both taken as 4.5),
    /// #808080 on white 3.95; white on #1f5a8c 7.19; #808080 on #1f5a8c 1.82.
    @Test(
        "text against paper",
        arguments: [(0x767676, 0), (0x808080, 1), (0x000000, 0), (0xEEEEEE, 1)] as [(UInt32, Int)])
    func paper(color: UInt32, count: Int) {
        #expect(faults([text("words", at: 20, 40, color: Color(hex: color))], .faintText).count == count)
    }

    @Test("text on a bar is judged against the bar, and one that is drawn before it against the paper")
    func behind() {
        let label = text("words", at: 20, 40, color: .white)
        let ground = bar(10, 20, 100, 40, 0x1F5A8C)
        #expect(faults([ground, label], .faintText).isEmpty)
        #expect(faults([label, ground], .faintText).count == 1)
    }

    @Test("the worst place counts: a label that runs out of its bar")
    func straddling() {
        let found = faults([bar(10, 20, 20, 40, 0x1F5A8C), text("words", at: 20, 40, color: .white)], .faintText)
        #expect(found.count == 1)
    }

    @Test("a halo is what a text is read on")
    func halo() {
        var label = text("words", at: 20, 40)
        if case .text(var words) = label.content {
            words.halo = Stroke(.white, width: 3)
            label.content = .text(words)
        }
        #expect(faults([bar(10, 20, 100, 40, 0x111111), label], .faintText).isEmpty)
    }

    @Test("one fault a colour of marks, and none for a ramp")
    func marks() {
        let pale = (0..<3).map { bar(10 + Double($0) * 30, 20, 20, 40, 0xFFDD88, id: "bar[\($0)]") }
        let found = faults(pale, .faintMark)
        #expect(found.map(\.nodes) == [["bar[0]"]])
        let ramp = [0xDEEBF7, 0x9ECAE1, 0x3182BD, 0x08519C].enumerated().map {
            bar(10 + Double($0.offset) * 30, 20, 20, 40, $0.element, id: "bar[\($0.offset)]")
        }
        #expect(faults(ramp, .faintMark).isEmpty)
    }

    @Test("a pale mark with a dark stroke can be seen")
    func stroked() {
        let node = Node.path(
            id: "bar", role: "mark-bar", .rectangle(Rectangle(x: 10, y: 20, width: 20, height: 40)),
            fill: .color(Color(hex: 0xFFEECC)), stroke: Stroke(Color(hex: 0x333333), width: 1))
        #expect(faults([node], .faintMark).isEmpty)
    }
}

@Suite("legibility: the whole")
struct FigureLegibilityTests {
    @Test("a figure larger than its size is told")
    func size() {
        let judge = LegibilityJudge(width: 150, height: 100, measurer: measurer)
        #expect(judge.faults(of: scene([])).map(\.kind) == [.tooWide])
        #expect(
            LegibilityJudge(width: 200, height: 90, measurer: measurer).faults(of: scene([])).map(\.kind) == [.tooHigh])
    }

    @Test("a plot beside a legend that takes more than half of the width is squeezed; one with nothing beside is not")
    func plot() {
        let axis = Node.path(
            id: "axis", role: "axis-domain", .line(from: Point(10, 70), to: Point(70, 70)), stroke: Stroke(.black))
        let plot = [bar(10, 10, 40, 60, 0x1F5A8C), bar(55, 10, 15, 60, 0x1F5A8C), axis]
        #expect(faults(plot + [text("a legend of length", at: 80, 40)], .squeezedPlot).count == 1)
        #expect(faults(plot + [text("a legend of length", at: 10, 90)], .squeezedPlot).isEmpty)
    }

    @Test("many faults of one kind are told as twenty and a count")
    func many() {
        let all = (0..<50).map { LegibilityFault(.smallText, nodes: ["t\($0)"], "small") }
        let told = LegibilityFault.diagnostics(all, file: "f.yaml")
        #expect(told.count == 21)
        #expect(told.last?.message.hasPrefix("30 more like it") == true)
        #expect(told.allSatisfy { $0.severity == .warning && $0.file == "f.yaml" })
    }
}

@Suite("containment in outlines")
struct PathContainmentTests {
    @Test("a ring by the non-zero and the even-odd rule")
    func ring() {
        var path = PathData.rectangle(Rectangle(x: 0, y: 0, width: 10, height: 10))
        path.append(.rectangle(Rectangle(x: 3, y: 3, width: 4, height: 4)))
        #expect(path.contains(Point(5, 5)))
        #expect(!path.contains(Point(5, 5), evenOdd: true))
        #expect(path.contains(Point(1, 5), evenOdd: true))
    }

    @Test("points of a grid lie in a circle as its equation says", arguments: [false, true])
    func circle(evenOdd: Bool) {
        let path = PathData.circle(center: Point(0, 0), radius: 10)
        for x in stride(from: -12.3, through: 12, by: 1.7) {
            for y in stride(from: -12.1, through: 12, by: 1.9) {
                let distance = (x * x + y * y).squareRoot()
                // Chords lie within the circle by 10 (1 - cos (π/32)), half a tenth.
                guard abs(distance - 10) > 0.1 else { continue }
                #expect(path.contains(Point(x, y), evenOdd: evenOdd) == (distance < 10), "\(x), \(y)")
            }
        }
    }
}
