import SceneGraph
import Testing

@testable import Geography

@Suite struct ClippingTests {
    func area(_ geometry: Geometry, _ name: String, rotate: Rotation = Rotation()) throws -> Double {
        var projection = try #require(Projection(named: name))
        projection.scale = 1000
        projection.rotation = rotate
        projection.precision = 0.1
        return GeographicPath(projection).area(of: geometry) / 1_000_000
    }

    /// A ring around a place; clockwise, so that the inside is the small side.
    func circle(_ longitude: Double, _ latitude: Double, radius: Double, clockwise: Bool = true) -> [Coordinate] {
        let rotation = SphereRotation(Rotation(-longitude, -latitude))
        let points = (0..<90).map { index -> Coordinate in
            let angle = Double(index) * 4 * .pi / 180 * (clockwise ? -1 : 1)
            let (s, c) = sineAndCosine(radius * .pi / 180)
            return rotation.inverse(Vector(c, s * cosine(angle), s * sine(angle)).spherePoint).coordinate
        }
        return points + [points[0]]
    }

    /// The area of a spherical cap drawn as a ring of 90 chords, on the unit sphere.
    func cap(_ radius: Double) -> Double { 2 * .pi * (1 - cosine(radius * .pi / 180)) }

    @Test func theSphereHasItsAreaInEqualAreaProjections() throws {
        #expect(abs(try area(.sphere, "equalEarth") / (4 * .pi) - 1) < 1e-3)
        #expect(abs(try area(.sphere, "azimuthalEqualArea") / (4 * .pi) - 1) < 1e-3)
        #expect(abs(try area(.sphere, "conicEqualArea") / (4 * .pi) - 1) < 1e-3)
    }

    @Test(arguments: ["equalEarth", "conicEqualArea", "azimuthalEqualArea"])
    func capsKeepTheirAreaWhereverTheyLie(_ name: String) throws {
        // Over the antimeridian, around either pole, touching it, and plainly inside.
        for (longitude, latitude) in [(180.0, 0.0), (0, 90), (0, -90), (179, 60), (10, 20), (-175, -70), (100, 65)] {
            for rotate in [Rotation(), Rotation(-93, 0), Rotation(-93, -45, 10), Rotation(180, 30)] {
                let ring = circle(longitude, latitude, radius: 25)
                let found = try area(.polygon([ring]), name, rotate: rotate)
                #expect(abs(found / cap(25) - 1) < 0.01, "\(longitude) \(latitude) \(rotate): \(found / cap(25))")
            }
        }
    }

    @Test(arguments: ["equalEarth", "azimuthalEqualArea"])
    func aRingWoundTheOtherWayIsEverythingElse(_ name: String) throws {
        for (longitude, latitude) in [(180.0, 0.0), (0, 90), (10, 20), (0, -90)] {
            let ring = circle(longitude, latitude, radius: 25, clockwise: false)
            let found = try area(.polygon([ring]), name)
            #expect(abs(found / (4 * .pi - cap(25)) - 1) < 0.01, "\(longitude) \(latitude): \(found)")
        }
    }

    @Test func aHoleOverTheAntimeridianIsCutOut() throws {
        let rings = [circle(178, 10, radius: 40), circle(-179, 12, radius: 10, clockwise: false)]
        let found = try area(.polygon(rings), "equalEarth")
        #expect(abs(found / (cap(40) - cap(10)) - 1) < 0.01)
    }

    @Test func aHemisphereShowsHalf() throws {
        var globe = try #require(Projection(named: "orthographic"))
        globe.scale = 100
        globe.translate = .zero
        let path = GeographicPath(globe)
        let whole = path.area(of: .sphere)
        #expect(abs(whole / (.pi * 10000) - 1) < 1e-2)
        // Half of a cap over the rim: about half of the rim's neighbourhood; and nothing of one behind.
        #expect(path.area(of: .polygon([circle(180, 0, radius: 30)])) == 0)
        let rim = path.area(of: .polygon([circle(90, 0, radius: 30)]))
        #expect(rim > 0 && rim < whole / 4)
        // All but a cap behind: the whole disc.
        let rest = path.area(of: .polygon([circle(180, 0, radius: 30, clockwise: false)]))
        #expect(abs(rest / whole - 1) < 1e-6)
        // All but a cap in front: the disc less the cap.
        let ring = path.area(of: .polygon([circle(0, 0, radius: 30, clockwise: false)]))
        #expect(abs(ring / (whole - .pi * 2500) - 1) < 1e-2)
    }

