import Testing

@testable import VegaLite

/// Boxes of vl-convert 1.9: `vl_convert.vegalite_to_svg(spec)`, the paths within `role-mark`.
@Suite struct RectMarkTests {
    private func rects(_ properties: String) throws -> [[Double]] {
        try drawn(
            """
            {
              "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 5}]},
              "mark": {"type": "rect"\(properties)},
              "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}
            }
            """
        ).boxes("mark-rect")
    }

    @Test func aHeightStandsAroundTheValue() throws {
        #expect(try rects(#", "height": 12"#) == [[0, -6, 20, 12], [20, 240.4, 20, 12]])
    }

    @Test func aBaselineSaysOnWhichSideOfIt() throws {
        #expect(try rects(#", "height": 12, "baseline": "top""#) == [[0, 0, 20, 12], [20, 246.4, 20, 12]])
    }

    @Test func anOffsetMovesTheEndAlone() throws {
        #expect(try rects(#", "yOffset": 5"#) == [[0, 5, 20, 295], [20, 251.4, 20, 48.6]])
    }
}
