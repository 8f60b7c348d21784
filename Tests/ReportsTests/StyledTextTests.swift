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
            of: [StyledRun(text: "a", style: plain), StyledRun(text: "1", style: mark), StyledRun(text: " b", style: plain)],
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

    @Test("a long paragraph is set in time that grows with its length")
    func long() {
        let text = String(repeating: "word ", count: 50_000)
        #expect(lines([(text, plain)], width: 200).count == 6250)
    }
}
