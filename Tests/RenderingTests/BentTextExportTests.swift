import Pictures
import SceneGraph
import Testing
import Typography

@testable import Rendering

/// A text along a bent baseline stays a text in every format.
@Suite struct BentTextExportTests {
    let fonts: FontLibrary

    init() throws { fonts = try FontLibrary(family: "Lato", fallbacks: ["Noto Sans"]) }

    private func scene() -> Scene {
        let text = Text(
            lines: ["Yenisei"], origin: Point(60, 60), anchor: .middle, font: Font("Lato", size: 20, italic: true),
            fill: .color(.black), angle: 45, halo: Stroke(.white, width: 2),
            course: [Point(10, 20), Point(50, 20), Point(80, 50), Point(80, 90)])
        return Scene(
            size: Size(120, 110),
            root: .group(id: "s", role: .figure, [fonts.node(id: "s/river", role: "map-label", text)]))
    }

    @Test func svgHasOneTextWithAPlaceForEachLetter() throws {
        let svg = try SVGExporter.svg(of: scene(), fonts: fonts)
        #expect(svg.contains(">Yenisei</text>"))
        let line = try #require(svg.split(separator: "\n").first { $0.contains("<text") })
        for attribute in ["x", "y", "rotate"] {
            let start = try #require(line.range(of: " \(attribute)=\""))
            #expect(line[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ").count == 7, "\(attribute)")
        }
        #expect(!line.contains("transform"))
    }

    @Test func sceneJSONHasTheCourse() {
        let json = SceneJSONExporter.json(of: scene())
        #expect(json.contains("\"text\":\"Yenisei\"") && json.contains("\"course\":[[10,20],[50,20],[80,50],[80,90]]"))
    }

    /// Inside the PDF the letters stand under one ActualText, which is what a reader copies and searches.
    @Test func theLettersLieWhereTheCourseIs() throws {
        let image = try PixelImage(png: try PNGExporter.png(of: scene(), fonts: fonts), file: "s.png")
        func ink(_ columns: Range<Int>, _ rows: Range<Int>) -> Int {
            rows.reduce(0) { sum, y in
                sum + columns.reduce(0) { $0 + (image.pixels[(y * image.width + $1) * 4] < 128 ? 1 : 0) }
            }
        }
        // Along the course, and nothing where the straight text would be but for it.
        #expect(ink(20..<60, 2..<26) > 20 && ink(76..<102, 45..<85) > 10)
        #expect(ink(10..<40, 60..<110) == 0)
        let bounds = try #require(scene().root.children.first).bounds
        #expect(bounds.minX > 10 && bounds.maxX < 105 && bounds.minY < 10 && bounds.maxY < 90)
    }
}
