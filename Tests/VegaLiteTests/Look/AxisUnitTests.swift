import Figures
import SceneGraph
import Testing

@testable import VegaLite

/// The numbers of an axis of ours are counted in one unit, with no more digits than part them.
@Suite struct AxisUnitTests {
    private static func labels(_ values: [Double], language: String = "en", axis: String = "{}") throws -> [String] {
        let rows = values.enumerated().map { #"{"k": "\#($0)", "v": \#($1)}"# }.joined(separator: ", ")
        let figure = try drawn(
            """
            {
              "data": {"values": [\(rows)]},
              "mark": "bar",
              "encoding": {
                "x": {"field": "k", "type": "nominal"},
                "y": {"field": "v", "type": "quantitative", "axis": \(axis)}
              }
            }
            """, theme: .dossier, language: language)
        return figure.nodes("axis-label").filter { $0.id.contains("y-axis") }.map { node in
            if case .text(let text) = node.content { text.lines.joined() } else { "" }
        }
    }

    @Test(arguments: [
        ([5.1e9, 3.2e9], ["0", "1 billion", "2 billion", "3 billion", "4 billion", "5 billion"]),
        ([2.4e6, 1e6], ["0", "0.5 million", "1.0 million", "1.5 million", "2.0 million"]),
        ([1.5e13, 2e12], ["0", "5 trillion", "10 trillion", "15 trillion"]),
        ([900_000, 20_000], ["0", "200,000", "400,000", "600,000", "800,000"]),
        ([12, 4], ["0", "2", "4", "6", "8", "10", "12"]),
    ])
    func oneUnit(_ values: [Double], _ expected: [String]) throws {
        #expect(try Self.labels(values) == expected)
    }

    @Test func tinyNumbersHaveAPowerOfTen() throws {
        #expect(
            try Self.labels([5e-6, 9.1e-6])
                == ["0", "0.2 × 10⁻⁵", "0.4 × 10⁻⁵", "0.6 × 10⁻⁵", "0.8 × 10⁻⁵", "1.0 × 10⁻⁵"])
    }

    @Test(arguments: [
        ("de", ["0", "0,5 Mio.", "1,0 Mio.", "1,5 Mio.", "2,0 Mio."]),
        ("ru", ["0", "0,5 млн", "1,0 млн", "1,5 млн", "2,0 млн"]),
        ("zh", ["0", "50万", "100万", "150万", "200万"]),
    ])
    func inTheLanguageOfThePage(_ language: String, _ expected: [String]) throws {
        #expect(try Self.labels([2.4e6, 1e6], language: language) == expected)
    }

    /// What the document says of its numbers stands.
    @Test func aFormatIsTheDocumentsOwn() throws {
        #expect(try Self.labels([2e9], axis: #"{"format": "~s"}"#).last == "2G")
    }

    @Test func yearsAreNotGrouped() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"year": 1990, "v": 1}, {"year": 2020, "v": 2}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "year", "type": "quantitative", "scale": {"zero": false}},
                "y": {"field": "v", "type": "quantitative"}
              }
            }
            """, theme: .dossier)
        let labels = figure.nodes("axis-label").filter { $0.id.contains("x-axis") }
        #expect(labels.count >= 2 && labels.allSatisfy { !$0.id.contains(",") })
    }
}
