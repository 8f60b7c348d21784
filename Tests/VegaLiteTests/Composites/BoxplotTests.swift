import Figures
import Testing

@testable import VegaLite

/// Box plots: the parts of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct BoxplotTests {
    @Test func boxesAndWhiskers() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 2}, {"k": "a", "v": 3},
                  {"k": "a", "v": 4}, {"k": "a", "v": 7}, {"k": "a", "v": 8}, {"k": "a", "v": 20},
                  {"k": "b", "v": 4}, {"k": "b", "v": 5}, {"k": "b", "v": 5}, {"k": "b", "v": 6},
                  {"k": "b", "v": 7}
                ]
              },
              "mark": {"type": "boxplot"},
              "encoding": {"x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[18, 63.7, 14, 26.3], [68, 70, 14, 5]])
        expectAlike(
            figure.outlines("mark-rule"), ["M25,90 L25,95", "M75,75 L75,80", "M25,60 L25,63.7", "M75,65 L75,70"])
        expectAlike(figure.frames("mark-tick"), [[18, 82, 14, 1], [68, 74.5, 14, 1]])
        expectAlike(figure.frames("mark-point"), [[22.3, -2.7, 5.5, 5.5]])
    }

    @Test func oneBox() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 2}, {"k": "a", "v": 3},
                  {"k": "a", "v": 4}, {"k": "a", "v": 7}, {"k": "a", "v": 8}, {"k": "a", "v": 20},
                  {"k": "b", "v": 4}, {"k": "b", "v": 5}, {"k": "b", "v": 5}, {"k": "b", "v": 6},
                  {"k": "b", "v": 7}
                ]
              },
              "mark": "boxplot", "encoding": {"y": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[43, 65, 14, 20]])
        expectAlike(figure.outlines("mark-rule"), ["M50,85 L50,95", "M50,60 L50,65"])
        expectAlike(figure.frames("mark-tick"), [[43, 74.5, 14, 1]])
        expectAlike(figure.frames("mark-point"), [[47.3, -2.7, 5.5, 5.5]])
    }

    @Test func lyingDown() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 2}, {"k": "a", "v": 3},
                  {"k": "a", "v": 4}, {"k": "a", "v": 7}, {"k": "a", "v": 8}, {"k": "a", "v": 20},
                  {"k": "b", "v": 4}, {"k": "b", "v": 5}, {"k": "b", "v": 5}, {"k": "b", "v": 6},
                  {"k": "b", "v": 7}
                ]
              },
              "mark": "boxplot",
              "encoding": {"y": {"field": "k", "type": "nominal"}, "x": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[10, 18, 26.2, 14], [25, 68, 5, 14]])
        expectAlike(
            figure.outlines("mark-rule"), ["M5,25 L10,25", "M20,75 L25,75", "M36.2,25 L40,25", "M30,75 L35,75"])
        expectAlike(figure.frames("mark-tick"), [[17, 18, 1, 14], [24.5, 68, 1, 14]])
        expectAlike(figure.frames("mark-point"), [[97.3, 22.3, 5.5, 5.5]])
    }

    @Test func whiskersToTheEnds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 2}, {"k": "a", "v": 3},
                  {"k": "a", "v": 4}, {"k": "a", "v": 7}, {"k": "a", "v": 8}, {"k": "a", "v": 20},
                  {"k": "b", "v": 4}, {"k": "b", "v": 5}, {"k": "b", "v": 5}, {"k": "b", "v": 6},
                  {"k": "b", "v": 7}
                ]
              },
              "mark": {"type": "boxplot", "extent": "min-max"},
              "encoding": {"x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[18, 63.7, 14, 26.3], [68, 70, 14, 5]])
        expectAlike(
            figure.outlines("mark-rule"), ["M25,90 L25,95", "M75,75 L75,80", "M25,0 L25,63.7", "M75,65 L75,70"])
        expectAlike(figure.frames("mark-tick"), [[18, 82, 14, 1], [68, 74.5, 14, 1]])
    }

    @Test func whiskersOfALength() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 2}, {"k": "a", "v": 3},
                  {"k": "a", "v": 4}, {"k": "a", "v": 7}, {"k": "a", "v": 8}, {"k": "a", "v": 20},
                  {"k": "b", "v": 4}, {"k": "b", "v": 5}, {"k": "b", "v": 5}, {"k": "b", "v": 6},
                  {"k": "b", "v": 7}
                ]
              },
              "mark": {"type": "boxplot", "extent": 0.5},
              "encoding": {"x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[18, 63.7, 14, 26.3], [68, 70, 14, 5]])
        expectAlike(figure.outlines("mark-rule"), ["M25,90 L25,95", "M75,75", "M25,60 L25,63.7", "M75,70"])
        expectAlike(figure.frames("mark-tick"), [[18, 82, 14, 1], [68, 74.5, 14, 1]])
        expectAlike(
            figure.frames("mark-point"), [[22.3, -2.7, 5.5, 5.5], [72.3, 77.3, 5.5, 5.5], [72.3, 62.3, 5.5, 5.5]])
    }

    @Test func aWidth() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 2}, {"k": "a", "v": 3},
                  {"k": "a", "v": 4}, {"k": "a", "v": 7}, {"k": "a", "v": 8}, {"k": "a", "v": 20},
                  {"k": "b", "v": 4}, {"k": "b", "v": 5}, {"k": "b", "v": 5}, {"k": "b", "v": 6},
                  {"k": "b", "v": 7}
                ]
              },
              "mark": {"type": "boxplot", "size": 30},
              "encoding": {"x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[10, 63.7, 30, 26.3], [60, 70, 30, 5]])
        expectAlike(
            figure.outlines("mark-rule"), ["M25,90 L25,95", "M75,75 L75,80", "M25,60 L25,63.7", "M75,65 L75,70"])
        expectAlike(figure.frames("mark-tick"), [[10, 82, 30, 1], [60, 74.5, 30, 1]])
        expectAlike(figure.frames("mark-point"), [[22.3, -2.7, 5.5, 5.5]])
    }

    @Test func withoutOutliers() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 2}, {"k": "a", "v": 3},
                  {"k": "a", "v": 4}, {"k": "a", "v": 7}, {"k": "a", "v": 8}, {"k": "a", "v": 20},
                  {"k": "b", "v": 4}, {"k": "b", "v": 5}, {"k": "b", "v": 5}, {"k": "b", "v": 6},
                  {"k": "b", "v": 7}
                ]
              },
              "mark": {"type": "boxplot", "outliers": false},
              "encoding": {"x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[18, 9.4, 14, 65.6], [68, 25, 14, 12.5]])
        expectAlike(
            figure.outlines("mark-rule"), ["M25,75 L25,87.5", "M75,37.5 L75,50", "M25,0 L25,9.4", "M75,12.5 L75,25"])
        expectAlike(figure.frames("mark-tick"), [[18, 55.8, 14, 1], [68, 37, 14, 1]])
    }

    @Test func coloursOfParts() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 2}, {"k": "a", "v": 3},
                  {"k": "a", "v": 4}, {"k": "a", "v": 7}, {"k": "a", "v": 8}, {"k": "a", "v": 20},
                  {"k": "b", "v": 4}, {"k": "b", "v": 5}, {"k": "b", "v": 5}, {"k": "b", "v": 6},
                  {"k": "b", "v": 7}
                ]
              },
              "mark": {
                "type": "boxplot", "median": {"color": "red"}, "rule": {"color": "blue"},
                "box": {"color": "gold"}
              },
              "encoding": {"x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.paints("mark-bar"), ["#ffd700 none", "#ffd700 none"])
        expectAlike(figure.paints("mark-tick"), ["#ff0000/0.7 none", "#ff0000/0.7 none"])
        expectAlike(
            figure.paints("mark-rule"), ["none #0000ff 1", "none #0000ff 1", "none #0000ff 1", "none #0000ff 1"])
    }

    @Test func capsAtTheWhiskers() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 2}, {"k": "a", "v": 3},
                  {"k": "a", "v": 4}, {"k": "a", "v": 7}, {"k": "a", "v": 8}, {"k": "a", "v": 20},
                  {"k": "b", "v": 4}, {"k": "b", "v": 5}, {"k": "b", "v": 5}, {"k": "b", "v": 6},
                  {"k": "b", "v": 7}
                ]
              },
              "mark": {"type": "boxplot", "ticks": true, "extent": "min-max"},
              "encoding": {"x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.outlines("mark-rule"), ["M25,90 L25,95", "M75,75 L75,80", "M25,0 L25,63.7", "M75,65 L75,70"])
    }
}
