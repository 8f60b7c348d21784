import Figures
import SceneGraph
import Testing

@testable import VegaLite

/// Texts and colours of vl-convert 1.9: `vl_convert.vegalite_to_scenegraph(spec)`, the texts of the legend, and
/// `vl_convert.vegalite_to_svg(spec)`, the stops of its gradient.
@Suite struct LegendTests {
    private func figure(mark: String = "circle", _ channels: String) throws -> DrawnFigure {
        let rows = (0..<25).map { row in
            "{\"a\": \(8 + Double(row) * 0.7), \"b\": \(1000 * (row % 3)), \"c\": \"g\(row % 2)\"}"
        }
        return try drawn(
            """
            {
              "data": {"values": [\(rows.joined(separator: ", "))]}, "mark": "\(mark)",
              "encoding": {"x": {"field": "a", "type": "quantitative"}, \(channels)}
            }
            """)
    }

    private func labels(_ figure: DrawnFigure) -> [String] {
        figure.nodes("legend-label").compactMap {
            guard case .text(let text) = $0.content else { return nil }
            return text.lines.joined(separator: "\n")
        }
    }

    @Test(arguments: ["quantize", "quantile"]) func coloursComeInFivesAndSizesInFours(_ type: String) throws {
        let scale = "\"scale\": {\"type\": \"\(type)\"}"
        let colors = try figure("\"color\": {\"field\": \"a\", \"type\": \"quantitative\", \(scale)}")
        #expect(labels(colors) == ["11.4", "14.7", "18.1", "21.4"])
        let sizes = try figure("\"size\": {\"field\": \"a\", \"type\": \"quantitative\", \(scale)}")
        #expect(labels(sizes) == ["< 12.2", "12.2 – 16.4", "16.4 – 20.6", "≥ 20.6"])
    }

    @Test func spansOfBinsAreWrittenAsTheTicksOfTheirAxisAre() throws {
        let found = try figure(#""size": {"field": "b", "bin": {"step": 1000}, "type": "quantitative"}"#)
        #expect(labels(found).first == "0 – 1,000")
    }

    @Test func aChannelThatSaysNothingOfTheMarkIsToldAndNotExplained() throws {
        let found = try figure(#""shape": {"field": "c", "type": "nominal"}"#)
        #expect(labels(found).isEmpty)
        #expect(found.warnings.contains { $0.path == "encoding.shape" })
        #expect(try labels(figure(mark: "point", #""shape": {"field": "c", "type": "nominal"}"#)) == ["g0", "g1"])
    }

    private func middle(_ scale: String, type: String = "quantitative") throws -> [Double] {
        let field = type == "temporal" ? "b" : "a"
        let legend = "\"legend\": {\"gradientOpacity\": 1}"
        let found = try figure(
            "\"color\": {\"field\": \"\(field)\", \"type\": \"\(type)\", \"scale\": \(scale), \(legend)}")
        guard case .path(let path)? = found.nodes("legend-gradient").first?.content,
            case .linearGradient(_, _, let stops)? = path.fill
        else { return [] }
        let color = stops[stops.count / 2].color
        return [color.red, color.green, color.blue].map { ($0 * 255).rounded() }
    }

    /// Between white and red lies orange: colours are mixed by hue, and those of time by the thirds of their ramp.
    @Test(arguments: [
        (#"{"range": ["white", "red"]}"#, "quantitative", [255.0, 107, 64]),
        (#"{"scheme": "purples"}"#, "temporal", [146, 141, 195]),
    ]) func colorsOfMeasuresAreMixedByHue(_ scale: String, _ type: String, _ expected: [Double]) throws {
        let found = try middle(scale, type: type)
        #expect(found.count == 3)
        #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 1 }, "\(found)")
    }
}
