import Hyphenation
import Testing

@Suite("Hyphenation by a word's letters")
struct HyphenationByScriptTests {
    @Test("a text in English divides words in Cyrillic letters as Russian does")
    func cyrillic() throws {
        let mixed = try HyphenationByScript(language: "en")
        let word = "представительство"
        #expect(mixed.breaks(in: word[...]) == (try HyphenationPatterns(language: "ru").breaks(in: word[...])))
        #expect(mixed.breaks(in: "partnership") == [4, 7])
    }

    @Test("a text in Russian leaves words in Latin letters whole")
    func latin() throws {
        #expect(try HyphenationByScript(language: "ru-RU").breaks(in: "partnership").isEmpty)
    }
}
