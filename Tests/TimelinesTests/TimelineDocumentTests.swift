import Files
import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing

@testable import Timelines

/// What documents of timelines say, well and wrongly.
@Suite struct TimelineDocumentTests {
    @Test func everyErrorIsToldAtOnce() {
        let problems = DrawnTimeline.problems(
            """
            figure: timeline
            tilte: x
            events:
              - {date: 1985-02-31, title: a}
              - {date: 0, title: b}
              - {date: 1990/1980, title: c}
              - {date: 1990, titel: d}
              - {date: -43, title: e}
              - {date: 1990, title: "  "}
              - {date: 1990, title: f, rank: 7, icon: dott}
              - {title: g}
              - {fact: nothing}
              - 12
            orientation: sideways
            breaks: sometimes
            size: huge
            """)
        let expected = [
            "did you mean `title`?", "February 1985 has 28 days", "no year 0", "ends before it begins",
            "unknown key `titel`",
            "44 BCE", "title is empty", "`rank` must be 1", "did you mean `dot`?", "needs a `date`",
            "no fact has the id `nothing`",
            "this is a number", "unknown orientation `sideways`", "`breaks` is `auto`", "a size is",
        ]
        for part in expected { #expect(problems.contains { $0.contains(part) }, "\(part)") }
        #expect(problems.allSatisfy { $0.hasPrefix("t.yaml:") })
    }

    @Test(arguments: [
        "", "figure: timeline", "figure: timeline\nevents: []", "figure: timeline\nevents: 3", "[1]", "12",
    ])
    func emptyDocuments(yaml: String) { #expect(!DrawnTimeline.problems(yaml).isEmpty) }

    @Test(arguments: [
        "  - {date: 1990, title: One}",
        "  - {date: undated, title: One}",
        "  - {date: 1990-05-05, title: One}\n  - {date: 1990-05-05, title: Two}\n  - {date: 1990-05-05, title: Three}",
        "  - {date: 2015-03-01T10:00, title: One}\n  - {date: 2015-03-01T10:07, title: Two}",
        "  - {date: \"-0500\", title: Old}\n  - {date: 2015, title: New}\n  - {date: \"0000\", title: Turn}",
        "  - {date: Y-13800000000, title: Oldest}\n  - {date: 2015, title: New}",
        "  - {date: 1990, title: \"\(String(repeating: "word ", count: 400))\"}\n  - {date: 1991, title: Short}",
        "  - {date: 1990, title: \"\(String(repeating: "x", count: 2000))\"}\n  - {date: 1991, title: Short}",
        "  - {date: 1990, title: 中华人民共和国与俄罗斯联邦睦邻友好合作条约在莫斯科签署，双方确认世代友好}\n  - {date: 1991, title: נחתם הסכם}",
        "  - {date: ../1990, title: Until}\n  - {date: 1980/, title: From}\n  - {date: /1985, title: To}",
        "  - {date: 1990/.., title: Only open}",
        "  - {date: 19XX, title: Century}\n  - {date: 1XXX, title: Millennium}",
    ])
    func unusualEvents(events: String) throws {
        for size in [FigureSize.column, .page, .sheet, FigureSize(width: 240), FigureSize(width: 900, height: 500)] {
            for orientation in ["vertical", "horizontal"] {
                let drawn = try DrawnTimeline(
                    "figure: timeline\ntitle: A title\norientation: \(orientation)\nevents:\n" + events + "\n",
                    size: size)
                #expect(drawn.firstOverlap() == nil, "\(size)")
                #expect(drawn.firstOutside() == nil, "\(size)")
                #expect(drawn.firstCrossing() == nil, "\(size)")
                #expect(!drawn.scene.alternative.isEmpty)
            }
        }
    }

    @Test(arguments: ["independence", "python-releases"])
    func reportedTimelines(name: String) throws {
        let bytes = try DataRoot.readFile(TimelineFigureTests.flagship + "/Reports/timelines/\(name).yaml")
        for size in [FigureSize.column, .page, .sheet] {
            let drawn = try DrawnTimeline(String(decoding: bytes, as: UTF8.self), size: size)
            #expect(drawn.firstOverlap() == nil, "\(size)")
            #expect(drawn.firstOutside() == nil, "\(size)")
            #expect(drawn.firstCrossing() == nil, "\(size)")
            #expect(!drawn.nodes("source").isEmpty)
            if name == "calendar" { #expect(drawn.nodes("axis-break-label").count == 2) }
            if name == "python-releases" { #expect(drawn.nodes("timeline-link").count == 7) }
        }
    }

    @Test func eventsFromATable() throws {
        let folder = TimelineFigureTests.flagship + "/Tests/Fixtures/timelines"
        func drawn(_ yaml: String) throws -> DrawnTimeline {
            try DrawnTimeline("figure: timeline\nsources: [{id: f, text: Factbook}]\n" + yaml, dataRoot: folder)
        }
        let csv = try drawn("events: {table: states.csv, columns: {date: year, title: state}, source: f}")
        #expect(csv.titleIDs().count == 3)
        #expect(csv.nodes("source").count == 1)
        let json = try drawn(
            "events:\n  - {table: states.json, columns: {title: state}}\n  - {date: 2000, title: One more}")
        #expect(json.titleIDs().count == 3)
        for (yaml, part) in [
            ("events: {table: nothing.csv}", "nothing.csv"), ("events: {table: ../states.csv}", "leads out"),
            ("events: {table: states.csv, columns: {date: yaer, title: state}}", "did you mean `year`?"),
            ("events: {table: bad.csv, columns: {date: year, title: state}}", "bad.csv, row 2"),
        ] {
            do {
                _ = try drawn(yaml)
                Issue.record("\(yaml)")
            } catch { #expect("\(error)".contains(part), "\(error)") }
        }
    }

    @Test func tooNarrowASheet() {
        do {
            _ = try DrawnTimeline("figure: timeline\nevents: [{date: 1990, title: One}]", size: FigureSize(width: 90))
            Issue.record("drawn")
        } catch { #expect("\(error)".contains("choose a larger size")) }
    }

    @Test func readsInlineEventsAndTheirSources() throws {
        let drawn = try DrawnTimeline(
            """
            figure: timeline
            title: Two events
            sources: [{id: log, text: "Flight log"}]
            alt: Given
            events:
              - {id: launch, date: 1969-07-16, title: Launch, source: log, rank: 1}
              - {id: landing, date: 1969-07-20, title: Landing, source: "Flight Journal (1969)"}
            """)
        #expect(drawn.titleIDs() == ["t/title[launch]", "t/title[landing]"])
        let source = try #require(drawn.nodes("source").first)
        guard case .text(let text) = source.content else { return }
        #expect(text.lines.joined(separator: " ") == "Source: Flight log; Flight Journal (1969)")
        #expect(drawn.scene.alternative == "Given")
    }
}
