import Testing

@testable import Facts

@Suite("Sentences and clauses")
struct SentencesTests {
    private func parts(_ text: String, _ ranges: [Range<Int>]) -> [String] {
        let bytes = Array(text.utf8)
        return ranges.map { range in
            String(decoding: bytes[range], as: UTF8.self).split(separator: " ").joined(separator: " ")
        }
    }

    @Test(
        "a point ends a sentence, but not within a number or before a small letter",
        arguments: [
            ("It grew. It fell.", ["It grew.", "It fell."]), ("It grew 3.5 times. So?", ["It grew 3.5 times.", "So?"]),
            ("See p. 3 of it.", ["See p. 3 of it."]),
            ("In the U.S. Army of Fig. 4 men left.", ["In the U.S. Army of Fig. 4 men left."]),
            ("边界很长。贸易增长！", ["边界很长。", "贸易增长！"]), ("", []),
        ])
    func sentences(text: String, expected: [String]) {
        #expect(parts(text, Sentences(text).sentences) == expected)
    }

    @Test(
        "clauses are parted by marks and by words that set one against another",
        arguments: [
            (
                "Exports grew by about a tenth, but imports fell.",
                ["Exports grew by about a tenth,", "but imports fell."]
            ),
            ("In 2005, exports were 1,200 tons.", ["In 2005, exports were 1,200 tons."]),
            (
                "Trade between the two neighbours grew — slowly.",
                ["Trade between the two neighbours grew —", "slowly."]
            ),
        ])
    func clauses(text: String, expected: [String]) {
        #expect(parts(text, Sentences(text).clauses) == expected)
    }

    @Test("a place lies in its sentence, one beyond the text in all of it")
    func places() {
        let sentences = Sentences("It grew. It fell.")
        #expect(sentences.sentence(at: 7) == 0..<8 && sentences.sentence(at: 8) == 8..<17)
        #expect(sentences.sentence(at: 99) == 0..<Int.max)
    }
}
