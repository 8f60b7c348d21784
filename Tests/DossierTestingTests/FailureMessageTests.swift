import DossierTesting
import Files
import Testing

@testable import Dossier

/// What expectations say when they fail, and where.
@Suite("Messages of failures")
struct FailureMessageTests {
    private func figure(_ text: String) throws -> Figure {
        Figure(
            document: try Document(file: "rain.vl.json", contents: Array(text.utf8)), dataRoot: DataRoot("."),
            project: Project(containing: "."))
    }

    /// Issues as they are recorded, one after another.
    private final class Told: @unchecked Sendable {
        var messages: [String] = []
        var lines: [Int] = []
    }

    private func told(_ body: () throws -> Void) throws -> Told {
        let told = Told()
        try withKnownIssue {
            try body()
        } matching: { issue in
            told.messages.append(issue.comments.map(\.rawValue).joined())
            told.lines.append(issue.sourceLocation?.line ?? 0)
            return true
        }
        return told
    }

    @Test("a document that cannot be drawn fails with what is wrong")
    func broken() throws {
        let broken = try figure(#"{"mark": "barr", "data": {"values": []}}"#)
        let legible = try told { expectLegible(broken) }.messages
        #expect(legible.count == 1 && legible[0].contains("the figure “rain” cannot be drawn"), "\(legible)")
        let picture = try told { expectPicture(broken, named: "rain") }.messages
        #expect(picture.count == 1 && picture[0].contains("“rain” cannot be drawn"), "\(picture)")
    }

    @Test("each fault names the node that has it")
    func faults() throws {
        let faint = try figure(
            """
            {
              "data": {"values": [{"town": "Delta", "rain": 3}]},
              "mark": {"type": "text", "color": "#eeeeee"},
              "encoding": {"y": {"field": "town"}, "text": {"field": "rain"}}
            }
            """)
        let said = try told { expectLegible(faint) }.messages
        #expect(said.count == 1)
        #expect(said.first?.contains("the figure “rain” cannot be read") == true, "\(said)")
        #expect(said.first?.contains("rain/text[Delta]") == true, "\(said)")
    }

    @Test("a failure stands at the line of the expectation")
    func places() throws {
        let broken = try figure(#"{"mark": "barr"}"#)
        let told = try told { expectLegible(broken) }
        #expect(told.lines == [#line - 1])
    }
}
