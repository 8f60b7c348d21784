import Calendar
import Documents
import Facts
import Figures
import Files
import Formats
import SceneGraph
import Testing
import Typography

@testable import Reports

/// Edits generated from the project's own data: every fact with a number, told in a sentence, and then changed, dated
/// otherwise, respelt, re-hedged and put in another unit. What is true binds and is silent; what is not is told.
@Suite("Every edited number of a report is told")
struct MutatedReportTests {
    private static let repository = FilePath.folder(of: FilePath.folder(of: FilePath.folder(of: #filePath)))
    private static let facts = try? FactBase(loading: DataRoot("\(repository)/Data"))
    /// Every fourth of the areas, which are many and alike, and all else.
    private static let quantities = (facts?.facts ?? []).enumerated().filter {
        $0.element.value?.number != nil && $0.element.unit != "1" && ($0.element.unit != "km²" || $0.offset % 4 == 0)
    }.map(\.element)

    /// What is told of a line of text: the findings, and the errors of fact links.
    private func told(_ line: String, strict: Bool = true) throws -> [String] {
        let facts = try #require(Self.facts)
        let text = "---\ntitle: T\nchecks: strict\n---\n\(line)\n"
        let report = try Report(file: "r.md", contents: Array(text.utf8))
        let bound = BoundReport(report, facts: facts)
        return bound.findings.compactMap { $0.diagnostic(facts, isError: true)?.description }
            + bound.problems.errors.map(\.description)
    }

    private func sentence(_ fact: Fact, _ value: String) -> String {
        let date = fact.date.singleYearText.map { "In \($0), " } ?? ""
        return "\(date)\(fact.title) (\(fact.about)): \(value) are told of it."
    }

    @Test("what a fact writes itself, typed, is that fact")
    func trueNumbersAreSilent() throws {
        for fact in Self.quantities {
            let found = try told(
                "\(fact.title.filter { !$0.isNumber }), \(fact.about): [\(fact.written(.prose))](fact:\(fact.id)).")
            #expect(found == [], "\(fact.id)")
        }
    }

    @Test("a number that is changed by a digit, by a tenth or by order of magnitude")
    func changedValues() throws {
        for fact in Self.quantities {
            guard let value = fact.value?.number, value > 0 else { continue }
            for factor in [1.1, 10, 0.5] {
                var other = fact
                other.value = .number(Self.rounded(value * factor))
                other.decimals = fact.decimals
                let text = other.written(.prose)
                guard text != fact.written(.prose) else { continue }
                #expect(try !told("Told: [\(text)](fact:\(fact.id)).").isEmpty, "\(fact.id): \(text)")
                #expect(
                    try !told(sentence(fact, text)).isEmpty || isAnother(text) || text.hasPrefix("one "),
                    "\(fact.id) typed: \(text)")
            }
        }
    }

    @Test("a number under another's link")
    func swappedValues() throws {
        for (one, other) in zip(Self.quantities, Self.quantities.dropFirst()) {
            guard one.written(.prose) != other.written(.prose) else { continue }
            #expect(try !told("[\(other.written(.prose))](fact:\(one.id))").isEmpty, "\(one.id) ← \(other.id)")
        }
    }

    @Test("a number in another unit, in the link and behind it")
    func otherUnits() throws {
        for fact in Self.quantities {
            var other = fact
            other.unit = fact.unit == "km" ? "mi" : fact.unit == "%" ? "km" : "%"
            #expect(try !told("[\(other.written(.prose))](fact:\(fact.id))").isEmpty, "\(fact.id)")
            var bare = fact
            bare.unit = "1"
            #expect(try !told("[\(bare.written(.prose))](fact:\(fact.id)) acres").isEmpty, "\(fact.id)")
        }
    }

    @Test("a number hedged otherwise", arguments: ["exactly", "under", "nearly", "over", "about", "fewer than"])
    func otherHedges(_ hedge: String) throws {
        for fact in Self.quantities where !fact.isDerived {
            var bare = fact
            bare.qualifier = .exact
            let isOwn =
                switch fact.qualifier {
                case .atLeast: hedge == "over"
                case .atMost: hedge == "under" || hedge == "fewer than" || hedge == "nearly"
                case .about: hedge == "about" || hedge == "nearly"
                case .exact: hedge == "exactly"
                }
            let text = "\(hedge) \(bare.written(.full))"
            guard !isOwn else { continue }
            #expect(try !told("[\(text)](fact:\(fact.id))").isEmpty, "\(fact.id): \(text)")
        }
    }

    @Test("a second number beside the fact's, and a number on an event's link")
    func secondNumbers() throws {
        for fact in Self.quantities.prefix(60) {
            #expect(
                try !told("[\(fact.written(.prose)), 99 per cent of them spies](fact:\(fact.id))").isEmpty, "\(fact.id)"
            )
        }
        for event in (Self.facts?.events ?? []).prefix(40) {
            #expect(try !told("[the day that killed 5,000](fact:\(event.id))").isEmpty, "\(event.id)")
        }
    }

    @Test(
        "a number that is no fact, in every form",
        arguments: [
            "They met 47 times.", "The 47th meeting was long.", "Deal-400 was signed.", "COVID-19 came.",
            "１，２３４ guests came.", "½ of the guests left.", "Half of the guests left.", "Trade doubled.",
            "They met twice.", "A third of the guests left.", "Hundreds of thousands came.", "Scores of guests left.",
            "Two thirds of the guests left.", "Phase III began.", "Part 7 of the plan is long.",
            "Level 5 is the highest.",
            "Number 9 is the last.", "Nineteen guests came.", "A dozen guests came.", "`1,234` guests came.",
            "It rose by 12 %.", "It cost $5bn.", "**1,234** guests came.", "See [1,234 guests](https://example.org).",
            "> 1,234 guests came.", "- 1,234 guests came.", "| a | b |\n|---|---|\n| x | 1,234 |", "## 1,234 guests",
            "It grew tenfold.", "They quadrupled their trade.", "Three quarters of it are gone.",
            "More than 3,000 people.",
            "A score of guests came.", "It grew by an order of magnitude.", "It saw DCCLXXXII guests.",
            "The border is 4380 m long.", "They offer 23 scholarships a year.", "A border 四千 kilometres long.",
            "١٢٣٤ guests came.", "The fifth round failed.", "Twenty-one guests came.", "one and a half million guests",
        ])
    func unboundForms(_ line: String) throws {
        #expect(try !told(line).isEmpty)
    }

    @Test(
        "what needs no telling",
        arguments: [
            "In 1969 and the 1970s, in the 19th century.", "See Figure 3, page 12 and pp. 3–5, § 4.", "On 28 May 1858.",
            "It was 2026-11-23 at 14:30.", "1. First\n2. Second", "The G20 and H1N1.", "`x = 5` and `--scale 2`.",
            "One of them, and the two sides.", "A map at 1:10 million.", "```\n12345\n```",
            "In the third party’s view.",
            "(1) this and (2) that",
        ])
    func silentForms(_ line: String) throws {
        #expect(try told(line) == [])
    }

    @Test("own numbers stand, by number and by pattern, and say why")
    func ownNumbers() throws {
        let facts = try #require(Self.facts)
        let text = """
            ---
            title: T
            checks: strict
            own_numbers:
              - {number: 47, why: counted by the author}
              - {number: COVID-19, why: a name}
              - {number: "Deal-#", why: names}
              - {number: ten years, why: a span}
            ---
            They met 47 times in ten years, about COVID-19, Deal-400 and Deal-500.
            """
        let bound = BoundReport(try Report(file: "r.md", contents: Array(text.utf8)), facts: facts)
        #expect(bound.findings.map(\.binding.claim.text) == [])
        #expect(bound.usedOwnNumbers == [0, 1, 2, 3])
        #expect(throws: Diagnostics.self) {
            try Report(file: "r.md", contents: Array("---\nown_numbers: [{number: 4}]\n---\n".utf8))
        }
    }

    private static func rounded(_ value: Double) -> Double {
        value >= 10 ? value.rounded() : (value * 1000).rounded() / 1000
    }

    /// An edit may hit upon another fact.
    private func isAnother(_ text: String) -> Bool {
        let numbers = NumberScanner.numbers(in: text).map(\.value)
        return (Self.facts?.facts ?? []).contains { fact in
            guard let value = fact.value?.number else { return false }
            return fact.written(.prose) == text || numbers.contains(value)
        }
    }
}

extension EDTFDate {
    var singleYearText: String? { years.flatMap { $0.count == 1 ? String($0.lowerBound) : nil } }
}
