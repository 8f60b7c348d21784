import Testing

@testable import Dossier

@Suite("Where two texts part")
struct TextComparisonTests {
    private func difference(_ expected: String, _ actual: String) -> String? {
        TextComparison.difference(Array(expected.utf8), Array(actual.utf8))
    }

    @Test("the first line that differs is told, from shortly before the change")
    func firstLine() {
        #expect(difference("a\nb\nc", "a\nB\nC") == "line 2: \"b\" → \"B\"")
        let long = String(repeating: "x", count: 100)
        #expect(
            difference(long + "1" + long, long + "2" + long)
                == "line 1: \"\(long.prefix(24))1\(long.prefix(47))\" → \"\(long.prefix(24))2\(long.prefix(47))\"")
    }

    @Test("a text that ends early differs where it ends")
    func shorter() {
        #expect(difference("a\nb", "a") == "line 2: \"b\" → nothing")
        #expect(difference("a", "a\n") == "line 2: nothing → nothing")
        #expect(difference("", "x") == "line 1: nothing → \"x\"")
    }

    @Test("the same bytes are the same")
    func same() {
        #expect(difference("a\r\nb", "a\r\nb") == nil)
        #expect(TextComparison.svg([1], [1]) == nil)
        #expect(
            TextComparison.svg(Array("<a/>".utf8), Array("<b/>".utf8))?.hasPrefix("the SVG differs, line 1:") == true)
    }
}
