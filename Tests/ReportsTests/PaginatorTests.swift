import SceneGraph
import Testing

@testable import Reports

@Suite("Pages")
struct PaginatorTests {
    private func item(_ name: String, _ height: Double, keeps: Bool = false, floats: Bool = false) -> FlowItem {
        FlowItem(
            nodes: [.path(id: name, role: "x", .rectangle(Rectangle(x: 0, y: 0, width: 1, height: height)))],
            height: height, keepsWithNext: keeps, floats: floats)
    }

    private func names(_ pages: [Paginator.Page]) -> [[String]] {
        pages.map { $0.placed.flatMap { $0.nodes.map(\.id) } }
    }

    private func paginate(_ items: [FlowItem], height: Double) -> [[String]] {
        names(Paginator.paginate([FlowSection(left: 0, width: 100, items: items)], height: height))
    }

    @Test("items that keep together go to the next page together")
    func keeping() {
        #expect(
            paginate([item("a", 60), item("head", 20, keeps: true), item("b", 30)], height: 100)
                == [["a"], ["head", "b"]])
    }

    @Test("a figure that no longer fits waits, and the text after it goes on")
    func floating() {
        #expect(
            paginate([item("a", 60), item("figure", 50, floats: true), item("b", 30), item("c", 40)], height: 100)
                == [["a", "b"], ["figure", "c"]])
    }

    @Test("figures keep their order: none goes before one that waits")
    func order() {
        #expect(
            paginate(
                [
                    item("a", 60), item("f", 50, floats: true), item("b", 10), item("g", 20, floats: true),
                    item("c", 10),
                ],
                height: 100) == [["a", "b", "c"], ["f", "g"]])
    }

    @Test("figures that wait come before the end, each on a page that holds it")
    func waiting() {
        #expect(
            paginate([item("a", 60), item("f", 90, floats: true), item("g", 90, floats: true)], height: 100)
                == [["a"], ["f"], ["g"]])
    }

    @Test("an item higher than a page has one to itself, and the rest goes on")
    func tooHigh() {
        #expect(paginate([item("a", 10), item("b", 150), item("c", 10)], height: 100) == [["a"], ["b"], ["c"]])
    }

    @Test("columns are balanced where a section ends, and filled where it does not")
    func columns() {
        let items = (1...6).map { item("\($0)", 20) }
        let section = FlowSection(columns: 2, columnGap: 10, left: 0, width: 100, items: items)
        let pages = Paginator.paginate([section], height: 500)
        #expect(pages.count == 1)
        #expect(pages[0].placed.map(\.origin.x) == [0, 0, 0, 55, 55, 55])
        #expect(names(Paginator.paginate([section], height: 40)) == [["1", "2", "3", "4"], ["5", "6"]])
    }

    @Test("a table in columns repeats its head, ends, and loses no row")
    func tableInColumns() {
        var items = [item("head", 10, keeps: true)]
        var again = item("again", 10)
        again.keepsWithNext = false
        for number in 1...9 {
            var row = item("\(number)", 20)
            row.repeatedHead = [again]
            items.append(row)
        }
        let section = FlowSection(columns: 2, columnGap: 10, left: 0, width: 100, items: items)
        for height in [30.0, 31, 55, 70, 120, 1000] {
            let all = names(Paginator.paginate([section], height: height)).flatMap { $0 }
            #expect(all.filter { Int($0) != nil } == (1...9).map(String.init), "\(height)")
            #expect(all.first == "head")
        }
        #expect(
            names(Paginator.paginate([section], height: 70)) == [
                ["head", "1", "2", "3", "again", "4", "5", "6"], ["again", "7", "8", "again", "9"],
            ])
    }

    @Test("space before is left out at the top of a page")
    func space() {
        var second = item("b", 50)
        second.spaceBefore = 30
        let pages = Paginator.paginate([FlowSection(left: 0, width: 100, items: [item("a", 60), second])], height: 100)
        #expect(pages[1].placed[0].origin.y == 0)
    }

    @Test("columns go on beneath a figure that waits, as one strip")
    func figureInColumns() {
        let text = FlowSection(columns: 2, columnGap: 10, left: 0, width: 100, items: (1...4).map { item("\($0)", 20) })
        let more = FlowSection(columns: 2, columnGap: 10, left: 0, width: 100, items: (5...8).map { item("\($0)", 20) })
        let figure = FlowSection(left: 0, width: 100, items: [item("figure", 80, floats: true)])
        let pages = Paginator.paginate([text, figure, more], height: 100)
        #expect(names(pages) == [["1", "2", "3", "4", "5", "6", "7", "8"], ["figure"]])
        #expect(pages[0].placed.map(\.origin.x) == [0, 0, 0, 0, 55, 55, 55, 55])
        // With room for it, it stands where it was named.
        #expect(
            names(Paginator.paginate([text, figure, more], height: 300)) == [
                ["1", "2", "3", "4", "figure", "5", "6", "7", "8"]
            ])
    }

    @Test("notes stand in the margin beside their calls, in order; what finds no room is left for the end")
    func marginNotes() {
        let notes = [1: item("n1", 30), 2: item("n2", 30), 3: item("n3", 30)]
        var placer = MarginNotePlacer(notes: notes, height: 80)
        var page = PagePlacer.Page(
            page: Paginator.Page(), end: 80, calls: [(y: 0, notes: [1]), (y: 20, notes: [2, 1]), (y: 40, notes: [3])],
            taken: [])
        placer.place(on: &page)
        #expect(page.page.notes.map(\.origin.y) == [0, 30])
        #expect(placer.placed == [1, 2])
    }

    @Test("a note keeps clear of what takes the margin")
    func marginNotesBesideFigures() {
        var placer = MarginNotePlacer(notes: [1: item("n1", 30)], height: 200)
        var page = PagePlacer.Page(
            page: Paginator.Page(), end: 200, calls: [(y: 10, notes: [1])], taken: [20...90])
        placer.place(on: &page)
        #expect(page.page.notes.map(\.origin.y) == [102])
    }

    @Test("a chunk that no column holds is set all the same")
    func longChunk() {
        let items = (1...9).map { number in item("\(number)", 20, keeps: number < 9) }
        let section = FlowSection(columns: 2, columnGap: 10, left: 0, width: 100, items: items)
        #expect(names(Paginator.paginate([section], height: 60)).flatMap { $0 } == (1...9).map(String.init))
    }

    @Test("a table that goes on has its header above every part of it")
    func repeatedHead() {
        let table = [StructureStep(key: "table", structure: Structure(.table))]
        func row(_ name: String) -> FlowItem {
            var row = item(name, 20)
            row.steps = table + [StructureStep(key: name, structure: Structure(.tableRow))]
            return row
        }
        var head = row("head")
        head.keepsWithNext = true
        var again = head
        again.steps = []
        let rows = (1...5).map { number in
            var row = row("\(number)")
            row.repeatedHead = [again]
            return row
        }
        #expect(paginate([head] + rows, height: 60) == [["head", "1", "2"], ["head", "3", "4"], ["head", "5"]])
    }
}
