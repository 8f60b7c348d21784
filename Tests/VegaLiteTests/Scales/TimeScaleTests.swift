import Figures
import Testing

@testable import VegaLite

/// Places on scales of time and the labels of their axes: `vl_convert.vegalite_to_svg(spec)` of vl-convert
/// 1.9.0.post1 with `TZ=UTC`.
@Suite struct TimeScaleTests {
    @Test func years() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"v": "2000-01-01"}, {"v": "2010-06-15"}, {"v": "2020-01-01"}]},
              "mark": "tick", "encoding": {"x": {"field": "v", "type": "temporal", "scale": {}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [104, 12.5, 1, 75], [199.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "2000 at 0.5,115.5 start",
                "2005 at 50.5,115.5 middle",
                "2010 at 100.5,115.5 middle",
                "2015 at 150.5,115.5 middle",
                "2020 at 200.5,115.5 end",
            ])
    }

    @Test func months() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"v": "2020-01-01"}, {"v": "2020-03-15"}, {"v": "2020-07-01"}]},
              "mark": "tick", "encoding": {"x": {"field": "v", "type": "temporal", "scale": {}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [80.8, 12.5, 1, 75], [199.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "2020 at 0.5,115.5 start",
                "March at 66.4,115.5 middle",
                "May at 133.5,115.5 middle",
                "July at 200.5,115.5 end",
            ])
    }

    @Test func days() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"v": "2020-01-01"}, {"v": "2020-01-05"}, {"v": "2020-01-11"}]},
              "mark": "tick", "encoding": {"x": {"field": "v", "type": "temporal", "scale": {}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [79.5, 12.5, 1, 75], [199.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            ["2020 at 0.5,115.5 start", "Jan 05 at 80.5,115.5 middle", "Thu 09 at 160.5,115.5 middle"])
    }

    @Test func hours() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {
                "values": [{"v": "2020-01-01T00:00"}, {"v": "2020-01-01T07:30"}, {"v": "2020-01-01T18:00"}]
              },
              "mark": "tick", "encoding": {"x": {"field": "v", "type": "temporal", "scale": {}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [82.8, 12.5, 1, 75], [199.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "2020 at 0.5,115.5 start",
                "06 AM at 67.2,115.5 middle",
                "12 PM at 133.8,115.5 middle",
                "06 PM at 200.5,115.5 end",
            ])
    }

    @Test func minutes() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {
                "values": [{"v": "2020-01-01T00:00"}, {"v": "2020-01-01T00:20"}, {"v": "2020-01-01T00:45"}]
              },
              "mark": "tick", "encoding": {"x": {"field": "v", "type": "temporal", "scale": {}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [88.4, 12.5, 1, 75], [199.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "2020 at 0.5,115.5 start",
                "12:15 at 67.2,115.5 middle",
                "12:30 at 133.8,115.5 middle",
                "12:45 at 200.5,115.5 end",
            ])
    }

    @Test func niceMonths() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"v": "2020-01-10"}, {"v": "2020-03-15"}, {"v": "2020-07-20"}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "temporal", "scale": {"nice": "month"}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[8, 12.5, 1, 75], [69, 12.5, 1, 75], [188.2, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "2020 at 0.5,115.5 start",
                "March at 56.8,115.5 middle",
                "May at 114.1,115.5 middle",
                "July at 171.4,115.5 middle",
            ])
    }

    @Test func aDomainOfMoments() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"v": "2020-01-10"}, {"v": "2020-03-15"}]}, "mark": "tick",
              "encoding": {
                "x": {
                  "field": "v", "type": "temporal",
                  "scale": {"domain": [{"year": 2020}, {"year": 2021}]}
                }
              }
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[4.4, 12.5, 1, 75], [39.9, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "2020 at 0.5,115.5 start",
                "April at 50.2,115.5 middle",
                "July at 100,115.5 middle",
                "October at 150.2,115.5 middle",
                "2021 at 200.5,115.5 end",
            ])
    }

    @Test func coordinated() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"v": "2020-01-01"}, {"v": "2020-03-15"}, {"v": "2020-07-01"}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "temporal", "scale": {"type": "utc"}}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[-0.5, 12.5, 1, 75], [80.8, 12.5, 1, 75], [199.5, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "2020 at 0.5,115.5 start",
                "March at 66.4,115.5 middle",
                "May at 133.5,115.5 middle",
                "July at 200.5,115.5 end",
            ])
    }

    @Test func monthsOfAnyYear() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"v": "2019-02-01"}, {"v": "2020-05-01"}, {"v": "2021-11-01"}]},
              "mark": "tick",
              "encoding": {"x": {"field": "v", "type": "temporal", "scale": {}, "timeUnit": "month"}}
            }
            """)
        expectAlike(figure.frames("mark-tick"), [[9, 12.5, 1, 75], [68.9, 12.5, 1, 75], [189.6, 12.5, 1, 75]])
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "Feb at 0.5,115.5 start",
                "Apr at 40,115.5 middle",
                "Jun at 80.1,115.5 middle",
                "Aug at 120.2,115.5 middle",
                "Oct at 160.4,115.5 middle",
                "Dec at 200.5,115.5 end",
            ])
    }
}
