import Files
import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography

/// The repository's own folder.
let repository: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
}()

func drawn(
    _ text: String, size: FigureSize? = nil, language: String = "en", facts: FactBase = .empty, geodata: Bool = true,
    name: String = "map"
) throws(Diagnostics) -> DrawnFigure {
    let document = try Document(file: "map.yaml", contents: Array(text.utf8))
    let context = FigureContext(
        theme: .dossier, measurer: FixedWidthMeasurer(), facts: facts,
        dataRoot: DataRoot(repository + "/Tests/Fixtures"),
        geodata: geodata ? DataRoot(repository + "/Data/geo") : nil, size: size, language: language, name: name)
    return try MapFigure.draw(document, in: context)
}

func message(_ text: String, geodata: Bool = true) -> String {
    do {
        _ = try drawn(text, geodata: geodata)
        return "none"
    } catch { return error.description }
}

extension FigureSize {
    /// A slide as figures lay it out, before it is magnified.
    static let sheet = FigureSize(width: 800, height: 450)
}

func labels(_ figure: DrawnFigure) -> [Node] {
    var found: [Node] = []
    figure.scene.root.forEach { node in
        if node.role == "map-label", case .text = node.content { found.append(node) }
    }
    return found
}

func nodes(_ figure: DrawnFigure, role: Role) -> [Node] {
    var found: [Node] = []
    figure.scene.root.forEach { if $0.role == role { found.append($0) } }
    return found
}

func node(_ figure: DrawnFigure, _ id: String) -> Node? {
    var found: Node?
    figure.scene.root.forEach { if $0.id == id { found = $0 } }
    return found
}

/// No two labels overlap and none leaves the frame, by the scene's own bounds.
func expectClearLabels(_ figure: DrawnFigure, _ comment: Comment) {
    let all = labels(figure)
    let frame = nodes(figure, role: "map-frame").first?.bounds ?? figure.scene.root.bounds
    for (index, label) in all.enumerated() {
        #expect(frame.contains(label.bounds), "\(comment): \(label.id)")
        for other in all.dropFirst(index + 1) {
            #expect(!label.bounds.intersects(other.bounds), "\(comment): \(label.id) and \(other.id)")
        }
    }
}

let countries = """
    figure: map
    title: A map
    projection: {type: conicConformal, parallels: [40, 54], center: [125, 48]}
    frame: {west: 110, south: 40, east: 142, north: 56}
    layers:
      - layer: countries
        data: countries-world
        groups: [{codes: [RUS, CHN], fill: highlight, legend: Two}]
        labels: [RUS, CHN, MNG]
      - layer: borders
        data: countries-world
        highlight: [{between: [RUS, CHN], label: The border, legend: The border}]
      - {layer: places, countries: [RUS, CHN], names: [Vladivostok, Khabarovsk, Harbin]}
    """

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

@Suite struct MapErrorTests {
    @Test func unknownKeysAndCodesAreToldWithTheNearest() {
        let wrong = """
            figure: map
            titel: A map
            projection: {type: conicConforml}
            frame: {countries: [RUS, CHM]}
            layers:
              - {layer: countrys}
              - {layer: countries, data: countries-wrld, fil: muted}
              - {layer: countries, fill: hihglight}
            """
        let text = message(wrong)
        #expect(text.contains("map.yaml:2:1: error: unknown key `titel`") && text.contains("did you mean `title`?"))
        #expect(text.contains("did you mean `conicConformal`?"))
        #expect(text.contains("layers[0].layer") && text.contains("did you mean `countries`?"))
        #expect(text.contains("unknown key `fil`") && text.contains("did you mean `highlight`?"))
    }

