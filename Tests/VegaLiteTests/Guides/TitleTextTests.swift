import Figures
import Testing

@testable import VegaLite

/// Titles of charts: anchors of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct TitleTextTests {
    @Test func inTheMiddle() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 60,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative", "axis": null}},
              "title": "A claim"
            }
            """)
        expectAlike(figure.placedTexts("title"), ["A claim at 100,-7 middle"])
    }

    @Test func atTheStart() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 60,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative", "axis": null}},
              "title": {"text": "A claim", "anchor": "start"}
            }
            """)
        expectAlike(figure.placedTexts("title"), ["A claim at 0,-7 start"])
    }

    @Test func atTheEnd() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 60,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative", "axis": null}},
              "title": {"text": "A claim", "anchor": "end"}
            }
            """)
        expectAlike(figure.placedTexts("title"), ["A claim at 204.7,-7 end"])
    }

    @Test func below() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 60,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative", "axis": null}},
              "title": {"text": "A claim", "orient": "bottom"}
            }
            """)
        expectAlike(figure.placedTexts("title"), ["A claim at 100,74 middle"])
    }

    @Test func furtherAway() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 60,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative", "axis": null}},
              "title": {"text": "A claim", "offset": 20}
            }
            """)
        expectAlike(figure.placedTexts("title"), ["A claim at 100,-23 middle"])
    }

    @Test func lines() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 60,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative", "axis": null}},
              "title": {"text": ["A claim", "and more"]}
            }
            """)
        expectAlike(figure.placedTexts("title"), ["A claim/and more at 100,-22 middle"])
    }
}
