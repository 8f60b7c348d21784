import Hyphenation
import Testing

@Suite("Hyphenation")
struct HyphenationPatternsTests {
    @Test(
        "English words are divided where a dictionary divides them",
        arguments: [("hyphenation", [2, 6]), ("partnership", [4, 7])])
    func english(_ word: String, breaks: [Int]) throws {
        #expect(try HyphenationPatterns(language: "en").breaks(in: word[...]) == breaks)
    }

    @Test("patterns in an older character set divide as well")
    func russian() throws {
        let patterns = try HyphenationPatterns(language: "ru")
        let word = "представительство"
        let breaks = patterns.breaks(in: word[...])
        #expect(breaks.contains(4) && breaks.count >= 3, "\(breaks)")
        #expect(patterns.breaks(in: "river").isEmpty)
    }

    @Test("short words, and letters of another script, stay whole")
    func whole() throws {
        let patterns = try HyphenationPatterns(language: "en")
        for word in ["river", "Kazakhstan", "国境国境国境国", "границами"] { #expect(patterns.breaks(in: word[...]).isEmpty) }
    }

    @Test("a language without patterns says which package helps")
    func missing() {
        let problem = #expect(throws: (any Error).self) { try HyphenationPatterns(language: "xx") }
        #expect("\(String(describing: problem))".contains("hyphen-xx"))
    }
}
