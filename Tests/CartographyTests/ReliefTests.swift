import Documents
import Facts
import Figures
import Files
import SceneGraph
import Testing
import Typography

@testable import Cartography
@testable import Geography

/// Light and shade, from a made-up world: dark in the west, light in the east, flat about the date line.
@Suite struct ReliefTests {
    private static let world = PixelGrid(
        width: 360, height: 180,
        pixels: (0..<180).flatMap { _ in
            (0..<360).flatMap { column -> [UInt8] in
                let grey: UInt8 = column < 20 || column >= 340 ? 128 : column < 180 ? 28 : 228
                return [grey, grey, grey, 255]
            }
        })

    private static var context: FigureContext {
        var context = FigureContext(
            theme: .dossier, measurer: FixedWidthMeasurer(), facts: .empty, dataRoot: DataRoot("."), name: "map")
        context.pictures = PictureCoding(
            pixels: { (_, _) throws(Diagnostic) in world },
            png: { (grid) throws(Diagnostic) in [UInt8](repeating: 1, count: grid.width) })
        return context
    }

    private static func pixel(_ grid: PixelGrid, _ x: Double, _ y: Double) -> [UInt8] {
        let start = 4 * (Int(y * Double(grid.height)) * grid.width + Int(x * Double(grid.width)))
        return Array(grid.pixels[start..<start + 4])
    }

    @Test(arguments: [ProjectionKind.equirectangular, .equalEarth, .interruptedHomolosine])
    func shadeIsBlackAndLightIsWhite(kind: ProjectionKind) throws {
        let frame = Rectangle(x: 20, y: 30, width: 400, height: 200)
        var projection = Projection(kind)
        projection.fit(to: frame, of: [.sphere])
        let picture = try Relief(in: Self.context).picture(of: frame, through: projection, strength: 1)
        #expect(picture.width == 600 && picture.height == 300)
        let west = Self.pixel(picture, 0.3, 0.45), east = Self.pixel(picture, 0.7, 0.45)
        #expect(west[0] == 0 && west[3] > 60)
        #expect(east[0] == 255 && east[3] > 60)
        // Flat land, and what is off the earth.
        if kind.name == "equirectangular" { #expect(Self.pixel(picture, 0.01, 0.5)[3] == 0) }
        if kind.name == "equalEarth" { #expect(Self.pixel(picture, 0.005, 0.02)[3] == 0) }
    }

    @Test func strengthIsOfTheOpacity() throws {
        let frame = Rectangle(x: 0, y: 0, width: 200, height: 100)
        var projection = Projection(.equirectangular)
        projection.fit(to: frame, of: [.sphere])
        let relief = try Relief(in: Self.context)
        let full = Self.pixel(relief.picture(of: frame, through: projection, strength: 1), 0.3, 0.5)[3]
        let half = Self.pixel(relief.picture(of: frame, through: projection, strength: 0.5), 0.3, 0.5)[3]
        #expect(abs(Int(full) - 2 * Int(half)) <= 4)
    }

    @Test(arguments: [("relief: true", 1), ("relief: 0.3", 1), ("relief: false", 0), ("", 0)])
    func itIsDrawnWhereItIsAskedFor(line: String, count: Int) throws {
        let yaml = europe.replacingOccurrences(of: "layers:", with: line + "\nlayers:") + "  - {layer: countries}"
        let document = try Document(file: "map.yaml", contents: Array(yaml.utf8))
        let figure = try MapFigure.draw(document, in: Self.context)
        #expect(nodes(figure, role: "map-relief").count == count)
        let credits = nodes(figure, role: "source").compactMap { node -> String? in
            if case .text(let text) = node.content { text.lines.joined(separator: " ") } else { nil }
        }
        #expect(credits.contains { $0.contains("Tom Patterson") } == (count > 0))
    }

    @Test(arguments: ["relief: 2", "relief: -1", "relief: strong"])
    func aStrengthIsFromNoughtToOne(line: String) throws {
        let yaml = europe.replacingOccurrences(of: "layers:", with: line + "\nlayers:") + "  - {layer: countries}"
        let document = try Document(file: "map.yaml", contents: Array(yaml.utf8))
        #expect(throws: (any Error).self) { try MapFigure.draw(document, in: Self.context) }
    }
}

extension String {
    fileprivate func replacingOccurrences(of word: String, with other: String) -> String {
        split(separator: word, omittingEmptySubsequences: false).joined(separator: other)
    }
}
