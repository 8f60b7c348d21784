import Testing

@testable import Phrases

@Test(arguments: [(101, "101 год"), (104, "104 года"), (112, "112 лет"), (0, "0 лет")])
func russianCountsByTheLastDigits(number: Int, words: String) {
    let phrases = Phrases.of("ru")
    #expect(phrases.count(number, phrases.timeline.year) == words)
}
