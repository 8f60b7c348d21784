import Calendar
import Phrases
import SceneGraph
import Testing

@testable import Timelines

/// Ages: years before 1950, and how they are read and written.
@Suite struct AgeTests {
    @Test(arguments: [
        ("66 Ma", "Y-65998050"), ("66~ Ma", "Y-65998050~"), ("66 Ma?", "Y-65998050?"),
        ("145/66 Ma", "Y-144998050/Y-65998050"), ("66/145 Ma", "Y-144998050/Y-65998050"),
        ("251.902 Ma", "Y-251900050"), ("11,700 BP", "-9750"), ("11700 BP", "-9750"), ("0 BP", "1950"),
        ("2000 BP", "-0050"), ("11.7 ka", "-9750"), ("4.54 Ga", "Y-4539998050"),
    ])
    func ageIsADate(written: String, date: String) throws {
        #expect(AgeUnit.years(written) == date)
        _ = try EDTFDate(parsing: date)
    }

    @Test(arguments: ["1969", "Ma", "x Ma", "-5 Ma", "1e300 Ma", "1/2/3 Ma", "66 MA", "400 Ga", "", "NaN Ma"])
    func whatIsNoAgeIsLeft(written: String) { #expect(AgeUnit.years(written) == nil) }

    @Test(arguments: [
        (AgeUnit.ma, "66 Ma", "66 Ma"), (.ma, "251.902 Ma", "251.902 Ma"), (.ma, "145/66 Ma", "145–66 Ma"),
        (.bp, "11700 BP", "11,700 BP"), (.bp, "4200~ BP", "c. 4200 BP"), (.ka, "11700 BP", "11.7 ka"),
        (.ma, "Y-66000000", "66 Ma"), (.ga, "4540 Ma", "4.54 Ga"),
    ])
    func isWrittenAsItIsCounted(unit: AgeUnit, written: String, shown: String) throws {
        let date = try EDTFDate(parsing: AgeUnit.years(written) ?? written)
        #expect(unit.wording(of: date, in: .of("en")) == shown)
    }

    @Test func decimalsAreOfTheLanguage() throws {
        let date = try EDTFDate(parsing: AgeUnit.years("251.9 Ma") ?? "")
        #expect(AgeUnit.ma.wording(of: date, in: .of("de")) == "251,9 Ma")
    }

    @Test func ticksAreRoundAges() {
        let million = 1e6 * AxisBreaks.secondsPerYear
        let ticks = AgeUnit.ma.ticks(in: -301 * million ... -1 * million, spacing: 40 * million, .of("en"))
        #expect(ticks.map(\.label) == ["300 Ma", "250 Ma", "200 Ma", "150 Ma", "100 Ma", "50 Ma"])
        #expect(ticks.map(\.time) == ticks.map(\.time).sorted())
    }

    @Test func theAxisCountsThem() throws {
        let drawn = try DrawnTimeline(
            """
            figure: timeline
            ages: Ma
            events:
              - {date: 251.9 Ma, title: Permian–Triassic}
              - {date: 66 Ma, title: Cretaceous–Palaeogene}
            """)
        let dates = drawn.nodes("timeline-date").compactMap { node -> String? in
            if case .text(let text) = node.content { text.lines.joined(separator: " ") } else { nil }
        }
        #expect(dates == ["251.9 Ma", "66 Ma"])
        let ticks = drawn.nodes("axis-label").compactMap { node -> String? in
            if case .text(let text) = node.content { text.lines.first } else { nil }
        }
        #expect(ticks.count >= 3 && ticks.allSatisfy { $0.hasSuffix(" Ma") })
    }
}
