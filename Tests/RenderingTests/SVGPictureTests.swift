import Pictures
import SceneGraph
import Testing

@testable import Rendering

/// What our SVG says is what our PNG shows: librsvg draws the one, Cairo the other.
struct SVGPictureTests {
    private static func differing(_ scene: Scene) throws -> (count: Int, most: Int) {
        let fonts = try FontLibrary(family: "Lato")
        let svg = try SVGExporter.svg(of: scene, fonts: fonts)
        let theirs = try PixelImage(
            png: try SVGReader.png(of: Array(svg.utf8), file: "s.svg", scale: 1), file: "s.png")
        let ours = try PNGExporter.pixels(of: scene, fonts: fonts)
        try #require((theirs.width, theirs.height) == (ours.width, ours.height))
        let steps = zip(theirs.pixels, ours.pixels).map { abs(Int($0) - Int($1)) }
        return (steps.count { $0 > 8 }, steps.max() ?? 0)
    }

    private static var curve: PathData {
        var path = PathData()
        path.move(to: Point(4, 36))
        path.cubic(Point(10, -10), Point(30, 50), to: Point(36, 4))
        return path
    }

    private static let stops = [GradientStop(offset: 0, color: .red), GradientStop(offset: 1, color: .blue)]
    private static let whole = Rectangle(x: 4, y: 4, width: 32, height: 32)

    static let scenes: [(name: String, nodes: [Node])] = [
        ("circle", [.path(id: "c", role: "m", .circle(center: Point(20, 20), radius: 15), fill: .color(.red))]),
        ("curve", [.path(id: "c", role: "m", curve, stroke: Stroke(.blue, width: 3, cap: .round))]),
        ("dashes", [.path(id: "c", role: "m", curve, stroke: Stroke(.black, width: 2, dash: [5, 3]))]),
        (
            "joins",
            [
                .path(
                    id: "c", role: "m", .rectangle(Rectangle(x: 8, y: 8, width: 24, height: 24)),
                    stroke: Stroke(.black, width: 6, join: .bevel))
            ]
        ),
        (
            "linear gradient",
            [
                .path(
                    id: "c", role: "m", .rectangle(whole),
                    fill: .linearGradient(from: Point(4, 4), to: Point(36, 36), stops: stops))
            ]
        ),
        (
            "radial gradient",
            [
                .path(
                    id: "c", role: "m", .rectangle(whole),
                    fill: .radialGradient(
                        center: Point(20, 20), radius: 16, focus: Point(20, 20), focusRadius: 0, stops: stops))
            ]
        ),
        (
            "clip",
            [
                .group(
                    id: "g", role: "m", clip: .circle(center: Point(20, 20), radius: 12),
                    [.path(id: "c", role: "m", .rectangle(whole), fill: .color(.green))])
            ]
        ),
        (
            "opacity",
            [
                .group(
                    id: "g", role: "m", opacity: 0.4,
                    [
                        .path(id: "a", role: "m", .circle(center: Point(15, 20), radius: 10), fill: .color(.red)),
                        .path(id: "b", role: "m", .circle(center: Point(25, 20), radius: 10), fill: .color(.red)),
                    ])
            ]
        ),
        (
            "round corners",
            [
                .path(
                    id: "c", role: "m",
                    .rectangle(whole, topLeft: 10, topRight: 0, bottomRight: 5, bottomLeft: 16), fill: .color(.blue))
            ]
        ),
        (
            "blend",
            [
                .path(id: "a", role: "m", .rectangle(whole), fill: .color(.yellow)),
                .group(
                    id: "g", role: "m", blend: .multiply,
                    [.path(id: "b", role: "m", .circle(center: Point(20, 20), radius: 10), fill: .color(.red))]),
            ]
        ),
    ]

    @Test("librsvg draws the same", arguments: scenes.map(\.name))
    func sameAsCairo(_ name: String) throws {
        let nodes = try #require(Self.scenes.first { $0.name == name }).nodes
        let found = try Self.differing(small(40, 40, nodes))
        #expect(found.count < 40, "\(name): \(found)")
    }
}
