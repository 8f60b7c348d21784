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
