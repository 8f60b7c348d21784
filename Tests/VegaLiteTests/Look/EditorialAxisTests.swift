import Figures
import SceneGraph
import Testing
import Typography

@testable import VegaLite

/// What newsrooms do and Vega's own look does not.
@Suite struct EditorialAxisTests {
    private static let bars =
        """
        {
          "data": {"values": [{"k": "a", "v": -6}, {"k": "b", "v": 11}]},
          "mark": "bar",
          "encoding": {
            "x": {"field": "v", "type": "quantitative"},
            "y": {"field": "k", "type": "nominal"}
          }
        }
        """

    private static func stroke(_ node: Node) -> Color? {
        guard case .path(let path) = node.content, case .color(let color)? = path.stroke?.paint else { return nil }
        return color
    }

    @Test func theZeroLineIsStrongerThanTheGrid() throws {
        let grid = try drawn(Self.bars, theme: .dossier).nodes("axis-grid")
        let strong = grid.filter { Self.stroke($0) == Theme.dossier.rule }
        #expect(strong.count == 1 && grid.count > 2)
        #expect(grid.filter { Self.stroke($0) == Theme.dossier.grid }.count == grid.count - 1)
    }

    /// The middle of a label stands under its tick, at the ends too.
    @Test func endLabelsStandUnderTheirTicks() throws {
        let figure = try drawn(Self.bars, theme: .dossier)
        for label in figure.nodes("axis-label") where label.id.contains("x-axis") {
            guard case .text(let text) = label.content else { continue }
            #expect(text.anchor == .middle, "\(label.id)")
        }
    }

    private static func twoAxes(_ own: String) -> String {
        """
        {
          "data": {"values": [{"x": 1, "a": 1, "b": 70}, {"x": 2, "a": 3, "b": 20}]},
          "encoding": {"x": {"field": "x", "type": "quantitative"}},
          "layer": [
            {"mark": "area", "encoding": {"y": {"field": "a", "type": "quantitative"}}},
            {"mark": "line", "encoding": {"y": {"field": "b", "type": "quantitative"\(own)}}}
          ],
          "resolve": {"scale": {"y": "independent"}}
        }
        """
    }

    /// The reference draws both grids; so do we under its look, and where they are asked for.
    @Test(arguments: [
        ("dossier", "", 1), ("vega", "", 2), ("dossier", #", "axis": {"grid": true}"#, 2),
    ])
    func twoScalesHaveOneGrid(_ theme: String, _ own: String, _ expected: Int) throws {
        let figure = try drawn(Self.twoAxes(own), theme: theme == "vega" ? .vega : .dossier)
        let horizontal = figure.nodes("axis-grid").filter { $0.bounds.height <= 1 }
        #expect(Set(horizontal.map { $0.id.split(separator: "[")[0] }).count == expected)
    }

    @Test(arguments: [
        ("temp_max", "mean", "Mean of temp max"), ("lifeExpectancy", "", "Life expectancy"), ("GDP", "", "GDP"),
        ("Miles_per_Gallon", "", "Miles per Gallon"), ("CO2", "", "CO2"), ("v", "", nil),
    ])
    func titlesAreWrittenAsPeopleDo(_ field: String, _ aggregate: String, _ expected: String?) throws {
        let part = aggregate.isEmpty ? "" : #", "aggregate": "\#(aggregate)""#
        let figure = try drawn(
            """
            {
              "data": {"values": [{"k": 1, "\(field)": 3}, {"k": 2, "\(field)": 4}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "k", "type": "quantitative"},
                "y": {"field": "\(field)", "type": "quantitative"\(part)}
              }
            }
            """, theme: .dossier)
        let title = figure.nodes("axis-title").first { $0.id.contains("y-axis") }
        guard case .text(let text)? = title?.content else {
            #expect(expected == nil)
            return
        }
        #expect(text.lines == [expected])
    }

    @Test func dashesHaveFlatEndsAndLongGaps() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [
                {"x": 1, "y": 1, "s": "one"}, {"x": 2, "y": 2, "s": "one"},
                {"x": 1, "y": 4, "s": "two"}, {"x": 2, "y": 9, "s": "two"}
              ]},
              "mark": "line",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "strokeDash": {"field": "s", "type": "nominal"}
              }
            }
            """, theme: .dossier)
        let strokes = figure.nodes("mark-line").compactMap { node in
            if case .path(let path) = node.content { path.stroke } else { nil }
        }
        let dashed = try #require(strokes.first { !$0.dash.isEmpty })
        #expect(dashed.cap == .butt && dashed.dash[1] > dashed.width)
        #expect(figure.nodes("direct-label").count == 2, "lines of one colour are named at their ends")
    }
}

@Suite struct DirectLabelTests {
    /// Colours that are blended with what lies behind are explained by a legend.
    @Test(arguments: [("normal", true), ("multiply", false)])
    func blendedAreasKeepTheirLegend(_ blend: String, _ isDirect: Bool) throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [
                {"x": 1, "y": 5, "s": "one"}, {"x": 2, "y": 9, "s": "one"}, {"x": 3, "y": 9, "s": "one"},
                {"x": 1, "y": 6, "s": "two"}, {"x": 2, "y": 8, "s": "two"}, {"x": 3, "y": 9, "s": "two"}
              ]},
              "mark": {"type": "area", "blend": "\(blend)"},
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "quantitative"},
                "color": {"field": "s", "type": "nominal"}
              }
            }
            """, theme: .dossier)
        #expect(figure.nodes("direct-label").isEmpty != isDirect)
        #expect(figure.nodes("legend-label").isEmpty == isDirect)
    }
}
