import SceneGraph
import Testing

@testable import Geography

/// Goode's interrupted homolosine, held against PROJ 9.5.1: `pyproj.Proj("+proj=igh +R=1")(longitude, latitude)`.
@Suite struct InterruptedProjectionTests {
    private static func unit(_ kind: ProjectionKind) -> Projection {
        var projection = Projection(kind)
        projection.scale = 1
        projection.translate = .zero
        return projection
    }

    @Test(arguments: [
        (0.0, 0.0, 0.0, 0.0), (-100, 45, -1.745329252, 0.784469945), (-60, -30, -1.047197551, -0.523598776),
        (100, 60, 1.235397145, 1.025373218), (-150, -50, -2.673270477, -0.868072264),
        (20, -20, 0.349065850, -0.349065850), (150, -60, 2.545146434, -1.025373218),
        (39, 10, 0.678292016, 0.174532925), (-39, 70, -0.026172455, 1.166121310),
    ])
    func placesAreThoseOfPROJ(longitude: Double, latitude: Double, x: Double, y: Double) throws {
        let projection = Self.unit(.interruptedHomolosine)
        let point = try #require(projection.project(Coordinate(longitude, latitude)))
        // Mollweide's parallels are moved by PROJ to where the formulas meet, and here by Goode's own number.
        #expect(abs(point.x - x) < 2e-5)
        #expect(abs(point.y + y) < 2e-5)
        let back = try #require(projection.invert(point))
        #expect(abs(back.longitude - longitude) < 1e-6 && abs(back.latitude - latitude) < 1e-6)
    }

    /// All lobes together have the area of the sphere, 4π: the projections are of equal area.
    @Test(arguments: [ProjectionKind.interruptedHomolosine, .interruptedMollweide])
    func theWorldHasItsArea(kind: ProjectionKind) {
        var projection = Self.unit(kind)
        projection.scale = 1000
        projection.precision = 0.05
        let path = GeographicPath(projection)
        #expect(abs(path.area(of: .sphere) / 1e6 / (4 * .pi) - 1) < 1e-3)
        #expect(path.rings(of: .sphere).count == 1)
    }

    @Test func whatCrossesACutIsDrawnOnBothSides() {
        var projection = Self.unit(.interruptedHomolosine)
        projection.scale = 100
        let path = GeographicPath(projection)
        // Across 20° W in the south, and across the equator: two lobes, then four.
        let south = Geometry.polygon([[.init(-30, -30), .init(-30, -20), .init(-10, -20), .init(-10, -30)]])
        let four = Geometry.polygon([[.init(-110, -10), .init(-110, 10), .init(-30, 10), .init(-30, -10)]])
        #expect(path.rings(of: south).count == 2)
        #expect(path.rings(of: four).count == 4)
        let line = Geometry.lineString([.init(-30, -25), .init(-10, -25)])
        #expect(path.lines(of: line).count == 2)
    }

    @Test func nothingLiesBetweenTheLobes() {
        let projection = Self.unit(.interruptedHomolosine)
        // In the gap of the south Atlantic.
        #expect(projection.invert(Point(-0.349, 1.0)) == nil)
    }
}
