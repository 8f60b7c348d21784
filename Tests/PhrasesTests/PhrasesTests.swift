import Testing

@testable import Phrases

@Suite("Words of a language")
struct PhrasesTests {
    @Test(
        "a tag finds its language, whatever follows it", arguments: [("de-AT", "de"), ("zh_Hans", "zh"), ("RU", "ru")])
    func tags(_ tag: String, _ language: String) { #expect(Phrases.of(tag).language == language) }

    @Test("a language without words is English, and says so")
    func unknown() {
        #expect(Phrases.of("xx").language == "en" && Phrases.known("xx") == nil && Phrases.of("").language == "en")
    }

    @Test("every language has all months, projections and reasons of English", arguments: Phrases.all)
    func complete(_ words: Phrases) {
        let english = Phrases.of("en")
        #expect([words.dates.months, words.dates.shortMonths, words.dates.monthsAlone].allSatisfy { $0.count == 12 })
        #expect(Set(words.map.projections.keys) == Set(english.map.projections.keys))
        #expect(Set(words.map.reasons.keys) == Set(english.map.reasons.keys))
        #expect(words.dates.day.contains("%1") && words.dates.day.contains("%2") && words.dates.day.contains("%3"))
    }

    /// CLDR's plural rules: cardinal numbers of these languages.
    @Test(
        "numbers choose the form of their word",
        arguments: [
            ("en", 1, "1 year"), ("en", 2, "2 years"), ("ru", 1, "1 год"), ("ru", 22, "22 года"), ("ru", 11, "11 лет"),
            ("ru", 25, "25 лет"), ("fr", 0, "0 an"), ("zh", 3, "3年"), ("de", 12_500, "12.500 Jahre"),
        ])
    func plurals(_ language: String, _ number: Int, _ expected: String) {
        let words = Phrases.of(language)
        #expect(words.count(number, words.timeline.year) == expected)
    }

    @Test("lists are joined as the language joins them")
    func lists() {
        #expect(Phrases.of("en").list(["a", "b", "c"]) == "a, b and c")
        #expect(Phrases.of("zh").list(["甲", "乙", "丙"]) == "甲、乙和丙")
        #expect(Phrases.of("de").list(["a"]) == "a" && Phrases.of("de").list([]).isEmpty)
    }

    @Test("places of a phrase are filled, and what is not there is left")
    func filling() { #expect(Phrases.fill("%1 of %2, %3", "1", "2") == "1 of 2, %3") }
}
