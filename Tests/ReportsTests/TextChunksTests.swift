import SceneGraph
import Testing

@testable import Reports

@Suite("Text that keeps together")
struct TextChunksTests {
    private func item(
        _ height: Double, before space: Double = 0, keeps: Bool = false, heading: Int = 0, breaks: Bool = false
    ) -> FlowItem {
        FlowItem(
            nodes: [], height: height, spaceBefore: space, keepsWithNext: keeps, breaksPage: breaks,
            lineCount: heading > 0 ? 0 : 1, headingLevel: heading)
    }

    @Test("items that keep with the next are one chunk, and no chunk is higher than a page")
    func chunks() {
        let text = TextChunks(
            [item(30, keeps: true, heading: 2), item(20), item(20, before: 10), item(40, keeps: true), item(90)],
            highest: 100)
        #expect(text.chunks.map(\.items) == [0..<2, 2..<3, 3..<4, 4..<5])
        #expect(text.chunkOfItem == [0, 0, 1, 2, 3])
        #expect(text.chunks.map(\.height) == [50, 20, 40, 90])
        // A heading is read too.
        #expect(text.lines(0, 1) == 2 && text.lines(0, 4) == 5)
        #expect(text.linesSinceHeading == [99, 1, 2, 3, 4])
    }

    @Test("the space above the first block of a page is left out")
    func heights() {
        let text = TextChunks([item(20, before: 10), item(20, before: 10), item(20, before: 10)], highest: 100)
        #expect(text.height(0, 3) == 80 && text.height(1, 3) == 50 && text.height(2, 2) == 0)
        #expect(text.space(0, 3) == 20 && text.space(1, 2) == 0)
        #expect(text.lastPlace(from: 0, height: 79) == 2)
        #expect(text.lastPlace(from: 0, height: 80) == 3)
        #expect(text.lastPlace(from: 1, height: 5) == 1)
    }

    @Test("rows that go on bring their head")
    func heads() {
        var row = item(20)
        row.repeatedHead = [item(15)]
        let text = TextChunks([item(15, keeps: true), row, row], highest: 100)
        #expect(text.height(0, 2) == 55)
        #expect(text.height(1, 2) == 35 && text.heightBelow(1, 2) == 20)
    }

    @Test("the author's own breaks are found from before them")
    func breaks() {
        let text = TextChunks([item(20), item(20), item(20, breaks: true), item(20)], highest: 100)
        #expect(text.nextBreak == [2, 2, 4, 4, 4])
    }

    @Test("what reaches down the margin pushes what needs the margin below it")
    func rail() {
        var title = item(20)
        title.railHeight = 100
        var wide = item(30, before: 10)
        wide.clearsRail = true
        let text = TextChunks([title, item(20), wide], highest: 400)
        #expect(text.railBottom == 100)
        #expect(text.height(0, 2) == 40)
        // 100, six tenths of the space before it, and itself.
        #expect(text.height(0, 3) == 136)
    }
}
