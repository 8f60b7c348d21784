import Files
import Documents
import SceneGraph
import Testing

@testable import Geography

/// `Tests/Fixtures/geography/cut.geojson`: what files have that is hard to draw: a land cut along 180°, Antarctica with
/// its slit to the pole, a ring about a pole, a ring that crosses itself, rings wound either way, longitudes beyond
/// 180.
@Suite struct HardShapesTests {
    static let projections = ProjectionKind.all.filter { $0.name != "identity" && $0.name != "albersUsa" }
    static let equalArea: Set<String> = [
        "azimuthalEqualArea", "conicEqualArea", "albers", "equalEarth", "mollweide", "sinusoidal", "eckert4",
        "cylindricalEqualArea",
    ]

    private func features() throws -> [Feature] {
        let bytes = try DataRoot(fixtureFolder + "/geography").read("cut.geojson")
        return try GeoJSON.features(contents: bytes, file: "cut.geojson").map(\.rewound)
    }

    /// On the unit sphere, holes taken off.
    private func area(_ geometry: Geometry) -> Double {
        geometry.polygons.reduce(0) { total, rings in
            total
                + rings.enumerated().reduce(0) { sum, ring in
                    let left = leftArea(ofRing: ring.element.dropLast().map { SpherePoint($0) })
                    let small = min(left, 4 * .pi - left)
                    return sum + (ring.offset == 0 ? small : -small)
                }
        }
    }

    @Test(arguments: HardShapesTests.projections.map(\.name))
    func areasAreTrueWhereverTheSphereIsCut(_ name: String) throws {
        let features = try features()
        let topology = Topology(features: features)
        let layer = try #require(topology.layers.first)
        for rotation in [
            Rotation(), Rotation(-150, 0), Rotation(180, 0), Rotation(-100, -40), Rotation(20, 75),
            Rotation(-90, 0, 30),
        ] {
            var projection = try #require(Projection(named: name))
            projection.rotation = rotation
            projection.scale = 1000
            projection.precision = 0.2
            let path = GeographicPath(projection)
            for index in features.indices {
                let whole = topology.merged([index], in: layer)
                for ring in path.rings(of: whole) { #expect(ring.allSatisfy { $0.x.isFinite && $0.y.isFinite }) }
                guard HardShapesTests.equalArea.contains(name), let geometry = features[index].geometry else {
                    continue
                }
                let (drawn, wanted) = (path.area(of: whole) / 1_000_000, area(geometry))
                #expect(
                    abs(drawn - wanted) < wanted * 0.02 + 2e-4,
                    "\(features[index].id) \(rotation): \(drawn) of \(wanted)")
            }
        }
    }

    @Test func whatAFileCutIsOneAgain() throws {
        let topology = Topology(features: try features())
        let layer = try #require(topology.layers.first)
        let coast = topology.mesh(of: layer) { _, other in other == nil }
        for line in coast {
            for (a, b) in zip(line, line.dropFirst()) {
                #expect(!(abs(a.longitude) == 180 && abs(b.longitude) == 180), "\(a) \(b)")
                #expect(abs(a.latitude) < 90 && abs(b.latitude) < 90)
            }
        }
        // The two that share a side share one line; it is no coast.
        let positions = Dictionary(uniqueKeysWithValues: layer.members.enumerated().map { ($1.id, $0) })
        let border = topology.border(
            between: try #require(positions["CCW"]), and: try #require(positions["CWW"]), in: layer)
        #expect(
            border == [[Coordinate(30, 0), Coordinate(30, 25)]] || border == [[Coordinate(30, 25), Coordinate(30, 0)]])
    }

    @Test func aFigureOfEightIsTwoLoops() throws {
        let bow = try #require(try features().first { $0.id == "BOW" }?.geometry)
        #expect(bow.polygons.count == 2)
        for rings in bow.polygons { #expect(leftArea(ofRing: rings[0].dropLast().map { SpherePoint($0) }) > 2 * .pi) }
        #expect(
            untangled([Coordinate(0, 0), Coordinate(0, 5), Coordinate(5, 5), Coordinate(5, 0), Coordinate(0, 0)]).count
                == 1)
        // A star of five points crosses itself five times: its points and its middle.
        let star = (0..<6).map { index -> Coordinate in
            let (s, c) = sineAndCosine(Double(index * 2) * 72 * .pi / 180)
            return Coordinate(10 * s, 10 * c)
        }
        let loops = untangled(star)
        #expect(loops.count == 6 || loops.count == 2, "\(loops.count)")
        let whole = loops.reduce(0) { $0 + abs(planarArea($1.map { (x: $0.longitude, y: $0.latitude) })) / 2 }
        // The star's area with its pentagon counted once or twice: 112.257 (2 √5 ... of radius 10) or with 34.7 more.
        #expect(abs(whole - 112.257) < 0.5 || abs(whole - 146.95) < 0.5, "\(whole)")
    }

