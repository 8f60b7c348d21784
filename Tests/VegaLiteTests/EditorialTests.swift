import SceneGraph
import Testing
import Typography

@testable import VegaLite

@Suite struct EditorialTests {
    private let lines =
        #"""
        {
            "title": {"text": "Claim", "subtitle": "What is measured"},
            "data": {
                "values": [
                    {"x": 1, "y": 1, "s": "one"}, {"x": 2, "y": 5, "s": "one"},
                    {"x": 1, "y": 2, "s": "two"}, {"x": 2, "y": 5.1, "s": "two"}
                ]
            },
            "mark": "line",
            "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "color": {"field": "s"}
            },
            "usermeta": {"dossier": {"note": "A note."}}
        }
        """#

    @Test func linesAreNamedAtTheirEndsInPlaceOfALegend() throws {
        let figure = try drawn(lines, theme: .dossier)
        let labels = figure.nodes("direct-label")
        #expect(labels.count == 2)
        #expect(figure.nodes("legend-label").isEmpty)
        #expect(labels.count == 2 && !labels[0].bounds.intersects(labels[1].bounds))
    }

    @Test func theClaimStandsAboveAndTheNoteBelow() throws {
        let figure = try drawn(lines, theme: .dossier)
        #expect(figure.title == "Claim")
        #expect(figure.nodes("title").count == 1)
        #expect(figure.nodes("note").count == 1)
        #expect(figure.scene.size.width == 640)
        let whole = Rectangle(x: 0, y: 0, width: figure.scene.size.width, height: figure.scene.size.height)
        figure.scene.root.forEach { node in
            if case .text = node.content { #expect(whole.contains(node.bounds), "\(node.id) is cut off") }
        }
    }

    @Test func altTextIsWrittenFromTheData() throws {
        let figure = try drawn(
            #"""
            {
                "title": "Two", "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}]},
                "mark": "bar",
                "encoding": {
                    "x": {"field": "a", "type": "nominal"},
                    "y": {"field": "b", "type": "quantitative"}
                }
            }
            """#,
            theme: .dossier)
        #expect(figure.scene.alternative == "Two. Bar chart of b by a. A: 28; B: 55.")
    }

    @Test func idsSayWhereAMarkBelongs() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}]}, "mark": "bar",
                "encoding": {
                    "x": {"field": "a", "type": "nominal"},
                    "y": {"field": "b", "type": "quantitative"}
                }
            }
            """#,
            theme: .dossier, name: "students")
        #expect(figure.nodes("mark-bar").map(\.id) == ["students/bar[A]", "students/bar[B]"])
        #expect(figure.nodes("mark-bar").first?.datum["b"] == .number(28))
    }
}
