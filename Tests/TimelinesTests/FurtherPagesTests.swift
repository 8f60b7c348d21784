import Documents
import Figures
import SceneGraph
import Testing

@testable import Timelines

@Suite struct FurtherPagesTests {
    @Test func whatDoesNotFitGoesOn() throws {
        var random = SeededEvents(seed: 11)
        let yaml = random.yaml(count: 150, clustered: true)
        let drawn = try DrawnTimeline(yaml, size: .sheet)
        #expect(drawn.figure.pages.count > 1)
        #expect(drawn.titleIDs().count == 150)
        #expect(drawn.figure.warnings.isEmpty)
        for (index, page) in drawn.figure.pages.enumerated() {
            #expect(page.size == Size(800, 450))
            let title = DrawnTimeline.nodes("title", on: page).first
            guard case .text(let text) = title?.content else {
                Issue.record("page \(index + 1) has no title")
                continue
            }
            #expect(text.lines.joined(separator: " ").hasSuffix("(\(index + 1) of \(drawn.figure.pages.count))"))
            #expect(page.alternative.hasSuffix("Page \(index + 1) of \(drawn.figure.pages.count)."))
        }
    }

    /// Every number of the list has one key, on its own page.
    @Test func keysStandWithTheirList() throws {
        var random = SeededEvents(seed: 12)
        let drawn = try DrawnTimeline(random.yaml(count: 200, clustered: false), size: .sheet)
        var next = 1
        for page in drawn.figure.pages {
            let numbers = Set(
                DrawnTimeline.nodes("timeline-number", on: page).compactMap { node -> Int? in
                    guard case .text(let text) = node.content else { return nil }
                    return Int(text.lines.joined())
                })
            var keyed = Set<Int>()
            for key in DrawnTimeline.nodes("timeline-key", on: page) {
                guard case .text(let text) = key.content else { continue }
                let ends = text.lines.joined().split(separator: "–").compactMap { Int($0) }
                if let first = ends.first, let last = ends.last { keyed.formUnion(first...last) }
            }
            #expect(numbers == keyed)
            if let first = numbers.min() { #expect(first == next) }
            next = (numbers.max() ?? next - 1) + 1
        }
    }

    @Test func manyEventsOfOneDay() throws {
        let events = (0..<300).map { "  - {id: e\($0), date: 1990-05-05, title: The event of number \($0)}" }
        for size in [FigureSize.sheet, .page, .column] {
            let drawn = try DrawnTimeline(
                "figure: timeline\ntitle: One day\nevents:\n" + events.joined(separator: "\n"), size: size)
            #expect(drawn.titleIDs().count == 300)
            #expect(drawn.firstOverlap() == nil)
            #expect(drawn.firstOutside() == nil)
            #expect(drawn.figure.warnings.isEmpty)
        }
    }

    @Test func undatedEventsGoOnToo() throws {
        let events = (0..<90).map { "  - {id: e\($0), date: undated, title: Nobody knows when number \($0) was}" }
        let yaml =
            "figure: timeline\ntitle: Undated\nevents:\n  - {id: d, date: 1990, title: Known}\n"
            + events.joined(separator: "\n")
        let drawn = try DrawnTimeline(yaml, size: .sheet)
        #expect(drawn.figure.pages.count > 1)
        #expect(drawn.titleIDs().count == 91)
        #expect(drawn.firstOverlap() == nil)
        #expect(drawn.firstOutside() == nil)
        // The axis keeps the first page to itself; every page with such events says that they have no date.
        for page in drawn.figure.furtherPages { #expect(DrawnTimeline.nodes("timeline-heading", on: page).count == 1) }
    }

    /// A sheet that says how much it holds is never asked for more.
    @Test(arguments: [500.0, 700, 950])
    func asHighAsTheSheet(highest: Double) throws {
        var random = SeededEvents(seed: 13)
        let drawn = try DrawnTimeline(
            random.yaml(count: 120, clustered: false), size: FigureSize(width: 640, highest: highest))
        #expect(drawn.titleIDs().count == 120)
        for page in drawn.figure.pages { #expect(page.size.height <= highest + 1) }
    }
}
