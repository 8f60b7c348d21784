import SceneGraph
import Testing

@testable import Geography

/// Where vl-convert 1.9 puts (0, 0) and (10, 20) in a view of 200 by 100: `vegalite_to_scenegraph` of circles by
/// longitude and latitude, with `projection: {type: equirectangular, …}` as each name says.
@Suite("How a map is laid into its view")
struct ProjectionPlacementTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let placement: ProjectionPlacement
        let first: Point
        let second: Point
        var testDescription: String { name }
    }

    private static let square = Geometry.polygon([
        [Coordinate(0, 0), Coordinate(0, 40), Coordinate(40, 40), Coordinate(40, 0), Coordinate(0, 0)]
    ])
    private static let room = Rectangle(x: 10, y: 10, width: 110, height: 80)

    static let cases = [
        Case(name: "nothing", placement: .init(), first: Point(75, 100), second: Point(125, 0)),
        Case(name: "scale: 50", placement: .init(scale: 50), first: Point(100, 50), second: Point(108.727, 32.547)),
        Case(
            name: "translate: [60, 50]", placement: .init(translate: Point(60, 50)), first: Point(60, 50),
            second: Point(86.639, -3.278)),
        Case(
            name: "both", placement: .init(scale: 50, translate: Point(60, 50)), first: Point(60, 50),
            second: Point(68.727, 32.547)),
        Case(
            name: "extent: [[10, 10], [120, 90]]", placement: .init(extent: room), first: Point(45, 90),
            second: Point(85, 10)),
        Case(
            name: "size: [120, 80]", placement: .init(size: Size(120, 80)), first: Point(40, 80), second: Point(80, 0)),
        Case(name: "fit", placement: .init(fit: [square]), first: Point(52.111, 100), second: Point(76.056, 52.111)),
        Case(
            name: "fit and size", placement: .init(size: Size(120, 80), fit: [square]), first: Point(21.689, 80),
            second: Point(40.844, 41.689)),
        Case(
            name: "fit and scale", placement: .init(scale: 50, fit: [square]), first: Point(100, 50),
            second: Point(108.727, 32.547)),
        Case(
            name: "fit, scale and size", placement: .init(scale: 50, size: Size(120, 80), fit: [square]),
            first: Point(21.689, 80), second: Point(40.844, 41.689)),
        Case(
            name: "scale and extent", placement: .init(scale: 50, extent: room), first: Point(100, 50),
            second: Point(108.727, 32.547)),
    ]

    @Test("scale, translate, extent, size and fit, as the reference takes them", arguments: cases)
    func placed(_ example: Case) throws {
        var projection = try #require(Projection(named: "equirectangular"))
        projection.place(example.placement, in: Size(200, 100)) {
            [.multiPoint([Coordinate(0, 0), Coordinate(10, 20)])]
        }
        for (place, expected) in [(Coordinate(0, 0), example.first), (Coordinate(10, 20), example.second)] {
            let point = try #require(projection.project(place))
            #expect(abs(point.x - expected.x) < 0.01 && abs(point.y - expected.y) < 0.01, "\(point) for \(expected)")
        }
    }

    @Test("a pole that a cone throws far out stays within what graphics libraries can count")
    func farPole() throws {
        var projection = try #require(Projection(named: "conicConformal"))
        projection.rotation = Rotation(-10, 0)
        projection.parallels = [43, 62]
        projection.center = Coordinate(0, 52)
        projection.scale = 400
        let coast = stride(from: 180.0, through: -180, by: -5).map { Coordinate($0, -70) }
        let continent = Geometry.polygon([
            coast + stride(from: -180.0, through: 180, by: 5).map { Coordinate($0, -90) } + [Coordinate(180, -70)]
        ])
        let box = try #require(GeographicPath(projection).path(of: continent).bounds)
        #expect(max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY)) <= 100_000)
    }
}
