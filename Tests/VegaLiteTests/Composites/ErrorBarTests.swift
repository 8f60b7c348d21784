import Figures
import Testing

@testable import VegaLite

/// Error bars: the parts of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct ErrorBarTests {
    @Test func standardErrors() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 3}, {"k": "a", "v": 8}, {"k": "b", "v": 4},
                  {"k": "b", "v": 6}
                ]
              },
              "mark": "errorbar",
              "encoding": {
                "x": {"field": "k", "type": "nominal"},
                "y": {"field": "v", "type": "quantitative", "scale": {"zero": false}}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,8.4 L25,91.6", "M75,10 L75,50"])
        expectAlike(figure.paints("mark-rule"), ["none #000000 1", "none #000000 1"])
    }

    @Test func standardDeviations() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 3}, {"k": "a", "v": 8}, {"k": "b", "v": 4},
                  {"k": "b", "v": 6}
                ]
              },
              "mark": {"type": "errorbar", "extent": "stdev"},
              "encoding": {
                "x": {"field": "k", "type": "nominal"},
                "y": {"field": "v", "type": "quantitative", "scale": {"zero": false}}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,4.9 L25,95.1", "M75,19.8 L75,55.2"])
    }

    @Test func betweenQuartiles() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 3}, {"k": "a", "v": 8}, {"k": "b", "v": 4},
                  {"k": "b", "v": 6}
                ]
              },
              "mark": {"type": "errorbar", "extent": "iqr"},
              "encoding": {
                "x": {"field": "k", "type": "nominal"},
                "y": {"field": "v", "type": "quantitative", "scale": {"zero": false}}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,0 L25,100", "M75,0 L75,28.6"])
    }

    @Test func lyingDown() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 3}, {"k": "a", "v": 8}, {"k": "b", "v": 4},
                  {"k": "b", "v": 6}
                ]
              },
              "mark": {"type": "errorbar", "extent": "stdev"},
              "encoding": {"y": {"field": "k", "type": "nominal"}, "x": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M4.9,25 L95.1,25", "M44.8,75 L80.2,75"])
    }

    @Test func withCaps() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 3}, {"k": "a", "v": 8}, {"k": "b", "v": 4},
                  {"k": "b", "v": 6}
                ]
              },
              "mark": {"type": "errorbar", "extent": "stdev", "ticks": true},
              "encoding": {
                "x": {"field": "k", "type": "nominal"},
                "y": {"field": "v", "type": "quantitative", "scale": {"zero": false}}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,4.9 L25,95.1", "M75,19.8 L75,55.2"])
        expectAlike(
            figure.frames("mark-tick"),
            [[6.2, 94.6, 37.5, 1], [56.2, 54.7, 37.5, 1], [6.2, 4.4, 37.5, 1], [56.2, 19.3, 37.5, 1]])
    }

    @Test func aboutTheMedian() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 3}, {"k": "a", "v": 8}, {"k": "b", "v": 4},
                  {"k": "b", "v": 6}
                ]
              },
              "mark": {"type": "errorbar", "extent": "iqr", "center": "median"},
              "encoding": {
                "x": {"field": "k", "type": "nominal"},
                "y": {"field": "v", "type": "quantitative", "scale": {"zero": false}}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,0 L25,100", "M75,0 L75,28.6"])
    }

    @Test func endsOfTheData() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "l": 1, "h": 4}, {"k": "b", "l": 3, "h": 5}]},
              "mark": "errorbar",
              "encoding": {
                "x": {"field": "k", "type": "nominal"}, "y": {"field": "l", "type": "quantitative"},
                "y2": {"field": "h"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,20 L25,80", "M75,0 L75,40"])
    }

    @Test func errorsOfTheData() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 3, "e": 1}, {"k": "b", "v": 5, "e": 2}]},
              "mark": "errorbar",
              "encoding": {
                "x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"},
                "yError": {"field": "e"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,42.9 L25,71.4", "M75,0 L75,57.1"])
    }

    @Test func unevenErrorsOfTheData() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 3, "u": 1, "d": -2}, {"k": "b", "v": 5, "u": 2, "d": -1}]},
              "mark": "errorbar",
              "encoding": {
                "x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"},
                "yError": {"field": "u"}, "yError2": {"field": "d"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,42.9 L25,85.7", "M75,0 L75,42.9"])
    }
}
