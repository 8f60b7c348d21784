import Documents
import Figures
import SceneGraph
import Testing

@testable import Cartography

/// A tile for each area: all of one size, none on another, neighbours near each other.
@Suite struct TilesTests {
    private static let states = """
        table: [{c: France, n: 1}, {c: Germany, n: 2}, {c: UK, n: 3}, {c: Czech Republic, n: 4}, {c: Spain, n: 5},
        {c: Italy, n: 6}, {c: Poland, n: 7}, {c: Sweden, n: 8}], key: c, value: n, classes: 2
        """

    private static func tiles(_ figure: DrawnFigure) -> [(code: String, box: Rectangle, color: Color)] {
        nodes(figure, role: "map-area").compactMap { node in
            guard case .path(let path) = node.content, let box = path.data.bounds, case .color(let color)? = path.fill,
                case .string(let code)? = node.datum["code"]
            else { return nil }
            return (code, box, color)
        }
    }

    @Test(arguments: ["square", "hexagon"]) func tilesAreOfOneSizeAndApart(shape: String) throws {
        let figure = try drawn(europe + "  - {layer: tiles, shape: \(shape), \(Self.states)}")
        let tiles = Self.tiles(figure)
        #expect(tiles.count == 8)
        let first = try #require(tiles.first)
        for (index, tile) in tiles.enumerated() {
            #expect(abs(tile.box.width - first.box.width) < 1e-9)
            for other in tiles.dropFirst(index + 1) {
                let (dx, dy) = (tile.box.midX - other.box.midX, tile.box.midY - other.box.midY)
                #expect((dx * dx + dy * dy).squareRoot() > first.box.width - 1e-6)
            }
        }
        func box(_ code: String) throws -> Rectangle { try #require(tiles.first { $0.code == code }).box }
        #expect(try box("SWE").midY < box("ITA").midY)
        #expect(try box("ESP").midX < box("POL").midX)
        #expect(try box("GBR").midX < box("DEU").midX)
    }

    @Test func classesColourThem() throws {
        let tiles = Self.tiles(try drawn(europe + "  - {layer: tiles, \(Self.states)}"))
        let colors = Dictionary(tiles.map { ($0.code, $0.color) }) { first, _ in first }
        #expect(colors["FRA"] == colors["GBR"] && colors["ITA"] == colors["SWE"] && colors["FRA"] != colors["SWE"])
    }

    @Test func aMapOfTilesHasNoSeaAndNoFrame() throws {
        let figure = try drawn(europe + "  - {layer: tiles, \(Self.states)}")
        for role: Role in ["map-sea", "map-frame", "map-outline", "scale-bar"] {
            #expect(nodes(figure, role: role).isEmpty)
        }
    }

    @Test func aGridOfOnesOwnIsKept() throws {
        let rows =
            "table: [{c: France, n: 1, x: 0, y: 1}, {c: Germany, n: 2, x: 2, y: 0}], key: c, value: n, classes: 2"
        let figure = try drawn(europe + "  - {layer: tiles, \(rows), row: y, column: x}")
        let tiles = Self.tiles(figure)
        let france = try #require(tiles.first { $0.code == "FRA" }),
            germany = try #require(tiles.first { $0.code == "DEU" })
        let step = france.box.width + 1.5
        #expect(abs(germany.box.midX - france.box.midX - 2 * step) < 1e-6)
        #expect(abs(france.box.midY - germany.box.midY - step) < 1e-6)
    }

    @Test(arguments: [
        ("row: y", "both columns"), ("row: y, column: x", "same cell"), ("row: y, column: z", "two whole numbers"),
    ])
    func aGridThatIsNoneIsTold(keys: String, message: String) {
        let rows = """
            table: [{c: France, n: 1, x: 0, y: 0, z: -1}, {c: Germany, n: 2, x: 0, y: 0, z: 0.5}], key: c, value: n,
            classes: 2
            """
        do {
            _ = try drawn(europe + "  - {layer: tiles, \(rows), \(keys)}")
            Issue.record("a grid that is none was drawn")
        } catch { #expect("\(error)".contains(message)) }
    }
}

/// One map for each value of a column: what they share, and that each shows its own rows.
@Suite struct FacetTests {
    private static let rows = """
        table: [{c: France, n: 1, y: 1990}, {c: Germany, n: 2, y: 1990}, {c: France, n: 8, y: 2020},
        {c: Germany, n: 9, y: 2020}, {c: Spain, n: 3, y: 2005}]
        """

    private static func map(_ facet: String, _ layer: String) throws -> DrawnFigure {
        try drawn(
            """
            figure: map
            worldview: de-facto
            sources: [A table]
            frame: {west: -12, south: 35, east: 40, north: 62}
            scaleBar: false
            facet: \(facet)
            layers:
              - {layer: countries, data: countries-world}
              - {\(layer)}
            """)
    }

    private static func titles(_ figure: DrawnFigure) -> [String] {
        nodes(figure, role: "facet-label").compactMap {
            if case .text(let text) = $0.content { text.lines.joined() } else { nil }
        }
    }

    @Test func eachMapHasItsRowsAndAllHaveOneKey() throws {
        let figure = try Self.map("y", "layer: choropleth, \(Self.rows), key: c, value: n, breaks: [2.5, 5]")
        #expect(Self.titles(figure) == ["1990", "2005", "2020"])
        func fill(_ year: String, _ code: String) -> Paint? {
            guard case .path(let path)? = node(figure, "map/panel[\(year)]/choropleth[\(code)]")?.content else {
                return nil
            }
            return path.fill
        }
        // Below 2.5, and above 5: the first class and the last, in both maps by the same breaks.
        #expect(fill("1990", "FRA") != nil && fill("1990", "FRA") == fill("1990", "DEU"))
        #expect(fill("2020", "FRA") == fill("2020", "DEU") && fill("2020", "FRA") != fill("1990", "FRA"))
        #expect(nodes(figure, role: "legend").count == 1)
    }

    @Test func framesAreAlike() throws {
        let figure = try Self.map("y", "layer: choropleth, \(Self.rows), key: c, value: n, classes: 2")
        let frames = nodes(figure, role: "map-frame").map(\.bounds)
        let first = try #require(frames.first)
        #expect(frames.count == 3)
        #expect(frames.allSatisfy { abs($0.width - first.width) < 1e-9 && abs($0.height - first.height) < 1e-9 })
    }

    @Test func circlesAreOfOneScale() throws {
        let figure = try Self.map("y", "layer: symbols, \(Self.rows), place: c, value: n, label: c")
        func width(_ year: String, _ name: String) -> Double? {
            node(figure, "map/panel[\(year)]/symbols1[\(name)]")?.bounds.width
        }
        let small = try #require(width("1990", "France")), large = try #require(width("2020", "France"))
        // Bounds have the stroke too.
        #expect(abs(large / small - 8.0.squareRoot()) < 0.35)
    }

    @Test func valuesMayBeChosen() throws {
        let layer = "layer: choropleth, \(Self.rows), key: c, value: n, classes: 2"
        #expect(try Self.titles(Self.map("{field: y, values: [2020, 1990]}", layer)) == ["2020", "1990"])
        #expect(throws: (any Error).self) { try Self.map("{field: y, values: [1066]}", layer) }
        #expect(throws: (any Error).self) { try Self.map("nowhere", layer) }
    }

    @Test func binsHaveNoClassesInCommon() {
        #expect(throws: (any Error).self) { try Self.map("y", "layer: bins, \(Self.rows), place: c") }
    }
}
