import Files
import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography

@Suite struct MapFigureTests {
    @Test func drawsWhatItIsTold() throws {
        let figure = try drawn(countries)
        #expect(figure.title == "A map")
        #expect(node(figure, "map/countries[RUS]")?.role == "map-area")
        #expect(node(figure, "map/countries[CHN]") != nil && node(figure, "map/countries[BRA]") == nil)
        #expect(node(figure, "map/borders[RUS-CHN]")?.role == "map-border")
        #expect(node(figure, "map/places[Vladivostok]/label") != nil)
        #expect(node(figure, "map/scale-bar")?.role == "scale-bar")
        #expect(node(figure, "map/legend[RUS-CHN]") != nil)
        expectClearLabels(figure, "first")
        #expect(figure.scene.alternative.contains("Vladivostok"))
        let note = try #require(nodes(figure, role: "note").first)
        guard case .text(let text) = note.content else { return }
        let words = text.lines.joined(separator: " ")
        #expect(
            words.contains("Lambert conformal conic projection, standard parallels 40° and 54° N, centred on 125° E"))
        #expect(words.contains("de facto"))
    }

    @Test func theSameInputGivesTheSameScene() throws {
        #expect(try drawn(countries).scene == drawn(countries).scene)
    }

    @Test func idsAreUnique() throws {
        var seen: Set<String> = []
        try drawn(countries).scene.root.forEach { #expect(seen.insert($0.id).inserted, "\($0.id)") }
    }

    @Test(arguments: [FigureSize.column, .page, .sheet])
    func everySizeIsLaidOutAnew(_ size: FigureSize) throws {
        let figure = try drawn(countries, size: size)
        #expect(figure.scene.size.width == size.width)
        if let height = size.height { #expect(abs(figure.scene.size.height - height) <= 2) }
        expectClearLabels(figure, "\(size.width)")
    }

    @Test(arguments: [("ru", "Владивосток"), ("zh", "符拉迪沃斯托克（海参崴）"), ("en", "Vladivostok")])
    func namesFollowTheLanguage(_ language: String, _ name: String) throws {
        let figure = try drawn(countries, language: language)
        let label = try #require(node(figure, "map/places[Vladivostok]/label"))
        guard case .text(let text) = label.content else { return }
        #expect(text.lines == [name])
        expectClearLabels(figure, "\(language)")
    }

    @Test func theScaleBarIsLeftOutWithAWordWhereItWouldMislead() throws {
        let world = """
            figure: map
            projection: mercator
            frame: {west: -20, south: -30, east: 60, north: 70}
            layers: [{layer: countries, data: countries-world}]
            """
        let figure = try drawn(world)
        #expect(node(figure, "map/scale-bar") == nil)
        guard case .text(let note)? = nodes(figure, role: "note").first?.content else { return }
        #expect(note.lines.joined(separator: " ").contains("No scale bar: scale differs by up to"))
    }

    @Test func theWorldIsWholeAndCut() throws {
        for name in ["equalEarth", "naturalEarth1", "orthographic", "azimuthalEqualArea", "equirectangular"] {
            let figure = try drawn(
                """
                figure: map
                projection: \(name)
                frame: world
                scaleBar: false
                layers: [{layer: countries, data: countries-world}, {layer: graticule, step: 30}]
                """)
            let frame = try #require(nodes(figure, role: "map-outline").first).bounds.inset(by: -6)
            for area in nodes(figure, role: "map-area") {
                #expect(frame.contains(area.bounds), "\(name) \(area.id)")
                // None is turned inside out: no country fills the map.
                #expect(
                    area.bounds.width * area.bounds.height < frame.width * frame.height * 0.9 || area.id.contains("ATA")
                        || area.id.contains("RUS"), "\(name) \(area.id)")
            }
        }
    }

    @Test func anAutomaticProjectionSaysWhatItIsAndWhy() throws {
        func note(_ text: String) throws -> String {
            let figure = try drawn("figure: map\n" + text)
            guard case .text(let note)? = nodes(figure, role: "note").first?.content else { return "" }
            return note.lines.joined(separator: " ")
        }
        let layers = "\nlayers: [{layer: countries, data: countries-world, groups: [{codes: [KAZ], fill: accent}]}]"
        let asia = "frame: {west: 46, south: 35, east: 88, north: 56}\nprojection: "
        #expect(
            try note(asia + "auto" + layers).contains(
                "Albers equal-area conic projection, standard parallels 39° and 53° N, centred on 67° E (chosen: "
                    + "areas true, the frame wide and in middle latitudes)"
            ))
        #expect(try note(asia + "{type: auto, purpose: shape}" + layers).contains("Lambert conformal conic projection"))
        #expect(
            try note("frame: world" + layers).contains("Equal Earth projection (chosen: the whole earth, areas true)"))
        #expect(
            try note("frame: {countries: [FJI]}" + layers).contains(
                "standard parallels 18° and 16° S, centred on 179° E"))
    }

    @Test func shapesComeFromGeoJSONAndShapefilesToo() throws {
        let figure = try drawn(
            """
            figure: map
            frame: {west: -5, south: -5, east: 30, north: 15}
            layers:
              - {layer: countries, data: geography/shapefiles/polygons.shp, labels: [AAA]}
              - {layer: borders, data: geography/shapefiles/polygons.shp, highlight: [{between: [AAA, BBB]}]}
            """)
        #expect(node(figure, "map/countries[BBB]")?.role == "map-area" && node(figure, "map/borders[AAA-BBB]") != nil)
        let cut = try drawn(
            """
            figure: map
            projection: {type: equalEarth, rotate: [-150, 0]}
            frame: world
            layers: [{layer: countries, data: geography/cut.geojson}]
            """)
        #expect(node(cut, "map/countries[RUS]") != nil && node(cut, "map/countries[ATA]") != nil)
        #expect(
            message(
                "figure: map\nframe: world\nlayers: [{layer: countries, data: geography/shapefiles/projected.shp}]"
            ).contains("the shapes are projected (Pulkovo_1942_GK_Zone_7)"))
    }

    @Test func worldviewsMoveTheLine() throws {
        func text(_ view: String) -> String {
            """
            figure: map
            worldview: \(view)
            projection: {type: conicConformal, parallels: [44, 52], center: [34, 48]}
            frame: {west: 30, south: 44, east: 40, north: 49}
            layers: [{layer: countries, data: countries-region}, {layer: borders, data: countries-region}]
            """
        }
        func ids(_ figure: DrawnFigure) -> Set<String> { Set(nodes(figure, role: "map-area").map(\.id)) }
        let factual = try drawn(text("de-facto"))
        let ukrainian = try drawn(text("ua"))
        let chinese = try drawn(text("cn"))
        #expect(!ids(factual).contains("map/countries[CRM]") && !ids(ukrainian).contains("map/countries[CRM]"))
        #expect(ids(chinese).contains("map/countries[CRM]"))  // that view is not in the data: shown by itself
        #expect(node(factual, "map/countries[UKR]")?.bounds != node(ukrainian, "map/countries[UKR]")?.bounds)
        guard case .text(let note)? = nodes(ukrainian, role: "note").first?.content else { return }
        #expect(note.lines.joined(separator: " ").contains("code UA"))
    }

    @Test func whatFindsNoRoomIsNamed() throws {
        let crowd = """
            figure: map
            size: {width: 200, height: 160}
            projection: equalEarth
            frame: world
            layers: [{layer: countries, data: countries-world, labels: true}]
            """
        let figure = try drawn(crowd)
        expectClearLabels(figure, "crowd")
        let warning = try #require(figure.warnings.first)
        #expect(warning.severity == .warning && warning.message.contains("Tajikistan"))
    }

    @Test func measuresBesideTheClaim() throws {
        let source = Source(id: "essay", producer: "An essay", title: "T")
        let fact = Fact(
            id: "ceded", title: "Ceded", about: "Land", measure: "area", value: .number(1_500_000), unit: "km²",
            qualifier: .atLeast, date: try EDTFDate(parsing: "18XX"), source: "essay")
        let base = try FactBase(sources: [source], facts: [fact])
        let figure = try drawn(
            """
            figure: map
            projection: {type: conicEqualArea, parallels: [40, 56], center: [106, 48]}
            frame: {west: 70, south: 39, east: 142, north: 57}
            layers:
              - {layer: countries, data: countries-world}
              - {layer: areas, data: ceded-territory, measure: true, fact: ceded, legend: Ceded}
            """, facts: base)
        #expect(figure.facts == ["ceded"] && figure.sources == ["essay"])
        guard case .text(let value)? = node(figure, "map/measure[drawn]/value")?.content else {
            Issue.record("no measured value")
            return
        }
        #expect(value.lines == ["≈ 1.4 million km²"])
        guard case .text(let claim)? = node(figure, "map/measure[claimed]/value")?.content else { return }
        #expect(claim.lines == ["> 1.5 million km²"])
        // The bars are to one scale: 1.40 to 1.5, the claim's with its open end beyond.
        let drawnBar: Double = try #require(node(figure, "map/measure[drawn]")).bounds.width
        let claimedBar: Double = try #require(node(figure, "map/measure[claimed]")).bounds.width - 16
        let ratio = drawnBar / claimedBar
        #expect(ratio > 0.923 && ratio < 0.943)
        #expect(node(figure, "map/areas[aigun-1858]/hatch") != nil)
        expectClearLabels(figure, "ceded")
    }
}
