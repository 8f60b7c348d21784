import Testing

@testable import Reports

@Suite("Where lines end")
struct LineBreaksTests {
    private typealias Box = LineBreaks.Box

    private func words(_ widths: [Double], gap: Double = 5) -> [Box] {
        widths.enumerated().map { Box(width: $1, gap: $0 == 0 ? 0 : gap, hyphenWidth: 0) }
    }

    /// The sum of squares of what all lines but the last fall short by, the least over every way to break.
    private func least(_ boxes: [Box], width: Double) -> Double {
        func cost(_ start: Int) -> Double {
            var (natural, best) = (0.0, Double.infinity)
            for end in start..<boxes.count {
                natural += boxes[end].width + (end > start ? boxes[end].gap : 0)
                if natural > width, end > start { break }
                if end == boxes.count - 1 {
                    return min(best, start == end && end > 0 ? 2_000 : 0)
                }
                best = min(best, max(0, width - natural) * max(0, width - natural) + cost(end + 1))
            }
            return best
        }
        return cost(0)
    }

    private func cost(_ breaks: [Int], _ boxes: [Box], width: Double) -> Double {
        zip(breaks, breaks.dropFirst()).reduce(0) { sum, line in
            let part = boxes[line.0..<line.1]
            let natural = part.map(\.width).reduce(0, +) + part.dropFirst().map(\.gap).reduce(0, +)
            if line.1 == boxes.count { return sum + (part.count == 1 && line.1 > 1 ? 2_000 : 0) }
            return sum + max(0, width - natural) * max(0, width - natural)
        }
    }

    @Test("ragged lines cost as little as the best of all ways to break", arguments: [40.0, 55, 70, 100])
    func optimum(width: Double) {
        let boxes = words([12, 30, 7, 22, 18, 35, 9, 14, 28, 5, 11, 31, 16])
        let breaks = LineBreaks(width: width, isJustified: false).breaks(of: boxes)
        #expect(breaks.first == 0 && breaks.last == boxes.count)
        #expect(abs(cost(breaks, boxes, width: width) - least(boxes, width: width)) < 1e-9)
    }

    @Test("no boxes make no line; one that is too wide has a line of its own")
    func edges() {
        #expect(LineBreaks(width: 50, isJustified: true).breaks(of: []) == [0])
        #expect(LineBreaks(width: 50, isJustified: false).breaks(of: words([90])) == [0, 1])
        #expect(LineBreaks(width: 50, isJustified: false).breaks(of: words([20, 90, 20])) == [0, 1, 2, 3])
    }

    @Test("a word is divided only where whole words leave a hole, and never before the last line")
    func division() {
        // The second word's halves: 20 and 20.
        func boxes(_ first: Double, _ others: [Double]) -> [Box] {
            [
                Box(width: first, gap: 0, hyphenWidth: 0), Box(width: 20, gap: 5, hyphenWidth: 0),
                Box(width: 20, gap: 0, hyphenWidth: 4),
            ] + others.map { Box(width: $0, gap: 5, hyphenWidth: 0) }
        }
        let breaker = LineBreaks(width: 100, isJustified: false)
        #expect(breaker.breaks(of: boxes(55, [70, 30, 30])) == [0, 3, 4, 6])
        #expect(breaker.breaks(of: boxes(60, [70, 30, 30])) == [0, 2, 4, 6])
        #expect(breaker.breaks(of: boxes(60, [30, 10])) == [0, 1, 5])
    }

    @Test("justified spaces shrink by a third to hold one more word")
    func shrinking() {
        // Four words of 22 and three gaps of 5 are 103; the gaps may give 4.95 in all.
        let boxes = words([22, 22, 22, 22, 40, 40])
        #expect(LineBreaks(width: 100, isJustified: true).breaks(of: boxes) == [0, 4, 6])
        #expect(LineBreaks(width: 100, isJustified: false).breaks(of: boxes).contains(3))
    }
}
