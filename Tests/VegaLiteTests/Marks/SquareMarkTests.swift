import Figures
import Testing

@testable import VegaLite

/// Squares: bounds and paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct SquareMarkTests {
    @Test func aSquareHasThirtyPixels() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "square",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.frames("mark-square"),
            [
                [9.8, 72.3, 5.5, 5.5],
                [34.8, -2.7, 5.5, 5.5],
                [59.8, 59.8, 5.5, 5.5],
                [97.3, 22.3, 5.5, 5.5],
            ])
        expectAlike(
            figure.paints("mark-square"),
            ["#4c78a8/0.7 none", "#4c78a8/0.7 none", "#4c78a8/0.7 none", "#4c78a8/0.7 none"])
    }

    @Test func areasAreInProportion() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "square",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "size": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-square"),
            [
                [7.7, 70.2, 9.7, 9.7],
                [28, -9.5, 19, 19],
                [56.6, 56.6, 11.7, 11.7],
                [91.8, 16.8, 16.5, 16.5],
            ])
    }

    @Test func overBands() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"s": "a", "t": "u", "y": 2}, {"s": "b", "t": "u", "y": 8},
                  {"s": "b", "t": "v", "y": 4}
                ]
              },
              "mark": "square",
              "encoding": {
                "x": {"field": "s", "type": "nominal"}, "y": {"field": "t", "type": "nominal"},
                "size": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-square"), [[20.2, 20.2, 9.7, 9.7], [65.5, 15.5, 19, 19], [68.2, 68.2, 13.5, 13.5]])
    }

    @Test func aStrokeAroundIt() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "square", "stroke": "black", "strokeWidth": 3},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.paints("mark-square"),
            [
                "#4c78a8/0.7 #000000/0.7 3",
                "#4c78a8/0.7 #000000/0.7 3",
                "#4c78a8/0.7 #000000/0.7 3",
                "#4c78a8/0.7 #000000/0.7 3",
            ])
    }
}