    @Test(arguments: HardShapesTests.projections.map(\.name))
    func aGreatCircleAcrossThePacificStaysOne(_ name: String) throws {
        let (tokyo, sanFrancisco) = (Coordinate(139.7, 35.7), Coordinate(-122.4, 37.8))
        for rotation in [Rotation(), Rotation(170, -40)] {
            var projection = try #require(Projection(named: name))
            projection.rotation = rotation
            projection.translate = .zero
            let pieces = GeographicPath(projection).lines(of: .lineString([tokyo, sanFrancisco]))
            // Centred on it, every projection shows all of it in one piece.
            if rotation.latitude != 0 { #expect(pieces.count == 1, "\(name)") }
            let (a, b) = (SpherePoint(tokyo).vector, SpherePoint(sanFrancisco).vector)
            let normal = Vector(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
            var count = 0
            for piece in pieces {
                for point in piece {
                    guard let place = projection.invert(point) else { continue }
                    count += 1
                    let off = SpherePoint(place).vector.dot(normal) / normal.length
                    #expect(abs(off) < 2e-3, "\(name) \(place)")
                }
                // No jump across the map.
                for (p, q) in zip(piece, piece.dropFirst()) {
                    #expect(hypotenuse(p.x - q.x, p.y - q.y) < projection.scale * 1.2, "\(name)")
                }
            }
            if rotation.latitude != 0 { #expect(count > 2, "\(name)") }
        }
    }

    @Test func theQuickWayReadsWhatTheSlowWayReads() throws {
        for name in ["cut.geojson"] {
            let bytes = try DataRoot(fixtureFolder + "/geography").read(name)
            let slow = try GeoJSON.features(of: try JSONReader.read(bytes, file: name), file: name)
            let quick = try GeoJSON.features(contents: bytes, file: name)
            #expect(quick.map(\.geometry) == slow.map(\.geometry) && quick.map(\.id) == slow.map(\.id))
        }
        let odd =
            #"""
            {
                "type": "Feature", "properties": {"coordinates": [[1, 2]], "s": "\"coordinates\":[1,2]"},
                "geometry": {"type": "LineString", "coordinates": [[10.0, 2.5, 9], [-3.25, 4]]}
            }
            """#
        let found = try GeoJSON.features(contents: Array(odd.utf8), file: "x")
        #expect(found[0].geometry == .lineString([Coordinate(10, 2.5), Coordinate(-3.25, 4)]))
        #expect(found[0].properties["coordinates"]?.array?.count == 1)
    }

    private func message(_ text: String) -> String {
        do {
            _ = try GeoJSON.features(contents: Array(text.utf8), file: "x.json")
            return "none"
        } catch { return "\(error)" }
    }

    @Test func badGeometryIsToldWithItsFeatureAndPlace() {
        func feature(_ coordinates: String) -> String {
            "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"id\":\"KAZ\",\"properties\":{},"
                + "\n\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\(coordinates)}}]}"
        }
        #expect(
            message(feature("[[[0,0],[0,1],[1,1],[0,0.5]]]")).contains(
                "x.json:3:45: error: feature `KAZ`: a ring is not closed"))
        #expect(
            message(feature("[[[0,0],[0,1],[1,1],[0,95],[0,0]]]")).contains(
                "feature `KAZ`: (0.0, 95.0) is no longitude and latitude"))
        #expect(message(feature("[[[0,0],[0,NaN],[1,1],[0,0]]]")).contains("error: not a JSON value"))
        #expect(message(feature("[[[0,0],[0,1e400],[1,1],[0,0]]]")).contains("too large"))
        #expect(message(feature("[[[0,0],[0,1]]]")).contains("needs four at least"))
        #expect(message(feature("[[[[0,0]]]]")).contains("feature `KAZ`"))
        let deep = String(repeating: "[", count: 100_000)
        #expect(message(feature(deep)).contains("nested deeper"))
        #expect(
            message(String(repeating: "{\"type\":\"GeometryCollection\",\"geometries\":[", count: 600)).contains(
                "error"))
    }

    @Test func aMillionVerticesAreOneRing() throws {
        // A tenth of that in this build; Scripts/bench vertices draws five millions.
        var text = "{\"type\":\"Polygon\",\"coordinates\":[["
        let count = 100_000
        for index in 0..<count {
            let (s, c) = sineAndCosine(-2 * .pi * Double(index) / Double(count))
            text += "[\(30 * c),\(30 * s)],"
        }
        text += "[30,0]]]}"
        let found = try GeoJSON.features(contents: Array(text.utf8), file: "x.json")
        guard case .polygon(let rings)? = found.first?.geometry else {
            Issue.record("no polygon")
            return
        }
        #expect(rings[0].count == count + 1)
    }
}
