import Figures
import SceneGraph
import Testing

@testable import Cartography

@Suite struct DotsTests {
    @Test func aDotStandsForWhatItSays() throws {
        let figure = try layer("layer: dots, \(people), each: 0.5, unit: million people")
        let dots = try #require(node(figure, "map/dots1"))
        // 136 + 168 + 134 + 22: each area's share rounded by itself.
        #expect(dots.datum["dots"] == .number(460) && dots.datum["each"] == .number(0.5))
        #expect(node(figure, "map/legend[dots1]/label") != nil)
        #expect(
            try layer("layer: dots, \(people), each: 0.5").scene == layer("layer: dots, \(people), each: 0.5").scene)
        #expect(message(europe + "  - {layer: dots, \(people), each: 0.001}").contains("are more than a map can show"))
    }
}
