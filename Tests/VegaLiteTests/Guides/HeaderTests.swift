import Figures
import SceneGraph
import Testing

@testable import VegaLite

/// Headers of facets as vl-convert 1.9.0.post1 sets them: the items of role `title-text` in
/// `vl_convert.vegalite_to_scenegraph(spec)`.
@Suite struct HeaderTests {
    private static func facet(_ channel: String, _ header: String) throws -> DrawnFigure {
        try drawn(
            """
            {
              "data": {"values": [{"k": "one", "x": 1}, {"k": "two", "x": 2}]},
              "width": 80,
              "height": 60,
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "\(channel)": {"field": "k", "type": "nominal", "header": \(header)}
              }
            }
            """)
    }

    private static func text(_ figure: DrawnFigure, _ role: String) throws -> Text {
        guard case .text(let text) = try #require(figure.nodes(role).first).content else {
            throw Missing()
        }
        return text
    }
    private struct Missing: Error {}

    @Test(arguments: [
        ("column", 30.0, Text.Anchor.end), ("column", -90, .start), ("column", 0, .middle), ("row", 30, .end),
        ("row", 0, .end),
    ])
    func aTurnedLabelEndsAtItsCell(_ channel: String, _ angle: Double, _ anchor: Text.Anchor) throws {
        let label = try Self.text(Self.facet(channel, "{\"labelAngle\": \(angle)}"), "header-label")
        #expect(label.angle == angle && label.anchor == anchor)
    }

    /// 57 above the cells with labels, 37 without.
    @Test func withoutLabelsTheTitleStandsNearer() throws {
        func distance(_ header: String) throws -> Double {
            let figure = try Self.facet("column", header)
            let cell = try #require(figure.nodes("view-background").first).bounds
            return try cell.minY - Self.text(figure, "header-title").origin.y
        }
        #expect(try distance("{}") - distance(#"{"labels": false}"#) == 20)
    }

    @Test(arguments: [("column", "left", -90.0), ("column", "right", 90), ("row", "top", 0), ("row", "bottom", 0)])
    func aTitleOnAnotherSide(_ channel: String, _ side: String, _ angle: Double) throws {
        let title = try Self.text(Self.facet(channel, "{\"titleOrient\": \"\(side)\"}"), "header-title")
        #expect(title.angle == angle)
    }
}
