import SceneGraph
import Testing

@testable import Rendering

/// Shapes whose edges lie between pixels: what SVG 1.1 says is inside is filled, and nothing else.
struct ShapePixelTests {
    @Test func laterNodesLieOnEarlierOnes() throws {
        let scene = small(8, 4, [box(1, 1, 4, 2, .red), box(3, 0, 3, 2, .blue)])
        #expect(
            try picture(scene) == """
                ...bbb..
                .rrbbb..
                .rrrr...
                ........
                """)
    }

    @Test func aScaleMakesPixelsOfUnits() throws {
        #expect(
            try picture(small(3, 1, [box(1, 0, 1, 1, .red)]), scale: 2) == """
                ..rr..
                ..rr..
                """)
    }

    @Test func withoutABackgroundPixelsAreClear() throws {
        #expect(try picture(small(4, 1, [box(1, 0, 2, 1, .green)], background: nil)) == " gg ")
    }

    @Test func nothingIsDrawnOutsideAClip() throws {
        let clip = PathData.rectangle(Rectangle(x: 2, y: 1, width: 3, height: 1))
        let scene = small(7, 3, [.group(id: "c", role: "clip", clip: clip, [box(0, 0, 7, 3, .red)])])
        #expect(
            try picture(scene) == """
                .......
                ..rrr..
                .......
                """)
    }

    private func frame(evenOdd: Bool) -> Node {
        var path = PathData.rectangle(Rectangle(x: 1, y: 0, width: 5, height: 3))
        path.append(.rectangle(Rectangle(x: 2, y: 1, width: 3, height: 1)))
        return .path(id: "f", role: "mark-area", path, fill: .color(.blue), evenOdd: evenOdd)
    }

    @Test func whereOutlinesCrossTheRuleDecides() throws {
        #expect(try picture(small(7, 3, [frame(evenOdd: true)])) == ".bbbbb.\n.b...b.\n.bbbbb.")
        #expect(try picture(small(7, 3, [frame(evenOdd: false)])) == ".bbbbb.\n.bbbbb.\n.bbbbb.")
    }

    @Test(arguments: [(Stroke.Cap.butt, "..rrrr.."), (.square, ".rrrrrr."), (.round, ".?rrrr?.")])
    func ends(_ cap: Stroke.Cap, _ wanted: String) throws {
        let line = Node.path(
            id: "l", role: "mark-line", .line(from: Point(2, 1), to: Point(6, 1)),
            stroke: Stroke(.red, width: 2, cap: cap))
        #expect(try picture(small(8, 2, [line])).split(separator: "\n").first.map { String($0) } == wanted)
    }

    @Test(arguments: [
        ([2.0, 1], 0.0, "rr.rr.rr"), ([2, 1], 1, "r.rr.rr."), ([1], 0, "r.r.r.r."), ([], 0, "rrrrrrrr"),
    ])
    func dashes(_ dash: [Double], _ offset: Double, _ wanted: String) throws {
        var stroke = Stroke(.red, width: 1, dash: dash)
        stroke.dashOffset = offset
        let line = Node.path(
            id: "l", role: "mark-line", .line(from: Point(0, 0.5), to: Point(8, 0.5)), stroke: stroke)
        #expect(try picture(small(8, 1, [line])) == wanted)
    }

    @Test func aStrokeStandsOnBothSidesOfItsLine() throws {
        let square = Node.path(
            id: "q", role: "mark-rect", .rectangle(Rectangle(x: 2, y: 2, width: 4, height: 2)), fill: .color(.yellow),
            stroke: Stroke(.blue, width: 2))
        #expect(
            try picture(small(8, 6, [square])) == """
                ........
                .bbbbbb.
                .bbbbbb.
                .bbbbbb.
                .bbbbbb.
                ........
                """)
    }

    @Test func opacityIsOfAGroupAsAWhole() throws {
        let fonts = try FontLibrary(family: "Lato")
        let both = [box(0, 0, 2, 1, .black), box(1, 0, 2, 1, .black)]
        let image = try PNGExporter.pixels(
            of: small(3, 1, [.group(id: "g", role: "marks", opacity: 0.5, both)]), fonts: fonts)
        // Half of black over white, and no darker where the two lie on each other.
        for x in 0..<3 { #expect((127...128).contains(pixel(image, x, 0)[0])) }
    }

    /// CSS compositing: multiply takes the product of each part, screen that of what is missing, difference what is
    /// between.
    @Test(
        arguments: [
            (Blend.multiply, [255, 0, 0]), (.screen, [255, 255, 0]), (.difference, [0, 255, 0]),
            (.darken, [255, 0, 0]),
            (.lighten, [255, 255, 0]), (.normal, [255, 0, 0]), (.exclusion, [0, 255, 0]),
        ] as [(Blend, [UInt8])])
    func blends(_ blend: Blend, _ wanted: [UInt8]) throws {
        let fonts = try FontLibrary(family: "Lato")
        let image = try PNGExporter.pixels(
            of: small(
                1, 1,
                [
                    box(0, 0, 1, 1, .yellow),
                    .group(id: "b", role: "blend", blend: blend, [box(0, 0, 1, 1, .red)]),
                ]),
            fonts: fonts)
        #expect(Array(pixel(image, 0, 0).prefix(3)) == wanted)
    }

    @Test func gradientsRunFromStopToStop() throws {
        let stops = [GradientStop(offset: 0, color: .black), GradientStop(offset: 1, color: .white)]
        let ramp = Node.path(
            id: "g", role: "legend-gradient", .rectangle(Rectangle(x: 0, y: 0, width: 100, height: 1)),
            fill: .linearGradient(from: Point(0, 0), to: Point(100, 0), stops: stops))
        let image = try PNGExporter.pixels(of: small(100, 1, [ramp]), fonts: try FontLibrary(family: "Lato"))
        let greys = (0..<100).map { Int(pixel(image, $0, 0)[0]) }
        #expect(zip(greys, greys.dropFirst()).allSatisfy { $0 <= $1 })
        for (place, wanted) in [(0, 1), (25, 65), (50, 129), (99, 254)] { #expect(abs(greys[place] - wanted) <= 2) }
    }

    @Test func pictureOfPixelsAreStretchedIntoTheirFrame() throws {
        let fonts = try FontLibrary(family: "Lato")
        let png = try PNGExporter.png(of: small(2, 1, [box(0, 0, 1, 1, .red), box(1, 0, 1, 1, .blue)]), fonts: fonts)
        let frame = Rectangle(x: 1, y: 0, width: 4, height: 2)
        let image = Node(
            id: "i", role: "mark-image", bounds: frame,
            content: .image(Image(png: png, frame: frame, pixelated: true)))
        #expect(try picture(small(6, 2, [image])) == ".rrbb.\n.rrbb.")
    }
}
