import Figures
import Testing

@testable import VegaLite

/// Circles: bounds and paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct CircleMarkTests {
    @Test func aCircleHasThirtyPixels() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "circle",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.frames("mark-circle"),
            [
                [9.8, 72.3, 5.5, 5.5],
                [34.8, -2.7, 5.5, 5.5],
                [59.8, 59.8, 5.5, 5.5],
                [97.3, 22.3, 5.5, 5.5],
            ])
        expectAlike(
            figure.paints("mark-circle"),
            ["#4c78a8/0.7 none", "#4c78a8/0.7 none", "#4c78a8/0.7 none", "#4c78a8/0.7 none"])
    }

    @Test func areasAreInProportion() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "circle",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "size": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-circle"),
            [
                [7.7, 70.2, 9.7, 9.7],
                [28, -9.5, 19, 19],
                [56.6, 56.6, 11.7, 11.7],
                [91.8, 16.8, 16.5, 16.5],
            ])
    }

    @Test func sizesOfTheAuthor() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "circle",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "size": {"field": "y", "type": "quantitative", "scale": {"range": [10, 400]}}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-circle"),
            [
                [7.3, 69.8, 10.4, 10.4],
                [27.5, -10, 20, 20],
                [56.2, 56.2, 12.5, 12.5],
                [91.3, 16.3, 17.4, 17.4],
            ])
    }

    @Test func aSizeOfTheMark() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "circle", "size": 200, "opacity": 1},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.frames("mark-circle"),
            [
                [5.4, 67.9, 14.1, 14.1],
                [30.4, -7.1, 14.1, 14.1],
                [55.4, 55.4, 14.1, 14.1],
                [92.9, 17.9, 14.1, 14.1],
            ])
        expectAlike(figure.paints("mark-circle"), ["#4c78a8 none", "#4c78a8 none", "#4c78a8 none", "#4c78a8 none"])
    }

    @Test func anOutlinedCircle() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "circle", "filled": false},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.paints("mark-circle"),
            ["none #4c78a8/0.7 2", "none #4c78a8/0.7 2", "none #4c78a8/0.7 2", "none #4c78a8/0.7 2"])
    }

    @Test func coloursOfKinds() throws {
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
              "mark": "circle",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "color": {"field": "s", "type": "nominal"}
              }
            }
            """)
        expectAlike(
            figure.paints("mark-circle"),
            [
                "#4c78a8/0.7 none",
                "#f58518/0.7 none",
                "#4c78a8/0.7 none",
                "#f58518/0.7 none",
                "#4c78a8/0.7 none",
            ])
    }

    @Test func aValueThatIsMissingHasNoCircle() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": null, "y": 4}, {"x": 3, "y": null}, {"x": 4, "y": 6}]},
              "mark": "circle",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-circle"), [[22.3, 63.9, 5.5, 5.5], [97.3, -2.7, 5.5, 5.5]])
    }
}
