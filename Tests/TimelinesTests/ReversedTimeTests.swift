import SceneGraph
import Testing

@testable import Timelines

/// The last first: the mirror image of an axis that runs forward.
@Suite struct ReversedTimeTests {
    private static let stretches = [
        TimelineScale.Stretch(times: 0...100), .init(times: 100...200, reduction: 0.5), .init(times: 300...400),
    ]

    @Test func placesMirror() {
        let forward = TimelineScale(Self.stretches, start: 10, length: 500, gap: 40)
        let back = TimelineScale(Self.stretches, start: 10, length: 500, gap: 40, isReversed: true)
        let ends = forward.places.lowerBound + forward.places.upperBound
        for time in stride(from: -20.0, through: 420, by: 7) {
            #expect(abs(back.place(time) - (ends - forward.place(time))) < 1e-9)
        }
        for time in [5.0, 120, 199, 310, 399] { #expect(abs(back.time(at: back.place(time)) - time) < 1e-9) }
        #expect(back.places == forward.places)
        #expect(back.breaks.map(\.seconds) == forward.breaks.map(\.seconds))
        #expect(back.breaks.allSatisfy { abs($0.places.upperBound - $0.places.lowerBound - 40) < 1e-9 })
        #expect(back.pieces(50...350).map(\.lowerBound) == back.pieces(50...350).map(\.lowerBound).sorted())
    }

    @Test(arguments: ["vertical", "horizontal"], ["labels: beside", "labels: keyed"])
    func nothingOverlapsAndTheLastComesFirst(orientation: String, labels: String) throws {
        var random = SeededEvents(seed: 5)
        let yaml = random.yaml(
            count: 40, clustered: false, extra: "reverse: true\norientation: \(orientation)\n\(labels)\n")
        let drawn = try DrawnTimeline(yaml)
        #expect(drawn.firstOverlap() == nil)
        #expect(drawn.firstOutside() == nil)
        let ticks = drawn.nodes("axis-tick").compactMap { node -> (time: Double, place: Double)? in
            guard case .number(let time) = node.datum["time"] else { return nil }
            return (time, labels.hasSuffix("beside") && orientation == "vertical" ? node.bounds.midY : node.bounds.midX)
        }.sorted { $0.time < $1.time }
        #expect(ticks.count > 2)
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.place >= $1.place })
    }

    @Test func chartsRunForward() {
        #expect(throws: (any Error).self) {
            try DrawnTimeline(
                "figure: timeline\nreverse: true\nevents: [{date: 1990, title: A}]\ncharts: [{chart: x.vl.json}]\n")
        }
    }
}

/// Plans: spans that are done in part.
@Suite struct ProgressTests {
    private func drawn(_ progress: String) throws -> DrawnTimeline {
        try DrawnTimeline(
            """
            figure: timeline
            orientation: horizontal
            events:
              - {id: a, date: 2024-01/2024-12, title: First, progress: \(progress)}
              - {id: b, date: 2025-01/2025-12, title: Second}
            links: [{from: a, to: b}]
            """)
    }

    @Test(arguments: [0.25, 0.5, 1])
    func theDonePartIsAsLongAsItsShare(progress: Double) throws {
        let drawn = try drawn("\(progress)")
        let whole = try #require(drawn.nodes("timeline-span").first { $0.id.contains("span[a]") })
        let done = try #require(drawn.nodes("timeline-progress").first)
        #expect(abs(done.bounds.width / whole.bounds.width - progress) < 0.02)
        #expect(abs(done.bounds.minX - whole.bounds.minX) < 0.5)
    }

    @Test func nothingDoneIsNoPart() throws { #expect(try drawn("0").nodes("timeline-progress").isEmpty) }

    @Test(arguments: ["1.5", "-1", "half"])
    func aShareIsFromNoughtToOne(progress: String) { #expect(throws: (any Error).self) { try drawn(progress) } }

    @Test func aMomentIsNotDoneInPart() {
        #expect(throws: (any Error).self) {
            try DrawnTimeline("figure: timeline\nevents: [{date: 2024, title: A, progress: 0.5}]\n")
        }
    }
}
