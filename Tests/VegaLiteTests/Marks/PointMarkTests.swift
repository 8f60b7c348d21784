import SceneGraph
import Testing

@testable import VegaLite

/// Places of vl-convert 1.9: `vl_convert.vegalite_to_svg(spec)`, the symbols within `role-mark`.
@Suite struct PointMarkTests {
    private func points(mark: String, order: String = "") throws -> [[Double]] {
        try drawn(
            """
            {
              "data": {"values": [{"a": 1, "b": 10, "u": 1}, {"a": 2, "b": null, "u": 3}, {"a": 3, "b": 30, "u": 2}]},
              "mark": \(mark),
              "encoding": {
                "x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}\(order)
              }
            }
            """
        ).boxes("mark-point").map { [$0[0] + $0[2] / 2, $0[1] + $0[3] / 2].map { $0.rounded() } }
    }

    @Test func aRowWithoutAValueIsLeftOut() throws {
        #expect(try points(mark: #""point""#) == [[100, 200], [300, 0]])
    }

    @Test(arguments: ["null", "\"show\""]) func unlessTheDocumentAsksForZero(_ invalid: String) throws {
        let found = try points(mark: "{\"type\": \"point\", \"invalid\": \(invalid)}")
        #expect(found == [[100, 200], [200, 300], [300, 0]])
    }

    @Test func theOrderIsThatOfDrawing() throws {
        let order = #", "order": {"field": "u", "sort": "descending"}"#
        #expect(try points(mark: #""point""#, order: order) == [[300, 0], [100, 200]])
    }
}
