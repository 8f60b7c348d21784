import Testing

@testable import Timelines

@Suite("Seconds to figure units")
struct TimelineScaleTests {
    private typealias Stretch = TimelineScale.Stretch

    @Test("a break takes its gap, and all else has one measure")
    func breaks() {
        let scale = TimelineScale(
            [Stretch(times: 0...100), Stretch(times: 300...400)], start: 10, length: 220, gap: 20)
        #expect(scale.rate == 1)
        #expect(scale.segments.map(\.places) == [10...110, 130...230])
    }

    @Test("stretches that touch have no gap between them")
    func touching() {
        let scale = TimelineScale([Stretch(times: 0...100), Stretch(times: 100...200)], start: 0, length: 100, gap: 20)
        #expect(scale.segments.map(\.places) == [0...50, 50...100])
    }

    @Test("a reduced stretch is as much smaller as it says, and the rest larger for it")
    func reduced() {
        let scale = TimelineScale(
            [Stretch(times: 0...100), Stretch(times: 100...200, reduction: 0.25)], start: 0, length: 125, gap: 0)
        #expect(scale.rate == 1)
        #expect(scale.segments.map(\.places) == [0...100, 100...125])
    }

    @Test("reversed, the last moment stands where the first did")
    func reversed() {
        let stretches = [Stretch(times: 0...100), Stretch(times: 300...350)]
        let scale = TimelineScale(stretches, start: 10, length: 170, gap: 20, isReversed: true)
        #expect(scale.segments.map(\.places) == [80...180, 10...60])
        #expect(scale.segments.map(\.times) == stretches.map(\.times))
    }

    @Test("an axis of one moment has no rate")
    func moment() {
        let scale = TimelineScale([Stretch(times: 5...5)], start: 7, length: 100, gap: 0)
        #expect(scale.rate == 0 && scale.segments.map(\.places) == [7...7])
        #expect(TimelineScale([], start: 0, length: 100, gap: 0).segments.isEmpty)
    }
}
