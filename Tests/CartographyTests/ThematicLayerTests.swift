import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography
@testable import Geography

/// Three countries with values, one of them without.
private let ages = """
      - layer: choropleth
        data: countries-world
        table:
          - {code: CHN, age: 40.1}
          - {code: MNG, age: 32.0}
          - {code: KAZ, age: null}
          - {code: RUS, age: 42.3}
        key: code
        value: age
        classes: 2
        title: Median age
        unit: years
    """

private let head = """
    figure: map
    worldview: de-facto
    sources: [A table]
    projection: {type: conicEqualArea, parallels: [30, 60], center: [95, 45]}
    frame: {west: 60, south: 25, east: 130, north: 60}
    layers:
    """

private func texts(_ figure: DrawnFigure, role: Role = "legend-label") -> [String] {
    nodes(figure, role: role).compactMap {
        if case .text(let text) = $0.content { text.lines.joined(separator: " ") } else { nil }
    }
}

private func fact(_ id: String, of subject: String, _ value: Double, _ unit: String) throws -> Fact {
    Fact(
        id: id, title: subject, about: subject, measure: "area", value: .number(value), unit: unit,
        date: try EDTFDate(parsing: "2020"),
        source: "s", locators: [Locator(section: "lead", paragraph: 1)])
}

private func fill(_ node: Node?) -> Color? {
    guard case .path(let path)? = node?.content, case .color(let color)? = path.fill else { return nil }
    return color
}

/// Each layer of a map is wrong in its own way, and all of it is told: first what the document says wrong, and, where
/// it is well said, what its data has wrong.
private func expectTold(
    _ kind: String, _ cases: [(layer: String, message: String)],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    func map(_ layers: [String]) -> String {
        message(head + "\n" + layers.map { "  - {layer: \(kind), \($0)}" }.joined(separator: "\n"))
    }
    let document = map(cases.map(\.layer))
    let wellSaid = cases.enumerated().filter { !document.contains("in layers[\($0.offset)]") }
    let data = wellSaid.isEmpty ? "" : map(wellSaid.map(\.element.layer))
    for (index, item) in cases.enumerated() {
        let isSaid = wellSaid.contains { $0.offset == index }
        #expect((isSaid ? data : document).contains(item.message), "\(item.layer)", sourceLocation: sourceLocation)
    }
}

@Suite struct ChoroplethTests {
    @Test func colorsAreasByTheirClass() throws {
        let figure = try drawn(head + "\n" + ages)
        let (china, mongolia, russia) = (
            node(figure, "map/choropleth[CHN]"), node(figure, "map/choropleth[MNG]"),
            node(figure, "map/choropleth[RUS]")
        )
        #expect(china?.datum["value"] == .number(40.1) && china?.datum["class"] == .number(1))
        // The median belongs to the lower half, as mapclassify has it.
        #expect(fill(mongolia) == fill(china) && fill(china) != fill(russia))
        // No value: hatched, and told.
        #expect(node(figure, "map/choropleth[KAZ]")?.datum["value"] == nil)
        #expect(node(figure, "map/choropleth/no-data")?.role == "map-hatch")
        #expect(texts(figure).contains("No data"))
        #expect(texts(figure).contains("Median age, years"))
        #expect(texts(figure).contains("quantiles, n = 3"))
        #expect(texts(figure).contains { $0.hasPrefix("32–") })
        expectClearLabels(figure, "choropleth")
    }

    @Test func joinsByWhateverCodeOrNameThereIs() throws {
        for (key, join) in [
            ("CN", ""), ("156", ""), ("China", ""), ("Китай", ""), ("CHN", ", join: iso_a3"),
            ("China", ", join: name_en"),
        ] {
            let layer =
                "  - {layer: choropleth, table: [{k: \"\(key)\", v: 3}, {k: "
                + "\(join.isEmpty ? "MNG" : join.contains("name") ? "Mongolia" : "MNG"), v: 4}], key: k, value: "
                + "v, classes: 2\(join)}"
            let figure = try drawn(head + "\n" + layer)
            #expect(node(figure, "map/choropleth[CHN]")?.datum["value"] == .number(3), "\(key)")
        }
    }

