import Files
import Documents
import Figures
import SceneGraph
import Testing

@testable import Cartography

/// `Tests/Fixtures/maps/stress.yaml`: every country of the world and more than three hundred places on one page.
@Suite struct StressMapTests {
    @Test(arguments: ["en", "ru", "zh"])
    func noTwoLabelsMeetAndNoneLeavesTheFrame(_ language: String) throws {
        let bytes = try DataRoot(repository + "/Tests/Fixtures").read("maps/stress.yaml")
        let figure = try drawn(String(decoding: bytes, as: UTF8.self), language: language)
        let texts = textNodes(figure)
        #expect(texts.count > 380, "\(language)")
        let frame = try #require(nodes(figure, role: "map-outline").first).bounds
        for (index, text) in texts.enumerated() {
            #expect(frame.contains(text.bounds), "\(text.id)")
            for other in texts.dropFirst(index + 1) where text.bounds.intersects(other.bounds) {
                Issue.record("\(text.id) and \(other.id) overlap")
            }
        }
        // What is not on the map is in the warning, by name.
        let requested = 258 + nodes(figure, role: "map-place").count
        #expect(texts.count <= requested)
        let warning = try #require(figure.warnings.first { $0.message.contains("no room") })
        let named = warning.message.split(separator: ",").count
        #expect(warning.message.contains("\(named) labels"), "\(warning.message.prefix(60))")
    }

    private func textNodes(_ figure: DrawnFigure) -> [Node] {
        var found: [Node] = []
        figure.scene.root.forEach { node in
            if case .text = node.content, node.role == "map-label" || node.role == "place" { found.append(node) }
        }
        return found
    }
}
