import Files
import Documents
import Facts
import Formats
import Testing

@Suite struct LoadingTests {
    @Test func aRecordBecomesAFact() throws {
        let base = try load(record("qualifier: at-least\nnotes: Over that."))
        let fact = try #require(base["length"])
        #expect(fact.value == .number(4380))
        #expect(fact.qualifier == .atLeast)
        #expect(fact.date.text == "1969")
        #expect(fact.locators == [Locator(section: "lead", paragraph: 1)])
        #expect(fact.kind == .quantity)
        #expect(fact.location.line == 2)
        #expect(base.sources(of: fact).map(\.id) == ["essay"])
    }

    @Test func aFactWithoutValueIsAnEvent() throws {
        let base = try load(
            record(id: "treaty", without: ["value", "unit"]),
            record(id: "split", "measure: era\nperiod: 196X/1991", without: ["value", "unit", "date"]))
        #expect(base.events.map(\.id) == ["treaty"])
        #expect(base.eras.map(\.id) == ["split"])
    }

    @Test func lookupsByAboutAndMeasure() throws {
        let base = try load(record(id: "a"), record(id: "b", "about: River"), record(id: "c", "measure: depth"))
        #expect(base.facts(about: "Border").map(\.id) == ["a", "c"])
        #expect(base.facts(about: "Border", measure: "length").map(\.id) == ["a"])
        #expect(base.facts().count == 3)
        #expect(base["none"] == nil)
        #expect(throws: Diagnostic.self) { try base.fact("none") }
        #expect(base.adviceForUnknown("bb") == "did you mean `b`?")
    }

    struct Mistake: CustomTestStringConvertible {
        var lines: String
        var dropped: Set<String> = []
        var message: String
        var advice: String?
        var testDescription: String { lines.isEmpty ? "without \(dropped)" : lines }
    }

    static let mistakes = [
        Mistake(lines: "vaule: 3", message: "unknown key `vaule`", advice: "did you mean `value`?"),
        Mistake(lines: "sorce: essay", message: "unknown key `sorce`", advice: "did you mean `source`?"),
        Mistake(lines: "source: esay", message: "no source has the id `esay`", advice: "did you mean `essay`?"),
        Mistake(lines: "date: 19690", message: "`date` is a number that is no year of four digits"),
        Mistake(lines: "date: [1969]", message: "`date` must be a date, not a list"),
        Mistake(lines: "value: 1.5 million", message: "`1.5 million` is no number, and no word"),
        Mistake(lines: "value: true", message: "`value` is a boolean", advice: "write \"yes\" or \"no\""),
        Mistake(lines: "value: .inf", message: "`.inf` is no number, and no word"),
        Mistake(lines: "qualifier: atleast", message: "`atleast` is no qualifier"),
        Mistake(lines: "status: wrong", message: "`wrong` is no status"),
        Mistake(lines: "period: 2005/2015", message: "both `date` and `period` are given"),
        Mistake(lines: "title: 1984", message: "`title` must be text, not a number"),
        Mistake(lines: "title: \"\"", message: "`title` is empty"),
        Mistake(lines: "title: \"a\\0b\"", message: "`title` holds a control character"),
        Mistake(lines: "locator: lead", message: "a locator must be an object, not a string"),
        Mistake(
            lines: "locator: {section: lead, paragraph: 0}",
            message: "`paragraph` must be a whole number from 1 to 100000"),
        Mistake(lines: "locator: []", message: "the list of locators is empty"),
        Mistake(lines: "uncertainty: {lower: 5000, upper: 4000}", message: "the lower bound is above the upper"),
        Mistake(lines: "uncertainty: {lower: 5000}", message: "the value lies outside its bounds"),
        Mistake(lines: "rank: 4", message: "`rank` must be a whole number from 1 to 3"),
        Mistake(lines: "id: Border Length", message: "`Border Length` is no id"),
        Mistake(lines: "id: a--b", message: "`a--b` is no id"),
        Mistake(lines: "", dropped: ["date"], message: "neither `date` nor `period` is given"),
        Mistake(lines: "", dropped: ["value"], message: "`unit` without a `value`"),
        Mistake(lines: "", dropped: ["unit"], message: "the number has no `unit`"),
        Mistake(lines: "", dropped: ["source"], message: "`source` is missing"),
        Mistake(lines: "", dropped: ["locator"], message: "`locator` is missing"),
        Mistake(lines: "", dropped: ["id"], message: "`id` is missing"),
        Mistake(lines: "title:", message: "`title` has no value"),
    ]

    @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ mistake: Mistake) throws {
        let found = problems(record(mistake.lines, without: mistake.dropped))
        let problem = try #require(found.first { $0.message == mistake.message }, "told: \(found)")
        #expect(problem.file == "facts.yaml")
        #expect(problem.location != nil)
        if let advice = mistake.advice { #expect(problem.advice == advice) }
    }

    @Test func allMistakesAreToldAtOnce() {
        let found = problems(record(id: "a", "vaule: 3\nrank: 9"), record(id: "b", "source: nobody"), record(id: "a"))
        #expect(found.count == 4)
        #expect(
            found.contains {
                $0.message == "the id `a` is given twice" && $0.advice == "it stands first at facts.yaml:2"
            })
    }

    @Test func sourcesAreCheckedToo() {
        let found = problems(
            record(),
            sources: """
                sources:
                  - id: essay
                    title: An essay
                    sha256: abc
                    url_main: javascript:alert(1)
                    license: {nme: MIT}
                    date_published: yesterday
                """)
        #expect(found.count { $0.file == "sources.yaml" } == 6)
        #expect(found.contains { $0.message == "`producer` is missing" })
        #expect(found.contains { $0.message == "unknown key `nme`" && $0.advice == "did you mean `name`?" })
    }

    @Test func aFileWithoutItsKeyIsToldSo() {
        for text in ["facts: 3", "- id: a", "fact:\n  - id: a", "facts: [3]", "facts:\nmore: 1"] {
            #expect(throws: Diagnostics.self) {
                try FactBase(sources: nil, facts: [Document(file: "f.yaml", contents: Array(text.utf8))])
            }
        }
    }

    @Test func aMissingFolderIsAnErrorAndAnEmptyOneIsNot() throws {
        #expect(throws: Diagnostics.self) { try FactBase(loading: DataRoot("/nowhere/at/all")) }
        #expect(try FactBase(loading: DataRoot(repositoryFolder("Tests/FactsTests"))).facts.isEmpty)
    }

    @Test func tenThousandFactsLoadInTime() throws {
        let text = "facts:\n" + (0..<10_000).map { record(id: "f\($0)") }.joined(separator: "\n")
        let base = try FactBase(
            sources: Document(file: "s.yaml", contents: Array(sourcesSample.utf8)),
            facts: [Document(file: "f.yaml", contents: Array(text.utf8))])
        #expect(base.facts.count == 10_000)
        #expect(base["f9999"] != nil)
    }

    /// The project's own data, as it is committed.
    @Test func theProjectsDataHaveNoFault() throws {
        let base = try FactBase(loading: DataRoot(repositoryFolder("Data")))
        #expect(base.facts.count > 150)
        #expect(base["kazakh-students-growth"]?.written(.label) == "×16.9")
        #expect(base["ceded-land-area"]?.written(.prose) == "more than 1.5 million square kilometres")
        #expect(base["ceded-land-to-mongolia"]?.qualifier == .atLeast)
        for fact in base.events where fact.rank != nil {
            #expect(fact.title.count <= 60, "a label on a timeline must be short: \(fact.id)")
        }
    }
}
