import Documents
import Figures
import Testing

@testable import Timelines

/// Documents made of right and wrong pieces at random: each is drawn or refused, and never stops the program.
@Suite struct HostileDocumentTests {
    @Test(arguments: 0..<40)
    func drawnOrRefused(seed: Int) {
        var random = SeededEvents(seed: UInt64(1000 + seed))
        var drawn = 0
        for _ in 0..<12 {
            let yaml = document(&random)
            let sizes = [
                FigureSize.page, .column, .sheet, FigureSize(width: 300, height: 20),
                FigureSize(width: 5000, height: 60),
            ]
            do {
                let timeline = try DrawnTimeline(yaml, size: sizes[random.next(sizes.count)])
                drawn += 1
                #expect(timeline.firstOverlap() == nil, "\(yaml)")
                #expect(timeline.firstOutside() == nil, "\(yaml)")
            } catch let problems as Diagnostics {
                #expect(problems.hasErrors)
            } catch {
                Issue.record("\(error)")
            }
        }
        #expect(drawn >= 0)
    }

    private func document(_ random: inout SeededEvents) -> String {
        let dates = [
            "1990", "\"1990-02-30\"", "undated", "Y-99999999999/Y99999999999", "\"0000\"", "1990/..", "../1990",
            "1990/",
            "196X", "18XX", "1XXX", "\"-0044-03-15\"", "2015-05-01T23:59:59", "2015-05-01T12:00/2015-05-01T12:01",
            "1990%", "1970-21", "Y13000000", "1850/1850", "20XX/2005", "19XX/20XX", "/1991", "12", "{}", "[1]", "~",
        ]
        let titles = [
            "a", "\"\"", "x y z", "中文标题很长很长很长", "\"\u{202E}abc\"", "[1]", "12", String(repeating: "long ", count: 60),
        ]
        let extras = [
            "breaks: auto", "breaks: none", "breaks: [1900/1950]", "breaks: [1900/..]", "breaks: 12", "asOf: 2000",
            "asOf: undated",
            "reduce: [{period: 18XX, scale: 0.1}]", "reduce: [{period: 1900/2020, scale: 0.001}]",
            "reduce: [{scale: 2}]",
            "labels: keyed", "labels: beside", "orientation: horizontal", "orientation: vertical", "lanes: [A, B]",
            "lanes: {}",
            "links: [{from: e0, to: e1}]", "links: [{from: e1, to: e0}]",
            "eras: [{date: 1900/1960, title: Era one}, {date: 1950/.., title: Two}]",
            "eras: {facts: all}", "eras: []", "note: \"\"", "title: [1]", "sources: {a: b}", "sources: [x]",
            "undated: No date",
            "size: slide", "size: {width: 300, height: 200}", "size: {width: -1}",
        ]
        var text = "figure: timeline\n"
        for extra in (0..<random.next(4)).map({ _ in extras[random.next(extras.count)] }) { text += extra + "\n" }
        text += "events:\n"
        let isSound = random.next(3) > 0
        for index in 0..<(1 + random.next(9)) {
            let date = dates[
                isSound
                    ? [0, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20][random.next(18)]
                    : random.next(dates.count)]
            let title = titles[isSound ? [0, 2, 3, 7][random.next(4)] : random.next(titles.count)]
            let lane = random.next(4) == 0 ? ", lane: \(["A", "B", "C"][random.next(3)])" : ""
            text += "  - {id: e\(index), date: \(date), title: \(title), rank: \(1 + random.next(3))\(lane)}\n"
        }
        return text
    }
}
