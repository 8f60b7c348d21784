import Testing

@testable import VegaLite

/// Paths of vl-convert 1.9: `vl_convert.vegalite_to_svg(spec)`, the paths within `role-mark`.
@Suite struct ArcMarkTests {
    private func sectors(_ properties: String, radius: String = "") throws -> [[Double]] {
        try drawn(
            """
            {
              "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 5}]},
              "mark": {"type": "arc"\(properties)},
              "encoding": {
                "theta": {"field": "b", "type": "quantitative"}, "color": {"field": "a"}\(radius)
              }
            }
            """
        ).nodes("mark-arc").map { node in
            [node.bounds.x, node.bounds.y, node.bounds.width, node.bounds.height].map { ($0 * 10).rounded() / 10 }
        }
    }

    /// What has no `radius2` or `theta2` in its encoding has no second end to move.
    @Test(arguments: ["\"radius2Offset\": 10", "\"theta2Offset\": 0.3"])
    func secondOffsetsAreOfSecondEnds(_ property: String) throws {
        #expect(try sectors(", \"innerRadius\": 40, \(property)") == sectors(", \"innerRadius\": 40"))
    }

    @Test func anOffsetMovesTheOuterRadius() throws {
        #expect(try sectors(#", "radiusOffset": -20"#) == sectors(#", "outerRadius": 130"#))
    }

    /// An angle and a radius that both measure are not stacked: the largest is a whole disc.
    @Test func twoMeasuresAreNotStacked() throws {
        let radius = #", "radius": {"field": "b", "type": "quantitative"}"#
        let boxes = try sectors("", radius: radius)
        #expect(boxes.first?[2] == 300 && boxes.first?[3] == 300)
        #expect((boxes.last?[2] ?? 300) < 30)
    }
}
