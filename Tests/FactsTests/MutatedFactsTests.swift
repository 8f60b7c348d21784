import Documents
import Facts
import Files
import Testing

/// Edits of facts, generated from a small project whose source is at hand: each value, date, unit, hedge and word that
/// its text does not bear out is told.
@Suite("Every edited fact is told by its source")
struct MutatedFactsTests {
    private static let source = """
        A harbour

        Trade

        From 2005 to 2015, the number of barges at the quay rose from 781 to 13,198, while the town now pays \
        twenty-three pilots. Seaport sold its barn to Riverton. A fire left mostly Rivertonian boats. Unlike \
        Riverton, Seaport does not tax its boats. Seaport is emerging as the largest port; \
        Riverton is declining. In 1992, Seaport opened a dock; in 1996, Riverton closed a mill.
        """

    private static let facts = """
        names: {Seaport: [Seaporters], Riverton: [Rivertonian]}
        facts:
          - {id: barges-2005, title: Barges at the quay, about: Quay, measure: barges, value: 781, unit: barges, \
        date: 2005, \
        source: s, locator: {section: Trade, paragraph: 1}, words: [barges]}
          - {id: barges-2015, title: Barges at the quay, about: Quay, measure: barges, value: 13198, unit: barges, \
        date: 2015, \
        source: s, locator: {section: Trade, paragraph: 1}, words: [barges]}
          - {id: pilots, title: Pilots, about: Town, measure: pilots, value: 23, unit: pilots, date: undated, \
        source: s, \
        locator: {section: Trade, paragraph: 1}, words: [pays]}
          - {id: tax, title: Seaport taxes boats, about: Seaport, measure: tax, value: "no", date: undated, source: s, \
        locator: {section: Trade, paragraph: 1}, words: [tax its boats]}
          - {id: rise, title: Seaport as a port, about: Seaport, measure: weight, value: rising, date: undated, \
        source: s, \
        locator: {section: Trade, paragraph: 1}, words: [emerging]}
          - {id: fall, title: Riverton as a port, about: Riverton, measure: weight, value: declining, \
        date: undated, source: s, \
        locator: {section: Trade, paragraph: 1}, words: [declining]}
          - {id: sale, title: Seaport sells a barn to Riverton, about: Seaport, measure: sales, date: undated, \
        source: s, \
        locator: {section: Trade, paragraph: 1}, words: [sold its barn]}
          - {id: fire, title: Whose boats burnt, about: Fire, measure: side, value: mostly Rivertonian, \
        date: undated, source: s, \
        locator: {section: Trade, paragraph: 1}, words: [boats]}
          - {id: dock, title: Seaport opens a dock, about: Seaport, measure: works, date: 1992, source: s, \
        locator: {section: Trade, paragraph: 1}, words: [dock]}
          - {id: mill, title: Riverton closes a mill, about: Riverton, measure: works, date: 1996, source: s, \
        locator: {section: Trade, paragraph: 1}, words: [mill]}
        """

    private func problems(_ facts: String) throws -> [String] {
        let sources = "sources: [{id: s, producer: A, title: B}]"
        let base = try FactBase(
            sources: Document(file: "sources.yaml", contents: Array(sources.utf8)),
            facts: [Document(file: "f.yaml", contents: Array(facts.utf8))])
        return try base.verify(Array(Self.source.utf8), file: "s.txt", source: "s").problems.map {
            "\($0.path): \($0.message)"
        }
    }

