import SceneGraph
import Testing

@testable import Reports

/// Pages of 400 units, lines of 20.
@Suite("Spreads")
struct SpreadComposerTests {
    private let height = 400.0

    private func line(_ keeps: Bool = false, breakCost: Double = 0, heading: Int = 0) -> FlowItem {
        FlowItem(
            nodes: [], height: 20, keepsWithNext: keeps, lineCount: heading > 0 ? 0 : 1, headingLevel: heading,
            breakCost: breakCost)
    }

    private func paragraph(_ lines: Int) -> [FlowItem] {
        (0..<lines).map { index in
            var item = line(
                index == 0 && lines > 1 || index == lines - 2, breakCost: index < lines - 1 ? 24 : 0)
            if index == 0 { item.spaceBefore = 10 }
            return item
        }
    }

    private func section(_ lines: Int) -> [FlowItem] { [line(true, heading: 2)] + paragraph(lines) }

    private func float(_ heights: [FloatWidth: Double], at position: Int) -> PageFloat {
        let drawings = [FloatWidth.page, .column, .half].compactMap { width in
            heights[width].map {
                PageFloat.Drawing(
                    width: width, items: [FlowItem(nodes: [], height: $0)],
                    cost: width == .page ? 0 : width == .column ? 6 : 20)
            }
        }
        return PageFloat(drawings: drawings, position: position, names: [])
    }

    private func compose(_ items: [FlowItem], _ floats: [PageFloat], continued: Bool = false) -> [PagePlan] {
        let text = TextChunks(items, highest: height)
        return SpreadComposer(
            text: text, floats: floats, calls: ReportPages.calls(of: floats, in: text), height: height,
            isContinued: continued
        ).composed().pages
    }

    /// Lines on each page, and its floats.
    private func summary(_ plans: [PagePlan], _ items: [FlowItem]) -> [(lines: Int, floats: [Int])] {
        let text = TextChunks(items, highest: height)
        return plans.map { (text.lines($0.text.lowerBound, $0.text.upperBound), $0.floats) }
    }

    @Test("all text and all figures are set once, in their order, whatever their sizes")
    func complete() {
        var seed: UInt64 = 7
        func random(_ most: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % most
        }
        for _ in 0..<60 {
            var items: [FlowItem] = []
            var floats: [PageFloat] = []
            for _ in 0..<(1 + random(12)) {
                items += random(3) == 0 ? section(1 + random(9)) : paragraph(1 + random(14))
                if random(2) == 0 {
                    floats.append(
                        float(
                            [.page: Double(60 + random(320)), .column: Double(50 + random(200))], at: items.count))
                }
            }
            let text = TextChunks(items, highest: height)
            let plans = compose(items, floats)
            #expect(plans.flatMap { Array($0.text) } == Array(0..<text.count))
            #expect(plans.flatMap(\.floats) == Array(0..<floats.count))
            let calls = ReportPages.calls(of: floats, in: text)
            for plan in plans {
                for float in plan.floats { #expect(calls[float] < plan.text.upperBound) }
            }
        }
    }

    @Test("a figure stands on the page of its call where it has room")
    func sameePage() {
        let items = paragraph(8) + paragraph(4)
        let plans = compose(items, [float([.page: 120], at: 8)])
        #expect(plans.count == 1)
    }

    @Test("a figure that has no room waits for the next page, and text fills this one")
    func nextPage() {
        let items = paragraph(12) + paragraph(12) + paragraph(12)
        let plans = compose(items, [float([.page: 250], at: 12)], continued: true)
        let pages = summary(plans, items)
        #expect(pages[0].floats.isEmpty && pages[0].lines >= 15)
        #expect(pages[1].floats == [0])
    }

    @Test("smaller drawings are taken where they fill the page")
    func smaller() {
        let items = paragraph(10) + paragraph(30)
        let plans = compose(items, [float([.page: 300, .column: 150], at: 10)], continued: true)
        #expect(plans[0].rows.first?.entries == [.init(float: 0, drawing: 1)])
    }

    @Test("two figures of half the width stand side by side")
    func pairs() {
        let items = paragraph(9)
        let halves: [FloatWidth: Double] = [.page: 260, .half: 160]
        let plans = compose(items, [float(halves, at: 9), float(halves, at: 9)])
        #expect(plans.count == 1)
        #expect(plans[0].rows.count == 1 && plans[0].rows[0].entries.count == 2)
    }

    @Test("no page ends with a heading, or with one and two lines")
    func headings() {
        for before in 10..<19 {
            let items = paragraph(before) + section(12) + paragraph(8)
            let text = TextChunks(items, highest: height)
            for plan in compose(items, []).dropLast() {
                #expect(text.linesSinceHeading[plan.text.upperBound] >= 3, "\(before)")
            }
        }
    }

    @Test("the author's break is kept")
    func breaks() {
        var second = paragraph(4)
        second[0].breaksPage = true
        let plans = compose(paragraph(6) + second, [])
        #expect(plans.count == 2)
    }

    @Test("what is higher than a page has one to itself, and the rest goes on")
    func tooHigh() {
        var high = line()
        high.height = 900
        let plans = compose(paragraph(3) + [high] + paragraph(3), [float([.page: 800], at: 3)])
        #expect(
            plans.flatMap { Array($0.text) }.count
                == TextChunks(paragraph(3) + [high] + paragraph(3), highest: 400).count)
        #expect(plans.flatMap(\.floats) == [0])
    }

    @Test("the same input gives the same pages")
    func deterministic() {
        let items = (0..<12).flatMap { section(3 + $0 % 7) }
        let floats = (0..<6).map { float([.page: Double(90 + 40 * $0), .half: 110], at: 4 + $0 * 9) }
        #expect(compose(items, floats) == compose(items, floats))
    }
}
