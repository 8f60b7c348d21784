import Documents
import Figures
import SceneGraph
import Testing

@testable import Timelines

@Suite struct EventHistogramTests {
    private func yaml(_ count: Int, title: String = "State") -> String {
        "figure: timeline\ntitle: Waves\nbreaks: none\nevents:\n"
            + (0..<count).map { "  - {date: \(1900 + $0 * $0 % 97), title: \(title) \($0)}" }.joined(separator: "\n")
    }

    @Test func manySmallEventsAreCountedByYear() throws {
        let drawn = try DrawnTimeline(yaml(120))
        let counts = drawn.nodes("timeline-bar").compactMap { node -> Double? in
            if case .number(let count) = node.datum["events"] { count } else { nil }
        }
        #expect(counts.reduce(0, +) == 120)
        #expect(drawn.titleIDs().count == 120)
        #expect(drawn.firstOverlap() == nil && drawn.firstOutside() == nil)
        #expect(drawn.nodes("timeline-leader").isEmpty)
        // Names of one year are parted by commas.
        let texts = drawn.nodes("timeline-title").compactMap { node -> String? in
            if case .text(let text) = node.content { text.lines.joined() } else { nil }
        }
        #expect(texts.contains { $0.hasSuffix(",") } && texts.contains { !$0.hasSuffix(",") })
    }

    @Test func fewEventsAndStoriesAreNot() throws {
        #expect(try DrawnTimeline(yaml(20)).nodes("timeline-bar").isEmpty)
        let long = yaml(80, title: "A long story of what happened then and why and all that came of it")
        #expect(try DrawnTimeline(long).nodes("timeline-bar").isEmpty)
    }

    @Test(arguments: ["16x16", "20x100", "60x60", "100x40", "1x1"]) func tinySizesAreToldOrDrawn(_ size: String) throws
    {
        guard let size = FigureSize(parsing: size) else { return }
        for count in [1, 5, 120] {
            do { _ = try DrawnTimeline(yaml(count), size: size) } catch {
                #expect("\(error)".contains("leaves labels"), "\(error)")
            }
        }
    }
}
