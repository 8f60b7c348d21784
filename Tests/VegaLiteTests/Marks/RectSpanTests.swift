import Figures
import Testing

@testable import VegaLite

/// Rectangles: bounds and paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct RectSpanTests {
    @Test func cellsOfATable() throws {
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
              "mark": "rect",
              "encoding": {
                "x": {"field": "s", "type": "nominal"}, "y": {"field": "t", "type": "nominal"},
                "color": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        expectAlike(figure.frames("mark-rect"), [[0, 0, 50, 50], [50, 0, 50, 50], [50, 50, 50, 50]])
        expectAlike(figure.paints("mark-rect"), ["#eff9bd none", "#1c3185 none", "#86d0bb none"])
    }

    @Test func spansOfBothAxes() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "u": 4, "v": 5}, {"x": 5, "y": 6, "u": 7, "v": 9}]},
              "mark": "rect",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"}, "x2": {"field": "u"},
                "y": {"field": "y", "type": "quantitative"}, "y2": {"field": "v"}
              }
            }
            """)
        expectAlike(figure.frames("mark-rect"), [[14.3, 44.4, 42.9, 33.3], [71.4, 0, 28.6, 33.3]])
    }

    @Test func aSpanOverTheWholeHeight() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"x": 1, "u": 4}, {"x": 5, "u": 7}]},
              "mark": "rect",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "x2": {"field": "u"}}
            }
            """)
        expectAlike(figure.frames("mark-rect"), [[14.3, 0, 42.9, 100], [71.4, 0, 28.6, 100]])
    }

    @Test func monthsAndHours() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"d": "2020-01-01T05:00", "y": 1}, {"d": "2020-03-01T07:00", "y": 2}]},
              "mark": "rect",
              "encoding": {
                "x": {"field": "d", "type": "temporal", "timeUnit": "month"},
                "y": {"field": "d", "type": "temporal", "timeUnit": "hours"},
                "color": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        expectAlike(figure.frames("mark-rect"), [[0.5, 67.2, 34.1, 33.3], [66.4, 0.5, 34.1, 33.3]])
    }

    @Test func binsOfBothAxes() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "rect",
              "encoding": {
                "x": {"field": "x", "type": "quantitative", "bin": true},
                "y": {"field": "y", "type": "quantitative", "bin": true},
                "color": {"aggregate": "count"}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-rect"),
            [
                [0.5, 83.8, 14.3, 16.7],
                [29.1, 0.5, 14.3, 16.7],
                [57.6, 67.2, 14.3, 16.7],
                [86.2, 17.2, 14.3, 16.7],
            ])
        expectAlike(figure.paints("mark-rect"), ["#45b4c2 none", "#45b4c2 none", "#45b4c2 none", "#45b4c2 none"])
    }

    @Test func roundCorners() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"s": "a"}, {"s": "b"}]},
              "mark": {"type": "rect", "cornerRadius": 5},
              "encoding": {"x": {"field": "s", "type": "nominal"}}
            }
            """)
        expectAlike(figure.frames("mark-rect"), [[0, 0, 50, 100], [50, 0, 50, 100]])
    }
}
