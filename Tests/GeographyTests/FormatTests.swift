import Files
import Documents
import SceneGraph
import Testing

@testable import Geography

@Suite struct GeoJSONTests {
    func features(_ text: String, range: CoordinateRange = .sphere) throws -> [Feature] {
        try GeoJSON.features(of: try JSONReader.read(Array(text.utf8), file: "x.json"), file: "x.json", range: range)
    }

    func message(_ text: String) -> String {
        do {
            _ = try features(text)
            return "none"
        } catch { return "\(error)" }
    }

    @Test func readsEveryType() throws {
        let text = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "id": 7, "properties": {"name": "a"}, "geometry": {"type": "Point", \
              "coordinates": [1, 2, 3]}},
              {"type": "Feature", "id": "b", "properties": null, "geometry": null},
              {"type": "Feature", "properties": {}, "geometry": {"type": "GeometryCollection", "geometries": [
                {"type": "LineString", "coordinates": [[0, 0], [1, 1]]},
                {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}]}}]}
            """
        let found = try features(text)
        #expect(found.map(\.id) == ["7", "b", ""])
        #expect(found[0].geometry == .point(Coordinate(1, 2)))
        #expect(found[1].geometry == nil)
        #expect(found[2].geometry?.polygons.count == 1)
    }

    @Test func tellsWhatIsWrongByName() {
        let open =
            #"""
            {
                "type": "Feature", "id": "Elbonia",
                "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [1, 0]]]}
            }
            """#
        #expect(message(open).contains("feature `Elbonia`: a ring is not closed"))
        let high = #"{"type": "Feature", "id": "X", "geometry": {"type": "Point", "coordinates": [10, 95]}}"#
        #expect(message(high).contains("(10.0, 95.0) is no longitude and latitude"))
        let typed = #"{"type": "Poligon", "coordinates": []}"#
        #expect(message(typed).contains("did you mean `Polygon`?"))
        #expect(message(#"{"type": "LineString", "coordinates": [[0, null], [1, 1]]}"#).contains("coordinates[0]"))
        #expect(message(#"{"type": "Topology", "objects": {}}"#).contains("TopoJSON"))
        #expect(message(#"{"features": []}"#).contains("no `type`"))
        let deep =
            String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 60)
            + #"{"type":"Point","coordinates":[0,0]}"#
            + String(repeating: "]}", count: 60)
        #expect(message(deep).contains("nested deeper"))
    }

    @Test func manyMistakesAreToldOnce() {
        let points = (0..<1000).map { _ in "[0, 99]" }.joined(separator: ",")
        let text = message(#"{"type": "MultiPoint", "coordinates": [\#(points)]}"#)
        #expect(text.split(separator: "\n").count < 200)
    }

    @Test func planeCoordinatesPassWhereTheyAreAskedFor() throws {
        let text = #"{"type": "Point", "coordinates": [500000, 4649776]}"#
        #expect(try features(text, range: .plane).count == 1)
    }
}

@Suite struct TopoJSONTests {
    /// Two unit squares side by side that share an edge.
    static let squares = """
        {"type": "Topology", "transform": {"scale": [0.1, 0.1], "translate": [10, 20]},
         "objects": {"land": {"type": "GeometryCollection", "geometries": [
           {"type": "Polygon", "id": "W", "arcs": [[0, 1]], "properties": {"name": "West"}},
           {"type": "Polygon", "id": "E", "arcs": [[2, -1]]}]}},
         "arcs": [[[10, 10], [0, -10]], [[10, 0], [-10, 0], [0, 10], [10, 0]], [[10, 10], [10, 0], [0, -10], [-10, 0]]]}
        """

    func topology(_ text: String) throws -> Topology { try Topology(contents: Array(text.utf8), file: "x.json") }

    func message(_ text: String) -> String {
        do {
            _ = try topology(text)
            return "none"
        } catch { return "\(error)" }
    }

    @Test func decodesDeltasAndSharedArcs() throws {
        let topology = try topology(TopoJSONTests.squares)
        let land = try #require(topology.layer("land"))
        let features = topology.features(in: land)
        #expect(features.map(\.id) == ["W", "E"])
        let west = try #require(features[0].geometry?.polygons.first?.first)
        #expect(
            west == [
                Coordinate(11, 21), Coordinate(11, 20), Coordinate(10, 20), Coordinate(10, 21), Coordinate(11, 21),
            ])
        #expect(features[1].geometry?.polygons.first?.first?.count == 5)
        #expect(topology.border(between: 0, and: 1, in: land) == [[Coordinate(11, 21), Coordinate(11, 20)]])
        let coast = topology.mesh(of: land) { _, other in other == nil }
        #expect(coast.count == 1)
        let merged = topology.merged([0, 1], in: land)
        #expect(merged.polygons.first?.count == 1)
        #expect(merged.polygons.first?.first?.count == 7)
    }

    @Test func theSlowWayGivesTheSame() throws {
        let fast = try topology(TopoJSONTests.squares)
        let slow = try Topology(JSONReader.read(Array(TopoJSONTests.squares.utf8), file: "x.json"), file: "x.json")
        #expect(fast.arcs == slow.arcs)
        #expect(ArcScanner.split(Array(TopoJSONTests.squares.utf8)) != nil)
    }

    @Test func tellsWhatIsWrong() {
        let squares = TopoJSONTests.squares
        func replaced(_ a: String, _ b: String) -> String {
            var text = squares
            if let range = text.firstRange(of: a) { text.replaceSubrange(range, with: b) }
            return text
        }
        #expect(message(replaced("[[2, -1]]", "[[2, -9]]")).contains("there is no arc -9; the file has 3"))
        #expect(message(replaced("[[2, -1]]", "[[2, 3]]")).contains("(E)"))
        #expect(message(replaced("[[2, -1]]", "[[2, 0.5]]")).contains("whole number"))
        #expect(
            message(replaced("[[10, 10], [0, -10]]", "[[10, 10], [0, -1e9]]")).contains("is no longitude and latitude"))
        #expect(message(replaced("[[10, 10], [0, -10]]", "[[10, 10], [0, null]]")).contains("arcs[0]"))
        #expect(message(replaced("\"Topology\"", "\"FeatureCollection\"")).contains("GeoJSON"))
        #expect(message("{\"type\": \"Topology\", \"arcs\": []}").contains("objects"))
        #expect(message("{\"type\": \"Topology\", \"arcs\": [[[0,0").contains("error"))
        #expect(message("").contains("empty"))
    }

    @Test func simplifyingKeepsWhatIsShared() throws {
        // A wiggle on the shared edge that no pixel shows.
        let text = """
            {"type": "Topology", "objects": {"land": {"type": "GeometryCollection", "geometries": [
               {"type": "Polygon", "id": "W", "arcs": [[0, 1]]}, {"type": "Polygon", "id": "E", "arcs": [[2, -1]]}]}},
             "arcs": [[[11, 21], [11.001, 20.7], [11, 20.5], [10.999, 20.2], [11, 20]],
               [[11, 20], [10, 20], [10, 21], [11, 21]], [[11, 21], [12, 21], [12, 20], [11, 20]]]}
            """
        let topology = try topology(text)
        var projection = try #require(Projection(named: "mercator"))
        projection.scale = 1000
        let thin = topology.simplified(for: projection)
        #expect(
            thin.arcs[0].count < 5 && thin.arcs[0].first == topology.arcs[0].first
                && thin.arcs[0].last == topology.arcs[0].last)
        #expect(thin.arcs[1].count == 4)
    }

    @Test func simplificationByAreaAgreesWithADefinition() {
        // Against the plain quadratic procedure.
        var state: UInt64 = 7
        func random() -> Double {
            state = state &* 6364136223846793005 &+ 1442695040888963407
            return Double(state >> 33) / Double(1 << 31)
        }
        for _ in 0..<20 {
            let points = (0..<60).map { Point(Double($0), random() * 3) }
            var left = Array(points.indices)
            var floor = 0.0
            while left.count > 2 {
                var least = (index: -1, area: Double.infinity)
                for k in 1..<(left.count - 1) {
                    let (a, b, c) = (points[left[k - 1]], points[left[k]], points[left[k + 1]])
                    let area = abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
                    if area < least.area { least = (k, area) }
                }
                if max(floor, least.area) >= 1 { break }
                floor = max(floor, least.area)
                left.remove(at: least.index)
            }
            let kept = Visvalingam.kept(points, threshold: 1)
            #expect(kept.filter { $0 }.count <= left.count + 3 && kept.filter { $0 }.count >= left.count - 3)
        }
    }

    @Test func windingIsPutRight() {
        let counter = [(0.0, 0.0), (10, 0), (10, 10), (0, 10), (0, 0)].map { Coordinate($0.0, $0.1) }
        let right = Geometry.polygon([counter]).rewound
        #expect(right == .polygon([counter.reversed()]))
        #expect(right.rewound == right)
    }
}

/// The committed build: what is promised of it.
@Suite struct GeodataTests {
    static let folder: DataRoot = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return DataRoot(parts.joined(separator: "/") + "/Data/geo")
    }()

    func topology(_ name: String) throws -> Topology {
        try Topology(contents: try GeodataTests.folder.read(name + ".topo.json"), file: name)
    }

    @Test(arguments: ["countries-world", "countries-region", "admin1", "rivers", "lakes", "disputed-lines"])
    func everyFileDecodes(_ name: String) throws {
        let topology = try topology(name)
        #expect(topology.layers.count == 1 && topology.layers[0].members.count > 50)
    }

    @Test func countriesHaveTheirAreas() throws {
        // CIA World Factbook, total area in km²; Natural Earth leaves out large lakes' parts and small islands.
        let known = [
            "RUS": 17_098_242.0, "CHN": 9_596_960, "KAZ": 2_724_900, "MNG": 1_564_116, "KGZ": 199_951, "USA": 9_833_517,
            "FJI": 18_274,
        ]
        let topology = try topology("countries-world")
        for feature in topology.features(in: topology.layers[0]) {
            guard let expected = known[feature.id], let geometry = feature.geometry else { continue }
            let found = Geodesic.area(of: geometry) / 1e6
            #expect(abs(found / expected - 1) < (feature.id == "FJI" ? 0.2 : 0.04), "\(feature.id): \(found)")
        }
    }

    @Test func kazakhstanHasNoHoleAndCrimeaIsItsOwn() throws {
        let topology = try topology("countries-region")
        let members = topology.layers[0].members
        #expect(members.contains { $0.id == "CRM" } && !members.contains { $0.id == "KAB" })
        let kazakhstan = try #require(members.first { $0.id == "KAZ" }.flatMap { topology.geometry(of: $0.shape) })
        #expect(kazakhstan.polygons.allSatisfy { $0.count == 1 })
    }

    @Test func ringsRunClockwiseOnTheSphere() throws {
        for name in ["countries-world", "countries-region", "admin1", "lakes"] {
            let topology = try topology(name)
            for feature in topology.features(in: topology.layers[0]) {
                for rings in feature.geometry?.polygons ?? [] {
                    for (index, ring) in rings.enumerated() {
                        let left = leftArea(ofRing: ring.dropLast().map { SpherePoint($0) })
                        #expect((left > 2 * .pi) == (index == 0), "\(name) \(feature.id) \(index) \(left) \(ring)")
                    }
                }
            }
        }
    }

    @Test func theBorderOfRussiaAndChinaIsShared() throws {
        let topology = try topology("countries-region")
        let layer = topology.layers[0]
        let russia = try #require(layer.members.firstIndex { $0.id == "RUS" })
        let china = try #require(layer.members.firstIndex { $0.id == "CHN" })
        let border = topology.border(between: russia, and: china, in: layer)
        #expect(border.count == 2)  // west and east of Mongolia
        let kilometres = Geodesic.length(of: border) / 1000
        // 3,544 km at the source's full resolution (GeographicLib through pyproj, in Scripts/build-geodata).
        #expect(kilometres > 3200 && kilometres < 3544, "\(kilometres)")
    }

    /// Thinned for a frame that most of the world is far outside of, no ring turns over: none would be the rest of the
    /// world. The maps of a report are such frames.
    @Test(arguments: ["countries-region", "lakes", "admin1"])
    func thinningTurnsNoRingOver(_ name: String) throws {
        let topology = try topology(name)
        var projection = try #require(Projection(named: "conicEqualArea"))
        projection.center = Coordinate(0, 0)
        projection.parallels = [40, 56]
        projection.rotation = Rotation(-106, 0)
        let corners = [(70.0, 39.0), (142, 39), (70, 57), (142, 57), (106, 57)].map { Coordinate($0.0, $0.1) }
        for width in [60.0, 400, 1900] {
            let frame = Rectangle(x: 0, y: 0, width: width, height: width * 0.45)
            projection.clipExtent = nil
            projection.fit(to: frame, of: [.multiPoint(corners)])
            projection.clipExtent = frame
            let thin = topology.simplified(for: projection)
            for feature in thin.features(in: thin.layers[0]) {
                for rings in feature.geometry?.polygons ?? [] {
                    for (index, ring) in rings.enumerated() {
                        let left = leftArea(ofRing: ring.dropLast().map { SpherePoint($0) })
                        #expect(
                            (left > 2 * .pi) == (index == 0), "\(name) \(feature.id) at \(width): \(ring.prefix(6))")
                    }
                }
            }
        }
    }

    @Test func cededLandMeasuresWhatItsProvenanceSays() throws {
        // PyPI geographiclib 2.1: Polygon.Compute over each ring, in km².
        let known = ["aigun-1858": 690354.373, "peking-1860": 311126.055, "tarbagatai-1864": 398084.203]
        let bytes = try GeodataTests.folder.read("ceded-territory.geo.json")
        let features = try GeoJSON.features(of: JSONReader.read(bytes, file: "ceded"), file: "ceded")
        #expect(features.count == 3)
        for feature in features {
            let expected = try #require(known[feature.id])
            let found = Geodesic.area(of: try #require(feature.geometry)) / 1e6
            #expect(abs(found / expected - 1) < 1e-5, "\(feature.id): \(found)")
        }
    }
}
