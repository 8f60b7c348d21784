import Figures
import Testing

@testable import VegaLite

/// Rules: ends and paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct RuleMarkTests {
    @Test func acrossTheWholeView() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "rule", "encoding": {"y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.outlines("mark-rule"), ["M0,75 L100,75", "M0,0 L100,0", "M0,62.5 L100,62.5", "M0,25 L100,25"])
        expectAlike(
            figure.paints("mark-rule"), ["none #000000 1", "none #000000 1", "none #000000 1", "none #000000 1"])
    }

    @Test func downTheWholeView() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "rule", "encoding": {"x": {"field": "x", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.outlines("mark-rule"),
            ["M12.5,0 L12.5,100", "M37.5,0 L37.5,100", "M62.5,0 L62.5,100", "M100,0 L100,100"])
    }

    @Test func betweenTwoValues() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "z": 5}, {"x": 3, "y": 8, "z": 1}]}, "mark": "rule",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "y2": {"field": "z"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M33.3,37.5 L33.3,75", "M100,0 L100,87.5"])
    }

    @Test func fromPointToPoint() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"x": 1, "y": 2, "u": 4, "v": 5}]},
              "mark": "rule",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "x2": {"field": "u"}, "y2": {"field": "v"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,60 L100,0"])
    }

    @Test func overABand() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"s": "a", "y": 2, "z": 5}, {"s": "b", "y": 8, "z": 1}]},
              "mark": "rule",
              "encoding": {
                "x": {"field": "s", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"},
                "y2": {"field": "z"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M25,37.5 L25,75", "M75,0 L75,87.5"])
    }

    @Test func theMeanOverBars() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"s": "a", "y": 2}, {"s": "b", "y": 5}]},
              "layer": [
                {
                  "mark": "bar",
                  "encoding": {"x": {"field": "s", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"}}
                },
                {
                  "mark": {"type": "rule", "color": "red", "strokeWidth": 2},
                  "encoding": {"y": {"field": "y", "type": "quantitative", "aggregate": "mean"}}
                }
              ]
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M0,30 L100,30"])
        expectAlike(figure.paints("mark-rule"), ["none #ff0000 2"])
    }

    @Test func aConstantPlace() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "layer": [
                {
                  "mark": "point",
                  "encoding": {
                    "x": {"field": "x", "type": "quantitative"},
                    "y": {"field": "y", "type": "quantitative"}
                  }
                },
                {"mark": "rule", "encoding": {"y": {"datum": 4}}}
              ]
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M0,50 L100,50", "M0,50 L100,50", "M0,50 L100,50", "M0,50 L100,50"])
    }

    @Test func aPlaceInPixels() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"x": 1}]}, "mark": "rule",
              "encoding": {"x": {"value": 30}}
            }
            """)
        expectAlike(figure.outlines("mark-rule"), ["M30,0 L30,100"])
    }
}
