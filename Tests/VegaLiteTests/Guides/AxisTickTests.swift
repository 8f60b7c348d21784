import Figures
import Testing

@testable import VegaLite

/// Ticks, grids and domains of axes: lines and paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert
/// 1.9.0.post1.
@Suite struct AxisTickTests {
    @Test func gridsTicksAndDomain() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {}}}
            }
            """)
        expectAlike(
            figure.outlines("axis-grid"),
            [
                "M0.5,0.5 L0.5,100.5",
                "M25.5,0.5 L25.5,100.5",
                "M50.5,0.5 L50.5,100.5",
                "M75.5,0.5 L75.5,100.5",
                "M100.5,0.5 L100.5,100.5",
            ])
        expectAlike(
            figure.outlines("axis-tick"),
            [
                "M0.5,100.5 L0.5,105.5",
                "M25.5,100.5 L25.5,105.5",
                "M50.5,100.5 L50.5,105.5",
                "M75.5,100.5 L75.5,105.5",
                "M100.5,100.5 L100.5,105.5",
            ])
        expectAlike(figure.outlines("axis-domain"), ["M0.5,100.5 L100.5,100.5"])
    }

    @Test func longTicks() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"tickSize": 12}}}
            }
            """)
        expectAlike(
            figure.outlines("axis-tick"),
            [
                "M0.5,100.5 L0.5,112.5",
                "M25.5,100.5 L25.5,112.5",
                "M50.5,100.5 L50.5,112.5",
                "M75.5,100.5 L75.5,112.5",
                "M100.5,100.5 L100.5,112.5",
            ])
    }

    @Test func onTop() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"orient": "top"}}}
            }
            """)
        expectAlike(
            figure.outlines("axis-tick"),
            [
                "M0.5,-4.5 L0.5,0.5",
                "M25.5,-4.5 L25.5,0.5",
                "M50.5,-4.5 L50.5,0.5",
                "M75.5,-4.5 L75.5,0.5",
                "M100.5,-4.5 L100.5,0.5",
            ])
        expectAlike(figure.outlines("axis-domain"), ["M0.5,0.5 L100.5,0.5"])
    }

    @Test func movedAway() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"offset": 10}}}
            }
            """)
        expectAlike(
            figure.outlines("axis-tick"),
            [
                "M0.5,110.5 L0.5,115.5",
                "M25.5,110.5 L25.5,115.5",
                "M50.5,110.5 L50.5,115.5",
                "M75.5,110.5 L75.5,115.5",
                "M100.5,110.5 L100.5,115.5",
            ])
        expectAlike(figure.outlines("axis-domain"), ["M0.5,110.5 L100.5,110.5"])
    }

    @Test func dashedGrid() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {
                "x": {
                  "field": "x", "type": "quantitative",
                  "axis": {"gridDash": [2, 2], "gridColor": "red", "gridWidth": 2}
                }
              }
            }
            """)
        expectAlike(
            figure.paints("axis-grid"),
            ["none #ff0000 2", "none #ff0000 2", "none #ff0000 2", "none #ff0000 2", "none #ff0000 2"])
    }

    @Test func coloursOfLines() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {
                "x": {
                  "field": "x", "type": "quantitative",
                  "axis": {"tickColor": "red", "domainColor": "blue", "domainWidth": 3}
                }
              }
            }
            """)
        expectAlike(
            figure.paints("axis-tick"),
            ["none #ff0000 1", "none #ff0000 1", "none #ff0000 1", "none #ff0000 1", "none #ff0000 1"])
        expectAlike(figure.paints("axis-domain"), ["none #0000ff 3"])
    }

    @Test func ticksOfTheAuthor() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"values": [2, 5]}}}
            }
            """)
        expectAlike(figure.outlines("axis-grid"), ["M25.5,0.5 L25.5,100.5", "M63.5,0.5 L63.5,100.5"])
        expectAlike(figure.outlines("axis-tick"), ["M25.5,100.5 L25.5,105.5", "M63.5,100.5 L63.5,105.5"])
    }

    @Test func ticksBetweenBands() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"s": "a"}, {"s": "b"}]}, "mark": "bar", "height": 60,
              "encoding": {"x": {"field": "s", "type": "nominal", "axis": {"tickBand": "extent"}}}
            }
            """)
        expectAlike(
            figure.outlines("axis-tick"), ["M19.5,60.5 L19.5,65.5", "M39.5,60.5 L39.5,65.5", "M1.5,60.5 L1.5,65.5"])
    }

    @Test func gridsOverBands() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"s": "a"}, {"s": "b"}]}, "mark": "bar", "height": 60,
              "encoding": {"x": {"field": "s", "type": "nominal", "axis": {"grid": true}}}
            }
            """)
        expectAlike(figure.outlines("axis-grid"), ["M10.5,0.5 L10.5,60.5", "M30.5,0.5 L30.5,60.5"])
    }

    @Test func ticksOfBands() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"s": "a"}, {"s": "b"}]}, "mark": "bar", "width": 60,
              "encoding": {"y": {"field": "s", "type": "nominal"}}
            }
            """)
        expectAlike(figure.outlines("axis-tick"), ["M-4.5,10.5 L0.5,10.5", "M-4.5,30.5 L0.5,30.5"])
        expectAlike(figure.outlines("axis-domain"), ["M0.5,0.5 L0.5,40.5"])
    }
}
