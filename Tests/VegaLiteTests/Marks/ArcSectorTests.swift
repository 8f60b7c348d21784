import Figures
import Testing

@testable import VegaLite

/// Sectors: bounds of the paths, within the whole picture, and paints of `vl_convert.vegalite_to_svg(spec)` of vl-
/// convert 1.9.0.post1.
@Suite struct ArcSectorTests {
    @Test func aPie() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "c", "v": 5}]},
              "mark": "arc",
              "encoding": {
                "theta": {"field": "v", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "legend": null}
              }
            }
            """)
        expectAlike(figure.frames("mark-arc"), [[55, 5, 35.4, 50], [55, 19.6, 50, 70.7], [5, 5, 85.4, 100]])
        expectAlike(figure.paints("mark-arc"), ["#4c78a8 none", "#f58518 none", "#e45756 none"])
    }

    @Test func aRing() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "c", "v": 5}]},
              "mark": {"type": "arc", "innerRadius": 30},
              "encoding": {
                "theta": {"field": "v", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "legend": null}
              }
            }
            """)
        expectAlike(figure.frames("mark-arc"), [[55, 5, 35.4, 28.8], [76.2, 19.6, 28.8, 70.7], [5, 5, 85.4, 100]])
    }

    @Test func aSmallerPie() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "c", "v": 5}]},
              "mark": {"type": "arc", "outerRadius": 30},
              "encoding": {
                "theta": {"field": "v", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "legend": null}
              }
            }
            """)
        expectAlike(figure.frames("mark-arc"), [[55, 25, 21.2, 30], [55, 33.8, 30, 42.4], [25, 25, 51.2, 60]])
    }

    @Test func gapsBetweenSectors() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "c", "v": 5}]},
              "mark": {"type": "arc", "innerRadius": 20, "padAngle": 0.1},
              "encoding": {
                "theta": {"field": "v", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "legend": null}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-arc"), [[57.7, 5.1, 30.7, 34], [70.9, 21.6, 34.1, 66.8], [5, 5.1, 83.4, 99.9]])
    }

    @Test func halfACircle() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "c", "v": 5}]},
              "mark": "arc",
              "encoding": {
                "theta": {
                  "field": "v", "type": "quantitative", "stack": true,
                  "scale": {"type": "linear", "range": [-1.5708, 1.5708]}
                },
                "color": {"field": "k", "type": "nominal", "legend": null}
              }
            }
            """)
        expectAlike(figure.frames("mark-arc"), [[5, 35.9, 50, 19.1], [8.8, 8.8, 46.2, 46.2], [35.9, 5, 69.1, 50]])
    }

    @Test func radiiOfSectors() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "c", "v": 5}]},
              "mark": "arc",
              "encoding": {
                "theta": {"field": "v", "type": "quantitative", "stack": true},
                "radius": {
                  "field": "v", "type": "quantitative",
                  "scale": {"type": "sqrt", "zero": true, "range": [10, 50]}
                },
                "color": {"field": "k", "type": "nominal", "legend": null}
              }
            }
            """)
        expectAlike(figure.frames("mark-arc"), [[55, 27.1, 19.7, 20.8], [62.1, 30, 28.2, 49.9], [5, 5, 85.4, 100]])
    }

    @Test func turned() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "c", "v": 5}]},
              "mark": {"type": "arc", "thetaOffset": 1},
              "encoding": {
                "theta": {"field": "v", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "legend": null}
              }
            }
            """)
        expectAlike(figure.frames("mark-arc"), [[55, 28, 50, 37.7], [44.4, 55, 59.5, 50], [5, 5, 92.1, 98.9]])
    }

    @Test func oneWholeSector() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"k": "a"}]}, "mark": "arc",
              "encoding": {"theta": {"value": 6.283185307}}
            }
            """)
        expectAlike(figure.frames("mark-arc"), [[5, 5, 100, 100]])
    }

    @Test func anOrderOfSectors() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "c", "v": 5}]},
              "mark": "arc",
              "encoding": {
                "theta": {"field": "v", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "legend": null},
                "order": {"field": "v", "type": "quantitative", "sort": "descending"}
              }
            }
            """)
        expectAlike(figure.frames("mark-arc"), [[19.6, 5, 35.4, 50], [5, 19.6, 50, 70.7], [19.6, 5, 85.4, 100]])
    }
}
