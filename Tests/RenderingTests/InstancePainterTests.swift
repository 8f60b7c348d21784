import Documents
import Pictures
import SceneGraph
import Testing

@testable import Rendering

@Suite("Instances in pixels")
struct InstancePainterTests {
    let fonts: FontLibrary

    init() throws { fonts = try FontLibrary(family: "Lato", fallbacks: ["Noto Sans"]) }

    /// 400 marks of four looks, over each other and over the picture's edges.
    private func instances() -> Instances {
        var state: UInt64 = 3
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24)
        }
        let looks: [Instances.Appearance] = [
            .init(outline: 0, fill: nil, stroke: Stroke(Color(hex: 0x4C78A8).opacity(0.7), width: 2)),
            .init(outline: 0, fill: Color(hex: 0xF58518).opacity(0.5), stroke: Stroke(.black, width: 1, dash: [2, 1])),
            .init(outline: 1, fill: Color(hex: 0x54A24B), stroke: nil),
            .init(outline: 2, fill: nil, stroke: Stroke(Color(hex: 0xE45756), width: 1.5, join: .miter)),
        ]
        var triangle = PathData()
        triangle.move(to: Point(-4, 3))
        triangle.line(to: Point(4, 3))
        triangle.line(to: Point(0, -6))
        triangle.close()
        return Instances(
            name: "s/point", role: "mark-point",
            outlines: [
                .circle(center: .zero, radius: 4), .rectangle(Rectangle(x: -3, y: -2, width: 6, height: 4)), triangle,
            ],
            appearances: looks,
            instances: (0..<400).map { number in
                Instances.Instance(
                    place: Point(next() * 130 - 5, next() * 90 - 5), appearance: number % 4, number: number)
            })
    }

    private func picture(
        _ children: [Node], group: (inout Group) -> Void, background: Color?, scale: Double
    ) throws -> PixelImage {
        var inner = Group(children: children)
        group(&inner)
        let box = Rectangle(x: 0, y: 0, width: 120, height: 80)
        let root = Node(
            id: "s", role: .figure, bounds: box,
            content: .group(Group(children: [Node(id: "g", role: "marks", bounds: box, content: .group(inner))])))
        let scene = Scene(size: Size(120, 80), root: root, background: background)
        return try PixelImage(png: PNGExporter.png(of: scene, scale: scale, fonts: fonts), file: "s.png")
    }

    /// Marks stand at most 1/32 of a pixel from their places, which is 8 of 255 at an edge; where several edges lie
    /// over each other it may be more. The edge of a round clip is looked past: Cairo cuts each mark by itself there,
    /// so that marks over each other cover more of a pixel than the clip leaves of it; instances are cut together.
    @Test(
        "the picture is that of the nodes: at most a tenth of a part of a pixel, on average less than 1.5 of 255",
        arguments: [
            1.0, 1.7, 2.0,
        ], ["plain", "clipped", "cut round", "faint", "transparent"])
    func agreement(_ scale: Double, _ way: String) throws {
        let instances = instances()
        let round = PathData.circle(center: Point(60, 40), radius: 35)
        func group(_ group: inout Group) {
            if way == "clipped" { group.clip = .rectangle(Rectangle(x: 20, y: 10, width: 60, height: 40)) }
            if way == "cut round" { group.clip = round }
            if way == "faint" { group.opacity = 0.5 }
        }
        let background: Color? = way == "transparent" ? nil : .white
        let quick = try picture(
            [try #require(Node.instances(instances))], group: group, background: background, scale: scale)
        let plain = try picture(Array(instances.nodes), group: group, background: background, scale: scale)
        let empty = try picture([], group: group, background: background, scale: scale)
        // Colours are kept multiplied by alpha: where little is seen they are not told apart.
        func seen(_ image: PixelImage) -> [Double] {
            image.pixels.indices.map { index in
                index % 4 == 3
                    ? Double(image.pixels[index]) : Double(image.pixels[index]) * Double(image.pixels[index | 3]) / 255
            }
        }
        let cut = try picture(
            [.path(id: "c", role: "c", round, fill: .color(.black))], group: { _ in }, background: .white, scale: scale)
        let differences = zip(zip(seen(quick), seen(plain)), cut.pixels.indices).map { pair, index -> Double in
            let edge = way == "cut round" && cut.pixels[index & ~3] != 0 && cut.pixels[index & ~3] != 255
            return edge ? 0 : abs(pair.0 - pair.1)
        }
        #expect(differences.max() ?? 255 <= 25.5)
        #expect(differences.reduce(0, +) / Double(differences.count) < 1.5)
        #expect(quick != empty)
    }

    @Test("what is too large for masks is drawn as the nodes are")
    func large() throws {
        var instances = instances()
        instances.outlines[0] = .circle(center: .zero, radius: 200)
        let quick = try picture(
            [try #require(Node.instances(instances))], group: { _ in }, background: .white, scale: 1)
        #expect(try quick == picture(Array(instances.nodes), group: { _ in }, background: .white, scale: 1))
    }

    @Test("scene JSON and SVG know nothing of instances")
    func unfolded() throws {
        let instances = instances()
        let box = Rectangle(x: 0, y: 0, width: 120, height: 80)
        func scene(_ children: [Node]) -> Scene {
            Scene(
                size: Size(120, 80),
                root: Node(id: "s", role: .figure, bounds: box, content: .group(Group(children: children))))
        }
        let (short, long) = (scene([try #require(Node.instances(instances))]), scene(Array(instances.nodes)))
        #expect(SceneJSONExporter.json(of: short) == SceneJSONExporter.json(of: long))
        #expect(try SVGExporter.svg(of: short, fonts: fonts) == SVGExporter.svg(of: long, fonts: fonts))
    }
}
