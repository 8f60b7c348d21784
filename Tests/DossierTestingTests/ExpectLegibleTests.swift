import DossierTesting
import Files
import Testing
import Themes

@testable import Dossier

@Suite("expectLegible")
struct ExpectLegibleTests {
    private func figure(_ text: String) throws -> Figure {
        Figure(
            document: try Document(file: "label.vl.json", contents: Array(text.utf8)), dataRoot: DataRoot("."),
            project: Project(containing: "."))
    }

    private func labels(color: String) throws -> Figure {
        try figure(
            """
            {
              "data": {"values": [{"town": "Delta", "rain": 3}, {"town": "Harbour", "rain": 5}]},
              "layer": [
                {"mark": "bar"},
                {"mark": {"type": "text", "align": "left", "dx": 4, "color": "\(color)"},
                 "encoding": {"text": {"field": "rain"}}}
              ],
              "encoding": {"y": {"field": "town"}, "x": {"field": "rain", "type": "quantitative"}}
            }
            """)
    }

    @Test("a figure that can be read passes, in each look that ships", arguments: ["dossier", "gazette"])
    func passes(theme: String) throws {
        expectLegible(try labels(color: "#333333"), theme: try Themes.named(theme))
    }

    @Test("faint labels fail, each named, unless they are meant")
    func fails() throws {
        let faint = try labels(color: "#dddddd")
        withKnownIssue {
            expectLegible(faint)
        } matching: { issue in
            let told = issue.comments.map(\.rawValue).joined()
            return told.contains("“3” stands out") && told.contains("“5” stands out") && told.contains("4.5 to 1")
        }
        #expect(expectLegible(faint, except: [.faintText]).isEmpty)
    }
}
