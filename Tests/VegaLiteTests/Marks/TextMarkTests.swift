import Figures
import Testing

@testable import VegaLite

/// Texts: their anchors of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct TextMarkTests {
    @Test func textsStandAboutTheirPlaces() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "t": "one"}, {"x": 3, "y": 8, "t": "two"}]},
              "mark": "text",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "text": {"field": "t", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.placedTexts("mark-text"), ["one at 33.3,78 middle", "two at 100,3 middle"])
    }

    @Test(arguments: [
        ("left", ["one at 33.3,78 start", "two at 100,3 start"]),
        ("center", ["one at 33.3,78 middle", "two at 100,3 middle"]),
        ("right", ["one at 33.3,78 end", "two at 100,3 end"]),
    ])
    func alignment(_ value: String, _ wanted: [String]) throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "t": "one"}, {"x": 3, "y": 8, "t": "two"}]},
              "mark": {"type": "text", "align": "\(value)"},
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "text": {"field": "t", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.placedTexts("mark-text"), wanted)
    }

    @Test(arguments: [
        ("top", ["one at 33.3,84 middle", "two at 100,9 middle"]),
        ("middle", ["one at 33.3,78 middle", "two at 100,3 middle"]),
        ("bottom", ["one at 33.3,73 middle", "two at 100,-2 middle"]),
        ("alphabetic", ["one at 33.3,75 middle", "two at 100,0 middle"]),
        ("line-top", ["one at 33.3,85 middle", "two at 100,10 middle"]),
        ("line-bottom", ["one at 33.3,72 middle", "two at 100,-3 middle"]),
    ])
    func baselines(_ value: String, _ wanted: [String]) throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "t": "one"}, {"x": 3, "y": 8, "t": "two"}]},
              "mark": {"type": "text", "baseline": "\(value)"},
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "text": {"field": "t", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.placedTexts("mark-text"), wanted)
    }

    @Test func movedByPixels() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "t": "one"}, {"x": 3, "y": 8, "t": "two"}]},
              "mark": {"type": "text", "dx": 5, "dy": -7},
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "text": {"field": "t", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.placedTexts("mark-text"), ["one at 38.3,71 middle", "two at 105,-4 middle"])
    }

    @Test func turned() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "t": "one"}, {"x": 3, "y": 8, "t": "two"}]},
              "mark": {"type": "text", "angle": 90},
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "text": {"field": "t", "type": "nominal"}
              }
            }
            """)
        expectAlike(
            figure.placedTexts("mark-text"), ["one at 30.3,75 middle turned 90", "two at 97,0 middle turned 90"])
    }

    @Test func turnedAndMoved() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "t": "one"}, {"x": 3, "y": 8, "t": "two"}]},
              "mark": {"type": "text", "angle": 270, "dx": 6, "dy": 4, "align": "left"},
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "text": {"field": "t", "type": "nominal"}
              }
            }
            """)
        expectAlike(
            figure.placedTexts("mark-text"), ["one at 40.3,69 start turned 270", "two at 107,-6 start turned 270"])
    }

    @Test func numbersAreFormatted() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "text",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "text": {"field": "y", "type": "quantitative", "format": ".2f"}
              }
            }
            """)
        expectAlike(
            figure.placedTexts("mark-text"),
            [
                "2.00 at 12.5,78 middle",
                "8.00 at 37.5,3 middle",
                "3.00 at 62.5,65.5 middle",
                "6.00 at 100,28 middle",
            ])
    }

    @Test func momentsAreFormatted() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"x": 1, "d": "2020-03-01"}]},
              "mark": "text",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "text": {"field": "d", "type": "temporal", "format": "%b %Y"}
              }
            }
            """)
        expectAlike(figure.placedTexts("mark-text"), ["Mar 2020 at 100,53 middle"])
    }

    @Test func oneTextForAll() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "text", "text": "here"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.placedTexts("mark-text"),
            [
                "here at 12.5,78 middle",
                "here at 37.5,3 middle",
                "here at 62.5,65.5 middle",
                "here at 100,28 middle",
            ])
    }

    @Test func severalLines() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "t": "one"}, {"x": 3, "y": 8, "t": "two"}]},
              "mark": {"type": "text", "text": ["first", "second"]},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.placedTexts("mark-text"), ["first/second at 33.3,78 middle", "first/second at 100,3 middle"])
    }

    @Test func aggregatesAreWritten() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"s": "a", "y": 2}, {"s": "a", "y": 5}, {"s": "b", "y": 1.5}]},
              "mark": "text",
              "encoding": {
                "y": {"field": "s", "type": "nominal"},
                "text": {"field": "y", "type": "quantitative", "aggregate": "sum"}
              }
            }
            """)
        expectAlike(figure.placedTexts("mark-text"), ["7 at 50,28 middle", "1.5 at 50,78 middle"])
    }

    @Test func aLargerSize() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2, "t": "one"}, {"x": 3, "y": 8, "t": "two"}]},
              "mark": {"type": "text", "fontSize": 20},
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "text": {"field": "t", "type": "nominal"}
              }
            }
            """)
        expectAlike(figure.placedTexts("mark-text"), ["one at 33.3,81 middle", "two at 100,6 middle"])
    }

    @Test func onBars() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"s": "a", "y": 2}, {"s": "b", "y": 5}]},
              "encoding": {"x": {"field": "s", "type": "nominal"}, "y": {"field": "y", "type": "quantitative"}},
              "layer": [
                {"mark": "bar"},
                {
                  "mark": {"type": "text", "dy": -6},
                  "encoding": {"text": {"field": "y", "type": "quantitative"}}
                }
              ]
            }
            """)
        expectAlike(figure.placedTexts("mark-text"), ["2 at 25,57 middle", "5 at 75,-3 middle"])
    }
}