    @Test func aWorldviewDecidesWhatIsOneArea() throws {
        let frame = head.replacing("de-facto", with: "cn").replacing("west: 60", with: "west: 100")
        let layer =
            "  - {layer: choropleth, table: [{k: CHN, v: 3}, {k: TWN, v: 4}, {k: MNG, v: 5}], key: k, value: v, "
            + "classes: 2}"
        let figure = try drawn(frame + "\n" + layer)
        #expect(node(figure, "map/choropleth[TWN]") == nil)
        #expect(figure.warnings.contains { $0.message.contains("Taiwan") && $0.message.contains("parts of others") })
        #expect(node(figure, "map/choropleth[CHN]")?.datum["value"] == .number(3))
    }

    @Test func factsAreJoinedByName() throws {
        let facts = try FactBase(
            sources: [Source(id: "s", producer: "Somebody", title: "A book")],
            facts: [
                try fact("china-area", of: "China", 9.6, "million km²"),
                try fact("mongolia-area", of: "Mongolia", 1.6, "million km²"),
            ])
        let figure = try drawn(head + "\n  - {layer: choropleth, facts: {measure: area}, classes: 2}", facts: facts)
        #expect(figure.facts == ["china-area", "mongolia-area"])
        #expect(node(figure, "map/choropleth[CHN]")?.facts == ["china-area"])
        #expect(texts(figure, role: "source").first?.contains("Somebody") ?? false)
    }

    @Test(arguments: ["", ", join: name", ", join: code"])
    func areasOfAFileOfOnesOwn(_ join: String) throws {
        let (west, east) = join.isEmpty ? ("W", "E") : join.contains("name") ? ("West", "East") : ("\"1\"", "\"2\"")
        let figure = try drawn(
            """
            figure: map
            frame: {west: -2, south: -2, east: 22, north: 12}
            layers:
              - {layer: choropleth, data: geography/districts.geojson, table: [{k: \(west), v: 3}, {k: \(east), \
              v: 7}], key: k, value: v, classes: 2, source: A census\(join)}
            """)
        #expect(node(figure, "map/choropleth[W]")?.datum["value"] == .number(3))
        #expect(node(figure, "map/choropleth[E]")?.datum["class"] == .number(2))
        // They share one edge, and whose borders they are is no question for Natural Earth.
        #expect(node(figure, "map/choropleth/edges") != nil)
        #expect(!texts(figure, role: "note").joined().contains("Boundaries"))
        #expect(texts(figure, role: "source") == ["Source: A census"])
    }

    @Test func keyChangesWithTheRoomThereIs() throws {
        for size in [FigureSize.column, .page, .sheet, FigureSize(width: 900, height: 420)] {
            let figure = try drawn(head + "\n" + ages, size: size)
            let legend = try #require(node(figure, "map/legend"))
            #expect(figure.scene.root.bounds.contains(legend.bounds), "\(size.width)")
            let labels = nodes(figure, role: "legend-label")
            for (index, label) in labels.enumerated() {
                for other in labels.dropFirst(index + 1) {
                    #expect(!label.bounds.intersects(other.bounds), "\(label.id) and \(other.id)")
                }
            }
        }
    }

