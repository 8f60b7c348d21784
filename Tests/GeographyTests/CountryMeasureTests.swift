import Files
import Documents
import Testing

@testable import Geography

/// The folder Tests/Fixtures.
let fixtureFolder: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(2)
    return parts.joined(separator: "/") + "/Fixtures"
}()

/// Oracle: PROJ's geodesics (pyproj `Geod(ellps="WGS84").polygon_area_perimeter`, which is GeographicLib's algorithm),
/// ring by ring over the same vertices of `Data/geo/countries-world.topo.json`; square metres and metres.
@Suite struct CountryMeasureTests {
    static let known: [(String, Double, Double)] = [
        ("ATA", 12320343553250, 45075756),
        ("CAN", 9798010290420, 78070432),
        ("CHL", 711398783602, 17526494),
        ("CHN", 9370522927388, 26078239),
        ("FJI", 16330791320, 928977),
        ("GRL", 2150747832328, 18462352),
        ("IDN", 1844265277938, 35952888),
        ("KAZ", 2719659515468, 11898927),
        ("MCO", 15213806, 16717),
        ("NZL", 268375347387, 5232302),
        ("RUS", 16962210766275, 63889895),
        ("USA", 9567323338216, 39977655),
        ("ZAF", 1219577752134, 6815681),
    ]

    private func topology() throws -> (Topology, Topology.Layer) {
        let root = DataRoot(fixtureFolder + "/../../Data/geo")
        let topology = try Topology(
            contents: try root.read("countries-world.topo.json"), file: "countries-world.topo.json")
        return (topology, try #require(topology.layers.first))
    }

    @Test func areasAndLengthsAgreeWithPROJ() throws {
        let (topology, layer) = try topology()
        for (code, area, length) in CountryMeasureTests.known {
            let member = try #require(layer.members.first { $0.id == code })
            let geometry = try #require(topology.geometry(of: member.shape))
            let found = Geodesic.area(of: geometry)
            #expect(abs(found / area - 1) < 1e-4, "\(code): \(found / area - 1)")
            var around = 0.0
            for polygon in geometry.polygons { for ring in polygon { around += Geodesic.length(of: ring) } }
            // The recorded lengths are whole metres.
            #expect(abs(around - length) < 0.6 + 1e-6 * length, "\(code): \(around - length)")
        }
    }
}
