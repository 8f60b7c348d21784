import Figures
import Testing

@testable import VegaLite

/// Trails: bounds of the paths of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct TrailMarkTests {
    @Test func aTrailGrowsAndShrinks() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "trail",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "size": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        expectAlike(figure.frames("mark-trail"), [[-0.9, -2, 102.5, 77.9]])
        expectAlike(figure.paints("mark-trail"), ["#4c78a8 none"])
    }

    @Test func aTrailOfOneWidth() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "trail", "size": 10},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-trail"), [[-5, -5, 110, 85]])
    }

    @Test func trailsOfSeries() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2, "s": "a"}, {"x": 3, "y": 8, "s": "b"}, {"x": 5, "y": 3, "s": "a"},
                  {"x": 8, "y": 6, "s": "b"}, {"x": 9, "y": 1, "s": "a"}
                ]
              },
              "mark": "trail",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "size": {"field": "y", "type": "quantitative", "legend": null},
                "color": {"field": "s", "type": "nominal", "legend": null}
              }
            }
            """)
        expectAlike(figure.frames("mark-trail"), [[-0.9, 61.4, 101.6, 26.7], [23, -2, 66.1, 28.6]])
        expectAlike(figure.paints("mark-trail"), ["#4c78a8 none", "#f58518 none"])
    }

    @Test func aGapInATrail() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 2}, {"x": 2, "y": 4}, {"x": 3, "y": null}, {"x": 4, "y": 6},
                  {"x": 5, "y": 7}
                ]
              },
              "mark": {"type": "trail", "size": 4},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-trail"), [[-2, -2, 104, 75.4]])
    }
}
