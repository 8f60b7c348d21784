import SceneGraph
import Testing

@testable import Typography

@Suite("Where a part of a text is drawn")
struct FactSpanTests {
    /// Five units a character; eight above the baseline, two below.
    private let measurer = FixedWidthMeasurer()

    private func text(_ lines: [String], anchor: Text.Anchor = .start, angle: Double = 0) -> Text {
        Text(
            lines: lines, origin: Point(100, 100), anchor: anchor, font: Font("Any", size: 10), fill: .color(.black),
            angle: angle, lineHeight: 12)
    }

    @Test("after what stands before it, by bytes of the line")
    func start() {
        let box = text(["é 42 km"]).bounds(of: FactSpan(line: 0, range: 3..<5, fact: "f"), measurer: measurer)
        #expect(box == Rectangle(x: 110, y: 92, width: 10, height: 10))
    }

    @Test("where its line is anchored")
    func anchors() {
        let span = FactSpan(line: 1, range: 0..<2, fact: "f")
        #expect(text(["a", "42 km"], anchor: .end).bounds(of: span, measurer: measurer).minX == 75)
        let middle = text(["a", "42 km"], anchor: .middle).bounds(of: span, measurer: measurer)
        #expect(middle == Rectangle(x: 87.5, y: 104, width: 10, height: 10))
    }

    @Test("turned with the text")
    func turned() {
        let box = text(["42 km"], angle: 90).bounds(of: FactSpan(line: 0, range: 3..<5, fact: "f"), measurer: measurer)
        for (found, expected) in zip([box.minX, box.minY, box.maxX, box.maxY], [98.0, 115, 108, 125]) {
            #expect(abs(found - expected) < 1e-9)
        }
    }

    @Test("a span beyond the text is cut to it, and one of no line is the whole")
    func beyond() {
        let box = text(["42"]).bounds(of: FactSpan(line: 0, range: 1..<99, fact: "f"), measurer: measurer)
        #expect(box.minX == 105 && box.width == 5)
        let none = text(["42"]).bounds(of: FactSpan(line: 3, range: 0..<1, fact: "f"), measurer: measurer)
        #expect(none == measurer.bounds(of: text(["42"])))
    }

    @Test("a text is a whole fact where one fact writes every line from end to end")
    func whole() {
        var both = text(["42", "km"])
        both.factSpans = [FactSpan(line: 0, range: 0..<2, fact: "f"), FactSpan(line: 1, range: 0..<2, fact: "f")]
        #expect(both.isWholeFact == "f")
        both.factSpans[1].range = 0..<1
        #expect(both.isWholeFact == nil)
        both.factSpans.removeLast()
        #expect(both.isWholeFact == nil)
    }
}
