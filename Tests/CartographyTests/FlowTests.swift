import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography
@testable import Geography

@Suite struct FlowTests {
    private let pacific = """
        figure: map
        worldview: de-facto
        projection: {type: equalEarth, center: [-165, 0]}
        frame: {west: 82, south: -44, east: -60, north: 60}
        layers:
          - {layer: countries, data: countries-world}
          - layer: flows
            table: [{a: Tokyo, b: Los Angeles, v: 100}, {a: Los Angeles, b: Tokyo, v: 25}, {a: AUS, b: Lima, v: 50}]
            origin: a
            destination: b
            value: v
            route: rhumb
            title: Goods
        """

    @Test func crossTheAntimeridianInOnePiece() throws {
        let figure = try drawn(pacific)
        let flows = nodes(figure, role: "map-flow")
        #expect(flows.count == 3)
        for flow in flows {
            guard case .path(let path) = flow.content else { continue }
            // The shorter way: within the ocean, not around the world; one outline.
            #expect(path.data.verbs.filter { $0 == .move }.count == 1)
            #expect(flow.bounds.width < 480)
        }
        let there = try #require(node(figure, "map/flows1[Tokyo–Los Angeles]"))
        let back = try #require(node(figure, "map/flows1[Los Angeles–Tokyo]"))
        // To and fro bend apart, each to its left.
        #expect(there.bounds.minY < back.bounds.minY - 2)
        #expect(words(figure).contains("Goods") && words(figure).contains("100"))
    }

    /// A projection that cuts the Pacific cuts the way in two; each piece ends at the map's edge.
    @Test func areCutWhereTheMapIs() throws {
        let text = pacific.replacing("{type: equalEarth, center: [-165, 0]}", with: "equalEarth")
            .replacing("frame: {west: 82, south: -44, east: -60, north: 60}", with: "frame: world")
        let flow = try #require(node(try drawn(text), "map/flows1[Tokyo–Los Angeles]"))
        guard case .path(let path) = flow.content else { return }
        #expect(path.data.verbs.filter { $0 == .move }.count == 2)
    }

    @Test func areAsWideAsTheirValues() {
        let line = [Point(0, 0), Point(50, 0), Point(100, 0)]
        let plain = Ribbon(pieces: [line], width: 8, taper: 1, trimStart: 0, trimEnd: 0, arrow: 0).outline?.bounds
        #expect(plain == Rectangle(x: 0, y: -4, width: 100, height: 8))
        let trimmed = Ribbon(pieces: [line], width: 8, taper: 1, trimStart: 10, trimEnd: 5, arrow: 0).outline?.bounds
        #expect(trimmed == Rectangle(x: 10, y: -4, width: 85, height: 8))
        // A mapHead is wider than its way and ends at the tip.
        let mapHead = Ribbon(pieces: [line], width: 8, taper: 0.3, trimStart: 0, trimEnd: 0, arrow: 12).outline?.bounds
        #expect(mapHead?.maxX == 100 && mapHead?.height ?? 0 > 16)
        // A way shorter than what its ends leave free is still there.
        let short = Ribbon(
            pieces: [[Point(0, 0), Point(10, 0)]], width: 2, taper: 1, trimStart: 30, trimEnd: 30, arrow: 5
        ).outline?.bounds
        #expect(short?.width ?? 0 > 2)
        #expect(Ribbon(pieces: [], width: 2, taper: 1, trimStart: 0, trimEnd: 0, arrow: 0).outline == nil)
    }

    @Test func whatIsWrongIsTold() {
        let rows = "table: [{a: Beijing, b: Almaty, v: 1}]"
        expectTold(
            "flows",
            [
                (rows + ", origin: a", "`destination` is missing"),
                (rows + ", origin: a, destination: c", "has no column `c`"),
                (rows + ", origin: a, destination: a, value: v", "are one place"),
                ("table: [{a: Beijing, b: Almaty, v: -1}], origin: a, destination: b, value: v", "is negative"),
                (rows + ", origin: a, destination: b, curvature: 3", "from -1 to 1"),
                (rows + ", origin: a, destination: b, route: straight", "unknown route `straight`"),
                (rows + ", origin: {longitude: a}, destination: b", "a place is `longitude` and `latitude`"),
                (rows + ", origin: a, destination: b, width: wide", "must be a number from 0.25 to 100, not `wide`"),
            ])
    }
}
