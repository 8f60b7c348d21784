import Figures
import Testing

@testable import VegaLite

/// Places on scales of powers and logarithms and the labels of their axes: `vl_convert.vegalite_to_svg(spec)` of
/// vl-convert 1.9.0.post1.
@Suite struct CurvedScaleTests {
    @Test func squareRoot() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "sqrt"}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[32.8, 12.5, 1, 75], [66.2, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 start",
                "2 at 47.6,115.5 middle",
                "4 at 67.2,115.5 middle",
                "6 at 82.1,115.5 middle",
                "8 at 94.8,115.5 middle",
            ])
    }

    @Test func power() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 2}, {"v": 3}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "pow", "exponent": 3}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[3.2, 12.5, 1, 75], [29.1, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(figure.placedTexts("axis-label"), ["0 at 0.5,115.5 start", "3 at 100.5,115.5 end"])
    }

    @Test func logarithm() throws {
        let figure = try drawn(
            """
            {
              "width": 400, "height": 100, "data": {"values": [{"v": 1}, {"v": 10}, {"v": 1000}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "log"}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [132.8, 12.5, 1, 75], [399.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "1 at 0.5,115.5 start",
                "2 at 40.6,115.5 middle",
                "3 at 64.1,115.5 middle",
                "10 at 133.8,115.5 middle",
                "20 at 174,115.5 middle",
                "30 at 197.4,115.5 middle",
                "100 at 267.2,115.5 middle",
                "200 at 307.3,115.5 middle",
                "300 at 330.8,115.5 middle",
                "1,000 at 400.5,115.5 end",
            ])
    }

    @Test func logarithmOfBaseTwo() throws {
        let figure = try drawn(
            """
            {
              "width": 300, "height": 100, "data": {"values": [{"v": 1}, {"v": 8}, {"v": 64}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "log", "base": 2}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [149.5, 12.5, 1, 75], [299.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "1 at 0.5,115.5 start",
                "2 at 50.5,115.5 middle",
                "4 at 100.5,115.5 middle",
                "8 at 150.5,115.5 middle",
                "16 at 200.5,115.5 middle",
                "32 at 250.5,115.5 middle",
                "64 at 300.5,115.5 end",
            ])
    }

    @Test func symmetricLogarithm() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"v": -100}, {"v": 0}, {"v": 5}, {"v": 100}]}, "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "symlog"}}}
            }
            """)
        expectAlike(
            figure.frames("mark-tick"),
            [[-0.5, 12.5, 1, 75], [49.5, 12.5, 1, 75], [68.9, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            ["−100 at 0.5,115.5 start", "0 at 50.5,115.5 middle", "50 at 93.1,115.5 middle"])
    }

    @Test func symmetricLogarithmWithAConstant() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"v": -100}, {"v": 0}, {"v": 5}, {"v": 100}]}, "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "symlog", "constant": 10}}}
            }
            """)
        expectAlike(
            figure.frames("mark-tick"),
            [[-0.5, 12.5, 1, 75], [49.5, 12.5, 1, 75], [58, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            ["−100 at 0.5,115.5 start", "0 at 50.5,115.5 middle", "50 at 87.9,115.5 middle"])
    }
}
