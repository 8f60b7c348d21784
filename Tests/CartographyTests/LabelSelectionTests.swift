import SceneGraph
import Testing

@testable import Cartography

@Suite struct LabelSelectionTests {
    private func candidate(_ x: Double, _ y: Double, cost: Double, width: Double = 10) -> LabelCandidate {
        LabelCandidate(
            Node(
                id: "n", role: "map-label", bounds: Rectangle(x: x, y: y, width: width, height: 10),
                content: .group(Group(children: []))), cost: cost)
    }

    @Test func aLabelGivesWayWhereThatPlacesBoth() {
        // Greedy would put the first in the middle, and the second nowhere.
        let first = [candidate(0, 0, cost: 0), candidate(50, 0, cost: 5)]
        let second = [candidate(5, 0, cost: 0)]
        let chosen = LabelSelection([first, second], losses: [100, 50], gap: 1).chosen
        #expect(chosen == [1, 0])
    }

    @Test func theMoreImportantStaysWhereThereIsRoomForOne() {
        let chosen = LabelSelection(
            [[candidate(0, 0, cost: 0)], [candidate(5, 0, cost: 0)]], losses: [50, 100], gap: 1
        ).chosen
        #expect(chosen == [nil, 0])
    }

    @Test func aPlaceWorseThanNoneIsNotTaken() {
        #expect(LabelSelection([[candidate(0, 0, cost: 20)]], losses: [14], gap: 1).chosen == [nil])
    }

    /// Against all choices there are, for seeded rows of labels too dense to be placed all.
    @Test(arguments: 1...6) func smallGroupsAreSolvedBest(_ seed: UInt64) {
        var state = seed
        func random(_ below: UInt64) -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double((state >> 33) % below)
        }
        var labels: [[LabelCandidate]] = []
        var losses: [Double] = []
        for _ in 0..<7 {
            labels.append((0..<4).map { _ in candidate(random(60), random(16), cost: random(12)) })
            losses.append(20 + random(60))
        }
        let selection = LabelSelection(labels, losses: losses, gap: 0)
        func total(_ chosen: [Int?]) -> Double? {
            var sum = 0.0
            var placed: [LabelCandidate] = []
            for (label, choice) in chosen.enumerated() {
                guard let choice else {
                    sum += losses[label]
                    continue
                }
                let candidate = labels[label][choice]
                if placed.contains(where: { $0.footprint.conflicts(with: candidate.footprint, gap: 0) }) { return nil }
                placed.append(candidate)
                sum += candidate.cost
            }
            return sum
        }
        var best = Double.infinity
        for code in 0..<78125 {  // 5 to the 7th
            var rest = code
            let choice: [Int?] = (0..<7).map { _ in
                defer { rest /= 5 }
                return rest % 5 == 4 ? nil : rest % 5
            }
            if let sum = total(choice) { best = min(best, sum) }
        }
        #expect(total(selection.chosen) == best)
    }

    @Test func leadersAreCrossedByNothing() {
        let leader = Segment(start: Point(0, 50), end: Point(100, 50))
        var long = candidate(-20, 45, cost: 0)
        long.leader = leader
        #expect(long.footprint.conflicts(with: candidate(50, 45, cost: 0).footprint, gap: 1))
        #expect(!long.footprint.conflicts(with: candidate(50, 70, cost: 0).footprint, gap: 1))
        var crossing = candidate(50, 0, cost: 0)
        crossing.leader = Segment(start: Point(55, 10), end: Point(55, 90))
        #expect(long.footprint.conflicts(with: crossing.footprint, gap: 1))
    }
}

@Suite struct InteriorTests {
    private let square = [Point(0, 0), Point(100, 0), Point(100, 100), Point(0, 100)]

    @Test func boxesInsideAreToldFromBoxesAcrossTheEdge() throws {
        let hole = [Point(40, 40), Point(60, 40), Point(60, 60), Point(40, 60)]
        let interior = try #require(Interior([square, hole]))
        #expect(interior.contains(Rectangle(x: 5, y: 5, width: 30, height: 90)))
        #expect(!interior.contains(Rectangle(x: 5, y: 45, width: 90, height: 10)))
        #expect(!interior.contains(Rectangle(x: 90, y: 5, width: 20, height: 10)))
        #expect(!interior.contains(Point(50, 50)) && interior.contains(Point(20, 50)))
    }

    @Test func theFirstPlaceIsThePoleOfInaccessibility() throws {
        // An L: its roomiest place is at the corner, not at the centroid, which is near the inner corner.
        let corner = [Point(0, 0), Point(40, 0), Point(40, 80), Point(120, 80), Point(120, 120), Point(0, 120)]
        let interior = try #require(Interior([corner]))
        let place = try #require(interior.places().first)
        #expect(place.x > 12 && place.x < 45 && place.y > 70 && place.y < 108)
    }

    @Test func onlyLongSlantingAreasHaveASpine() throws {
        let flat = try #require(Interior([square]))
        #expect(flat.spine == nil)
        let band = [Point(0, 100), Point(20, 100), Point(120, 0), Point(100, 0)]
        let slanting = try #require(Interior([band]))
        let spine = try #require(slanting.spine)
        let (first, last) = (try #require(spine.first), try #require(spine.last))
        #expect(first.x < last.x && first.y > last.y)
        for point in spine.dropFirst(3).dropLast(3) { #expect(abs(point.x + point.y - 110) < 6) }
    }
}
