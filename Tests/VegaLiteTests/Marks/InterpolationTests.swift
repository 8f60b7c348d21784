import Figures
import Testing

@testable import VegaLite

/// Curves of lines: path data of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct InterpolationTests {
    @Test(arguments: [
        ("linear", "M0,75 L28.6,0 L57.1,62.5 L100,25"),
        ("step", "M0,75 L14.3,75 L14.3,0 L42.9,0 L42.9,62.5 L78.6,62.5 L78.6,25 L100,25"),
        ("step-before", "M0,75 L0,0 L28.6,0 L28.6,62.5 L57.1,62.5 L57.1,25 L100,25"),
        ("step-after", "M0,75 L28.6,75 L28.6,0 L57.1,0 L57.1,62.5 L100,62.5 L100,25"),
        ("monotone", "M0,75 C9.5,37.5 19,0 28.6,0 C38.1,0 47.6,62.5 57.1,62.5 C71.4,62.5 85.7,43.8 100,25"),
        (
            "basis",
            "M0,75 L4.8,62.5 C9.5,50 19,25 28.6,22.9 "
                + "C38.1,20.8 47.6,41.7 59.5,45.8 C71.4,50 85.7,37.5 92.9,31.2 L100,25"
        ),
        ("cardinal", "M0,75 C0,75 19,2.1 28.6,0 C38.1,-2.1 45.2,58.3 57.1,62.5 C69,66.7 100,25 100,25"),
        ("catmull-rom", "M0,75 C0,75 18.6,0.3 28.6,0 C37.8,-0.3 44.4,59.8 57.1,62.5 C68.8,65 100,25 100,25"),
        ("natural", "M0,75 C9.8,35.6 19.7,-3.9 28.6,0 C37.5,3.9 45.4,51.1 57.1,62.5 C68.9,73.9 84.4,49.4 100,25"),
        (
            "bundle",
            "M0,75 L4.9,64 C9.8,52.9 19.5,30.8 29.3,28.2 "
                + "C39,25.6 48.8,42.5 60.6,45.2 C72.4,47.9 86.2,36.5 93.1,30.7 L100,25"
        ),
        ("linear-closed", "M0,75 L28.6,0 L57.1,62.5 L100,25 Z"),
        ("basis-open", "M28.6,22.9 C38.1,20.8 47.6,41.7 59.5,45.8"),
        ("cardinal-open", "M28.6,0 C38.1,-2.1 45.2,58.3 57.1,62.5"),
    ])
    func curves(_ curve: String, _ wanted: String) throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "line", "interpolate": "\(curve)"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-line"), [wanted])
    }

    @Test(
        arguments: [
            ("basis-closed", [15.9, 22.8, 63.4, 32.1]),
            ("cardinal-closed", [-2.7, -0.1, 104.1, 75.3]),
        ] as [(String, [Double])])
    func closedCurves(_ curve: String, _ wanted: [Double]) throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "line", "interpolate": "\(curve)"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-line"), [wanted])
    }

    @Test(arguments: [
        (
            "monotone",
            "M0,88.9 C8.3,88.9 16.7,88.9 25,88.9 C33.3,88.9 41.7,0 50,0 C58.3,0 66.7,0 75,0 C83.3,0 91.7,38.9 100,77.8"
        )
    ])
    func steepCurvesKeepWithinTheirPoints(_ curve: String, _ wanted: String) throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 1, "y": 1}, {"x": 2, "y": 1}, {"x": 3, "y": 9}, {"x": 4, "y": 9},
                  {"x": 5, "y": 2}
                ]
              },
              "mark": {"type": "line", "interpolate": "\(curve)"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-line"), [wanted])
    }

    @Test func tightCardinal() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "line", "interpolate": "cardinal", "tension": 0.7},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.outlines("mark-line"),
            ["M0,75 C0,75 25.7,0.6 28.6,0 C31.4,-0.6 53.6,61.2 57.1,62.5 C60.7,63.8 100,25 100,25"])
    }

    @Test func stepsAlongTheOtherAxis() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": {"type": "line", "interpolate": "step", "orient": "horizontal"},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(
            figure.outlines("mark-line"),
            ["M37.5,0 L68.8,0 L68.8,33.3 L81.2,33.3 L81.2,83.3 L37.5,83.3 L37.5,100 L12.5,100"])
    }
}
