import Figures
import SceneGraph
import Testing

@testable import VegaLite

/// What of `config.axis…` reaches an axis, as vl-convert 1.9.0.post1 has it.
@Suite struct AxisConfigurationTests {
    private static func bars(_ config: String, axis: String = "{}") throws -> DrawnFigure {
        try drawn(
            """
            {
              "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}, {"a": "C", "b": 43}]},
              "mark": "bar",
              "encoding": {
                "x": {"field": "a", "type": "nominal"},
                "y": {"field": "b", "type": "quantitative", "axis": \(axis)}
              },
              "config": \(config)
            }
            """)
    }

    private static func titles(_ figure: DrawnFigure) -> [String] {
        figure.nodes("axis-title").compactMap { node in
            if case .text(let text) = node.content { text.lines.joined(separator: "/") } else { nil }
        }.sorted()
    }

    /// The configuration of a kind of scale names its axes; that of all axes or of a side does not.
    @Test(arguments: [
        (#"{"axisBand": {"title": "Name"}}"#, ["Name", "b"]),
        (#"{"axisYQuantitative": {"title": "Name"}}"#, ["Name", "a"]),
        (#"{"axisDiscrete": {"title": ["Two", "lines"]}}"#, ["Two/lines", "b"]),
        (#"{"axisBand": {"title": null}}"#, ["b"]), (#"{"axis": {"title": null}}"#, []),
    ])
    func titlesOfKinds(_ config: String, _ expected: [String]) throws {
        #expect(try Self.titles(Self.bars(config)) == expected)
    }

    /// Values and layers are of one axis; a configuration has no say in them.
    @Test func valuesAreTheAxissOwn() throws {
        let figure = try Self.bars(#"{"axis": {"values": [20, 40]}, "axisY": {"zindex": 1}}"#)
        let labels = figure.nodes("axis-label").filter { $0.id.contains("y-axis") }
        #expect(labels.count > 2)
    }

    /// Null hides the lines of a side or a kind.
    @Test(arguments: [
        (#"{"axisY": {"tickColor": null}}"#, "axis-tick", true),
        (#"{"axisLeft": {"gridColor": null}}"#, "axis-grid", true),
        (#"{"axis": {"tickColor": null}}"#, "axis-tick", true),
        (#"{"axis": {"tickColor": "red"}}"#, "axis-tick", false),
    ])
    func nullHides(_ config: String, _ role: String, _ isHidden: Bool) throws {
        let lines = try Self.bars(config).nodes(role).filter { $0.id.contains("y-axis") }
        let seen = lines.filter { node in
            if case .path(let path) = node.content, case .color(let color)? = path.stroke?.paint {
                color.alpha > 0
            } else {
                false
            }
        }
        #expect(seen.isEmpty == isHidden)
    }

    /// Hours of a year are more than anybody can draw: the axis keeps to its own.
    @Test(arguments: [("hour", true), ("month", false)])
    func intervalsThatAreTooFine(_ interval: String, _ isLeftOut: Bool) throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"t": "2024-01-01", "v": 1}, {"t": "2024-12-01", "v": 2}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "t", "type": "temporal", "axis": {"tickCount": "\(interval)"}},
                "y": {"field": "v", "type": "quantitative"}
              }
            }
            """)
        let ticks = figure.nodes("axis-tick").filter { $0.id.contains("x-axis") }
        #expect(ticks.count < 40 && (isLeftOut || ticks.count >= 11))
    }

    /// Who sets the fill's opacity has the rest of the mark opaque.
    @Test(arguments: [("{}", true), (#"{"fillOpacity": 0.3}"#, false)])
    func opacityOfPoints(_ properties: String, _ isTranslucent: Bool) throws {
        let inner = properties.dropFirst().dropLast()
        let mark = #"{"type": "point"\#(inner.isEmpty ? "" : ", " + inner)}"#
        let figure = try drawn(
            """
            {
              "data": {"values": [{"a": 1, "b": 28}]},
              "mark": \(mark),
              "encoding": {
                "x": {"field": "a", "type": "quantitative"},
                "y": {"field": "b", "type": "quantitative"}
              }
            }
            """)
        guard case .path(let path) = try #require(figure.nodes("mark-point").first).content,
            case .color(let color)? = path.stroke?.paint
        else {
            Issue.record("the point has no stroke")
            return
        }
        #expect((color.alpha < 1) == isTranslucent)
    }
}
