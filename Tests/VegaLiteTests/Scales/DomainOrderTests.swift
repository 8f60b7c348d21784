import Figures
import Testing

@testable import VegaLite

/// The order of bands: `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct DomainOrderTests {
    @Test func theDomainOfTheAuthor() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar",
              "encoding": {"x": {"field": "v", "type": "nominal", "scale": {"domain": ["c", "b", "a", "d"]}}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[21, 0, 18, 20], [41, 0, 18, 20], [1, 0, 18, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "c at 13,27.5 end turned 270",
                "b at 33,27.5 end turned 270",
                "a at 53,27.5 end turned 270",
                "d at 73,27.5 end turned 270",
            ])
    }

    @Test func asTheDataCome() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar",
              "encoding": {"x": {"field": "v", "type": "nominal", "scale": {}, "sort": null}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[1, 0, 18, 20], [21, 0, 18, 20], [41, 0, 18, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "b at 13,27.5 end turned 270",
                "a at 33,27.5 end turned 270",
                "c at 53,27.5 end turned 270",
            ])
    }

    @Test func descending() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar",
              "encoding": {"x": {"field": "v", "type": "nominal", "scale": {}, "sort": "descending"}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[21, 0, 18, 20], [41, 0, 18, 20], [1, 0, 18, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "c at 13,27.5 end turned 270",
                "b at 33,27.5 end turned 270",
                "a at 53,27.5 end turned 270",
            ])
    }

    @Test func sortedByAList() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar",
              "encoding": {"x": {"field": "v", "type": "nominal", "scale": {}, "sort": ["c", "b"]}},
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[21, 0, 18, 20], [41, 0, 18, 20], [1, 0, 18, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "c at 13,27.5 end turned 270",
                "b at 33,27.5 end turned 270",
                "a at 53,27.5 end turned 270",
            ])
    }

    @Test func sortedByAField() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"v": "b", "n": 1}, {"v": "a", "n": 2}, {"v": "c", "n": 3}]},
              "mark": "bar",
              "encoding": {
                "x": {
                  "field": "v", "type": "nominal", "scale": {},
                  "sort": {"field": "n", "order": "descending"}
                }
              },
              "height": 20
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[41, 0, 18, 20], [21, 0, 18, 20], [1, 0, 18, 20]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "c at 13,27.5 end turned 270",
                "a at 33,27.5 end turned 270",
                "b at 53,27.5 end turned 270",
            ])
    }

    @Test func sortedByTheSumOfAnother() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"s": "a", "v": 1}, {"s": "b", "v": 2}, {"s": "a", "v": 4}]},
              "mark": "bar", "height": 60,
              "encoding": {
                "x": {"field": "s", "type": "nominal", "sort": "-y"},
                "y": {"field": "v", "type": "quantitative", "aggregate": "sum"}
              }
            }
            """)
        expectAlike(figure.frames("mark-bar"), [[1, 0, 18, 60], [21, 36, 18, 24]])
        #expect(figure.words("axis-label") == ["a", "b", "0", "2", "4"])
    }
}
