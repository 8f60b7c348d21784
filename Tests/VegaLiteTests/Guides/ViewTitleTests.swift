import Figures
import SceneGraph
import Testing

@testable import VegaLite

/// Titles of views as vl-convert 1.9.0.post1 sets them: the items of the roles `title-text` and `title-subtitle` in
/// `vl_convert.vegalite_to_scenegraph(spec)`, measured from the view's corner.
@Suite struct ViewTitleTests {
    private static func place(_ title: String, _ role: String = "title") throws -> (Text, x: Double, y: Double) {
        let figure = try drawn(
            """
            {
              "title": {"text": "Title", "subtitle": "Sub here", \(title)},
              "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}]},
              "mark": "bar",
              "encoding": {
                "x": {"field": "a", "type": "nominal"},
                "y": {"field": "b", "type": "quantitative"}
              }
            }
            """)
        let view = try #require(figure.nodes("view-background").first).bounds
        guard case .text(let text) = try #require(figure.nodes(role).first).content else { throw Missing() }
        return (text, text.origin.x - view.minX, text.origin.y - view.minY)
    }
    private struct Missing: Error {}

    @Test func aTurnedTitleTurnsItsSubtitle() throws {
        let (title, _, _) = try Self.place(#""angle": 30"#)
        let (subtitle, _, _) = try Self.place(#""angle": 30"#, "subtitle")
        #expect(title.angle == 30 && subtitle.angle == 30)
        // Further off than one that lies flat, for all of it is kept clear of the view.
        #expect(try Self.place(#""angle": 30"#).y < Self.place(#""angle": 0"#).y - 5)
    }

    @Test func aTitleWithoutASideLiesAtTheCorner() throws {
        let (text, x, y) = try Self.place(#""orient": "none""#)
        #expect(text.anchor == .middle && x == 0 && y == 10)
    }

    @Test func aBaselineMovesTheText() throws {
        let top = try Self.place(#""baseline": "top""#).y
        #expect(try Self.place(#""baseline": "bottom""#).y < top - 10)
    }

    @Test func noColourIsTheLooks() throws {
        #expect(try Self.place(#""color": null"#).0.fill == .color(.black))
    }
}
