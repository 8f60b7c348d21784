import Documents
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography

let europe = """
    figure: map
    worldview: de-facto
    sources: [A table]
    frame: {west: -12, south: 35, east: 40, north: 62}
    scaleBar: false
    layers:

    """

let people = """
    table: [{c: France, n: 68}, {c: Germany, n: 84}, {c: UK, n: 67}, {c: Czech Republic, n: 10.8}], key: c, value: n
    """

func layer(_ text: String) throws(Diagnostics) -> DrawnFigure {
    try drawn(europe + "  - {layer: countries, data: countries-world}\n  - {" + text + "}")
}

private func bounds(_ figure: DrawnFigure, _ id: String) -> Rectangle? {
    guard case .path(let path)? = node(figure, id)?.content else { return nil }
    return path.data.bounds
}

@Suite struct CartogramTests {
    @Test(arguments: ["circle", "square"]) func sizesAreAsTheValuesAndNoneOverlaps(_ shape: String) throws {
        let figure = try layer("layer: cartogram, shape: \(shape), \(people)")
        let areas = ["FRA", "DEU", "GBR", "CZE"].compactMap { bounds(figure, "map/cartogram[\($0)]") }
        #expect(areas.count == 4)
        #expect(abs(areas[1].width / areas[0].width - (84.0 / 68).squareRoot()) < 1e-6)
        for (index, one) in areas.enumerated() {
            for other in areas.dropFirst(index + 1) {
                if shape == "square" {
                    #expect(!one.inset(by: 0.3).intersects(other.inset(by: 0.3)))
                } else {
                    let (dx, dy) = (one.midX - other.midX, one.midY - other.midY)
                    #expect((dx * dx + dy * dy).squareRoot() > (one.width + other.width) / 2 - 0.5)
                }
            }
        }
        // Germany lies east of France, as it does.
        #expect(areas[1].midX > areas[0].midX)
    }
}

@Suite struct PiesTests {
    @Test func slicesAreSharesOfTheSum() throws {
        let rows = "table: [{c: Paris, a: 3, b: 1}, {c: Copenhagen, a: 1, b: 0}], place: c, parts: [a, b], label: true"
        let figure = try layer("layer: pies, \(rows)")
        let slices = nodes(figure, role: "mark-arc")
        #expect(slices.count == 3 && slices.map { $0.datum["value"] } == [.number(3), .number(1), .number(1)])
        // Areas are as sums: 4 to 1.
        let (large, small) = (node(figure, "map/pies1[Paris]"), slices.last)
        #expect(abs((large?.bounds.width ?? 0) / (small?.bounds.width ?? 1) - 2) < 0.1)
        #expect(
            message(europe + "  - {layer: pies, table: [{c: Paris, a: 1}], place: c, parts: [a]}").contains("`parts`"))
        #expect(
            message(europe + "  - {layer: pies, table: [{c: Paris, a: -1, b: 2}], place: c, parts: [a, b]}").contains(
                "is negative"))
    }
}

@Suite struct BinsTests {
    @Test(arguments: ["hexagon", "square"]) func pointsAreGathered(_ shape: String) throws {
        let rows = (0..<60).map { "{x: \(Double($0 % 10) * 2), y: \(44 + Double($0 / 10))}" }.joined(separator: ", ")
        let figure = try layer("layer: bins, shape: \(shape), table: [\(rows)], longitude: x, latitude: y")
        let bins = nodes(figure, role: "map-area").filter { $0.id.hasPrefix("map/bins1") }
        let sum = bins.reduce(0.0) { sum, bin in
            if case .number(let value) = bin.datum["value"] { sum + value } else { sum }
        }
        #expect(sum == 60 && bins.count > 5)
        #expect(node(figure, "map/legend[bins1]/bar") != nil)
    }
}

@Suite struct IsolineTests {
    /// On a plane the lines are where the plane has their value, and they end at the outermost points.
    @Test func linesLieBetweenThePoints() throws {
        let rows = (0..<25).map { "{x: \($0 % 5 * 5), y: \(40 + $0 / 5 * 4), v: \($0 % 5 * 10)}" }
        let figure = try layer(
            "layer: isolines, table: [\(rows.joined(separator: ", "))], longitude: x, latitude: y, value: v, step: 10")
        #expect(nodes(figure, role: "map-isoline").count == 3)
        let (low, high) = (
            try #require(bounds(figure, "map/isolines1[10]")), try #require(bounds(figure, "map/isolines1[30]"))
        )
        #expect(low.midX < high.midX)
        guard case .text(let note)? = nodes(figure, role: "note").first?.content else { return }
        #expect(note.lines.joined(separator: " ").contains("interpolated between 25 points"))
        #expect(
            message(europe + "  - {layer: isolines, table: [{x: 1, y: 50, v: 1}], longitude: x, latitude: y, value: v}")
                .contains("four points or more"))
    }

    @Test func aFieldIsItsPointsAtThePoints() {
        let points = [(Point(0, 0), 0.0), (Point(100, 0), 10), (Point(100, 100), 10), (Point(0, 100), 0)]
        let field = InterpolatedField(points, within: Rectangle(x: 0, y: 0, width: 100, height: 100), step: 5)
        let lines = field.lines(at: 5)
        // By symmetry halfway, from edge to edge.
        #expect(lines.count == 1 && lines[0].allSatisfy { abs($0.x - 50) < 1 })
        #expect(field.lines(at: 11).isEmpty)
    }
}

