import Testing

@testable import Facts

@Suite("Words and their opposites")
struct PolarityTests {
    @Test(
        "a text that says the one does not bear out the other",
        arguments: [
            ("rising exports", "Exports fell in 2009.", true), ("rising exports", "Exports grew.", false),
            ("rising exports", "Exports rose, then fell.", false), ("ally", "a rival of Moscow", true),
            ("exports", "Exports fell.", false), ("Export steigt", "Der Export sank 2009.", true),
            ("рост экспорта", "Экспорт упал.", true), ("出口增长", "出口下降。", true), ("roses", "Imports fell.", false),
        ])
    func contradictions(said: String, source: String, expected: Bool) {
        #expect(Polarity.contradicts(said, source) == expected)
        #expect(Polarity.contradicts(source, said) == expected)
    }

    @Test("up and down need a text that says either")
    func support() {
        #expect(Polarity.isUnsupported("rising", "Exports were 5 million."))
        #expect(!Polarity.isUnsupported("rising", "Exports declined."))
        #expect(!Polarity.isUnsupported("ally", "Nothing of the kind."))
        #expect(Polarity.hasPole("declining") && !Polarity.hasPole("member"))
    }

    @Test(arguments: [
        ("It has no border", true), ("It doesn't share one", true), ("It has a border", false),
        ("Er hat keine Grenze", true),
        ("没有边界", true), ("Notable", false),
    ])
    func negations(text: String, isNegated: Bool) {
        #expect(Polarity.isNegated(text) == isNegated)
    }
}
