import Documents
import Facts
import Foundation
import Testing

/// What facts say of where they stand, of what and of when, held against each other: a shop's stock, told in two tables
/// and a text.
@Suite("Facts agree on their sources")
struct SourceAgreementTests {
    private static let sources = """
        sources:
          - {id: ledger, producer: A, title: The ledger}
          - {id: census, producer: B, title: The census, date_published: 2020}
          - {id: diary, producer: C, title: A diary}
        """

    private static let facts = """
        facts:
          - id: tea
            title: Stock of tea
            about: Tea
            measure: stock
            value: 12
            unit: sacks
            date: 2019
            source: ledger
            locator: {section: "Tea, Stocks, Spring", table: stocks, row: Tea, column: stock}
          - id: rice
            title: Stock of rice
            about: Rice
            measure: stock
            value: 30
            unit: sacks
            date: 2019
            source: ledger
            locator: {section: "Rice, Stocks, Spring", table: stocks, row: Rice, column: stock}
          - id: salt
            title: Stock of salt
            about: Salt
            measure: stock
            value: 5
            unit: sacks
            date: 2019
            source: ledger
            locator: {section: "Salt, Stocks, Spring", table: stocks, row: Salt, column: stock}
          - id: wall
            title: Length of the wall
            about: Wall
            measure: length
            value: 7
            unit: km
            date: undated
            source: census
            locator: {map: town, between: [A, B]}
          - id: fair
            title: The fair opens
            about: Fair
            measure: opening
            date: 2018
            source: diary
            locator: {section: Summer, paragraph: 1}
            words: [fair]
          - id: storm
            title: A storm comes
            about: Storm
            measure: weather
            date: 2018
            source: diary
            locator: {section: Summer, paragraph: 2}
            words: [storm]
          - id: share
            title: Tea against rice
            about: Tea
            measure: share
            unit: ×
            date: 2019
            derived_from: [tea, rice]
            formula: "`tea` / `rice`"
        """

    private func problems(_ facts: String) throws -> [String] {
        let base = try FactBase(
            sources: Document(file: "sources.yaml", contents: Array(Self.sources.utf8)),
            facts: [Document(file: "facts.yaml", contents: Array(facts.utf8))])
        return base.inconsistencies(binder: FactBinder(base)).map(\.path)
    }

    /// The facts with one line of one record changed.
    private func edited(_ id: String, _ line: String, _ other: String) -> String {
        var parts = Self.facts.components(separatedBy: "  - id: ")
        for index in parts.indices where parts[index].hasPrefix(id + "\n") {
            parts[index] = parts[index].replacingOccurrences(of: line, with: other)
        }
        return parts.joined(separator: "  - id: ")
    }

    @Test func whatAgreesIsNotTold() throws { #expect(try problems(Self.facts) == []) }

    @Test(
        "an edit of one fact",
        arguments: [
            ("tea", "source: ledger", "source: census", "tea.source"),
            ("salt", "source: ledger", "source: diary", "salt.source"),
            ("storm", "source: diary", "source: ledger", "storm.source"),
            ("wall", "source: census", "source: diary", "wall.source"),
            ("share", "date: 2019", "date: 2019\n    source: census", "share.source"),
            ("rice", "\"Rice, Stocks, Spring\"", "\"Conclusion\"", "rice.locator.section"),
            ("rice", "\"Rice, Stocks, Spring\"", "\"Wool, Stocks, Spring\"", "rice.locator.section"),
            ("rice", "\"Rice, Stocks, Spring\"", "\"Rice, Prices, Spring\"", "rice.locator.section"),
            ("wall", "date: undated", "date: 1971", "wall.date"),
            ("share", "date: 2019", "date: 2003", "share.formula"),
            ("share", "title: Tea against rice", "title: Peru against rice", "share.title"),
            ("tea", "title: Stock of tea", "title: Stock of tea in Japan", "tea.title"),
            ("tea", "title: Stock of tea", "title: Tea takes part", "tea.title"),
        ])
    func anEdit(_ id: String, _ line: String, _ other: String, _ path: String) throws {
        let changed = edited(id, line, other)
        #expect(changed != Self.facts)
        #expect(try problems(changed).contains(path))
    }

    /// A map's own date, and a second text with a section of the same name and one of its own.
    @Test func whatMayBeIsNotTold() throws {
        #expect(try problems(edited("wall", "date: undated", "date: 2020")) == [])
        let other = """
              - id: flood
                title: A flood comes
                about: Flood
                measure: weather
                date: 2018
                source: ledger
                locator: [{section: Summer, paragraph: 1}, {section: Autumn, paragraph: 3}]
                words: [flood]
            """
        let shifted = other.split(separator: "\n").map { $0.hasPrefix("  ") ? String($0) : "  " + $0 }
        #expect(try problems(Self.facts + "\n" + shifted.joined(separator: "\n")) == [])
    }
}
