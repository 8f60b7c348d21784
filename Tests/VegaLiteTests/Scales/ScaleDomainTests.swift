import Figures
import Testing

@testable import VegaLite

/// Places on scales whose domain or range the author says, and the labels of their axes:
/// `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct ScaleDomainTests {
    @Test func reversed() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"reverse": true}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[88.4, 12.5, 1, 75], [55.1, 12.5, 1, 75], [-0.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 100.5,115.5 end",
                "2 at 78.3,115.5 middle",
                "4 at 56.1,115.5 middle",
                "6 at 33.8,115.5 middle",
                "8 at 11.6,115.5 middle",
            ])
    }

    @Test func aDomain() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"domain": [0, 20]}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[4.5, 12.5, 1, 75], [19.5, 12.5, 1, 75], [44.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 start",
                "5 at 25.5,115.5 middle",
                "10 at 50.5,115.5 middle",
                "15 at 75.5,115.5 middle",
                "20 at 100.5,115.5 end",
            ])
    }

    @Test func aDomainWrittenBackwards() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"domain": [10, 0]}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[89.5, 12.5, 1, 75], [59.5, 12.5, 1, 75], [9.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            ["10 at 0.5,115.5 start", "5 at 50.5,115.5 middle", "0 at 100.5,115.5 end"])
    }

    @Test func aLeastOfTheDomain() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"domainMin": -5}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[42.4, 12.5, 1, 75], [63.8, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            ["−5 at 0.5,115.5 start", "0 at 36.2,115.5 middle", "5 at 71.9,115.5 middle"])
    }

    @Test func aGreatestOfTheDomain() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"domainMax": 15}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[6.2, 12.5, 1, 75], [26.2, 12.5, 1, 75], [59.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 start",
                "5 at 33.8,115.5 middle",
                "10 at 67.2,115.5 middle",
                "15 at 100.5,115.5 end",
            ])
    }

    @Test func aMiddleOfTheDomain() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": -3}, {"v": 1}, {"v": 9}]},
              "mark": "tick",
              "encoding": {
                "x": {
                  "field": "v", "type": "quantitative",
                  "scale": {"domain": [-10, 0, 10], "range": [0, 80, 100]}
                }
              }
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[55.5, 12.5, 1, 75], [81.5, 12.5, 1, 75], [97.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            ["−10 at 0.5,115.5 start", "0 at 80.5,115.5 middle", "10 at 100.5,115.5 end"])
    }

    @Test func aRange() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"range": [20, 80]}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[26.2, 12.5, 1, 75], [46.2, 12.5, 1, 75], [79.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 20.5,115.5 start",
                "2 at 33.8,115.5 middle",
                "4 at 47.2,115.5 middle",
                "6 at 60.5,115.5 middle",
                "8 at 73.8,115.5 middle",
            ])
    }

    @Test func clamped() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"domain": [2, 5], "clamp": true}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [66.2, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "2 at 0.5,115.5 start",
                "3 at 33.8,115.5 middle",
                "4 at 67.2,115.5 middle",
                "5 at 100.5,115.5 end",
            ])
    }

    @Test func roomBeforeAndAfter() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 4}, {"v": 9}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"padding": 10, "nice": false}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[18.4, 12.5, 1, 75], [45.1, 12.5, 1, 75], [89.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            ["0 at 10.5,115.5 middle", "5 at 54.9,115.5 middle", "10 at 99.4,115.5 middle"])
    }

    @Test func roundedPlaces() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"v": 1}, {"v": 3}, {"v": 7}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "quantitative", "scale": {"round": true, "domain": [0, 7]}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[13.5, 12.5, 1, 75], [42.5, 12.5, 1, 75], [99.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 start",
                "2 at 29.5,115.5 middle",
                "4 at 57.5,115.5 middle",
                "6 at 86.5,115.5 middle",
            ])
    }
}
