import Figures
import Testing

@testable import VegaLite

/// Shapes of points: bounds of the paths of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct SymbolShapeTests {
    @Test(
        arguments: [
            ("circle", [30, -10, 20, 20]),
            ("square", [30, -10, 20, 20]),
            ("cross", [30, -10, 20, 20]),
            ("diamond", [30, -10, 20, 20]),
            ("triangle-up", [30, -8.7, 20, 17.3]),
            ("triangle-down", [30, -8.7, 20, 17.3]),
            ("triangle-left", [31.3, -10, 17.3, 20]),
            ("triangle-right", [31.3, -10, 17.3, 20]),
            ("triangle", [30, -11.5, 20, 17.3]),
            ("wedge", [37.5, -11.5, 5, 17.3]),
            ("arrow", [36, -10, 8, 20]),
            ("stroke", [30, 0, 20, 0]),
        ] as [(String, [Double])])
    func shapes(_ shape: String, _ wanted: [Double]) throws {
        let figure = try drawn(
            """
            {
              "width": 40, "height": 40, "data": {"values": [{"x": 1, "y": 1}]},
              "mark": {"type": "point", "shape": "\(shape)", "size": 400},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-point"), [wanted])
    }

    @Test(arguments: [
        ("square", "M30,-10 L50,-10 L50,10 L30,10 Z"),
        ("cross", "M30,-4 L30,4 L36,4 L36,10 L44,10 L44,4 L50,4 L50,-4 L44,-4 L44,-10 L36,-10 L36,-4 Z"),
        ("diamond", "M30,0 L40,-10 L50,0 L40,10 Z"),
        ("triangle-up", "M40,-8.7 L30,8.7 L50,8.7 Z"),
        ("triangle-down", "M40,8.7 L30,-8.7 L50,-8.7 Z"),
        ("triangle-left", "M31.3,0 L48.7,-10 L48.7,10 Z"),
        ("triangle-right", "M48.7,0 L31.3,-10 L31.3,10 Z"),
        ("wedge", "M40,-11.5 L37.5,5.8 L42.5,5.8 Z"),
        ("arrow", "M38.6,10 L41.4,10 L41.4,-1.2 L44,-1.2 L40,-10 L36,-1.2 L38.6,-1.2 Z"),
    ])
    func straightOutlines(_ shape: String, _ wanted: String) throws {
        let figure = try drawn(
            """
            {
              "width": 40, "height": 40, "data": {"values": [{"x": 1, "y": 1}]},
              "mark": {"type": "point", "shape": "\(shape)", "size": 400},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-point"), [wanted])
    }

    @Test func aPathOfTheAuthor() throws {
        let figure = try drawn(
            """
            {
              "width": 40, "height": 40, "data": {"values": [{"x": 1, "y": 1}]},
              "mark": {"type": "point", "shape": "M0,-1L1,1L-1,1Z", "size": 400},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.outlines("mark-point"), ["M40,-10 L50,10 L30,10 Z"])
    }

    @Test func aTurnedSymbol() throws {
        let figure = try drawn(
            """
            {
              "width": 40, "height": 40, "data": {"values": [{"x": 1, "y": 1}]},
              "mark": {"type": "point", "shape": "square", "size": 400, "angle": 45},
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
            }
            """)
        expectAlike(figure.frames("mark-point"), [[25.9, -14.1, 28.3, 28.3]])
    }

    @Test func shapesOfKinds() throws {
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
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"}, "shape": {"field": "s", "type": "nominal"}
              }
            }
            """)
        expectAlike(
            figure.frames("mark-point"),
            [
                [8.4, 72.3, 5.5, 5.5],
                [30.6, -2.7, 5.5, 5.5],
                [52.8, 59.8, 5.5, 5.5],
                [86.1, 22.3, 5.5, 5.5],
                [97.3, 84.8, 5.5, 5.5],
            ])
    }
}
