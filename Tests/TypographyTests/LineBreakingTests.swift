import SceneGraph
import Testing

@testable import Typography

@Suite("Lines")
struct LineBreakingTests {
    /// Five units a character.
    let measurer = FixedWidthMeasurer()
    let font = Font("Any", size: 10)

    @Test("text breaks at spaces and after hyphens, and keeps its own breaks")
    func words() {
        #expect(measurer.lines(of: "one two three", font: font, width: 40) == ["one two", "three"])
        #expect(measurer.lines(of: "well-known thing", font: font, width: 30) == ["well-", "known", "thing"])
        #expect(measurer.lines(of: "a\nb", font: font, width: 100) == ["a", "b"])
        #expect(measurer.lines(of: "", font: font, width: 100) == [""])
    }

    @Test("a word wider than the line is broken, and nothing is lost")
    func longWord() {
        let lines = measurer.lines(of: "abcdefghij", font: font, width: 20)
        #expect(lines == ["abcd", "efgh", "ij"])
        #expect(measurer.lines(of: "abc", font: font, width: 1) == ["a", "b", "c"])
    }

    @Test("ideographs break anywhere but before closing punctuation")
    func ideographs() {
        #expect(measurer.lines(of: "俄罗斯与中国。", font: font, width: 15).joined() == "俄罗斯与中国。")
        for line in measurer.lines(of: "俄罗斯与中国。", font: font, width: 15) { #expect(!line.hasPrefix("。")) }
    }

    @Test("a text that is too long ends in an ellipsis and fits")
    func truncation() {
        let text = measurer.truncated("a long label", font: font, width: 30)
        #expect(text == "a lon…")
        #expect(measurer.width(of: text, font: font) <= 30)
        #expect(measurer.truncated("short", font: font, width: 30) == "short")
    }

    @Test("turned text is bounded by its corners")
    func turned() {
        let text = Text(lines: ["abcd"], origin: Point(100, 100), font: font, fill: .color(.black), angle: -90)
        let bounds = measurer.bounds(of: text)
        #expect(abs(bounds.height - 20) < 1e-9)
        #expect(abs(bounds.maxY - 100) < 1e-9)
        #expect(abs(bounds.minX - 92) < 1e-9)
    }
}
