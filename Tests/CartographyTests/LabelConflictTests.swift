import SceneGraph
import Testing

@testable import Cartography

@Suite("What labels may not stand on")
struct LabelConflictTests {
    private func box(_ x: Double, _ y: Double, _ width: Double = 10, _ height: Double = 10) -> Rectangle {
        Rectangle(x: x, y: y, width: width, height: height)
    }

    @Test(
        "a piece of line meets a box that it runs into, not one that it passes",
        arguments: [
            (Point(-5, 5), Point(15, 5), true), (Point(5, 5), Point(6, 6), true), (Point(-5, 5), Point(-1, 5), false),
            (Point(-5, 0), Point(0, 12), false), (Point(5, -5), Point(5, 5), true),
            (Point(-1, -5), Point(-1, 15), false),
        ])
    func meeting(start: Point, end: Point, meets: Bool) {
        #expect(Segment(start: start, end: end).meets(box(0, 0)) == meets)
        #expect(Segment(start: end, end: start).meets(box(0, 0)) == meets)
    }

    @Test("lines that only touch do not cross")
    func crossing() {
        let level = Segment(start: Point(0, 0), end: Point(10, 0))
        #expect(level.crosses(Segment(start: Point(5, -5), end: Point(5, 5))))
        #expect(!level.crosses(Segment(start: Point(5, 0), end: Point(5, 5))))
        #expect(!level.crosses(Segment(start: Point(20, -5), end: Point(20, 5))))
        #expect(!level.crosses(Segment(start: Point(0, 1), end: Point(10, 1))))
    }

    @Test("type keeps its gap to type, and off symbols and leaders")
    func conflicts() {
        let plain = Footprint(label: box(0, 0), symbol: nil, leader: nil)
        let beside = Footprint(label: box(12, 0), symbol: nil, leader: nil)
        #expect(!plain.conflicts(with: beside, gap: 1) && plain.conflicts(with: beside, gap: 3))
        let symbol = Footprint(label: box(100, 0), symbol: box(5, 5), leader: nil)
        #expect(plain.conflicts(with: symbol, gap: 0) && symbol.conflicts(with: plain, gap: 0))
        let leader = Footprint(
            label: box(100, 0), symbol: nil, leader: Segment(start: Point(100, 5), end: Point(5, 5)))
        #expect(plain.conflicts(with: leader, gap: 0) && leader.conflicts(with: plain, gap: 0))
        #expect(leader.extent == Rectangle(x: 5, y: 0, width: 105, height: 10))
        #expect(symbol.extent == Rectangle(x: 5, y: 0, width: 105, height: 15))
    }

    @Test("the board knows what the chosen candidates keep from being chosen")
    func board() {
        // Two of the first label, one of each other; the second candidate stands beside the third's place.
        let board = LabelBoard(
            costs: [0, 4, 0, 9], owners: [0, 0, 1, 2], conflicts: [[2], [], [0, 3], [2]], labelCount: 3)
        board.choose(2, for: 1)
        #expect(board.blockers[0] == 1 && board.blockers[1] == 0 && board.blockers[3] == 1)
        #expect(board.firstFree(0..<2, below: 10) == 1)
        #expect(board.firstFree(0..<2, below: 4) == -1)
        #expect(board.chosenConflicts(of: 0) == [2] && board.chosenConflicts(of: 2).isEmpty)
        board.choose(-1, for: 1)
        #expect(board.firstFree(0..<2, below: 10) == 0 && board.firstFree(3..<4, below: 10) == 3)
    }
}
