import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography
@testable import Geography

@Suite struct BorderTests {
    @Test func measuredLengthStandsBesideTheClaim() throws {
        let facts = try FactBase(
            sources: [Source(id: "s", producer: "Somebody", title: "A book")],
            facts: [
                try areaFact("length", of: "Border", 4380, "km"), try areaFact("area", of: "Border", 4380, "km²"),
            ])
        func map(_ fact: String) -> String {
            mapHead
                + "\n  - layer: borders\n    data: countries-world\n    highlight: [{between: [RUS, CHN], measure: "
                + "true, fact: \(fact)}]"
        }
        let figure = try drawn(map("length"), facts: facts)
        func value(_ row: String) -> String? {
            guard case .text(let text)? = node(figure, "map/measure[\(row)]/value")?.content else { return nil }
            return text.lines.first
        }
        // As Data/geo/PROVENANCE.md says, the whole line at 1:10 million is 3,544 km; generalised further, less.
        let measured = try #require(value("drawn"))
        #expect(measured.hasPrefix("≈ 3,") && measured.hasSuffix(" km"))
        #expect(value("claimed") == "4,380 km")
        #expect(figure.facts == ["length"])
        #expect(words(figure, role: "note").joined().contains("shorter than the border on the ground"))
        func told(_ text: String) -> String {
            do throws(Diagnostics) {
                _ = try drawn(text, facts: facts)
                return ""
            } catch { return error.description }
        }
        #expect(told(map("lenght")).contains("no fact has the id `lenght`"))
        #expect(told(map("area")).contains("is no number of km"))
        #expect(
            message(mapHead + "\n  - {layer: borders, highlight: [{between: [RUS, CHN], fact: x}]}").contains(
                "add `measure: true`"))
    }

    @Test func everyClassHasItsLine() throws {
        let layers = """
              - {layer: countries, data: countries-world}
              - {layer: borders, data: countries-world, legend: International border}
              - {layer: borders, data: ceded-territory, class: historic, year: 1860, legend: Border of 1860}
              - {layer: disputed, areas: true, legend: {disputed: Claimed, line-of-control: Line of control, \
              indefinite: Undefined, areas: Disputed}}
              - {layer: admin1, legend: Province}
            """
        let figure = try drawn(mapHead + "\n" + layers)
        #expect(
            Set([
                "Disputed", "International border", "Border of 1860", "Claimed", "Line of control", "Undefined",
                "Province",
            ]).isSubset(of: Set(words(figure))))
        #expect(node(figure, "map/disputed[areas]")?.role == "map-hatch")  // Taiwan, and the Siachen Glacier
        #expect(node(figure, "map/borders[historic 1860]")?.role == "map-border")
        #expect(node(figure, "map/borders[historic 1860]/label") != nil)
        #expect(message(mapHead + "\n  - {layer: borders, class: historic}").contains("says when it was one"))
        #expect(message(mapHead + "\n  - {layer: borders, year: 1860}").contains("only a historic border has a year"))
        #expect(message(mapHead + "\n  - {layer: borders, class: old}").contains("unknown class of borders `old`"))
        #expect(message(mapHead + "\n  - {layer: disputed, legend: {claimed: x}}").contains("unknown key `claimed`"))
    }
}
