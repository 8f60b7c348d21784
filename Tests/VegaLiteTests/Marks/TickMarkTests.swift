import Testing

@testable import VegaLite

/// Boxes of vl-convert 1.9: `vl_convert.vegalite_to_svg(spec)`, the paths within `role-mark`.
@Suite struct TickMarkTests {
    private func ticks(config: String) throws -> [[Double]] {
        try drawn(
            """
            {
              "data": {"values": [{"b": 28}, {"b": 5}]},
              "mark": "tick",
              "encoding": {"x": {"field": "b", "type": "quantitative"}},
              "config": {"tick": \(config)}
            }
            """
        ).boxes("mark-tick")
    }

    @Test func aTickIsThreeQuartersOfAStep() throws {
        #expect(try ticks(config: "{}") == [[299.5, 2.5, 1, 15], [53.1, 2.5, 1, 15]])
    }

    @Test func aSizeIsItsLength() throws {
        #expect(try ticks(config: #"{"size": 6}"#) == [[299.5, 7, 1, 6], [53.1, 7, 1, 6]])
    }

    /// Vega-Lite documents `bandSize`, and does not read it.
    @Test func aBandSizeIsNone() throws {
        #expect(try ticks(config: #"{"bandSize": 6}"#) == ticks(config: "{}"))
    }

    /// Ticks alone are a strip plot; laid over something they name nothing.
    @Test func aChartOfTicksIsAStripPlot() throws {
        let data = #""data": {"values": [{"b": 28}]}, "encoding": {"x": {"field": "b", "type": "quantitative"}}"#
        let alone = try drawn("{\(data), \"mark\": \"tick\"}").scene.alternative
        let over = try drawn("{\(data), \"layer\": [{\"mark\": \"tick\"}, {\"mark\": \"point\"}]}").scene.alternative
        #expect(alone.hasPrefix("Strip plot of b"))
        #expect(over.hasPrefix("Scatter plot of b"))
    }
}