    @Test func projectionsAreCheckedAgainstTheFrameAndTheirSettings() {
        let end = "\nlayers: [{layer: countries, data: countries-world}]"
        #expect(
            message("figure: map\nframe: world\nprojection: conicConformal" + end).contains(
                "cannot show the whole world"))
        #expect(
            message("figure: map\nframe: world\nprojection: {type: auto, center: [0, 0]}" + end).contains(
                "`auto` finds its own `center`"))
        #expect(
            message("figure: map\nframe: world\nprojection: {type: auto, purpose: arae}" + end).contains(
                "did you mean `area`?"))
        #expect(
            message("figure: map\nframe: world\nprojection: {type: mercator, purpose: area}" + end).contains(
                "only `auto` has a purpose"))
    }

    @Test func unknownCodesNameTheNearest() {
        let base = "figure: map\nframe: world\nlayers:\n"
        #expect(
            message("figure: map\nframe: {countries: [RUS, KAX]}\nlayers: [{layer: countries, data: countries-world}]")
                .contains("no country has the code `KAX`"))
        #expect(
            message(base + "  - {layer: countries, data: countries-world, labels: [Kazakhstn]}").contains(
                "did you mean `Kazakhstan`?"))
        #expect(
            message(base + "  - {layer: borders, data: countries-world, highlight: [{between: [RUS, BRA]}]}")
                .contains("`RUS` has no border with `BRA`"))
        #expect(message(base + "  - {layer: places, names: [Vladivostock]}").contains("did you mean `Vladivostok`?"))
        #expect(message(base + "  - {layer: rivers, names: [Amour]}").contains("did you mean `Amur`?"))
        #expect(
            message(base + "  - {layer: countries, data: countries-wrld}").contains("did you mean `countries-world`?"))
        #expect(
            message(base + "  - {layer: areas, measure: true, fact: nothing}").contains("no fact has the id `nothing`"))
    }

    @Test func otherMistakes() {
        #expect(message("figure: map").contains("a map needs `layers`"))
        #expect(message("[1, 2]").contains("a map is an object"))
        #expect(
            message("figure: map\nframe: {west: 0, south: 10, east: 20, north: 5}\nlayers: []").contains(
                "`south` is not south"))
        #expect(message("figure: map\nframe: {west: 0}\nlayers: []").contains("the frame lacks `south`"))
        #expect(
            message("figure: map\nprojection: {type: mercator, parallels: [1, 2]}\nlayers: []").contains(
                "no standard parallels"))
        #expect(message("figure: map\nsize: huge\nlayers: []").contains("a size is"))
        #expect(message("figure: map\nworldview: mars\nlayers: []").contains("unknown worldview"))
        #expect(
            message("figure: map\nframe: world\nlayers: [{layer: countries}]", geodata: false) == "none")
        #expect(
            message("figure: map\nframe: world\nlayers: [{layer: areas, data: ../secret.json}]").contains(
                "leads out of"))
        #expect(message("figure: map\nannotations: [{text: A, at: [200, 95]}]\nlayers: []").contains("no latitude"))
    }
}

@Suite struct HatchingTests {
    @Test func linesStayInside() {
        let square = [Point(0, 0), Point(100, 0), Point(100, 100), Point(0, 100)]
        let hole = [Point(40, 40), Point(60, 40), Point(60, 60), Point(40, 60)]
        let path = Hatching.lines(over: [square, hole], spacing: 5)
        #expect(!path.isEmpty)
        var length = 0.0
        var last = Point.zero
        path.forEach { element in
            switch element {
            case .move(let point): last = point
            case .line(let point):
                length += ((point.x - last.x) * (point.x - last.x) + (point.y - last.y) * (point.y - last.y))
                    .squareRoot()
                let middle = Point((point.x + last.x) / 2, (point.y + last.y) / 2)
                #expect(!(middle.x > 40.01 && middle.x < 59.99 && middle.y > 40.01 && middle.y < 59.99))
                #expect(point.x > -0.01 && point.x < 100.01 && point.y > -0.01 && point.y < 100.01)
            default: break
            }
        }
        // One line a spacing: their whole length is the area over it.
        #expect(abs(length - (10000 - 400) / 5) < 60)
    }

    @Test func nothingInNothing() {
        #expect(Hatching.lines(over: [], spacing: 5).isEmpty)
        #expect(Hatching.lines(over: [[Point(1, 1)]], spacing: 5).isEmpty)
    }
}
