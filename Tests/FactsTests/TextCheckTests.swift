import Facts
import Formats
import Testing

@Suite struct TextCheckTests {
    private func fact(_ lines: String, without dropped: Set<String> = []) throws -> Fact {
        try #require(try load(record(lines, without: dropped))["length"])
    }

    @Test(arguments: [
        "13,198", "13198", "rose to 13,198 in 2015", "13,198 kilometres", "about 13,000", "about 13,200",
        "more than 13,000",
        "13.2 thousand", "13\u{202F}198", "１３，１９８", "the students", "thirteen thousand one hundred and ninety-eight",
        "one of the largest groups, 13,198", "in 2015", "in the 2010s",
    ]) func agrees(text: String) throws {
        #expect(try fact("value: 13198\ndate: 2015").matches(text: text))
    }

    @Test(arguments: [
        "13,189", "13,000", "10 thousand", "nearly 13,000", "131,98", "13,198 in 2014", "14 thousand",
        "twelve thousand",
        "about 13,198", "over 13,198", "exactly 13,000", "13,198 miles", "13,198 teachers", "13,198, and 5 more",
        "13,198, half of it", "about 12,000", "more than 14,000", "in 2005", "1.3 million", "13,198,000",
    ]) func differs(text: String) throws {
        #expect(try !fact("value: 13198\ndate: 2015").matches(text: text))
    }

    @Test func aRatioMayBeWrittenManyWays() throws {
        let ratio = try fact("value: 16.8988\nunit: ×")
        for text in ["×16.9", "16.9 times", "nearly seventeen times", "about seventeen times", "×16.90"] {
            #expect(ratio.matches(text: text), "\(text)")
        }
        for text in ["16.8 times", "sixteenfold", "×169", "seventeenfold", "16.9 per cent"] {
            #expect(!ratio.matches(text: text), "\(text)")
        }
    }

    @Test func aQualifierMayNotTurnRound() throws {
        let land = try fact("value: 1500000\nunit: km²\nqualifier: at-least\ndate: 18XX")
        for text in [
            "over 1.5 million km²", "more than 1,500,000 square kilometres", "> 1.5 million in the 1800s",
            "at least 1.5 million in the 19th century",
        ] {
            #expect(land.matches(text: text), "\(text)")
        }
        for text in [
            "under 1.5 million km²", "2 million", "1 million", "1.55 million", "1.5 billion", "1.5 million",
            "exactly 1.5 million", "about 1.5 million km²", "over 1.5 million miles",
        ] {
            #expect(!land.matches(text: text), "\(text)")
        }
    }

    @Test func vagueWordsAndEvents() throws {
        let dead = try fact("value: scores\nunit: soldiers")
        #expect(dead.matches(text: "scores of soldiers died in 1969"))
        #expect(dead.matches(text: "many died"))
        #expect(!dead.matches(text: "hundreds of soldiers"))
        #expect(!dead.matches(text: "60 soldiers"))
        let clash = try fact("", without: ["value", "unit"])
        #expect(clash.check(text: "in 1969") == .agrees)
        #expect(clash.check(text: "the clashes") == .noNumber)
        #expect(clash.check(text: "in 1968") == .differs(["1968"]))
        #expect(clash.matches(text: "between the two countries"))
    }

    @Test func hostileTextsAreOnlyText() throws {
        let any = try fact("value: 5")
        for text in [
            "", "\u{0}", String(repeating: "9", count: 5_000), String(repeating: "hundred ", count: 5_000),
            "nine trillion billion million trillion trillion", "1e999", "١٢٣", String(repeating: ",", count: 5_000),
            "9.", ".9",
        ] {
            _ = any.check(text: text)
        }
    }
}