    @Test func whatIsWrongIsTold() {
        let rows = "table: [{k: CHN, v: 1}, {k: MNG, v: 2}], key: k, value: v"
        expectTold(
            "choropleth",
            [
                (
                    "table: [{k: CHX, v: 1}], key: k, value: v",
                    "no area of `countries-world` is `CHX` (row 1 of the table)"
                ),
                ("table: [{k: Chinaa, v: 1}], key: k, value: v", "did you mean `China`?"),
                ("table: [{k: CHN, v: 1}], key: kk, value: v", "the table has no column `kk`"),
                (
                    "table: [{k: CHN, v: many}], key: k, value: v",
                    "column `v` is to be numbers, and 1 of its 1 cells is none: `many` (row 1)"
                ),
                ("table: [{k: CHN, v: NA}, {k: MNG}], key: k, value: v", "no area has a number in column `v`"),
                ("table: [{k: CHN, v: 1}, {k: CHN, v: 2}], key: k, value: v", "are both `CHN`"),
                ("table: [{k: CHN, v: 1}], value: v", "`key` is missing"),
                ("table: [{k: CHN, v: 1}], key: k", "`value` is missing"),
                ("key: k, value: v", "the layer has no values"),
                ("table: 3, key: k, value: v", "`table` is the name of"),
                ("table: nowhere.csv, key: k, value: v", "nowhere.csv"),
                ("table: ../secret.csv, key: k, value: v", "leads out of"),
                (rows + ", facts: [a]", "`table` and `facts` both give values"),
                (rows + ", method: jenk", "did you mean `jenks`?"),
                (rows + ", method: fisher", "did you mean `jenks`?"),
                (rows + ", method: manual", "`manual` needs `breaks"),
                (rows + ", breaks: [3, 2]", "breaks rise"),
                (rows + ", breaks: [x]", "`breaks` has numbers, not `x`"),
                (rows + ", breaks: [1, 2], method: jenks", "finds its own breaks"),
                (rows + ", classes: 1", "from 2 to 11"),
                (rows + ", classes: 2.5", "a whole number from 2 to 11, not 2.5"),
                (rows + ", classes: 5, midpoint: 1.5", "an odd number of classes has no break at the midpoint"),
                (rows + ", breaks: [1, 2], midpoint: 9", "the midpoint lies outside the breaks"),
                (rows + ", scheme: virids", "did you mean `viridis`?"),
                (rows + ", scheme: tableau10", "has no order"),
                (rows + ", scheme: blues, midpoint: 1", "has no middle"),
                (rows + ", classes: 2, scheme: [red]", "1 colours for 2 classes"),
                (rows + ", classes: 2, scheme: [red, rad]", "`rad` is no colour"),
                (rows + ", join: iso3", "no area of `countries-world` has the property `iso3`"),
                (rows + ", countries: [CHX]", "the data has no area of `CHX`"),
                (rows + ", exclude: [World]", "no row has the code `World`"),
                (rows + ", where: {year: 2000}", "has no column `year`"),
                (rows + ", where: {v: 9}", "is as `where` asks"),
                (rows + ", where: 3", "`where` says"),
                (rows + ", format: \"%%\"", "is no number format"),
                (rows + ", labels: [BRX]", "the map shows no area `BRX`"),
                (rows + ", colour: red", "unknown key `colour`"),
                ("table: [], key: k, value: v", "has no rows"),
            ])
    }

    @Test func provincesOfOneCountry() throws {
        let rows =
            "data: admin1, table: [{k: CN-XJ, v: -3}, {k: CN-QH, v: 2}], key: k, value: v, method: equal, classes: "
            + "3, midpoint: 0"
        let figure = try drawn(head + "\n  - {layer: choropleth, \(rows), countries: [CHN]}")
        #expect(node(figure, "map/choropleth[CN-XJ]")?.datum["class"] == .number(1))
        #expect(node(figure, "map/choropleth[CN-GS]") != nil)
        #expect(!nodes(figure, role: "map-area").contains { !$0.id.contains("[CN-") })
        #expect(texts(figure).contains("Equal intervals about 0, n = 2"))
    }

    @Test func coloursThatManyReadersConfuseAreTold() throws {
        let rows =
            "table: [{k: CHN, v: 1}, {k: MNG, v: 2}, {k: KAZ, v: 3}, {k: RUS, v: 4}], key: k, value: v, classes: 4"
        let red = try drawn(
            head + "\n  - {layer: choropleth, \(rows), scheme: [\"#cc4c02\", \"#ffffcc\", \"#8c8c00\", \"#222222\"]}")
        #expect(
            red.warnings.contains {
                $0.message.contains("classes 1 and 3 look alike to readers") && $0.path == "layers[0].scheme"
            })
        #expect(try drawn(head + "\n  - {layer: choropleth, \(rows)}").warnings.isEmpty)
    }

    @Test func numbersWithoutASourceAreTold() throws {
        let figure = try drawn(head.replacing("sources: [A table]\n", with: "") + "\n" + ages)
        #expect(figure.warnings.contains { $0.message.contains("where the numbers of the table come from") })
        let own = try drawn(head.replacing("sources: [A table]\n", with: "") + "\n" + ages + "\n    source: A census")
        #expect(own.warnings.isEmpty && texts(own, role: "source") == ["Source: A census; Natural Earth"])
    }

    @Test func labelsReadOnTheirGround() throws {
        let layer =
            "  - {layer: choropleth, table: [{k: CHN, v: 1}, {k: MNG, v: 2}], key: k, value: v, breaks: [2], scheme: "
            + "[\"#ffffcc\", \"#081d58\"], labels: [CHN, MNG]}"
        let figure = try drawn(head + "\n" + layer)
        for (code, ground) in [("CHN", Color(hex: 0xFFFFCC)), ("MNG", Color(hex: 0x081D58))] {
            guard case .text(let text)? = node(figure, "map/countries[\(code)]/label")?.content,
                case .color(let color) = text.fill
            else {
                Issue.record("no label \(code)")
                continue
            }
            #expect(color.contrast(with: ground) >= 4.5)
        }
    }

    @Test func negativeNumbersAndTiesAreNoTrouble() throws {
        let layer =
            "  - {layer: choropleth, table: [{k: CHN, v: -3}, {k: MNG, v: -3}, {k: KAZ, v: -3}, {k: RUS, v: 5}], "
            + "key: k, value: v, classes: 4}"
        let figure = try drawn(head + "\n" + layer)
        #expect(figure.warnings.contains { $0.message.contains("2 classes instead of 4") })
        #expect(texts(figure).contains { $0.hasPrefix("−3 to ") })
    }
}

