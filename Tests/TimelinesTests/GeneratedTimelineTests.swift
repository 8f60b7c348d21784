import Figures
import Testing

@testable import Timelines

@Suite struct GeneratedTimelineTests {
    /// 200 data sets of 10 to 500 events, uniform and clustered, each at one of the three sizes.
    @Test(arguments: 0..<200)
    func everyEventIsReadable(seed: Int) throws {
        var random = SeededEvents(seed: UInt64(seed))
        let count = seed < 180 ? 10 + random.next(90) : 100 + (seed - 180) * 21
        let orientation = seed % 5 == 4 ? "horizontal" : "auto"
        let yaml = random.yaml(count: count, clustered: seed % 2 == 1, extra: "orientation: \(orientation)\n")
        let size = [FigureSize.page, .column, .sheet][seed % 3]
        let drawn = try DrawnTimeline(yaml, size: size)
        #expect(drawn.firstOverlap() == nil)
        #expect(drawn.firstOutside() == nil)
        #expect(drawn.firstCrossing() == nil)
        // No page is higher than was asked for, and what one does not hold stands on another.
        if let height = size.height { for page in drawn.figure.pages { #expect(page.size.height <= height + 0.5) } }
        let titles = drawn.titleIDs()
        for index in 0..<count { #expect(titles.contains("t/title[e\(index)]")) }
    }

    @Test func theSameEveryTime() throws {
        var random = SeededEvents(seed: 6)
        let yaml = random.yaml(count: 80, clustered: true)
        #expect(try DrawnTimeline(yaml).scene == DrawnTimeline(yaml).scene)
    }
}
