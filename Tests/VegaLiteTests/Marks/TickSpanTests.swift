import Figures
import Testing

@testable import VegaLite

/// Ticks: bounds of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct TickSpanTests {
    @Test func alongOneAxis() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 20,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "tick", "encoding": {"x": {"field": "x", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.frames("mark-tick"), [[12, 2.5, 1, 15], [37, 2.5, 1, 15], [62, 2.5, 1, 15], [99.5, 2.5, 1, 15]])
        expectAlike(
            figure.paints("mark-tick"),
            ["#4c78a8/0.7 none", "#4c78a8/0.7 none", "#4c78a8/0.7 none", "#4c78a8/0.7 none"])
    }

    @Test func withinBands() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2, "s": "a"}, {"x": 3, "y": 8, "s": "b"}, {"x": 5, "y": 3, "s": "a"},
                  {"x": 8, "y": 6, "s": "b"}, {"x": 9, "y": 1, "s": "a"}
                ]
              },
              "mark": "tick",
              "encoding": {"x": {"field": "y", "type": "quantitative"}, "y": {"field": "s", "type": "nominal"}}
            }
            """)
        expectAlike(
            figure.frames("mark-tick"),
            [
                [24.5, 6.2, 1, 37.5],
                [99.5, 56.2, 1, 37.5],
                [37, 6.2, 1, 37.5],
                [74.5, 56.2, 1, 37.5],
                [12, 6.2, 1, 37.5],
            ])
    }

    @Test func upright() throws {
        let figure = try drawn(
            """
            {
              "width": 20, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "tick", "encoding": {"y": {"field": "x", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.frames("mark-tick"), [[2.5, 87, 15, 1], [2.5, 62, 15, 1], [2.5, 37, 15, 1], [2.5, -0.5, 15, 1]])
    }

    @Test func thick() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 20,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "tick", "thickness": 4},
              "encoding": {"x": {"field": "x", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.frames("mark-tick"),
            [[10.5, 2.5, 4, 15], [35.5, 2.5, 4, 15], [60.5, 2.5, 4, 15], [98, 2.5, 4, 15]])
    }

    @Test func ofASize() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2, "s": "a"}, {"x": 3, "y": 8, "s": "b"}, {"x": 5, "y": 3, "s": "a"},
                  {"x": 8, "y": 6, "s": "b"}, {"x": 9, "y": 1, "s": "a"}
                ]
              },
              "mark": {"type": "tick", "size": 8},
              "encoding": {"x": {"field": "y", "type": "quantitative"}, "y": {"field": "s", "type": "nominal"}}
            }
            """)
        expectAlike(
            figure.frames("mark-tick"),
            [[24.5, 21, 1, 8], [99.5, 71, 1, 8], [37, 21, 1, 8], [74.5, 71, 1, 8], [12, 21, 1, 8]])
    }
}
