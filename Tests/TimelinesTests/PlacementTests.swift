import Testing

@testable import Timelines

@Suite struct PlacementTests {
    typealias Box = IsotonicPlacement.Box

    @Test func boxesThatFitStayWhereTheyBelong() {
        let starts = IsotonicPlacement.starts([Box(ideal: 0, length: 5), Box(ideal: 10, length: 5)], gap: 1)
        #expect(starts == [0, 10])
    }

    @Test func crowdedBoxesShareTheMove() {
        let starts = IsotonicPlacement.starts([Box(ideal: 10, length: 10), Box(ideal: 10, length: 10)], gap: 0)
        #expect(starts == [5, 15])
        let heavy = IsotonicPlacement.starts(
            [Box(ideal: 10, length: 10, weight: 3), Box(ideal: 10, length: 10)], gap: 0)
        #expect(heavy == [7.5, 17.5])
        let bounded = IsotonicPlacement.starts(
            [Box(ideal: 10, length: 10), Box(ideal: 10, length: 10)], gap: 0, bounds: 8...40)
        #expect(bounded == [8, 18])
    }

    /// Against every placement on a fine grid.
    @Test(arguments: 0..<20)
    func noPlacementIsBetter(seed: Int) {
        var random = SeededEvents(seed: UInt64(seed))
        let boxes = (0..<3).map { _ in
            Box(ideal: Double(random.next(12)), length: Double(2 + random.next(4)), weight: Double(1 + random.next(2)))
        }.sorted { $0.ideal < $1.ideal }
        func cost(_ starts: [Double]) -> Double {
            zip(boxes, starts).reduce(0) { $0 + $1.0.weight * ($1.1 - $1.0.ideal) * ($1.1 - $1.0.ideal) }
        }
        let best = cost(IsotonicPlacement.starts(boxes, gap: 0))
        var least = Double.infinity
        for a in stride(from: -8.0, through: 16, by: 0.5) {
            for b in stride(from: a + boxes[0].length, through: 20, by: 0.5) {
                for c in stride(from: b + boxes[1].length, through: 24, by: 0.5) {
                    least = min(least, cost([a, b, c]))
                }
            }
        }
        #expect(least >= best - 1e-9)
    }

    /// Against all 2ⁿ ways to divide the labels.
    @Test(arguments: 0..<40)
    func noDivisionIsBetter(seed: Int) {
        var random = SeededEvents(seed: UInt64(seed))
        let boxes = (0..<9).map { _ in Box(ideal: Double(random.next(60)), length: Double(8 + random.next(20))) }
            .sorted { $0.ideal < $1.ideal }
        func cost(_ sides: [SideAssignment.Side]) -> Double {
            [SideAssignment.Side.left, .right].reduce(0) { sum, side in
                let own = zip(boxes, sides).filter { $0.1 == side }.map(\.0)
                let starts = IsotonicPlacement.starts(own, gap: 2)
                return sum + zip(own, starts).reduce(0) { $0 + ($1.1 - $1.0.ideal) * ($1.1 - $1.0.ideal) }
            }
        }
        let found = cost(SideAssignment.sides(boxes, gap: 2, room: 10_000, breadth: 1 << 9))
        let usual = cost(SideAssignment.sides(boxes, gap: 2, room: 10_000))
        var best = Double.infinity
        for choice in 0..<(1 << boxes.count) {
            best = min(best, cost(boxes.indices.map { choice >> $0 & 1 == 0 ? .left : .right }))
        }
        // A thousandth of a squared unit breaks ties towards even columns.
        #expect(found <= best + 8)
        #expect(usual <= best * 1.02 + 8)
    }

    @Test func theFewestRows() {
        let packed = IntervalPacking.rows([0...4, 1...3, 3.5...6, 5...9, 6.5...8], gap: 0)
        #expect(packed.count == 2)
        #expect(packed.rows == [0, 1, 1, 0, 1])
        #expect(IntervalPacking.rows([], gap: 0).count == 0)
        var random = SeededEvents(seed: 1)
        let intervals = (0..<500).map { _ in
            let low = Double(random.next(1000))
            return low...(low + Double(1 + random.next(60)))
        }
        let many = IntervalPacking.rows(intervals, gap: 0)
        // As many rows as intervals lie over one place: fewer there cannot be.
        let deepest = (0...1060).map { place in
            intervals.count { $0.lowerBound <= Double(place) && Double(place) < $0.upperBound }
        }
        #expect(many.count == deepest.max())
        for row in 0..<many.count {
            let own = zip(intervals, many.rows).filter { $0.1 == row }.map(\.0).sorted { $0.lowerBound < $1.lowerBound }
            for (one, next) in zip(own, own.dropFirst()) { #expect(one.upperBound <= next.lowerBound) }
        }
    }
}
