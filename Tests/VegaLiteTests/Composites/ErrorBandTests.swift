import Figures
import Testing

@testable import VegaLite

/// Error bands: the parts of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct ErrorBandTests {
    @Test func standardErrors() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 1}, {"x": 1, "y": 3}, {"x": 2, "y": 4}, {"x": 2, "y": 8},
                  {"x": 3, "y": 2}, {"x": 3, "y": 9}
                ]
              },
              "mark": "errorband",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-area"), [[0, 0, 100, 88.9]])
        expectAlike(figure.paints("mark-area"), ["#4c78a8/0.3 none"])
    }

    @Test func standardDeviations() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 1}, {"x": 1, "y": 3}, {"x": 2, "y": 4}, {"x": 2, "y": 8},
                  {"x": 3, "y": 2}, {"x": 3, "y": 9}
                ]
              },
              "mark": {"type": "errorband", "extent": "stdev"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-area"), [[0, 5, 100, 90]])
    }

    @Test func withBorders() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 1}, {"x": 1, "y": 3}, {"x": 2, "y": 4}, {"x": 2, "y": 8},
                  {"x": 3, "y": 2}, {"x": 3, "y": 9}
                ]
              },
              "mark": {"type": "errorband", "extent": "stdev", "borders": true},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M0,94.7 L50,71.2 L100,95", "M0,69 L50,19.7 L100,5"])
        expectAlike(figure.paints("mark-line"), ["none #4c78a8 2", "none #4c78a8 2"])
    }

    @Test func curved() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 1}, {"x": 1, "y": 3}, {"x": 2, "y": 4}, {"x": 2, "y": 8},
                  {"x": 3, "y": 2}, {"x": 3, "y": 9}
                ]
              },
              "mark": {"type": "errorband", "extent": "stdev", "interpolate": "monotone"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-area"), [[0, 5, 100, 90]])
    }

    @Test func underALine() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 1}, {"x": 1, "y": 3}, {"x": 2, "y": 4}, {"x": 2, "y": 8},
                  {"x": 3, "y": 2}, {"x": 3, "y": 9}
                ]
              },
              "encoding": {"x": {"field": "x", "type": "quantitative"}},
              "layer": [
                {
                  "mark": {"type": "errorband", "extent": "stdev"},
                  "encoding": {"y": {"field": "y", "type": "quantitative"}}
                },
                {
                  "mark": "line",
                  "encoding": {"y": {"field": "y", "type": "quantitative", "aggregate": "mean"}}
                }
              ]
            }
            """)
        expectAlike(figure.frames("mark-area"), [[0, 5, 100, 90]])
        expectAlike(figure.outlines("mark-line"), ["M0,81.8 L50,45.5 L100,50"])
    }
}
