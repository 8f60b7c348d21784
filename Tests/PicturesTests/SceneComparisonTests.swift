import Documents
import Pictures
import SceneGraph
import Testing

/// A small bar chart as scene JSON; every part of it can be changed by replacing text.
let chart = """
    {"version":1,"width":400,"height":300,"background":"#ffffff","root":
    {"type":"group","id":"c","role":"figure","bounds":[0,0,400,300],"children":[
    {"type":"text","id":"c/title","role":"title","bounds":[12,10,200,20],"text":"Students","font":"Lato",\
    "size":18,"angle":0,"origin":[12,26],"fill":"#1a1f2b"},
    {"type":"group","id":"c/x-axis","role":"axis","bounds":[40,260,300,20],"children":[
    {"type":"text","id":"c/x-axis/label[1]","role":"axis-label","bounds":[40,262,10,12],"text":"0",\
    "font":"Lato","size":12,"angle":0,"origin":[45,272],"fill":"#565d6b"},
    {"type":"text","id":"c/x-axis/label[2]","role":"axis-label","bounds":[140,262,14,12],"text":"10",\
    "font":"Lato","size":12,"angle":0,"origin":[147,272],"fill":"#565d6b"}]},
    {"type":"group","id":"c/bars","role":"marks","bounds":[40,50,120,210],"children":[
    {"type":"path","id":"c/bar[2005]","role":"mark-bar","bounds":[40,200,40,60],"datum":{"students":41},\
    "d":"M40,200L80,200L80,260L40,260Z","fill":"#1f77b4"},
    {"type":"path","id":"c/bar[2015]","role":"mark-bar","bounds":[100,50,40,210],"datum":{"students":42},\
    "d":"M100,50L140,50L140,260L100,260Z","fill":"#1f77b4"}]},
    {"type":"text","id":"c/place[Lhasa]","role":"map-label","bounds":[300,100,40,12],"text":"Lhasa",\
    "font":"Lato","size":12,"angle":0,"origin":[300,110],"fill":"#000000"}]}}
    """

func scene(_ json: String) throws -> RecordedScene { try RecordedScene(json: Array(json.utf8), file: "c.scene.json") }

/// What is told when each `from` in the chart becomes its `to`.
private func told(_ edits: (String, String)...) throws -> [String] {
    var json = chart
    for (from, to) in edits {
        let parts = json.split(separator: from, omittingEmptySubsequences: false)
        #expect(parts.count > 1, "\(from) is not in the chart")
        json = parts.joined(separator: to)
    }
    return SceneComparison(expected: try scene(chart), actual: try scene(json)).changes.map(\.message)
}

@Suite struct SceneComparisonTests {
    @Test func equalScenesAreEqual() throws {
        #expect(try told().isEmpty)
    }

    @Test func aDigitOfATick() throws {
        #expect(try told(("\"text\":\"10\"", "\"text\":\"16\"")) == ["x axis, tick 2: \"10\" → \"16\""])
    }

