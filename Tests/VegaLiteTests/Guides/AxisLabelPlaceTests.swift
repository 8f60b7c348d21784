import Figures
import Testing

@testable import VegaLite

/// Where labels of axes stand: the visible ones of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct AxisLabelPlaceTests {
    @Test func turned() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"labelAngle": 315}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 6.2,113.2 end turned 315",
                "2 at 56.2,113.2 end turned 315",
                "4 at 106.2,113.2 end turned 315",
                "6 at 156.2,113.2 end turned 315",
                "8 at 206.2,113.2 end turned 315",
            ])
    }

    @Test func upright() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"labelAngle": 90}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at -2.5,107.5 start turned 90",
                "2 at 47.5,107.5 start turned 90",
                "4 at 97.5,107.5 start turned 90",
                "6 at 147.5,107.5 start turned 90",
                "8 at 197.5,107.5 start turned 90",
            ])
    }

    @Test func onTop() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"orient": "top"}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,-8.5 start",
                "2 at 50.5,-8.5 middle",
                "4 at 100.5,-8.5 middle",
                "6 at 150.5,-8.5 middle",
                "8 at 200.5,-8.5 end",
            ])
    }

    @Test func furtherAway() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"labelPadding": 12, "tickSize": 3}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,123.5 start",
                "2 at 50.5,123.5 middle",
                "4 at 100.5,123.5 middle",
                "6 at 150.5,123.5 middle",
                "8 at 200.5,123.5 end",
            ])
    }

    @Test func withoutTicks() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"ticks": false}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,110.5 start",
                "2 at 50.5,110.5 middle",
                "4 at 100.5,110.5 middle",
                "6 at 150.5,110.5 middle",
                "8 at 200.5,110.5 end",
            ])
    }

    @Test func larger() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"labelFontSize": 14}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,118.5 start",
                "2 at 50.5,118.5 middle",
                "4 at 100.5,118.5 middle",
                "6 at 150.5,118.5 middle",
                "8 at 200.5,118.5 end",
            ])
    }

    @Test func shiftedAlong() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"labelOffset": 5}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 5.5,115.5 start",
                "2 at 55.5,115.5 middle",
                "4 at 105.5,115.5 middle",
                "6 at 155.5,115.5 middle",
                "8 at 205.5,115.5 end",
            ])
    }

    @Test func leftOf() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"labelAlign": "right"}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 end",
                "2 at 50.5,115.5 end",
                "4 at 100.5,115.5 end",
                "6 at 150.5,115.5 end",
                "8 at 200.5,115.5 end",
            ])
    }

    @Test func notFlush() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"labelFlush": false}}}
            }
            """)
        expectAlike(
            figure.placedTexts("axis-label"),
            [
                "0 at 0.5,115.5 middle",
                "2 at 50.5,115.5 middle",
                "4 at 100.5,115.5 middle",
                "6 at 150.5,115.5 middle",
                "8 at 200.5,115.5 middle",
            ])
    }
}
