import Documents
import Testing

@testable import Tables

/// Two squares side by side that share a border: `topojson.feature` and `topojson.mesh` of topojson-client 3.1.
struct TopoJSONFormatTests {
    private static let squares = """
        {
          "type": "Topology",
          "objects": {
            "squares": {
              "type": "GeometryCollection",
              "geometries": [
                {"type": "Polygon", "id": "A", "properties": {"n": 1}, "arcs": [[0, 1]]},
                {"type": "Polygon", "id": "B", "properties": {"n": 2}, "arcs": [[-2, 2]]}
              ]
            }
          },
          "arcs": [
            [[1, 0], [0, 0], [0, 1], [1, 1]],
            [[1, 1], [1, 0]],
            [[1, 1], [2, 1], [2, 0], [1, 0]]
          ]
        }
        """

    private static func table(_ format: String, _ text: String = squares) throws -> Table {
        try read(text, named: "t.json", format: format).table
    }

    @Test func featuresAreRows() throws {
        let table = try Self.table(#"{"type": "topojson", "feature": "squares"}"#)
        #expect(table.column("id")?.values == [.string("A"), .string("B")])
        #expect(table.field("properties.n")?.values == [.number(1), .number(2)])
        #expect(table.field("geometry.type")?.values == [.string("Polygon"), .string("Polygon")])
        #expect(
            table.field("geometry.coordinates")?.values.map(\.json) == [
                "[[[1,0],[0,0],[0,1],[1,1],[1,0]]]", "[[[1,0],[1,1],[2,1],[2,0],[1,0]]]",
            ])
    }

    @Test(arguments: [("interior", "[[[1,1],[1,0]]]")])
    func theBorderBetweenThem(_ filter: String, _ lines: String) throws {
        let table = try Self.table(#"{"type": "topojson", "mesh": "squares", "filter": "\#(filter)"}"#)
        #expect(table.rowCount == 1)
        #expect(table.field("geometry.coordinates")?[0].json == lines || table.row(0).json.contains(lines))
    }

    @Test func quantizedPlacesAreScaledAndAdded() throws {
        let text = """
            {
              "type": "Topology",
              "transform": {"scale": [0.5, 2], "translate": [10, 20]},
              "objects": {"line": {"type": "LineString", "arcs": [0]}},
              "arcs": [[[0, 0], [2, 1], [2, -1]]]
            }
            """
        let table = try Self.table(#"{"type": "topojson", "feature": "line"}"#, text)
        #expect(table.field("geometry.coordinates")?[0].json == "[[10,20],[11,22],[12,20]]")
    }

    @Test(arguments: [
        (#"{"type": "topojson"}"#, "TopoJSON needs `feature` or `mesh`"),
        (#"{"type": "topojson", "feature": "circles"}"#, "circles"),
    ])
    func whatIsMissingIsTold(_ format: String, _ message: String) {
        let found = problems(Self.squares, named: "t.json", format: format)
        #expect(found.count == 1 && found[0].contains(message), "\(found)")
    }
}