@Suite struct SymbolTests {
    private let layer = """
          - layer: symbols
            table:
              - {city: Beijing, n: 400, kind: a}
              - {city: Almaty, n: 100, kind: b}
              - {city: MNG, n: 25, kind: a}
              - {city: Tashkent, kind: b}
            place: city
            value: n
            category: kind
            label: city
            title: People
        """

    @Test func areasAreAsTheValues() throws {
        let figure = try drawn(head + "\n  - {layer: countries, data: countries-world}\n" + layer)
        func width(_ name: String) throws -> Double {
            guard case .path(let path)? = node(figure, "map/symbols1[\(name)]")?.content else { throw Missing() }
            return try #require(path.data.bounds).width
        }
        let (large, middle, small) = (try width("Beijing"), try width("Almaty"), try width("MNG"))
        #expect(abs(large / middle - 2) < 1e-9 && abs(large / small - 4) < 1e-9)
        // Drawn from large to small; the place without a value is hollow and told.
        #expect(
            nodes(figure, role: "mark-point").map(\.id)
                == ["Beijing", "Almaty", "MNG", "Tashkent"].map { "map/symbols1[\($0)]" })
        #expect(texts(figure).filter { ["People", "400", "100", "20", "a", "b", "No data"].contains($0) }.count == 7)
        expectClearLabels(figure, "symbols")
    }

    @Test func placesAreNamedInTheMapsLanguage() throws {
        let rows = "table: [{c: Almaty, n: 3}, {c: MNG, n: 2}], place: c, value: n, label: true"
        let figure = try drawn(head + "\n  - {layer: symbols, \(rows)}", language: "ru")
        #expect(Set(texts(figure, role: "map-label")).isSuperset(of: ["Алма-Ата", "Монголия"]))
    }

    @Test func coordinatesAreTakenAsTheyAre() throws {
        let rows = "table: [{x: 100, y: 45, n: 3}, {x: -260, y: 40, n: 2}], longitude: x, latitude: y, value: n"
        let figure = try drawn(head + "\n  - {layer: symbols, \(rows)}")
        let bounds = nodes(figure, role: "mark-point").map(\.bounds)
        // 260° W is 100° E.
        #expect(bounds.count == 2 && bounds[0].midY < bounds[1].midY && abs(bounds[0].midX - bounds[1].midX) < 12)
    }

    @Test func whatIsWrongIsTold() {
        expectTold(
            "symbols",
            [
                (
                    "table: [{c: Pekkin, n: 1}], place: c, value: n",
                    "no country or city is called `Pekkin` (row 1 of the table)"
                ),
                ("table: [{c: Beijin, n: 1}], place: c, value: n", "did you mean `Beijing`?"),
                ("table: [{c: Beijing, n: -1}], place: c, value: n", "is negative"),
                ("table: [{c: Beijing, n: 0}], place: c, value: n", "no row has a value above 0"),
                ("table: [{x: 100, y: 95, n: 1}], longitude: x, latitude: y, value: n", "nowhere on the earth"),
                ("table: [{x: 100, n: 1, y: null}], longitude: x, latitude: y, value: n", "has no place"),
                (
                    "table: [{x: 100, n: 1}], longitude: x, value: n",
                    "a place is `longitude` and `latitude`, or `place`"
                ),
                ("table: [{c: Beijing, n: 1}], place: c", "`value` is missing"),
                (
                    "table: [{x: 100, y: 9, n: 1}], longitude: x, latitude: y, value: n, label: true",
                    "coordinates have no names"
                ),
                ("table: [{c: Beijing, n: 1}], place: c, value: n, radius: 0", "from 1 to 400"),
                ("table: [{c: Beijing, n: 1}], place: c, value: n, at: middle", "unknown point of a country `middle`"),
            ])
    }

    private struct Missing: Error {}
}

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
        #expect(texts(figure).contains("Goods") && texts(figure).contains("100"))
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
        // A head is wider than its way and ends at the tip.
        let head = Ribbon(pieces: [line], width: 8, taper: 0.3, trimStart: 0, trimEnd: 0, arrow: 12).outline?.bounds
        #expect(head?.maxX == 100 && head?.height ?? 0 > 16)
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

