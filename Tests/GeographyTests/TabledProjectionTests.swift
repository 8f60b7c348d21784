import SceneGraph
import Testing

@testable import Geography

/// Robinson and the view from a satellite, against PROJ 9.5 (PyPI pyproj 3.7.2, `pyproj.Proj(definition)(lon, lat)`).
@Suite struct TabledProjectionTests {
    private static func projection(_ name: String, _ rotation: Rotation = Rotation()) throws -> Projection {
        var projection = try #require(Projection(named: name))
        (projection.scale, projection.translate, projection.rotation) = (1, .zero, rotation)
        return projection
    }

    /// `+proj=robin +R=1`. Between the rows of the table PROJ's curve is another: up to a thousandth of the radius.
    @Test(arguments: [
        [0, 0, 0, 0], [100, 45, 1.3275060528, 0.7533663273], [37.6, 55.75, 0.4621198207, 0.9272268739],
        [-120, -33, -1.6887819279, -0.5533735802], [179, 71, 1.8825545675, 1.1545646678],
        [-75, 4.5, -1.1096509041, 0.0754583318], [131.9, 43.1, 1.7705931574, 0.721969727],
    ])
    func robinson(_ known: [Double]) throws {
        let projection = try Self.projection("robinson")
        let point = try #require(projection.project(Coordinate(known[0], known[1])))
        #expect(abs(point.x - known[2]) < 0.0025 && abs(-point.y - known[3]) < 0.0015, "\(point)")
        let back = try #require(projection.invert(point))
        #expect(abs(back.longitude - known[0]) < 1e-9 && abs(back.latitude - known[1]) < 1e-9)
    }

    /// At the rows themselves the table's own values hold.
    @Test func robinsonsRowsAreItsTable() throws {
        let projection = try Self.projection("robinson")
        let point = try #require(projection.project(Coordinate(180, 60)))
        #expect(abs(point.x - 0.8487 * 0.7986 * .pi) < 1e-12 && abs(-point.y - 1.3523 * 0.7346) < 1e-12)
        #expect(projection.project(Coordinate(0, 90)).map { abs(-$0.y - 1.3523) < 1e-12 } == true)
    }

    /// `+proj=nsper +R=1 +h=1 +lat_0=45 +lon_0=93`
    @Test(arguments: [
        [100, 45, 0.0858546653, 0.0037130858], [37.6, 55.75, -0.3894516928, 0.301384368], [93, 45, 0, 0],
        [131.9, 43.1, 0.4112081355, 0.0729464691], [60, 20, -0.4261784419, -0.2626559551],
    ])
    func satellite(_ known: [Double]) throws {
        let projection = try Self.projection("satellite", Rotation(-93, -45))
        let point = try #require(projection.project(Coordinate(known[0], known[1])))
        #expect(abs(point.x - known[2]) < 1e-9 && abs(-point.y - known[3]) < 1e-9, "\(point)")
        let back = try #require(projection.invert(point))
        #expect(abs(back.longitude - known[0]) < 1e-7 && abs(back.latitude - known[1]) < 1e-7)
    }

    @Test func beyondTheHorizonNothingIsSeen() throws {
        let projection = try Self.projection("satellite")
        #expect(projection.project(Coordinate(59, 0)) != nil)
        #expect(projection.project(Coordinate(61, 0)) == nil && projection.project(Coordinate(180, 0)) == nil)
        #expect(projection.invert(Point(5, 5)) == nil)
    }
}
