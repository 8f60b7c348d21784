import SceneGraph
import Testing

@testable import Timelines

@Suite struct DoubtTests {
    /// Each of `~`, `?` and `%` has a mark of its own, of moments and of either end of a span.
    @Test(arguments: ["vertical", "horizontal"])
    func eachHasItsOwnMark(orientation: String) throws {
        let drawn = try DrawnTimeline(
            """
            figure: timeline
            orientation: \(orientation)
            breaks: none
            events:
              - {id: sure, date: "1800", title: Sure}
              - {id: about, date: "1810~", title: About}
              - {id: uncertain, date: "1820?", title: Uncertain}
              - {id: both, date: "1830%", title: Both}
              - {id: ends, date: 1840~/1880?, title: Two ends}
              - {id: within, date: "190X~", title: A decade or so}
              - {id: cross, date: "1950?", title: A cross, icon: cross}
            """)
        func dashes(_ id: String) -> [Bool] {
            var found: [Bool] = []
            drawn.scene.root.forEach { node in
                guard node.id.hasPrefix("t/event[\(id)]"), case .path(let path) = node.content, let stroke = path.stroke
                else { return }
                found.append(!stroke.dash.isEmpty)
            }
            return found
        }
        #expect(dashes("sure") == [false])
        #expect(dashes("about") == [false])
        #expect(dashes("uncertain") == [true])
        #expect(dashes("both") == [true])
        #expect(dashes("ends") == [false, true])
        #expect(dashes("within") == [false])
        #expect(dashes("cross") == [true])
        let words = drawn.nodes("legend-label").compactMap { node -> String? in
            guard case .text(let text) = node.content else { return nil }
            return text.lines.joined(separator: " ")
        }
        for word in ["about", "uncertain", "about, and uncertain"] { #expect(words.contains(word)) }
    }
}