@Suite struct InsetTests {
    private func map(_ inset: String) -> String {
        """
        figure: map
        worldview: de-facto
        projection: {type: conicConformal, parallels: [42, 52], center: [131, 47]}
        frame: {west: 121, south: 40.5, east: 142.5, north: 53}
        inset: \(inset)
        layers:
          - {layer: countries, data: countries-world, labels: [CHN]}
          - {layer: places, names: [Vladivostok, Khabarovsk], capitals: false}
        """
    }

    @Test func showsTheTrueOutlineOfTheFrame() throws {
        let figure = try drawn(map("globe"))
        let inset = try #require(node(figure, "map/inset"))
        let frame = try #require(nodes(figure, role: "map-frame").first)
        #expect(frame.bounds.contains(inset.bounds.inset(by: 2)))
        guard case .path(let edge)? = node(figure, "map/inset/frame/edge")?.content else { return }
        // Not a box: on the globe the frame's sides are curves.
        #expect(edge.data.verbs.count > 20)
        expectClearLabels(figure, "inset")
        for label in labels(figure) { #expect(!label.bounds.intersects(inset.bounds.inset(by: 3))) }
    }

    @Test func standsWhereItIsTold() throws {
        for (corner, isLeft, isTop) in [("top-left", true, true), ("bottom-right", false, false)] {
            let figure = try drawn(
                map(
                    "{corner: \(corner), projection: mercator, frame: {west: 60, south: 0, east: 160, north: 65}, "
                        + "size: 0.3}"
                ))
            let (inset, frame) = (
                try #require(node(figure, "map/inset")), try #require(nodes(figure, role: "map-frame").first)
            )
            #expect(
                (inset.bounds.midX < frame.bounds.midX) == isLeft && (inset.bounds.midY < frame.bounds.midY) == isTop)
        }
    }

    @Test func aMapOfTheWorldNeedsNone() throws {
        let figure = try drawn(
            "figure: map\nworldview: iso\nframe: world\ninset: globe\nlayers: [{layer: countries, data: "
                + "countries-world}]"
        )
        #expect(node(figure, "map/inset") == nil)
        #expect(figure.warnings.contains { $0.message.contains("shows the whole world") })
    }

    @Test func whatIsWrongIsTold() {
        #expect(message(map("{corner: left}")).contains("unknown corner `left`"))
        #expect(message(map("moon")).contains("an inset is `globe`"))
        #expect(message(map("{projection: mercatr}")).contains("inset.projection"))
        #expect(message(map("{frame: {west: 1}}")).contains("inset.frame"))
        #expect(message(map("{size: 2}")).contains("inset.size"))
        #expect(message(map("{frame: {countries: [RUX]}}")).contains("no country has the code `RUX`"))
    }
}

@Suite struct WorldviewTests {
    private func note(_ figure: DrawnFigure) -> String { texts(figure, role: "note").joined() }