    @Test func aRoundTripOverThePacificIsTwoPieces() throws {
        var flat = try #require(Projection(named: "equirectangular"))
        flat.scale = 100
        flat.translate = .zero
        let lines = GeographicPath(flat).lines(of: .lineString([Coordinate(139.7, 35.7), Coordinate(-122.4, 37.8)]))
        #expect(lines.count == 2)
        // The great circle climbs north of both ends.
        let top = lines.flatMap { $0 }.map(\.y).min() ?? 0
        #expect(top < -37.8 * 100 * .pi / 180 - 10)
        #expect(lines.allSatisfy { line in zip(line, line.dropFirst()).allSatisfy { abs($0.x - $1.x) < 314 } })
    }

    @Test func russiaCutAtTheAntimeridianByItsFileIsDrawnThere() throws {
        // As Natural Earth has it: two rings that meet along 180°.
        let east = [(170.0, 60.0), (170, 70), (180, 70), (180, 60), (170, 60)].map { Coordinate($0.0, $0.1) }
        let west = [(-180.0, 60.0), (-180, 70), (-170, 70), (-170, 60), (-180, 60)].map { Coordinate($0.0, $0.1) }
        for rotate in [Rotation(), Rotation(-93, 0), Rotation(180, 0)] {
            let found = try area(.multiPolygon([[east], [west]]), "equalEarth", rotate: rotate)
            let joined = [(170.0, 60.0), (170, 70), (-170, 70), (-170, 60), (170, 60)].map { Coordinate($0.0, $0.1) }
            let whole = try area(.polygon([joined]), "equalEarth", rotate: rotate)
            #expect(found > 0.024 && found < 0.027 && abs(found / whole - 1) < 0.05, "\(rotate): \(found) \(whole)")
        }
    }

    @Test func antarcticaAsFilesHaveItIsACap() throws {
        // Along the coast at 70° S, down at 180°, along the pole, and up again.
        var ring = stride(from: -180.0, through: 180, by: 5).map { Coordinate($0, -70) }
        ring += [Coordinate(180, -90), Coordinate(-180, -90), Coordinate(-180, -70)]
        let found = try area(.polygon([ring]), "equalEarth")
        #expect(abs(found / cap(20) - 1) < 0.01)
        let turned = try area(.polygon([ring]), "azimuthalEqualArea", rotate: Rotation(0, 90))
        #expect(abs(turned / cap(20) - 1) < 0.01)
    }

    @Test func theFrameCutsRingsAndLines() {
        let clip = RectangleClip(rectangle: Rectangle(x: 0, y: 0, width: 10, height: 10))
        let ring = clip.ring([Point(-5, -5), Point(5, -5), Point(5, 5), Point(-5, 5)])
        #expect(abs(abs(signedArea(ring)) - 25) < 1e-9)
        #expect(clip.ring([Point(20, 20), Point(30, 20), Point(30, 30)]).isEmpty)
        let pieces = clip.pieces(ofLine: [
            Point(-5, 5), Point(5, 5), Point(5, 15), Point(8, 15), Point(8, 5), Point(15, 5),
        ])
        #expect(pieces == [[Point(0, 5), Point(5, 5), Point(5, 10)], [Point(8, 10), Point(8, 5), Point(10, 5)]])
    }

    @Test func oddInputDrawsNothingAndStops() throws {
        let path = GeographicPath(try #require(Projection(named: "mercator")))
        #expect(path.path(of: .polygon([])).isEmpty)
        #expect(path.path(of: .polygon([[]])).isEmpty)
        #expect(path.path(of: .lineString([])).isEmpty)
        #expect(
            path.path(of: .polygon([[Coordinate(0, 0), Coordinate(0, 0), Coordinate(0, 0)]])).coordinates.allSatisfy {
                $0.isFinite
            })
        let bad = Geometry.polygon([
            [Coordinate(.nan, 0), Coordinate(1, .infinity), Coordinate(0, 1), Coordinate(.nan, 0)]
        ])
        for kind in ProjectionKind.all {
            let drawn = GeographicPath(Projection(kind)).path(of: bad)
            #expect(kind.name == "identity" || drawn.coordinates.allSatisfy { $0.isFinite }, "\(kind.name)")
        }
    }
}
