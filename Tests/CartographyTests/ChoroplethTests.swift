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

@Suite struct ChoroplethTests {
    @Test func colorsAreasByTheirClass() throws {
        let figure = try drawn(mapHead + "\n" + ages)
        let (china, mongolia, russia) = (
            node(figure, "map/choropleth[CHN]"), node(figure, "map/choropleth[MNG]"),
            node(figure, "map/choropleth[RUS]")
        )
        #expect(china?.datum["value"] == .number(40.1) && china?.datum["class"] == .number(1))
        // The median belongs to the lower half, as mapclassify has it.
        #expect(fillColor(mongolia) == fillColor(china) && fillColor(china) != fillColor(russia))
        // No value: hatched, and told.
        #expect(node(figure, "map/choropleth[KAZ]")?.datum["value"] == nil)
        #expect(node(figure, "map/choropleth/no-data")?.role == "map-hatch")
        #expect(words(figure).contains("No data"))
        #expect(words(figure).contains("Median age, years"))
        #expect(words(figure).contains("quantiles, n = 3"))
        #expect(words(figure).contains { $0.hasPrefix("32–") })
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
            let figure = try drawn(mapHead + "\n" + layer)
            #expect(node(figure, "map/choropleth[CHN]")?.datum["value"] == .number(3), "\(key)")
        }
    }

    @Test func aWorldviewDecidesWhatIsOneArea() throws {
        let frame = mapHead.replacing("de-facto", with: "cn").replacing("west: 60", with: "west: 100")
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
                try areaFact("china-area", of: "China", 9.6, "million km²"),
                try areaFact("mongolia-area", of: "Mongolia", 1.6, "million km²"),
            ])
        let figure = try drawn(mapHead + "\n  - {layer: choropleth, facts: {measure: area}, classes: 2}", facts: facts)
        #expect(figure.facts == ["china-area", "mongolia-area"])
        #expect(node(figure, "map/choropleth[CHN]")?.facts == ["china-area"])
        #expect(words(figure, role: "source").first?.contains("Somebody") ?? false)
    }

    /// Each row keeps its own fact where some are left out, by `where` or by a map for each value.
    @Test func chosenRowsKeepTheirFacts() throws {
        let facts = try FactBase(
            sources: [Source(id: "s", producer: "Somebody", title: "A book")],
            facts: [
                try areaFact("china-area", of: "China", 9.6, "million km²"),
                try areaFact("mongolia-area", of: "Mongolia", 1.6, "million km²"),
            ])
        let layer = "layer: symbols, facts: {measure: area}, place: about, value: value, label: about"
        let chosen = try drawn(mapHead + "\n  - {\(layer), where: {about: Mongolia}}", facts: facts)
        #expect(node(chosen, "map/symbols0[Mongolia]")?.facts == ["mongolia-area"])
        #expect(chosen.facts == ["mongolia-area"])
        let head = mapHead.replacing("layers:", with: "facet: about\nlayers:")
        let panels = try drawn(head + "\n  - {\(layer)}", facts: facts)
        #expect(node(panels, "map/panel[China]/symbols0[China]")?.facts == ["china-area"])
        #expect(node(panels, "map/panel[Mongolia]/symbols0[Mongolia]")?.facts == ["mongolia-area"])
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
        #expect(!words(figure, role: "note").joined().contains("Boundaries"))
        #expect(words(figure, role: "source") == ["Source: A census"])
    }

    @Test func keyChangesWithTheRoomThereIs() throws {
        for size in [FigureSize.column, .page, .sheet, FigureSize(width: 900, height: 420)] {
            let figure = try drawn(mapHead + "\n" + ages, size: size)
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
        let figure = try drawn(mapHead + "\n  - {layer: choropleth, \(rows), countries: [CHN]}")
        #expect(node(figure, "map/choropleth[CN-XJ]")?.datum["class"] == .number(1))
        #expect(node(figure, "map/choropleth[CN-GS]") != nil)
        #expect(!nodes(figure, role: "map-area").contains { !$0.id.contains("[CN-") })
        #expect(words(figure).contains("Equal intervals about 0, n = 2"))
    }

    @Test func coloursThatManyReadersConfuseAreTold() throws {
        let rows =
            "table: [{k: CHN, v: 1}, {k: MNG, v: 2}, {k: KAZ, v: 3}, {k: RUS, v: 4}], key: k, value: v, classes: 4"
        let red = try drawn(
            mapHead + "\n  - {layer: choropleth, \(rows), scheme: [\"#cc4c02\", \"#ffffcc\", \"#8c8c00\", \"#222222\"]}"
        )
        #expect(
            red.warnings.contains {
                $0.message.contains("classes 1 and 3 look alike to readers") && $0.path == "layers[0].scheme"
            })
        #expect(try drawn(mapHead + "\n  - {layer: choropleth, \(rows)}").warnings.isEmpty)
    }

    @Test func numbersWithoutASourceAreTold() throws {
        let figure = try drawn(mapHead.replacing("sources: [A table]\n", with: "") + "\n" + ages)
        #expect(figure.warnings.contains { $0.message.contains("where the numbers of the table come from") })
        let own = try drawn(
            mapHead.replacing("sources: [A table]\n", with: "") + "\n" + ages + "\n    source: A census")
        #expect(own.warnings.isEmpty && words(own, role: "source") == ["Source: A census; Natural Earth"])
    }

    @Test func labelsReadOnTheirGround() throws {
        let layer =
            "  - {layer: choropleth, table: [{k: CHN, v: 1}, {k: MNG, v: 2}], key: k, value: v, breaks: [2], scheme: "
            + "[\"#ffffcc\", \"#081d58\"], labels: [CHN, MNG]}"
        let figure = try drawn(mapHead + "\n" + layer)
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
        let figure = try drawn(mapHead + "\n" + layer)
        #expect(figure.warnings.contains { $0.message.contains("2 classes instead of 4") })
        #expect(words(figure).contains { $0.hasPrefix("−3 to ") })
    }
}
