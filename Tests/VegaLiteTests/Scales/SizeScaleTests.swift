import Figures
import Testing

@testable import VegaLite

/// Scales of sizes, opacities and widths: `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct SizeScaleTests {
    @Test func sizes() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 4}, {"i": 2, "v": 9}]},
              "mark": "point",
              "encoding": {"x": {"field": "i", "type": "ordinal"}, "size": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.frames("mark-point"), [[13.4, 46.7, 6.6, 6.6], [43.6, 43.6, 12.8, 12.8], [73.8, 40.5, 19, 19]])
    }

    @Test func sizesByTheRoot() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 4}, {"i": 2, "v": 9}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "size": {"field": "v", "type": "quantitative", "scale": {"type": "sqrt"}}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-point"), [[11.1, 44.5, 11.1, 11.1], [42.2, 42.2, 15.6, 15.6], [73.8, 40.5, 19, 19]])
    }

    @Test func sizesByTheLogarithm() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 10}, {"i": 2, "v": 100}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "size": {"field": "v", "type": "quantitative", "scale": {"type": "log"}}
              }
            }
            """)
        expectAlike(figure.frames("mark-point"), [[15.7, 49, 2, 2], [43.2, 43.2, 13.5, 13.5], [73.8, 40.5, 19, 19]])
    }

    @Test func sizesOfPieces() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 4}, {"i": 2, "v": 9}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "size": {
                  "field": "v", "type": "quantitative",
                  "scale": {"type": "quantize", "range": [20, 200]}
                }
              }
            }
            """)
        expectAlike(
            figure.frames("mark-point"), [[14.4, 47.8, 4.5, 4.5], [47.8, 47.8, 4.5, 4.5], [76.3, 42.9, 14.1, 14.1]])
    }

    @Test func sizesOfThresholds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 4}, {"i": 2, "v": 9}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "size": {
                  "field": "v", "type": "quantitative",
                  "scale": {"type": "threshold", "domain": [3, 6], "range": [10, 100, 200]}
                }
              }
            }
            """)
        expectAlike(
            figure.frames("mark-point"), [[15.1, 48.4, 3.2, 3.2], [45, 45, 10, 10], [76.3, 42.9, 14.1, 14.1]])
    }

    @Test func sizesOfBins() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 4}, {"i": 2, "v": 9}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "size": {"field": "v", "type": "quantitative", "bin": true}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-point"), [[13.5, 46.8, 6.3, 6.3], [43.2, 43.2, 13.5, 13.5], [74.3, 41, 18, 18]])
    }

    @Test func opacities() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 4}, {"i": 2, "v": 9}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "opacity": {"field": "v", "type": "quantitative"}
              }
            }
            """)
        expectAlike(figure.paints("mark-point"), ["none #4c78a8/0.3 2", "none #4c78a8/0.5 2", "none #4c78a8/0.8 2"])
    }

    @Test func widthsOfStrokes() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 4}, {"i": 2, "v": 9}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "strokeWidth": {"field": "v", "type": "quantitative"}
              }
            }
            """)
        expectAlike(figure.paints("mark-point"), ["none #4c78a8/0.7 1", "none #4c78a8/0.7 2.1", "none #4c78a8/0.7 4"])
    }

    @Test func sizesOfOrdinals() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 2}, {"v": 3}]},
              "mark": "point",
              "encoding": {"x": {"field": "v", "type": "ordinal"}, "size": {"field": "v", "type": "ordinal"}}
            }
            """)
        expectAlike(figure.frames("mark-point"), [[15.7, 49, 2, 2], [43.2, 43.2, 13.5, 13.5], [73.8, 40.5, 19, 19]])
    }

    @Test func turns() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 0}, {"v": 90}, {"v": 180}]},
              "mark": {"type": "point", "shape": "triangle"},
              "encoding": {
                "x": {"field": "v", "type": "ordinal"},
                "angle": {"field": "v", "type": "quantitative", "scale": {"domain": [0, 360], "range": [0, 360]}}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-point"), [[13.9, 46.8, 5.5, 4.7], [48.4, 47.3, 4.7, 5.5], [80.6, 48.4, 5.5, 4.7]])
    }

    @Test func dashesOfKinds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 1, "k": "a"}, {"x": 2, "y": 2, "k": "a"}, {"x": 1, "y": 2, "k": "b"},
                  {"x": 2, "y": 1, "k": "b"}
                ]
              },
              "mark": "line",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "strokeDash": {"field": "k", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M0,50 L100,0", "M0,0 L100,50"])
    }
}
