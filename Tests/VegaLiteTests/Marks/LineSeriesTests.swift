import Figures
import Testing

@testable import VegaLite

/// Lines: path data and paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct LineSeriesTests {
    @Test func eachColourIsALine() throws {
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
              "mark": "line",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "color": {"field": "s", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M0,75 L50,62.5 L100,87.5", "M25,0 L87.5,25"])
        expectAlike(figure.paints("mark-line"), ["none #4c78a8 2", "none #f58518 2"])
    }

    @Test func detailPartsLinesWithoutColour() throws {
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
              "mark": "line",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "detail": {"field": "s", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M0,75 L50,62.5 L100,87.5", "M25,0 L87.5,25"])
        expectAlike(figure.paints("mark-line"), ["none #4c78a8 2", "none #4c78a8 2"])
    }

    @Test func aLineRunsByTheValuesOfItsAxis() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 5, "y": 1}, {"x": 1, "y": 2}, {"x": 3, "y": 3}]},
              "mark": "line",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M0,33.3 L50,0 L100,66.7"])
    }

    @Test func orderSaysHowALineRuns() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 5, "y": 1, "t": 1}, {"x": 1, "y": 2, "t": 2}, {"x": 3, "y": 3, "t": 3}]},
              "mark": "line",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "order": {"field": "t", "type": "quantitative"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M100,66.7 L0,33.3 L50,0"])
    }

    @Test func aMissingValueIsAGap() throws {
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
              "mark": "line",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M0,71.4 L25,42.9 M75,14.3 L100,0"])
    }

    @Test func aLineOverBands() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"s": "a", "y": 2}, {"s": "b", "y": 8}, {"s": "c", "y": 4}]},
              "mark": "line",
              "encoding": {"x": {"field": "s", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M16.7,75 L50,0 L83.3,50"])
    }

    @Test func aLineOverTime() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"d": "2020-01-01", "y": 2}, {"d": "2020-03-01", "y": 8}, {"d": "2021-01-01", "y": 4}]
              },
              "mark": "line",
              "encoding": {"x": {"field": "d", "type": "temporal"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M0,75 L16.4,0 L100,50"])
    }

    @Test func theMeanOfEachMonth() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"d": "2020-01-01", "y": 2}, {"d": "2020-01-21", "y": 8}, {"d": "2020-05-01", "y": 4}]
              },
              "mark": "line",
              "encoding": {
                "x": {"field": "d", "type": "temporal", "timeUnit": "month"},
                "y": {"field": "y", "type": "quantitative", "aggregate": "mean"}
              }
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M0,0 L100,20"])
    }

    @Test func pointsOnALine() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "line", "point": true},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M0,75 L28.6,0 L57.1,62.5 L100,25"])
        expectAlike(
            figure.frames("mark-point"),
            [
                [-2.7, 72.3, 5.5, 5.5],
                [25.8, -2.7, 5.5, 5.5],
                [54.4, 59.8, 5.5, 5.5],
                [97.3, 22.3, 5.5, 5.5],
            ])
    }

    @Test func emptyPointsOnALine() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "line", "point": {"filled": false, "fill": "white"}},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.paints("mark-point"),
            ["#ffffff #4c78a8 2", "#ffffff #4c78a8 2", "#ffffff #4c78a8 2", "#ffffff #4c78a8 2"])
    }

    @Test func widthAndColour() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "line", "strokeWidth": 5, "color": "firebrick"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.paints("mark-line"), ["none #b22222 5"])
    }

    @Test func opacityIsPartOfThePaint() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "line", "opacity": 0.5},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.paints("mark-line"), ["none #4c78a8/0.5 2"])
    }

    @Test func upright() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "line", "orient": "horizontal"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-line"), ["M37.5,0 L100,33.3 L62.5,83.3 L12.5,100"])
    }
}
