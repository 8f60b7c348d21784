import Testing

@testable import Geography

/// Least costs, held against SciPy: `scipy.optimize.linear_sum_assignment` over costs from the same generator
/// (x ← (1103515245 x + 12345) mod 2³¹; each cost is x mod 1000, row after row).
@Suite struct AssignmentTests {
    private static func costs(_ rows: Int, _ columns: Int, seed: Int) -> [[Double]] {
        var state = seed
        return (0..<rows).map { _ in
            (0..<columns).map { _ in
                state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
                return Double(state % 1000)
            }
        }
    }

    @Test(arguments: [(1, 1, 1, 590.0), (3, 3, 2, 905), (5, 9, 3, 253), (40, 40, 4, 1572), (60, 110, 5, 597)])
    func costsAsLittleAsCanBe(rows: Int, columns: Int, seed: Int, least: Double) {
        let costs = Self.costs(rows, columns, seed: seed)
        let chosen = Assignment.columns(rows: rows, columns: columns) { costs[$0][$1] }
        #expect(Set(chosen).count == rows)
        #expect(chosen.enumerated().reduce(0) { $0 + costs[$1.offset][$1.element] } == least)
    }

    @Test func moreRowsThanColumnsHaveNone() {
        #expect(Assignment.columns(rows: 3, columns: 2) { _, _ in 1 }.isEmpty)
        #expect(Assignment.columns(rows: 0, columns: 2) { _, _ in 1 }.isEmpty)
    }
}
