import Phrases
import Testing

@testable import Timelines

@Suite("How much an axis leaves out")
struct BreakWordingTests {
    private static let day = 86_400.0
    private static let year = AxisBreaks.secondsPerYear

    @Test(
        "in the largest unit that tells it",
        arguments: [
            (49 * year, "49 years"), (1.8 * year, "22 months"), (63 * day, "2 months"), (62 * day, "62 days"),
            (2 * day, "2 days"), (47 * 3_600, "47 hours"), (7_199, "120 minutes"), (60, "1 minute"), (0, "1 minute"),
            (4_000 * year, "4000 years"), (66e6 * year, "66,000,000 years"),
        ] as [(Double, String)])
    func english(seconds: Double, words: String) {
        #expect(AxisBreaks.wording(seconds) == words)
    }

    @Test("Russian counts by the last digits")
    func russian() {
        let phrases = Phrases.of("ru")
        #expect(
            [1.95, 5, 21].map { AxisBreaks.wording($0 * Self.year, phrases) } == ["2 года", "5 лет", "21 год"])
    }
}
