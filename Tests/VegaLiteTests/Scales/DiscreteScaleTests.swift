import Figures
import Testing

@testable import VegaLite

/// Bands and points and the labels of their axes: `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct DiscreteScaleTests {
    @Test func bandsOfBars() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar", "encoding": {"x": {"field": "v", "type": "nominal", "scale": {}}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[21, 0, 18, 20], [1, 0, 18, 20], [41, 0, 18, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 13,27.5 end turned 270",
                "b at 33,27.5 end turned 270",
                "c at 53,27.5 end turned 270",
            ])
    }

    @Test func bandsOfAFixedWidth() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar", "encoding": {"x": {"field": "v", "type": "nominal", "scale": {}}},
              "height": 20, "width": 100
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[35, 0, 30, 20], [1.7, 0, 30, 20], [68.3, 0, 30, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 19.7,27.5 end turned 270",
                "b at 53,27.5 end turned 270",
                "c at 86.3,27.5 end turned 270",
            ])
    }

    @Test func bandsWithoutGaps() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar",
              "encoding": {"x": {"field": "v", "type": "nominal", "scale": {"padding": 0}}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[20, 0, 20, 20], [0, 0, 20, 20], [40, 0, 20, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 13,27.5 end turned 270",
                "b at 33,27.5 end turned 270",
                "c at 53,27.5 end turned 270",
            ])
    }

    @Test func gapsWithinAndAround() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar",
              "encoding": {
                "x": {"field": "v", "type": "nominal", "scale": {"paddingInner": 0.5, "paddingOuter": 1}}
              },
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[40, 0, 10, 20], [20, 0, 10, 20], [60, 0, 10, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 28,27.5 end turned 270",
                "b at 48,27.5 end turned 270",
                "c at 68,27.5 end turned 270",
            ])
    }

    @Test func bandsToTheLeft() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar",
              "encoding": {"x": {"field": "v", "type": "nominal", "scale": {"paddingOuter": 1, "align": 0}}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[20, 0, 18, 20], [0, 0, 18, 20], [40, 0, 18, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 12,27.5 end turned 270",
                "b at 32,27.5 end turned 270",
                "c at 52,27.5 end turned 270",
            ])
    }

    @Test func pointsStandInTheMiddleOfTheirSteps() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "point", "encoding": {"x": {"field": "v", "type": "nominal", "scale": {}}},
              "height": 20
            }
            """)
        expectAlike(
            figure.frames("mark-point"), [[27.3, 7.3, 5.5, 5.5], [7.3, 7.3, 5.5, 5.5], [47.3, 7.3, 5.5, 5.5]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 13.5,27.5 end turned 270",
                "b at 33.5,27.5 end turned 270",
                "c at 53.5,27.5 end turned 270",
            ])
    }

    @Test func pointsWithMoreRoom() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "point",
              "encoding": {"x": {"field": "v", "type": "nominal", "scale": {"padding": 1}}},
              "height": 20
            }
            """)
        expectAlike(
            figure.frames("mark-point"), [[37.3, 7.3, 5.5, 5.5], [17.3, 7.3, 5.5, 5.5], [57.3, 7.3, 5.5, 5.5]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 23.5,27.5 end turned 270",
                "b at 43.5,27.5 end turned 270",
                "c at 63.5,27.5 end turned 270",
            ])
    }

    @Test func bandsForPoints() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "point",
              "encoding": {"x": {"field": "v", "type": "nominal", "scale": {"type": "band"}}},
              "height": 20
            }
            """)
        expectAlike(
            figure.frames("mark-point"), [[27.3, 7.3, 5.5, 5.5], [7.3, 7.3, 5.5, 5.5], [47.3, 7.3, 5.5, 5.5]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 13,27.5 end turned 270",
                "b at 33,27.5 end turned 270",
                "c at 53,27.5 end turned 270",
            ])
    }

    @Test func aStepOfTheScale() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar", "encoding": {"x": {"field": "v", "type": "nominal", "scale": {}}},
              "height": 20, "width": {"step": 40}
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[42, 0, 36, 20], [2, 0, 36, 20], [82, 0, 36, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 23,27.5 end turned 270",
                "b at 63,27.5 end turned 270",
                "c at 103,27.5 end turned 270",
            ])
    }

    @Test func numbersAsKinds() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": 10, "n": 1}, {"v": 9, "n": 2}, {"v": 100, "n": 3}]},
              "mark": "bar", "encoding": {"x": {"field": "v", "type": "ordinal", "scale": {}}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[21, 0, 18, 20], [1, 0, 18, 20], [41, 0, 18, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "9 at 13,27.5 end turned 270",
                "10 at 33,27.5 end turned 270",
                "100 at 53,27.5 end turned 270",
            ])
    }

    @Test func monthsAsKinds() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "2020-03-01", "n": 1}, {"v": "2020-01-01", "n": 2}]},
              "mark": "bar",
              "encoding": {"x": {"field": "v", "type": "ordinal", "scale": {}, "timeUnit": "month"}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[21, 0, 18, 20], [1, 0, 18, 20]])
        expectAlike(figure.placedTexts("axis-label"), ["Jan at 10,35.5 middle", "Mar at 30,35.5 middle"])
    }

    @Test func reversedBands() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar",
              "encoding": {"x": {"field": "v", "type": "nominal", "scale": {"reverse": true}}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[21, 0, 18, 20], [41, 0, 18, 20], [1, 0, 18, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "a at 53,27.5 end turned 270",
                "b at 33,27.5 end turned 270",
                "c at 13,27.5 end turned 270",
            ])
    }

    @Test func barsWithinBands() throws {
        let figure = try drawn(
            """
            {
              "data": {
                "values": [
                  {"s": "a", "k": "u", "v": 1}, {"s": "a", "k": "v", "v": 2},
                  {"s": "b", "k": "u", "v": 3}
                ]
              },
              "mark": "bar", "height": 60,
              "encoding": {
                "x": {"field": "s", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"},
                "xOffset": {"field": "k", "scale": {"paddingInner": 0.2}}
              }
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[9, 40, 16, 20], [29, 20, 16, 40], [54, 0, 16, 60]])
    }
}