    @Test func aValueAndTheBarThatShowsIt() throws {
        #expect(
            try told(
                ("\"students\":42", "\"students\":43"), ("[100,50,40,210]", "[100,49,40,211]"),
                ("M100,50L140,50", "M100,49L140,49")) == ["bar 2015: 42 → 43, 1 px taller"])
    }

    @Test func aQuarterOfAPixel() throws {
        #expect(try told(("[100,50,40,210]", "[100.25,50,40,210]")) == ["bar 2015: moved 0.25 px right"])
    }

    @Test func aColourOfAllBars() throws {
        #expect(try told(("#1f77b4", "#2377ac")) == ["2 bars: #1f77b4 → #2377ac"])
    }

    @Test func aLabelThatIsGone() throws {
        let start = try #require(chart.firstRange(of: ",\n{\"type\":\"text\",\"id\":\"c/place"))
        let without = chart[..<start.lowerBound] + "]}}"
        let (full, less) = (try scene(chart), try scene(String(without)))
        #expect(SceneComparison(expected: full, actual: less).changes.map(\.message) == ["label \"Lhasa\" gone"])
        #expect(SceneComparison(expected: less, actual: full).changes.map(\.message) == ["label \"Lhasa\" new"])
    }

    @Test func idsMadeOfTextStillMatchByPlace() throws {
        #expect(
            try told(("c/place[Lhasa]", "c/place[Lasa]"), ("\"text\":\"Lhasa\"", "\"text\":\"Lasa\"")) == [
                "label \"Lhasa\" → \"Lasa\""
            ])
    }

    @Test func weightSizeAndPlaceOfText() throws {
        #expect(try told(("\"size\":18", "\"size\":18,\"weight\":700")) == ["title: weight none → 700"])
        #expect(try told(("\"size\":18", "\"size\":17.5")) == ["title: size 18 → 17.5"])
        #expect(try told(("\"origin\":[12,26]", "\"origin\":[12,28]")) == ["title: moved 2 px down"])
        #expect(
            try told(("[12,10,200,20]", "[12,10,203.5,20]")) == [
                "title: measures 3.5 px wider: the font or its version changed"
            ])
    }

    @Test func longTextsAreToldWhereTheyPart() throws {
        let long = "From expansion to partnership: Russia and China since the 1800s, in twenty events"
        let changed = "From expansion to partnership: Russia and China since the 1850s, in twenty events"
        let before = try scene(chart.replacingPair("Students", long)),
            after = try scene(chart.replacingPair("Students", changed))
        #expect(
            SceneComparison(expected: before, actual: after).changes.map(\.message) == [
                "title: \"…ina since the 1800s, in twenty ev…\" → \"…ina since the 1850s, in twenty ev…\""
            ])
        #expect(SceneComparison(expected: before, actual: try scene(chart)).changes.count == 1)
    }

    @Test func orderOfTwoBars() throws {
        let swapped = chart.replacingPair("c/bar[2005]", "c/bar[2015]")
        let messages = SceneComparison(expected: try scene(chart), actual: try scene(swapped)).changes.map(\.message)
        #expect(messages.contains("bar 2015 now drawn before bar 2005"))
    }

    @Test func sizeBackgroundAndOutline() throws {
        #expect(try told(("\"height\":300,", "\"height\":310,")) == ["figure: 400 × 300 → 400 × 310"])
        #expect(
            try told(("\"background\":\"#ffffff\"", "\"background\":\"#fffffe\"")) == [
                "figure: background #ffffff → #fffffe"
            ])
        #expect(try told(("M40,200L80,200", "M40,200L80,201")) == ["bar 2005: another outline"])
    }

    @Test func placesOfPixelsAreNamed() throws {
        let clusters = [
            PixelCluster(box: PixelBox(x: 290, y: 526, width: 6, height: 14), count: 40),
            PixelCluster(box: PixelBox(x: 700, y: 500, width: 4, height: 4), count: 9),
        ]
        let places = ClusterAttribution.attribute(clusters, to: try scene(chart), changes: [], scale: 2)
        #expect(places.map(\.names) == [["x axis, tick 2"], []])
    }

    @Test func verdictAndWords() throws {
        var pair = PictureComparison(name: "c")
        pair.scene = SceneComparison(expected: try scene(chart), actual: try scene(chart))
        #expect(pair.passes)
        #expect(pair.lines == ["the scenes are equal"])
        pair.problem = "no baseline"
        #expect(!pair.passes)
        #expect(pair.lines == ["no baseline"])
    }
}

@Suite struct RecordedSceneTests {
    private func faults(_ json: String) -> [String] {
        do {
            _ = try scene(json)
            return []
        } catch {
            return ((error as? Diagnostics)?.all ?? []).map { "\($0.path): \($0.message)" }
        }
    }

    @Test func readsEveryMember() throws {
        let scene = try scene(chart)
        #expect(scene.nodes.count == 9)
        #expect(scene.nodes[4].text == "10")
        #expect(scene.nodes[4].parent == 2)
        #expect(scene.nodes[6].datum["students"] == .number(41))
        #expect(scene.nodes[6][attribute: "fill"] == "#1f77b4")
    }

    @Test func faultsAreToldAllAtOnce() {
        #expect(faults("[]") == [": a scene is an object, not a list"])
        #expect(faults("{\"version\":2}") == ["version: a scene has `\"version\": 1`"])
        #expect(
            faults(
                """
                {"version":1,"width":0,"height":-1,"root":{"type":"group","bounds":[0,0,1,1],"children":[
                {"type":"circle"},{"type":"path","bounds":[1,2]},7,{"type":"text","bounds":[0,0,1,1],"children":[]}]}}
                """
            ).count == 6)
        #expect(!faults("").isEmpty)
        #expect(!faults(String(repeating: "[", count: 100_000)).isEmpty)
    }
}

extension String {
    /// The two exchanged, wherever they stand.
    func replacingPair(_ a: String, _ b: String) -> String {
        split(separator: a, omittingEmptySubsequences: false).map { part in
            part.split(separator: b, omittingEmptySubsequences: false).joined(separator: a)
        }.joined(separator: b)
    }
}