@Suite struct BivariateTests {
    @Test func bothValuesChooseTheColour() throws {
        let rows = ["FRA", "DEU", "GBR", "ITA", "ESP", "POL"].enumerated().map { "{c: \($1), a: \($0), b: \(6 - $0)}" }
        let figure = try layer("layer: bivariate, table: [\(rows.joined(separator: ", "))], key: c, x: a, y: b")
        #expect(node(figure, "map/bivariate[FRA]")?.datum["a"] == .number(1))
        #expect(node(figure, "map/bivariate[FRA]")?.datum["b"] == .number(3))
        #expect(node(figure, "map/bivariate[POL]")?.datum["a"] == .number(3))
        #expect(
            message(europe + "  - {layer: bivariate, table: [{c: FRA, a: 1, b: 1}], key: c, x: a, y: b}").contains(
                "do not part into three classes"))
    }
}

@Suite struct RoutesTests {
    @Test func leadsThroughPlacesByAnyName() throws {
        let figure = try layer(
            "layer: routes, routes: [{through: [Kopenhagen, Прага, [2.35, 48.86]], label: Way, legend: A way}]")
        #expect(node(figure, "map/routes1[Way]")?.role == "map-flow")
        #expect((1...3).allSatisfy { node(figure, "map/routes1[Way]/stop[\($0)]") != nil })
        #expect(message(europe + "  - {layer: routes, routes: [{through: [Berlin]}]}").contains("two places or more"))
        #expect(message(europe + "  - {layer: routes, routes: [{through: [Berlinn, Paris]}]}").contains("`Berlin`?"))
    }
}

@Suite struct PlaceNameTests {
    @Test(arguments: [("Côte d’Ivoire", "cotedivoire"), ("København", "kobenhavn"), ("U.S.A.", "usa"), ("北京", "北京")])
    func aKeyIsLettersAlone(_ name: String, _ key: String) { #expect(PlaceNames.key(name) == key) }

    @Test func namesAreThoseAndNoMore() throws {
        let figure = try layer("layer: places, names: [Copenhagen, Париж]")
        #expect(nodes(figure, role: "map-place").map(\.id).sorted() == ["map/places[Copenhagen]", "map/places[Paris]"])
    }

    @Test func numberedPlacesStandInTheKey() throws {
        let figure = try layer("layer: places, names: [Paris, Berlin], numbered: true")
        #expect(node(figure, "map/places[Paris]/number") != nil && node(figure, "map/places[Paris]/label") == nil)
        #expect(node(figure, "map/legend[place[2]]/label") != nil)
        #expect(message(europe + "  - {layer: places, numbered: true}").contains("numbered places are named"))
    }

    @Test func countriesAreFoundByTheirNames() throws {
        let figure = try drawn(
            """
            figure: map
            worldview: de-facto
            subject: [Czech Republic, UK]
            frame: fit
            layers: [{layer: countries, data: countries-world, labels: [CZE, Germany]}]
            """)
        #expect(node(figure, "map/countries[CZE]") != nil && node(figure, "map/countries[GBR]") != nil)
    }
}

@Suite struct FrameTests {
    private func map(_ frame: String, size: FigureSize? = nil) throws(Diagnostics) -> Rectangle? {
        let figure = try drawn(
            "figure: map\nworldview: de-facto\nframe: \(frame)\nlayers: [{layer: countries, data: countries-world}]",
            size: size)
        return nodes(figure, role: "map-frame").first?.bounds
    }

    /// France without Guiana: Brazil is not in the frame.
    @Test func aCountryIsItsMainland() throws {
        let figure = try drawn(
            "figure: map\nframe: {countries: [FRA]}\nlayers: [{layer: countries, data: countries-world}]")
        #expect(node(figure, "map/countries[BRA]") == nil && node(figure, "map/countries[FRA]") != nil)
    }

    @Test(arguments: [FigureSize(width: 900, height: 300), FigureSize(width: 500, height: 900)])
    func keepsItsSubjectAtAnySize(_ size: FigureSize) throws {
        let frame = "{west: 60, south: 25, east: 130, north: 60}"
        let (page, other) = (try #require(try map(frame)), try #require(try map(frame, size: size)))
        #expect(abs(page.height / page.width - other.height / other.width) < 0.02)
    }

    @Test func whatNothingFitsIsTold() {
        #expect(message("figure: map\nframe: fit\nlayers: [{layer: graticule}]").contains("that a frame could fit"))
        #expect(
            message("figure: map\nframe: {fit: true, padding: 2}\nlayers: [{layer: graticule}]").contains("`padding`"))
        #expect(message("figure: map\nframe: fitt\nlayers: []").contains("`fitt`"))
    }

    @Test func degreesStandOutsideTheFrame() throws {
        let figure = try drawn(
            """
            figure: map
            worldview: de-facto
            language: ru
            frame: {west: 60, south: 25, east: 130, north: 60}
            layers: [{layer: countries, data: countries-world}, {layer: graticule, step: 10, labels: true}]
            """)
        let frame = try #require(nodes(figure, role: "map-frame").first).bounds
        let degrees = nodes(figure, role: "axis-label")
        #expect(degrees.count > 6 && degrees.allSatisfy { !$0.bounds.intersects(frame.inset(by: 1)) })
        #expect(figure.scene.root.bounds.contains(degrees[0].bounds))
        guard case .text(let text) = degrees[0].content else { return }
        #expect(text.lines[0].hasSuffix("с. ш."))
    }
}
