import Files
import Documents
import Facts
import Geography
import Testing

@testable import Dossier

@Suite("Facts that were measured on the committed maps")
struct MeasuredFactsTests {
    /// The root of this repository.
    private var repository: String {
        FilePath.folder(of: FilePath.folder(of: FilePath.folder(of: #filePath)))
    }

    @Test(
        "the border's length on each map is what the fact says",
        arguments: [
            ("countries-region.topo.json", "natural-earth-border-length"),
            ("countries-world.topo.json", "natural-earth-border-length-coarse"),
        ])
    func border(file: String, id: String) throws {
        let data = "\(repository)/Data"
        let fact = try FactBase(loading: DataRoot(data)).fact(id)
        let topology = try Topology(contents: DataRoot("\(data)/geo").read(file), file: file)
        let layer = try #require(topology.layers.first)
        func member(_ code: String) throws -> Int {
            try #require(layer.members.firstIndex { $0.properties["iso_a3"]?.string == code })
        }
        let border = topology.border(between: try member("RUS"), and: try member("CHN"), in: layer)
        #expect(border.count >= 2)
        let kilometres = Geodesic.length(of: border) / 1000
        #expect(abs(kilometres - (fact.value?.number ?? 0)) < 0.5, "\(kilometres)")
    }
}
