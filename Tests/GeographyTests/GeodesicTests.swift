import Testing

@testable import Geography

/// Oracle: GeographicLib (PyPI geographiclib 2.1), `Geodesic.WGS84.Inverse(lat, lon, lat, lon)['s12']` and
/// `Geodesic.WGS84.Polygon()` with `AddPoint(lat, lon)`, `Compute(False, True)`.
@Suite struct GeodesicTests {
    @Test func distancesAgreeWithGeographicLib() {
        let known: [(Double, Double, Double, Double, Double)] = [
            (37.6, 55.75, 116.4, 39.9, 5810271.276670474),
            (0, 0, 90, 0, 10018754.171394622),
            (131.9, 43.1, -122.4, 37.8, 8334727.936938013),
            (0, 89, 179, 89, 223379.22304440773),
            (69.2, 41.3, 69.2, 41.3, 0),
        ]
        for (lon1, lat1, lon2, lat2, metres) in known {
            let found = Geodesic.distance(from: Coordinate(lon1, lat1), to: Coordinate(lon2, lat2))
            #expect(abs(found - metres) < 0.001, "\(lon1) \(lat1)")
        }
        // Nearly opposite: the way over the pole, at most 0.2 % longer than the true 19,975,624 m.
        let far = Geodesic.distance(from: Coordinate(0, 0), to: Coordinate(179.7, 0.2))
        #expect(far >= 19975624 && far < 19975624 * 1.002)
    }

    @Test func areasAgreeWithGeographicLib() {
        func ring(_ points: [(Double, Double)]) -> [Coordinate] { points.map { Coordinate($0.0, $0.1) } }
        let known: [([(Double, Double)], Double)] = [
            ([(73, 54), (87, 49), (80, 42), (69, 41)], 1172047341392.9485),
            ([(0, 0), (90, 0), (0, 90)], 63758202715511.055),
            ([(170, 60), (-170, 60), (-170, 70), (170, 70)], 1035082269630.4219),
            ([(0, 80), (90, 80), (180, 80), (-90, 80)], 2507270031169.875),
        ]
        for (points, area) in known {
            let found = Geodesic.area(ofRing: ring(points))
            #expect(abs(found / area - 1) < 1e-4, "\(points): \(found)")
            #expect(abs(Geodesic.area(ofRing: ring(points.reversed())) / area - 1) < 1e-4)
        }
    }

    @Test func anInvalidRingHasNoArea() {
        #expect(Geodesic.area(ofRing: []) == 0)
        #expect(Geodesic.area(ofRing: [Coordinate(0, 0), Coordinate(1, 1)]) == 0)
        #expect(Geodesic.area(ofRing: [Coordinate(0, 0), Coordinate(.nan, 1), Coordinate(1, 0)]) == 0)
    }
}

@Suite struct WayTests {
    /// geographiclib 2.1 on a sphere, `Geodesic(6371000, 0).Inverse(35.687, 139.749, 34.05, -118.24)`: half way along.
    @Test func greatCirclesAreTheShortestWay() throws {
        let way = GreatCircle.way(from: Coordinate(139.749, 35.687), to: Coordinate(-118.24, 34.05), count: 3)
        #expect(abs(way[1].latitude - 47.91390581516095) < 1e-6)
        #expect(abs(way[1].longitude - -168.54105687649553) < 1e-6)
    }

    @Test func rhumbLinesAreStraightOnMercatorsMap() {
        let way = RhumbLine.way(from: Coordinate(140, 10), to: Coordinate(-120, 50), count: 9)
        let mercator = Projection(.mercator).rotated(by: 180)
        let points = way.compactMap { mercator.project($0) }
        #expect(points.count == 9)
        for point in points {
            let (a, b) = (points[0], points[8])
            #expect(abs((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)) < 1e-6)
        }
        // Over 180°, not around the world.
        #expect(way.allSatisfy { abs($0.longitude) >= 120 })
    }

    @Test func bendingMovesTheMiddleToTheLeft() {
        let way = GreatCircle.way(from: Coordinate(0, 0), to: Coordinate(40, 0), count: 5)
        let bent = GreatCircle.bent(way, by: 0.1)
        #expect(bent.first == way.first && bent.last == way.last)
        #expect(abs(bent[2].latitude - 4) < 1e-9)  // a tenth of 40°
        #expect(GreatCircle.bent(way, by: -0.1)[2].latitude < -3.9)
        #expect(GreatCircle.middle(of: [Coordinate(179, 0), Coordinate(-179, 0)]).map { abs($0.longitude) } == 180)
    }
}

private extension Projection {
    func rotated(by longitude: Double) -> Projection {
        var copy = self
        copy.center = Coordinate(0, 0)
        copy.rotation = Rotation(longitude, 0)
        return copy
    }
}
