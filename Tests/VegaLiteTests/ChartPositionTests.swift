import Testing

@testable import VegaLite

/// Where vl-convert 1.9.0.post1 (Vega-Lite 6.4) puts the marks of a few small documents:
/// `vl_convert.vegalite_to_scenegraph(spec)`, the items of the nodes whose role is `mark`.
@Suite struct ChartPositionTests {
    @Test func ticks() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"a": "A", "b": 1}, {"a": "B", "b": 5}]}, "mark": "tick",
                "encoding": {
                    "y": {"field": "a", "type": "nominal"},
                    "x": {"field": "b", "type": "quantitative"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-tick") == [[59.5, 2.5, 1, 15], [299.5, 22.5, 1, 15]])
    }

    @Test func points() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"a": 1, "b": 2}, {"a": 3, "b": 9}, {"a": 4, "b": 4}]},
                "mark": "point",
                "encoding": {
                    "x": {"field": "a", "type": "quantitative"},
                    "y": {"field": "b", "type": "quantitative"}
                }
            }
            """#
        )
        let middles = figure.boxes("mark-point").map { [($0[0] + $0[2] / 2).rounded(), ($0[1] + $0[3] / 2).rounded()] }
        #expect(middles == [[75, 233], [225, 0], [300, 167]])
    }

    @Test func logarithmicPoints() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"b": 1}, {"b": 1000}]}, "mark": "point",
                "encoding": {"x": {"field": "b", "type": "quantitative", "scale": {"type": "log"}}}
            }
            """#
        )
        let middles = figure.boxes("mark-point").map { [($0[0] + $0[2] / 2).rounded(), ($0[1] + $0[3] / 2).rounded()] }
        #expect(middles == [[0, 10], [300, 10]])
    }

    @Test func heatmapOfBins() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"x": 1, "y": 2}, {"x": 4, "y": 9}, {"x": 9, "y": 5}]}, "mark": "rect",
                "encoding": {
                    "x": {"field": "x", "bin": {"maxbins": 5}, "type": "quantitative"},
                    "y": {"field": "y", "bin": {"step": 2}, "type": "quantitative"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-rect") == [[0.5, 225.5, 60, 75], [120.5, 0.5, 60, 75], [240.5, 150.5, 60, 75]])
    }
}
