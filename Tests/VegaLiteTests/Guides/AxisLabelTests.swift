import Figures
import Testing

@testable import VegaLite

/// Labels of axes: the visible ones of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct AxisLabelTests {
    @Test func formats() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"format": ".1f"}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0.0 at 0.5,115.5 start",
                "2.0 at 50.5,115.5 middle",
                "4.0 at 100.5,115.5 middle",
                "6.0 at 150.5,115.5 middle",
                "8.0 at 200.5,115.5 end",
            ])
    }

    @Test func percents() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"format": "%"}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0% at 0.5,115.5 start",
                "200% at 50.5,115.5 middle",
                "400% at 100.5,115.5 middle",
                "600% at 150.5,115.5 middle",
                "800% at 200.5,115.5 end",
            ])
    }

    @Test func fewerTicks() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"tickCount": 3}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 start",
                "2 at 50.5,115.5 middle",
                "4 at 100.5,115.5 middle",
                "6 at 150.5,115.5 middle",
                "8 at 200.5,115.5 end",
            ])
    }

    @Test func valuesOfTheAuthor() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"values": [1, 4, 8]}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            ["1 at 25.5,115.5 middle", "4 at 100.5,115.5 middle", "8 at 200.5,115.5 end"])
    }

    @Test func expressions() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative", "axis": {"labelExpr": "datum.value + ' km'"}}
              }
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 km at 0.5,115.5 start",
                "2 km at 50.5,115.5 middle",
                "4 km at 100.5,115.5 middle",
                "6 km at 150.5,115.5 middle",
                "8 km at 200.5,115.5 end",
            ])
    }

    @Test func months() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"d": "2020-01-05"}, {"d": "2020-04-05"}]}, "mark": "point",
              "encoding": {
                "x": {"field": "d", "type": "temporal", "timeUnit": "yearmonth", "axis": {"format": "%b"}}
              }
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "Jan at 0.5,115.5 start",
                "Feb at 68.6,115.5 middle",
                "Mar at 132.4,115.5 middle",
                "Apr at 200.5,115.5 end",
            ])
    }

    @Test func minimalSteps() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"tickMinStep": 4}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 start",
                "2 at 50.5,115.5 middle",
                "4 at 100.5,115.5 middle",
                "6 at 150.5,115.5 middle",
                "8 at 200.5,115.5 end",
            ])
    }
}