    @Test func theNoteSaysHowDisputedAreasAreShown() throws {
        let layers =
            "projection: mercator\nframe: {west: 20, south: 40, east: 50, north: 58}\nlayers: [{layer: countries, "
            + "data: countries-world}]"
        let facto = try drawn("figure: map\nworldview: de-facto\n" + layers)
        #expect(note(facto).contains("as they are controlled") && note(facto).contains("Crimea with Russia"))
        let iso = try drawn("figure: map\nworldview: iso\n" + layers)
        #expect(note(iso).contains("ISO 3166") && note(iso).contains("Crimea with Ukraine"))
        let ukraine = try drawn("figure: map\nworldview: ua\n" + layers)
        #expect(
            note(ukraine).contains("maps of the state with code UA") && note(ukraine).contains("Crimea with Ukraine"))
        #expect(facto.warnings.isEmpty && iso.warnings.isEmpty)
        // Without a word there is a warning, and nothing silent.
        #expect(
            try drawn("figure: map\n" + layers).warnings.contains {
                $0.message.contains("disputed areas") && $0.message.contains("Crimea")
            })
    }

    @Test func aFrameWithoutDisputesNeedsNoChoice() throws {
        let figure = try drawn(
            "figure: map\nframe: {west: -10, south: 45, east: 3, north: 55}\nlayers: [{layer: countries, data: "
                + "countries-world}]"
        )
        #expect(figure.warnings.isEmpty && !note(figure).contains("apart"))
    }
}

@Suite struct BorderTests {
    @Test func measuredLengthStandsBesideTheClaim() throws {
        let facts = try FactBase(
            sources: [Source(id: "s", producer: "Somebody", title: "A book")],
            facts: [
                try fact("length", of: "Border", 4380, "km"), try fact("area", of: "Border", 4380, "km²"),
            ])
        func map(_ fact: String) -> String {
            head
                + "\n  - layer: borders\n    data: countries-world\n    highlight: [{between: [RUS, CHN], measure: "
                + "true, fact: \(fact)}]"
        }
        let figure = try drawn(map("length"), facts: facts)
        func value(_ row: String) -> String? {
            guard case .text(let text)? = node(figure, "map/measure[\(row)]/value")?.content else { return nil }
            return text.lines.first
        }
        // As Data/geo/PROVENANCE.md says, the whole line at 1:10 million is 3,544 km; generalised further, less.
        let measured = try #require(value("drawn"))
        #expect(measured.hasPrefix("≈ 3,") && measured.hasSuffix(" km"))
        #expect(value("claimed") == "4,380 km")
        #expect(figure.facts == ["length"])
        #expect(texts(figure, role: "note").joined().contains("shorter than the border on the ground"))
        func told(_ text: String) -> String {
            do throws(Diagnostics) {
                _ = try drawn(text, facts: facts)
                return ""
            } catch { return error.description }
        }
        #expect(told(map("lenght")).contains("no fact has the id `lenght`"))
        #expect(told(map("area")).contains("is no number of km"))
        #expect(
            message(head + "\n  - {layer: borders, highlight: [{between: [RUS, CHN], fact: x}]}").contains(
                "add `measure: true`"))
    }

    @Test func everyClassHasItsLine() throws {
        let layers = """
              - {layer: countries, data: countries-world}
              - {layer: borders, data: countries-world, legend: International border}
              - {layer: borders, data: ceded-territory, class: historic, year: 1860, legend: Border of 1860}
              - {layer: disputed, areas: true, legend: {disputed: Claimed, line-of-control: Line of control, \
              indefinite: Undefined, areas: Disputed}}
              - {layer: admin1, legend: Province}
            """
        let figure = try drawn(head + "\n" + layers)
        #expect(
            Set([
                "Disputed", "International border", "Border of 1860", "Claimed", "Line of control", "Undefined",
                "Province",
            ]).isSubset(of: Set(texts(figure))))
        #expect(node(figure, "map/disputed[areas]")?.role == "map-hatch")  // Taiwan, and the Siachen Glacier
        #expect(node(figure, "map/borders[historic 1860]")?.role == "map-border")
        #expect(node(figure, "map/borders[historic 1860]/label") != nil)
        #expect(message(head + "\n  - {layer: borders, class: historic}").contains("says when it was one"))
        #expect(message(head + "\n  - {layer: borders, year: 1860}").contains("only a historic border has a year"))
        #expect(message(head + "\n  - {layer: borders, class: old}").contains("unknown class of borders `old`"))
        #expect(message(head + "\n  - {layer: disputed, legend: {claimed: x}}").contains("unknown key `claimed`"))
    }
}
