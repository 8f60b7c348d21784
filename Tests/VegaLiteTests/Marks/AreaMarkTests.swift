import Figures
import Testing

@testable import VegaLite

/// Areas: path data and paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct AreaMarkTests {
    @Test func anAreaGoesBackAlongZero() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "area",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-area"), ["M0,75 L28.6,0 L57.1,62.5 L100,25 L100,100 L0,100 Z"])
        expectAlike(figure.paints("mark-area"), ["#4c78a8 none"])
    }

    @Test func anAreaBetweenTwoFields() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "l": 1, "h": 4}, {"x": 2, "l": 2, "h": 3}, {"x": 3, "l": 0, "h": 5}]},
              "mark": "area",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "l", "type": "quantitative"}, "y2": {"field": "h"}
              }
            }
            """)
        expectAlike(figure.frames("mark-area"), [[0, 0, 100, 100]])
    }

    @Test func areasOfSeriesAreStacked() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2, "s": "a"}, {"x": 2, "y": 4, "s": "a"}, {"x": 1, "y": 3, "s": "b"},
                  {"x": 2, "y": 1, "s": "b"}
                ]
              },
              "mark": "area",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "color": {"field": "s", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-area"), ["M0,0 L100,0 L100,80 L0,40 Z", "M0,40 L100,80 L100,100 L0,100 Z"])
        expectAlike(figure.paints("mark-area"), ["#4c78a8 none", "#f58518 none"])
    }

    @Test func normalizedAreasFillTheView() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2, "s": "a"}, {"x": 2, "y": 4, "s": "a"}, {"x": 1, "y": 3, "s": "b"},
                  {"x": 2, "y": 1, "s": "b"}
                ]
              },
              "mark": "area",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative", "stack": "normalize"},
                "color": {"field": "s", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-area"), ["M0,0 L100,0 L100,80 L0,40 Z", "M0,40 L100,80 L100,100 L0,100 Z"])
    }

    @Test func centredAreasAreAStream() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2, "s": "a"}, {"x": 2, "y": 4, "s": "a"}, {"x": 1, "y": 3, "s": "b"},
                  {"x": 2, "y": 1, "s": "b"}
                ]
              },
              "mark": "area",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative", "stack": "center"},
                "color": {"field": "s", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-area"), ["M0,0 L100,0 L100,80 L0,40 Z", "M0,40 L100,80 L100,100 L0,100 Z"])
    }

    @Test func unstackedAreasLieOverEachOther() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2, "s": "a"}, {"x": 2, "y": 4, "s": "a"}, {"x": 1, "y": 3, "s": "b"},
                  {"x": 2, "y": 1, "s": "b"}
                ]
              },
              "mark": "area",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative", "stack": null},
                "color": {"field": "s", "type": "nominal"}
              }
            }
            """)
        expectAlike(
            figure.outlines("mark-area"), ["M0,50 L100,0 L100,100 L0,100 Z", "M0,25 L100,75 L100,100 L0,100 Z"])
    }

    @Test func aSeriesThatLacksAPlaceIsNoughtThere() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2, "s": "a"}, {"x": 2, "y": 4, "s": "a"}, {"x": 3, "y": 4, "s": "a"},
                  {"x": 1, "y": 3, "s": "b"}, {"x": 3, "y": 1, "s": "b"}
                ]
              },
              "mark": "area",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "color": {"field": "s", "type": "nominal"}
              }
            }
            """)
        expectAlike(
            figure.outlines("mark-area"),
            ["M0,0 L50,20 L100,0 L100,80 L50,100 L0,40 Z", "M0,40 L50,100 L100,80 L100,100 L0,100 Z"])
    }

    @Test func anUprightArea() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "area", "orient": "horizontal"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-area"), ["M37.5,0 L100,33.3 L62.5,83.3 L12.5,100 L0,100 L0,0 Z"])
    }

    @Test func aCurvedArea() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "area", "interpolate": "monotone"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.outlines("mark-area"),
            [
                "M0,75 C9.5,37.5 19,0 28.6,0 C38.1,0 47.6,62.5 57.1,62.5 C71.4,62.5 85.7,43.8 100,25 "
                    + "L100,100 C85.7,100 71.4,100 57.1,100 C47.6,100 38.1,100 28.6,100 C19,100 9.5,100 0,100 Z"
            ])
    }

    @Test func aSteppedArea() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "area", "interpolate": "step-after"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.outlines("mark-area"),
            ["M0,75 L28.6,75 L28.6,0 L57.1,0 L57.1,62.5 L100,62.5 L100,25 L100,100 L0,100 Z"])
    }

    @Test func aLineOnAnArea() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "area", "line": true, "color": "teal"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-area"), ["M0,75 L28.6,0 L57.1,62.5 L100,25 L100,100 L0,100 Z"])
        expectAlike(figure.outlines("mark-line"), ["M0,75 L28.6,0 L57.1,62.5 L100,25"])
        expectAlike(figure.paints("mark-area"), ["#008080/0.7 none"])
        expectAlike(figure.paints("mark-line"), ["none #4c78a8 2"])
    }

    @Test func aGapInAnArea() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2}, {"x": 2, "y": 4}, {"x": 3, "y": null}, {"x": 4, "y": 6},
                  {"x": 5, "y": 7}
                ]
              },
              "mark": "area",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.outlines("mark-area"), ["M0,71.4 L25,42.9 L25,100 L0,100 Z M75,14.3 L100,0 L100,100 L75,100 Z"])
    }
}
