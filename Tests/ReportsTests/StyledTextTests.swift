import SceneGraph
import Testing
import Typography

@testable import Reports

@Suite("Styled lines")
struct StyledTextTests {
    /// Five units a character.
    let breaker = StyledLineBreaker(measurer: FixedWidthMeasurer())
    let plain = TextStyle(font: Font("Any", size: 10), color: .black)

    private func lines(_ runs: [(String, TextStyle)], width: Double) -> [String] {
        breaker.lines(of: runs.map { StyledRun(text: $0.0, style: $0.1) }, width: width).map { line in
            line.pieces.map(\.text).joined()
        }
    }

    @Test("the ragged edge has no holes: a short word goes down where that evens the lines")
    func balance() {
        // First fit would give "aaa bb", "cc", "ddddd" with 20 units of hole in the second line.
        #expect(lines([("aaa bb cc ddddd", plain)], width: 30) == ["aaa", "bb cc", "ddddd"])
    }

    @Test("a note mark stays with its word")
    func marks() {
        var mark = plain
        mark.rise = 4
        let broken = lines([("one two", plain), ("1", mark), (" three", plain)], width: 40)
        #expect(broken == ["one two1", "three"])
    }

    @Test("the space between a note mark and the next word is as wide as any")
    func spaceAfterMark() {
        var mark = plain
        mark.rise = 4
        let line = breaker.lines(
            of: [
                StyledRun(text: "a", style: plain), StyledRun(text: "1", style: mark),
                StyledRun(text: " b", style: plain),
            ],
            width: 100)[0]
        #expect(line.pieces.map(\.text) == ["a", "1", " b"])
    }

    @Test("nothing is lost: a word wider than the line, forced breaks, an empty text")
    func nothingLost() {
        #expect(lines([("abcdefgh ij", plain)], width: 20).joined() == "abcdefghij")
        #expect(lines([("a\nb", plain)], width: 100) == ["a", "b"])
        #expect(lines([("", plain)], width: 100) == [""])
        #expect(lines([], width: 100) == [""])
    }

    @Test("justified lines end at the edge, all but the last, and no space is torn open")
    func justified() {
        let text = "the river runs past the market and the station to the harbour where the letters lie"
        let breaker = StyledLineBreaker(measurer: FixedWidthMeasurer(), isJustified: true)
        let lines = breaker.lines(of: [StyledRun(text: text, style: plain)], width: 150)
        #expect(lines.count > 2)
        for line in lines.dropLast() {
            #expect(abs(line.width - 150) < 0.01)
            // A third of a space less at the least, two spaces more at the most; a space is five units.
            #expect(line.pieces.allSatisfy { $0.wordSpacing > -1.66 && $0.wordSpacing <= 10 })
        }
        #expect(lines.last?.pieces.allSatisfy { $0.wordSpacing == 0 } == true)
        #expect(lines.flatMap(\.pieces).map { $0.text + ($0.endsWithSpace ? " " : "") }.joined() == text)
    }

    @Test("a line that would be torn apart stays as it is")
    func tornLine() {
        let breaker = StyledLineBreaker(measurer: FixedWidthMeasurer(), isJustified: true)
        let lines = breaker.lines(
            of: [StyledRun(text: "a bb cccccccccccccccccccccccccccccccc d", style: plain)], width: 170)
        #expect(lines[0].width < 100)
    }

    @Test("ideographs share what a justified line has to fill, the last of them excepted")
    func ideographs() throws {
        let breaker = StyledLineBreaker(measurer: FixedWidthMeasurer(), isJustified: true)
        let lines = breaker.lines(
            of: [StyledRun(text: String(repeating: "\u{4E2D}", count: 50), style: plain)], width: 103)
        let first = try #require(lines.first?.pieces.first)
        #expect(first.text.count == 20)
        // Three units over nineteen gaps.
        #expect(abs(first.wordSpacing * Text.ideographShare * 19 - 3) < 0.01)
    }

    @Test("a long paragraph is set in time that grows with its length")
    func long() {
        let text = String(repeating: "word ", count: 50_000)
        #expect(lines([(text, plain)], width: 200).count == 6250)
    }
}
