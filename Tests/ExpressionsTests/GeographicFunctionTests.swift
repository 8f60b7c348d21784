import Documents
import Tables
import Testing

@testable import Expressions

/// Vega's `geoArea`, `geoBounds`, `geoCentroid` with a null projection (vl-convert 1.9.0.post1), and with one.
struct GeographicFunctionTests {
    private static let square = "{type: 'Polygon', coordinates: [[[0,0],[0,10],[10,10],[10,0],[0,0]]]}"

    private static func numbers(_ text: String, _ environment: ExpressionEnvironment = .init()) throws -> [Double] {
        switch try Expression(text).value(in: environment) {
        case .number(let number): [number]
        case .array(let items): items.flatMap { $0.array ?? [$0] }.compactMap(\.number)
        default: []
        }
    }

    private static func agree(_ a: [Double], _ b: [Double]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude <= 1e-9 * max(1, $1.magnitude) }
    }

    @Test func aRingEnclosesItsLesserPartWhicheverWayItTurns() throws {
        let turned = "{type: 'Polygon', coordinates: [[[0,0],[10,0],[10,10],[0,10],[0,0]]]}"
        let area = try Self.numbers("geoArea(null, \(Self.square))")
        #expect(Self.agree(area, try Self.numbers("geoArea(null, \(turned))")))
        #expect(Self.agree(try Self.numbers("geoArea(null, {type: 'Sphere'})"), [4 * .pi]))
    }

    @Test func holesTakeAway() throws {
        let ring = "[[0,0],[0,10],[10,10],[10,0],[0,0]]", hole = "[[2,2],[2,4],[4,4],[4,2],[2,2]]"
        func area(_ rings: String) throws -> Double {
            try Self.numbers("geoArea(null, {type: 'Polygon', coordinates: [\(rings)]})")[0]
        }
        #expect(Self.agree([try area("\(ring),\(hole)")], [try area(ring) - area(hole)]))
    }

    @Test func boundsAreTwoCorners() throws {
        #expect(try Self.numbers("geoBounds(null, \(Self.square))") == [0, 0, 10, 10])
    }

    @Test func pointsCountOnlyWhereNothingIsLarger() throws {
        let text = "geoCentroid(null, {type: 'GeometryCollection', geometries: [{type: 'Point', coordinates: [90, 0]}, "
        #expect(Self.agree(try Self.numbers(text + "]})"), [90, 0]))
        let both = try Self.numbers(text + Self.square + "]})")
        #expect(Self.agree(both, try Self.numbers("geoCentroid(null, \(Self.square))")))
    }

    private struct Page: ProjectedMeasures {
        let scale = 150.0
        func area(of shape: DataValue) -> Double { 42 }
        func bounds(of shape: DataValue) -> [Double]? { [1, 2, 3, 4] }
        func centroid(of shape: DataValue) -> [Double]? { [5, 6] }
    }

    @Test func aProjectionIsAskedByItsName() throws {
        var environment = ExpressionEnvironment()
        environment.projection = { $0 == "projection" ? Page() : nil }
        #expect(try Self.numbers("geoScale('projection')", environment) == [150])
        #expect(try Self.numbers("geoArea('projection', {})", environment) == [42])
        #expect(try Self.numbers("geoCentroid('projection', {})", environment) == [5, 6])
        #expect(try Self.numbers("geoBounds('projection', {})", environment) == [1, 2, 3, 4])
        #expect(throws: Diagnostic.self) { try Self.numbers("geoScale('other')", environment) }
    }

    @Test(arguments: ["null", "{}", "{type: 'Polygon'}", "{type: 'Polygon', coordinates: [[[0,0]]]}", "5", "'x'"])
    func whatIsNoShapeHasNoMiddle(_ shape: String) throws {
        let centroid = try Self.numbers("geoCentroid(null, \(shape))")
        #expect(centroid.count == 2 && centroid.allSatisfy(\.isNaN))
        #expect(try Self.numbers("geoArea(null, \(shape))") == [0])
    }
}