    @Test func whatTheSourceSaysIsFound() throws { #expect(try problems(Self.facts) == []) }

    @Test(
        "an edit of one fact",
        arguments: [
            ("value: 781, ", "value: 782, "), ("value: 781, ", "value: 23, "), ("value: 13198,", "value: 13189,"),
            ("value: 781, unit: barges, date: 2005", "value: 781, unit: barges, date: 2015"),
            ("value: 13198, unit: barges, date: 2015", "value: 13198, unit: barges, date: 2005"),
            ("value: 781, unit: barges", "value: 781, unit: km"),
            ("value: 781, unit: barges", "value: 781, unit: lorries"),
            ("value: 781, unit: barges", "value: 781, qualifier: at-least, unit: barges"),
            ("value: 23, unit: pilots", "value: 23, unit: sailors"), ("words: [pays]", "words: [dock]"),
            ("value: \"no\"", "value: \"yes\""), ("value: rising", "value: declining"),
            ("value: declining", "value: growing"),
            ("title: Seaport as a port, about: Seaport", "title: Riverton as a port, about: Riverton"),
            ("title: Seaport opens a dock", "title: Riverton opens a dock"),
            ("title: Seaport sells a barn to Riverton", "title: Seaport buys a barn from Riverton to Seaport"),
            ("value: mostly Rivertonian", "value: mostly of Seaport"), ("value: rising", "value: aromatic"),
            ("title: Seaport opens a dock", "title: Seaport opens a dock in Lisbon"),
            ("about: Seaport, measure: works, date: 1992", "about: Seaport, measure: works, date: 1996"),
            ("about: Riverton, measure: works, date: 1996", "about: Riverton, measure: works, date: 1992"),
            ("date: 1992, source: s", "date: 1992, status: expected, source: s"),
            ("date: 1992, source: s", "date: 1992, status: estimated, source: s"),
            ("locator: {section: Trade, paragraph: 1}, words: [dock]", "locator: {section: Trade}, words: [dock]"),
            (
                "locator: {section: Trade, paragraph: 1}, words: [dock]",
                "locator: {section: Trade, paragraph: 2}, words: [dock]"
            ),
            (
                "locator: {section: Trade, paragraph: 1}, words: [dock]",
                "locator: {section: Ships, paragraph: 1}, words: [dock]"
            ),
        ])
    func edits(_ old: String, _ new: String) throws {
        let edited = Self.facts.replacing(old, with: new, maxReplacements: 1)
        try #require(edited != Self.facts)
        #expect(try !problems(edited).isEmpty)
    }

    @Test("two values exchanged") func exchanged() throws {
        let edited = Self.facts.replacing("value: 781,", with: "value: X,").replacing(
            "value: 13198,", with: "value: 781,"
        )
        .replacing("value: X,", with: "value: 13198,")
        #expect(try problems(edited).count >= 2)
    }

    @Test(
        "formulas turned round, and units that do not come out",
        arguments: [
            ("`b` / `a`", "×", true), ("`a` / `b`", "×", false), ("`b` - `a`", "barges", true),
            ("`a` - `b`", "barges", false),
            ("(`b` - `a`) / `a` * 100", "%", true), ("(`b` - `a`) / `a`", "%", false), ("`b` / `a`", "barges", false),
            ("`b` - `a`", "km", false), ("(`b` - `a`) / years(`a`, `b`)", "barges per year", true),
            ("(`b` - `a`) / years(`b`, `a`)", "barges per year", false),
        ])
    func formulas(_ formula: String, _ unit: String, _ holds: Bool) throws {
        let base = try FactBase(
            sources: Document(file: "s.yaml", contents: Array("sources: [{id: s, producer: A, title: B}]".utf8)),
            facts: [
                Document(
                    file: "f.yaml",
                    contents: Array(
                        """
                        facts:
                          - {id: a, title: A, about: Q, measure: m, value: 781, unit: barges, date: 2005, \
                        source: s, locator: {section: x}}
                          - {id: b, title: B, about: Q, measure: m, value: 13198, unit: barges, date: 2015, \
                        source: s, locator: {section: x}}
                          - {id: c, title: C, about: Q, measure: change, unit: "\(unit)", period: 2005/2015, \
                        derived_from: [a, b], formula: "\(formula)"}
                        """.utf8))
            ])
        #expect(base.inconsistencies(binder: FactBinder(base)).isEmpty == holds)
    }

    @Test func contradictionsAreFoundAndMayNotStandAlone() throws {
        let base = try FactBase(
            sources: Document(file: "s.yaml", contents: Array("sources: [{id: s, producer: A, title: B}]".utf8)),
            facts: [
                Document(
                    file: "f.yaml",
                    contents: Array(
                        """
                        facts:
                          - {id: a, title: A, about: Q, measure: length, value: 781, unit: km, date: 2005, \
                        source: s, locator: {section: x}}
                          - {id: b, title: B, about: Q, measure: length, value: 790, unit: km, date: undated, \
                        source: s, locator: {section: x}}
                          - {id: c, title: C, about: Q, measure: length, of: the old line, value: 9, unit: km, \
                        date: 2005, source: s, locator: {section: x}}
                          - {id: d, title: D, about: Q, measure: length, value: 99, unit: km, date: 1900, \
                        source: s, locator: {section: x}}
                        """.utf8))
            ])
        let found = base.contradictions
        #expect(found.groups == [["a", "b", "d"]])
        #expect(found.alone(among: ["a", "c"]) == ["a"])
        #expect(found.alone(among: ["a", "b", "c"]) == [])
    }

    @Test func whatChangedIsSaidInWords() throws {
        func base(_ value: Int, _ more: String = "") throws -> FactBase {
            try FactBase(
                sources: Document(file: "s.yaml", contents: Array("sources: [{id: s, producer: A, title: B}]".utf8)),
                facts: [
                    Document(
                        file: "f.yaml",
                        contents: Array(
                            """
                            facts:
                              - {id: a, title: Boats, about: Q, measure: m, value: \(value), unit: boats, \
                            date: 2005, source: s, locator: {section: x}}
                            \(more)
                            """.utf8))
                ])
        }
        let more = "  - {id: b, title: A dock, about: Q, measure: m, date: 1992, source: s, locator: {section: x}}\n"
        #expect(FactChanges(from: try base(5), to: try base(5)).sentences == [])
        #expect(
            FactChanges(from: try base(5), to: try base(6, more)).sentences == [
                "Boats: the value was “5 boats” and is “6 boats”.", "New: A dock, 1992.",
            ])
        #expect(FactChanges(from: try base(5, more), to: try base(5)).sentences == ["Gone: A dock, 1992."])
    }
}
