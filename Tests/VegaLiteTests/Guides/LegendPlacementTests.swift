import Figures
import SceneGraph
import Testing

@testable import VegaLite

/// Where legends stand and in which order, as vl-convert 1.9.0.post1 draws them (`vl_convert.vegalite_to_scenegraph`).
@Suite struct LegendPlacementTests {
    private static let rows =
        """
        {"values": [
          {"x": 1, "y": 4, "g": "one"}, {"x": 2, "y": 6, "g": "two"},
          {"x": 3, "y": 9, "g": "three"}, {"x": 4, "y": 2, "g": "four"}
        ]}
        """

    private static func points(_ legend: String = "{}", scale: String = "{}") throws -> DrawnFigure {
        try drawn(
            """
            {
              "data": \(rows),
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "color": {"field": "g", "type": "nominal", "legend": \(legend), "scale": \(scale)}
              }
            }
            """)
    }

    private static func names(_ figure: DrawnFigure) -> [(String, Point)] {
        figure.nodes("legend-label").compactMap { node in
            if case .text(let text) = node.content { (text.lines[0], text.origin) } else { nil }
        }
    }

    /// Beside the view entries go down their columns: four, one | three, two.
    @Test func columnsAreReadDownwards() throws {
        let labels = try Self.names(Self.points(#"{"columns": 2}"#))
        let left = labels.map(\.1.x).min() ?? 0
        #expect(labels.filter { abs($0.1.x - left) < 1 }.map(\.0) == ["four", "one"])
    }

    /// Above the view they go along their rows.
    @Test func rowsAreReadAcross() throws {
        let labels = try Self.names(Self.points(#"{"columns": 2, "orient": "top"}"#))
        let top = labels.map(\.1.y).min() ?? 0
        #expect(labels.filter { abs($0.1.y - top) < 1 }.map(\.0) == ["four", "one"])
    }

    /// The scheme is turned round, not the names: the last colours of tableau10 are grey, brown, pink.
    @Test func reversedColorsKeepTheOrderOfNames() throws {
        let figure = try Self.points(scale: #"{"reverse": true}"#)
        #expect(Self.names(figure).map(\.0) == ["four", "one", "three", "two"])
        let first = try #require(figure.nodes("legend-symbol").first)
        guard case .path(let path) = first.content, case .color(let color)? = path.stroke?.paint else {
            Issue.record("the symbol has no stroke")
            return
        }
        #expect(color.css.hasPrefix("#bab0ac") || color.css.hasPrefix("rgba(186,176,172"))
    }

    /// Each view beside others has its own, where legends are independent.
    @Test(arguments: [("shared", 1), ("independent", 2)])
    func viewsMayExplainApart(_ rule: String, _ count: Int) throws {
        func view(_ mark: String) -> String {
            """
            {
              "mark": "\(mark)",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "color": {"field": "g", "type": "nominal"}
              }
            }
            """
        }
        let figure = try drawn(
            """
            {
              "data": \(Self.rows),
              "hconcat": [\(view("point")), \(view("tick"))],
              "resolve": {"legend": {"color": "\(rule)"}}
            }
            """)
        #expect(figure.nodes("legend-title").count == count)
    }

    /// A mark that has a stroke of its own leaves `color` out, and says so.
    @Test func strokeTakesTheColorsPlace() throws {
        let figure = try drawn(
            """
            {
              "data": \(Self.rows),
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "color": {"field": "g", "type": "nominal"},
                "stroke": {"value": "#d62728"}
              }
            }
            """)
        #expect(figure.nodes("legend-label").isEmpty)
        #expect(figure.warnings.contains { $0.path == "encoding.color" })
    }
}
