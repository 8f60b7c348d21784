import Pictures
import SceneGraph
import Testing
import Typography

@testable import Rendering

/// Text as it is measured and as it is drawn.
struct TextSettingTests {
    private let fonts: FontLibrary

    init() throws { fonts = try FontLibrary(family: "Lato", fallbacks: ["Noto Sans"]) }

    /// The box of the pixels that are not white.
    private func ink(_ text: Text, width: Double = 200, height: Double = 60) throws -> Rectangle? {
        let node = fonts.node(id: "t", role: "title", text)
        let image = try PNGExporter.pixels(of: small(width, height, [node]), fonts: fonts)
        var box: Rectangle?
        for y in 0..<image.height {
            for x in 0..<image.width where pixel(image, x, y)[0] < 200 {
                let dot = Rectangle(x: Double(x), y: Double(y), width: 1, height: 1)
                box = box?.union(dot) ?? dot
            }
        }
        return box
    }

    private func text(_ line: String, at origin: Point, anchor: Text.Anchor = .start, angle: Double = 0) -> Text {
        Text(
            lines: [line], origin: origin, anchor: anchor, font: Font("Lato", size: 20), fill: .color(.black),
            angle: angle)
    }

    @Test(arguments: ["Hamburg", "Алматы", "iiii", "WWWW", "1,234.5"])
    func inkIsAsWideAsIsMeasured(_ line: String) throws {
        let box = try #require(try ink(text(line, at: Point(20, 40))))
        let width = fonts.width(of: line, font: Font("Lato", size: 20))
        #expect(abs(box.width - width) < 5)
        #expect(box.x >= 18 && box.x < 24)
    }

    @Test func anchorsMoveTheLine() throws {
        let start = try #require(try ink(text("Hamburg", at: Point(100, 40))))
        let middle = try #require(try ink(text("Hamburg", at: Point(100, 40), anchor: .middle)))
        let end = try #require(try ink(text("Hamburg", at: Point(100, 40), anchor: .end)))
        #expect(abs(middle.x + middle.width / 2 - 100) < 2)
        #expect(abs(end.x + end.width - 100) < 3)
        #expect(start.x >= 99)
    }

    @Test func lettersStandOnTheirBaseline() throws {
        let flat = try #require(try ink(text("HHH", at: Point(20, 40))))
        #expect(abs(flat.y + flat.height - 40) <= 1)
        let below = try #require(try ink(text("ggg", at: Point(20, 40))))
        #expect(below.y + below.height > 42)
    }

    @Test func turnedTextRunsUpwards() throws {
        let box = try #require(try ink(text("Hamburg", at: Point(40, 100), angle: -90), width: 60, height: 120))
        #expect(box.height > 3 * box.width)
        #expect(box.y + box.height <= 101)
    }

    @Test func twiceTheSizeIsTwiceTheWidth() {
        let small = fonts.width(of: "Hamburg", font: Font("Lato", size: 10))
        let large = fonts.width(of: "Hamburg", font: Font("Lato", size: 20))
        #expect(abs(large - 2 * small) < 0.2)
    }

    @Test func metricsOfAFontAreInTheirOrder() {
        let metrics = fonts.metrics(of: Font("Lato", size: 20))
        #expect(0 < metrics.descent && metrics.descent < metrics.xHeight)
        #expect(metrics.xHeight < metrics.capHeight && metrics.capHeight < metrics.ascent)
    }
}
