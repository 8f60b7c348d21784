import Files
import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing

@testable import Timelines

@Suite struct TimelineFigureTests {
    static let flagship = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    static func flagshipYAML() throws -> String {
        let bytes = try DataRoot.readFile(flagship + "/Reports/russia-china-central-asia/figures/timeline.yaml")
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [FigureSize.column, .page, .sheet])
    func flagshipTimeline(size: FigureSize) throws {
        let facts = try FactBase(loading: DataRoot(TimelineFigureTests.flagship + "/Data"))
        let drawn = try DrawnTimeline(TimelineFigureTests.flagshipYAML(), facts: facts, size: size, name: "timeline")
        #expect(drawn.firstOverlap() == nil)
        #expect(drawn.firstOutside() == nil)
        #expect(drawn.firstCrossing() == nil)
        let titles = drawn.nodes("timeline-title")
        for event in facts.events {
            #expect(titles.contains { $0.facts == [event.id] }, "\(event.id)")
            #expect(drawn.figure.facts.contains(event.id))
        }
        #expect(Set(drawn.nodes("timeline-era").map(\.id)).count >= facts.eras.count)
        #expect(drawn.nodes("axis-break-label").count <= 1)
        #expect(drawn.figure.sources == ["wani-essay"])
        var smallest = Double.infinity
        drawn.scene.root.forEach { if case .text(let text) = $0.content { smallest = min(smallest, text.font.size) } }
        #expect(smallest >= 10.5 - 1e-9)
    }

    @Test(arguments: [
        "orientation: vertical\nlabels: beside", "orientation: horizontal\nlabels: beside", "labels: keyed",
    ])
    func positionsAreTrue(layout: String) throws {
        var random = SeededEvents(seed: 11)
        let yaml = random.yaml(count: 60, clustered: false, extra: "breaks: none\n\(layout)\n")
        func place(_ node: Node) -> Double {
            layout.hasPrefix("orientation: vertical") ? node.bounds.midY : node.bounds.midX
        }
        let drawn = try DrawnTimeline(yaml)
        let ticks = drawn.nodes("axis-tick").compactMap { node -> (time: Double, place: Double)? in
            guard case .number(let time) = node.datum["time"] else { return nil }
            return (time, place(node))
        }
        let first = try #require(ticks.first)
        let last = try #require(ticks.last)
        let rate = (last.place - first.place) / (last.time - first.time)
        var dots = 0
        for node in drawn.nodes("timeline-event") {
            guard case .path = node.content, case .string(let text) = node.datum["date"] else { continue }
            let date = try EDTFDate(parsing: text)
            guard let low = date.firstSecond, let high = date.endSecond, !date.isInterval else { continue }
            let expected = first.place + ((Double(low) + Double(high)) / 2 - first.time) * rate
            #expect(abs(place(node) - expected) < 0.01 + (date.isUncertain ? 0.1 : 0), "\(text)")
            dots += 1
        }
        #expect(dots > 20)
        for tick in ticks { #expect(abs(tick.place - (first.place + (tick.time - first.time) * rate)) < 1e-6) }
    }

    @Test func aBreakIsNeverInsideASpan() throws {
        let yaml = """
            figure: timeline
            events:
              - {date: 1800, title: a}
              - {date: 1850/1900, title: b}
              - {date: 1990, title: c}
              - {date: 1995, title: d}
            """
        let document = try Document(file: "t.yaml", contents: Array(yaml.utf8))
        let timeline = try TimelineReader.read(document, in: DrawnTimeline.context())
        let shown = AxisBreaks.shown(timeline)
        #expect(shown.count == 3)
        let spans = AxisBreaks.uncuttable(timeline).map(\.span)
        for (before, after) in zip(shown, shown.dropFirst()) {
            let gap = before.times.upperBound..<after.times.lowerBound
            for span in spans {
                #expect(Double(span.upperBound) <= gap.lowerBound || Double(span.lowerBound) >= gap.upperBound)
            }
        }
        let problems = DrawnTimeline.problems(yaml + "\nbreaks: [1860/1870]\n")
        #expect(problems.count == 1 && problems[0].contains("lies inside `b`"))
    }

    @Test func lanesKeepTheirEventsApart() throws {
        let drawn = try DrawnTimeline(
            """
            figure: timeline
            lanes: [North, South]
            asOf: 1995
            events:
              - {id: a, date: 1990/1994, title: First, lane: South}
              - {id: b, date: 1992, title: Second, lane: North}
              - {id: c, date: 1993/.., title: Third, lane: South}
            links: [{from: a, to: c}]
            """)
        let names = drawn.nodes("timeline-lane-label")
        let marks = Dictionary(uniqueKeysWithValues: drawn.nodes("timeline-label").map { ($0.id, $0.bounds) })
        let (north, south) = (try #require(names.first).bounds.minY, try #require(names.last).bounds.minY)
        #expect(north < south)
        #expect(try #require(marks["t/label[b]"]).maxY < south)
        #expect(try #require(marks["t/label[a]"]).minY > north + 1)
        #expect(drawn.nodes("timeline-as-of-label").count == 1)
        #expect(drawn.firstOverlap() == nil)
        let problems = DrawnTimeline.problems(
            "figure: timeline\nlanes: [North]\nevents: [{id: a, date: 1990, title: x, lane: Nroth}]\nlinks: [{from: "
                + "a, to: b}]"
        )
        #expect(problems.contains { $0.contains("did you mean `North`?") })
        #expect(problems.contains { $0.contains("no event has the id `b`") })
    }

    @Test(arguments: ["vertical", "horizontal"])
    func annotations(orientation: String) throws {
        let drawn = try DrawnTimeline(
            "figure: timeline\norientation: \(orientation)\nannotations: [{date: 1991, text: A remark}]\nevents: "
                + "[{date: 1900, title: a}, {date: 2000, title: b}]"
        )
        #expect(drawn.nodes("timeline-annotation").count == 1)
        #expect(drawn.nodes("timeline-date").count == 2)
        #expect(drawn.titleIDs().contains("t/title[annotation-1]"))
        #expect(!drawn.scene.alternative.contains("A remark"))
        #expect(
            DrawnTimeline.problems("figure: timeline\nevents: [{date: 1900, title: a}]\nannotations: [{text: b}]").count
                == 1)
    }

    @Test func secondCalendar() throws {
        let drawn = try DrawnTimeline(
            """
            figure: timeline
            secondCalendar: julian
            events:
              - {date: 1858-05-28, title: Treaty of Aigun}
              - {date: 1918-01-10, title: Across a year}
              - {date: 1858-05-16, calendar: julian, title: The same day}
              - {date: 1900, title: A year has no day}
            """)
        let dates = drawn.nodes("timeline-date").compactMap { node -> String? in
            guard case .text(let text) = node.content else { return nil }
            return text.lines.joined(separator: " ")
        }
        #expect(
            Set(dates) == [
                "28 May 1858 (16 May O.S.)", "10 January 1918 (28 December 1917 O.S.)", "16 May 1858 (Julian)", "1900",
            ])
    }

