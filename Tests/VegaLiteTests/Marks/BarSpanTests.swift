import Figures
import Testing

@testable import VegaLite

/// Bars: bounds and paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct BarSpanTests {
    @Test func negativeBarsHangBelowZero() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"s": "a", "y": 2}, {"s": "b", "y": -3}, {"s": "c", "y": 5}]},
              "mark": "bar",
              "encoding": {"x": {"field": "s", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[1.7, 37.5, 30, 25], [35, 62.5, 30, 37.5], [68.3, 0, 30, 62.5]])
        expectAlike(figure.paints("mark-bar"), ["#4c78a8 none", "#4c78a8 none", "#4c78a8 none"])
    }

    @Test func barsLieDown() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"s": "a", "y": 2}, {"s": "b", "y": -3}, {"s": "c", "y": 5}]},
              "mark": "bar",
              "encoding": {"y": {"field": "s", "type": "nominal"}, "x": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[37.5, 1.7, 25, 30], [0, 35, 37.5, 30], [37.5, 68.3, 62.5, 30]])
    }

    @Test func aWidthInPixels() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"s": "a", "y": 2}, {"s": "b", "y": -3}, {"s": "c", "y": 5}]},
              "mark": {"type": "bar", "width": 7},
              "encoding": {"x": {"field": "s", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[13.2, 37.5, 7, 25], [46.5, 62.5, 7, 37.5], [79.8, 0, 7, 62.5]])
    }

    @Test func roundEnds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"s": "a", "y": 2}, {"s": "b", "y": -3}, {"s": "c", "y": 5}]},
              "mark": {"type": "bar", "cornerRadiusEnd": 4},
              "encoding": {"x": {"field": "s", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[1.7, 37.5, 30, 25], [35, 62.5, 30, 37.5], [68.3, 0, 30, 62.5]])
    }

    @Test func rangesOfDays() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"s": "a", "d": "2020-01-01", "e": "2020-02-01"},
                  {"s": "b", "d": "2020-01-15", "e": "2020-04-01"}
                ]
              },
              "mark": "bar",
              "encoding": {
                "y": {"field": "s", "type": "nominal"}, "x": {"field": "d", "type": "temporal"},
                "x2": {"field": "e"}
              }
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[0, 2.5, 34.1, 45], [15.4, 52.5, 84.6, 45]])
    }

    @Test func countsOfBins() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "bar",
              "encoding": {
                "x": {"field": "x", "type": "quantitative", "bin": {"step": 2}},
                "y": {"aggregate": "count"}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-bar"), [[1, 0, 24, 100], [26, 0, 24, 100], [51, 0, 24, 100], [76, 0, 24, 100]])
    }

    @Test func stacksOfKinds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"s": "a", "y": 2, "k": "u"}, {"s": "a", "y": 3, "k": "v"},
                  {"s": "b", "y": 4, "k": "v"}
                ]
              },
              "mark": "bar",
              "encoding": {
                "x": {"field": "s", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[2.5, 0, 45, 40], [2.5, 40, 45, 60], [52.5, 20, 45, 80]])
        expectAlike(figure.paints("mark-bar"), ["#4c78a8 none", "#f58518 none", "#f58518 none"])
    }

    @Test func kindsSideBySide() throws {
        let figure = try drawn(
            """
            {
              "width": {"step": 30}, "height": 100,
              "data": {
                "values": [
                  {"s": "a", "y": 2, "k": "u"}, {"s": "a", "y": 3, "k": "v"},
                  {"s": "b", "y": 4, "k": "v"}
                ]
              },
              "mark": "bar",
              "encoding": {
                "x": {"field": "s", "type": "nominal"}, "xOffset": {"field": "k", "type": "nominal"},
                "y": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[15, 50, 30, 50], [45, 25, 30, 75], [120, 0, 30, 100]])
    }

    @Test func barsOfMonths() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"d": "2020-01-10", "y": 3}, {"d": "2020-02-10", "y": 5}, {"d": "2020-04-10", "y": 4}]
              },
              "mark": "bar",
              "encoding": {
                "x": {"field": "d", "type": "temporal", "timeUnit": "yearmonth"},
                "y": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[1, 40, 24.6, 60], [26.6, 0, 23, 100], [76.2, 20, 23.8, 80]])
    }

    @Test func ordinalMonths() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"d": "2020-01-10", "y": 3}, {"d": "2021-01-10", "y": 5}, {"d": "2020-04-10", "y": 4}]
              },
              "mark": "bar",
              "encoding": {
                "x": {"field": "d", "type": "ordinal", "timeUnit": "month"},
                "y": {"field": "y", "type": "quantitative", "aggregate": "sum"}
              }
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[2.5, 0, 45, 100], [52.5, 50, 45, 50]])
    }

    @Test func barsOfTheirSize() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "bar",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "size": {"value": 12}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-bar"),
            [[5.1, 75, 12, 25], [27.3, 0, 12, 100], [49.6, 62.5, 12, 37.5], [82.9, 25, 12, 75]])
    }
}
