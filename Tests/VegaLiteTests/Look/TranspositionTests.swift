import Figures
import SceneGraph
import Testing

@testable import VegaLite

/// Columns whose names do not lie flat become bars, where the document leaves that open.
@Suite struct TranspositionTests {
    private static func chart(
        count: Int = 40, mark: String = #""bar""#, x: String = "", y: String = "", more: String = ""
    ) -> String {
        let rows = (0..<count).map { #"{"k": "Municipality \#($0)", "v": \#($0 * 7 % 41)}"# }
        return """
            {
              \(more)"data": {"values": [\(rows.joined(separator: ", "))]},
              "mark": \(mark),
              "encoding": {
                "x": {"field": "k", "type": "nominal"\(x)},
                "y": {"field": "v", "type": "quantitative"\(y)}
              }
            }
            """
    }

    /// Bars that lie are as wide as their values and of one height.
    private static func lies(_ document: String, size: FigureSize? = nil) throws -> Bool {
        let bars = try drawn(document, theme: .dossier, size: size).nodes("mark-bar").filter { $0.bounds.width > 0 }
        let heights = Set(bars.map { ($0.bounds.height * 10).rounded() })
        return heights.count == 1
    }

    @Test func longNamesLieDown() throws { #expect(try Self.lies(Self.chart())) }

    @Test func shortListsStayUpright() throws { #expect(try !Self.lies(Self.chart(count: 4))) }

    @Test(arguments: [
        #""width": 500, "#, #""height": {"step": 9}, "#,
        #""params": [{"name": "p", "value": 1}], "#, #""usermeta": {"dossier": {"size": "page"}}, "#,
    ])
    func aDocumentThatSaysItsSizeKeepsItsSides(_ more: String) throws {
        #expect(try !Self.lies(Self.chart(more: more)))
    }

    @Test func aDocumentThatTurnsItsLabelsKeepsThem() throws {
        #expect(try !Self.lies(Self.chart(x: #", "axis": {"labelAngle": -60}"#)))
        #expect(try !Self.lies(Self.chart(mark: #"{"type": "bar", "orient": "vertical"}"#)))
    }

    /// The longest bar is the topmost where the tallest column was the first.
    @Test func ordersGoAlong() throws {
        let bars = try drawn(Self.chart(x: #", "sort": "-y""#), theme: .dossier).nodes("mark-bar")
        let widths = bars.sorted { $0.bounds.minY < $1.bounds.minY }.map(\.bounds.width)
        #expect(widths.first == widths.max() && widths.last == widths.min())
    }

    /// Forty names have no room one above the other on a slide.
    @Test func whereBarsHaveNoRoomColumnsStay() throws {
        #expect(try !Self.lies(Self.chart(count: 90), size: .slide))
    }
}