    @Test func kindsHaveIconsAndLanes() throws {
        let yaml = """
            figure: timeline
            icons: {war: cross, treaty: star}
            breaks: none
            lanes: {by: about}
            events:
              - {id: a, date: 1890, title: First, kind: war, about: North}
              - {id: b, date: 1992, title: Second, kind: treaty, about: South}
              - {id: c, date: 1993, title: Third, kind: treaty, about: North, icon: square}
            """
        let drawn = try DrawnTimeline(yaml)
        #expect(drawn.nodes("timeline-lane-label").count == 2)
        let texts = drawn.nodes("legend-label").compactMap { node -> String? in
            guard case .text(let text) = node.content else { return nil }
            return text.lines.joined()
        }
        #expect(texts == ["war", "treaty"])
        #expect(drawn.firstOverlap() == nil)
        let problems = DrawnTimeline.problems(yaml.replacing("war: cross", with: "wars: cross"))
        #expect(problems.contains { $0.contains("did you mean `war`?") })
    }

    @Test func numbersWhereLabelsDoNotFit() throws {
        var random = SeededEvents(seed: 3)
        let yaml = random.yaml(count: 120, clustered: false, extra: "labels: keyed\n")
        let drawn = try DrawnTimeline(yaml)
        #expect(drawn.firstOverlap() == nil)
        #expect(drawn.firstCrossing() == nil)
        let dated = drawn.nodes("timeline-number")
        #expect(drawn.titleIDs().count == 120)
        // The keys name every number once.
        var named = 0
        for key in drawn.nodes("timeline-key") {
            guard case .text(let text) = key.content else { continue }
            let ends = text.lines.joined().split(separator: "–").compactMap { Int($0) }
            #expect(ends.first == named + 1)
            named = ends.last ?? named
        }
        #expect(named == dated.count)
    }
}
