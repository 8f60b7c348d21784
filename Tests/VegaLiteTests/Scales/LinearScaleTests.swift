import Figures
import Testing

@testable import VegaLite

/// Places on linear scales and the labels of their axes: `vl_convert.vegalite_to_svg(spec)` of vl-convert
/// 1.9.0.post1.
@Suite struct LinearScaleTests {
    @Test func linear() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "linear"}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[10.6, 12.5, 1, 75], [43.9, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 start",
                "2 at 22.7,115.5 middle",
                "4 at 44.9,115.5 middle",
                "6 at 67.2,115.5 middle",
                "8 at 89.4,115.5 middle",
            ])
    }

    @Test func linearWithoutZero() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 101}, {"v": 104}, {"v": 109}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"zero": false}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [37, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "102 at 13,115.5 middle",
                "104 at 38,115.5 middle",
                "106 at 63,115.5 middle",
                "108 at 88,115.5 middle",
            ])
    }

    @Test func notNice() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 0.3}, {"v": 4.7}, {"v": 9.1}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"nice": false}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[2.8, 12.5, 1, 75], [51.1, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 start",
                "2 at 22.5,115.5 middle",
                "4 at 44.5,115.5 middle",
                "6 at 66.4,115.5 middle",
                "8 at 88.4,115.5 middle",
            ])
    }

    @Test func niceToSoManySteps() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 0.3}, {"v": 4.7}, {"v": 9.1}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"nice": 3, "zero": false}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[2.5, 12.5, 1, 75], [46.5, 12.5, 1, 75], [90.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            ["0 at 0.5,115.5 start", "5 at 50.5,115.5 middle", "10 at 100.5,115.5 end"])
    }

    @Test func manyZeros() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1000000}, {"v": 2500000}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "linear"}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[38, 12.5, 1, 75], [95.7, 12.5, 1, 75]])
        expectAlike(figure.placedTexts("axis-label"), ["0 at 0.5,115.5 start", "2,000,000 at 77.4,115.5 middle"])
    }

    @Test func smallNumbers() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 0.001}, {"v": 0.0025}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "linear"}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[38, 12.5, 1, 75], [95.7, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            ["0.000 at 0.5,115.5 start", "0.001 at 39,115.5 middle", "0.002 at 77.4,115.5 middle"])
    }

    @Test func negativesOnly() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": -9}, {"v": -4}]}, "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"type": "linear"}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [55.1, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "−8 at 11.6,115.5 middle",
                "−6 at 33.8,115.5 middle",
                "−4 at 56.1,115.5 middle",
                "−2 at 78.3,115.5 middle",
                "0 at 100.5,115.5 end",
            ])
    }

    @Test func oneValue() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 5}]}, "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"zero": false}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[49.5, 12.5, 1, 75]])
        expectAlike(figure.placedTexts("axis-label"), ["5 at 50.5,115.5 middle"])
    }
}
