import Facts
import Formats
import Testing

@Suite struct WrittenTests {
    @Test func aQuantityInEachStyle() throws {
        let fact = try #require(try load(record("value: 1500000\nunit: km²\nqualifier: at-least"))["length"])
        #expect(fact.written(.prose) == "more than 1.5 million square kilometres")
        #expect(fact.written(.label) == "> 1.5 million km²")
        #expect(fact.written(.short) == "> 1.5 million")
        #expect(fact.written(.full) == "> 1,500,000 km²")
        #expect(fact.written(.prose, language: "ru") == "> 1.5 million km²")
    }

    @Test func wordsAndEvents() throws {
        let base = try load(
            record(id: "dead", "value: scores\nunit: soldiers"),
            record(id: "seat", "value: permanent member", without: ["unit"]),
            record(id: "clash", without: ["value", "unit"]),
            record(id: "law", "date: undated", without: ["value", "unit"]))
        #expect(base["dead"]?.written(.prose) == "scores of soldiers")
        #expect(base["dead"]?.written(.label) == "scores")
        #expect(base["seat"]?.written(.prose) == "permanent member")
        #expect(base["clash"]?.written(.prose) == "1969")
        #expect(base["law"]?.written(.prose) == "undated")
    }

    @Test func aComputedNumberIsRounded() throws {
        func derived(_ formula: String, _ more: String = "") throws -> String? {
            let more = "id: c\nformula: \"\(formula)\"\nderived_from: [a, b]\nunit: ×\n\(more)"
            return try load(
                record(id: "a", "value: 13198"), record(id: "b", "value: 781"),
                record(more, without: ["value", "source", "locator"]))["c"]?.written(.label)
        }
        #expect(try derived("`a` / `b`") == "×16.9")
        #expect(try derived("`a` / `b` * 1000") == "×16,899")
        #expect(try derived("`b` / `a`") == "×0.0592")
        #expect(try derived("`a` / `b`", "decimals: 0") == "×17")
        #expect(try derived("`a` - `b`") == "×12,417")
    }

    @Test func aComputedBoundStaysABound() throws {
        func ratio(_ formula: String) throws -> String? {
            let more = "id: c\nformula: \"\(formula)\"\nderived_from: [a, b]\nunit: ×"
            return try load(
                record(id: "a", "value: 1500000\nqualifier: at-least"), record(id: "b", "value: 551500"),
                record(more, without: ["value", "source", "locator"]))["c"]?.written(.label)
        }
        #expect(try ratio("`a` / `b`") == "> ×2.71")
        #expect(try ratio("`b` / `a`") == "≤ ×0.368")
    }

    @Test func sourcesAreCredited() {
        #expect(Source(id: "a", producer: "P", title: "T").credit == "P")
        #expect(Source(id: "a", producer: "P", title: "T").citation == "P, T.")
        #expect(Source(id: "a", producer: "P", title: "T", citationFull: "All of it.").citation == "All of it.")
    }
}
