/// Gives each row a column of its own so that the costs add up to as little as can be: the Hungarian method with
/// shortest augmenting paths (R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse
/// linear assignment problems", Computing 38, 1987). Rows squared times columns.
public enum Assignment {
    /// - Parameters:
    ///   - rows: how many there are; no more than columns.
    ///   - cost: of a row in a column; finite.
    /// - Returns: the column of each row; empty where there are more rows than columns.
    public static func columns(rows: Int, columns: Int, cost: (_ row: Int, _ column: Int) -> Double) -> [Int] {
        guard rows <= columns, rows > 0 else { return [] }
        var state = State(rows: rows, columns: columns)
        for row in 1...rows { state.insert(row, cost: cost) }
        var result = [Int](repeating: 0, count: rows)
        for column in 1...columns where state.rowOfColumn[column] > 0 {
            result[state.rowOfColumn[column] - 1] = column - 1
        }
        return result
    }

    /// Rows and columns count from 1; column 0 stands for the row that wants a place.
    private struct State {
        var rowOfColumn: [Int]
        private var rowPotential: [Double]
        private var columnPotential: [Double]

        init(rows: Int, columns: Int) {
            rowOfColumn = [Int](repeating: 0, count: columns + 1)
            rowPotential = [Double](repeating: 0, count: rows + 1)
            columnPotential = [Double](repeating: 0, count: columns + 1)
        }

        mutating func insert(_ row: Int, cost: (Int, Int) -> Double) {
            let count = rowOfColumn.count
            rowOfColumn[0] = row
            var least = [Double](repeating: .infinity, count: count)
            var previous = [Int](repeating: 0, count: count)
            var seen = [Bool](repeating: false, count: count)
            var column = 0
            repeat {
                seen[column] = true
                let current = rowOfColumn[column]
                var (step, next) = (Double.infinity, 0)
                for other in 1..<count where !seen[other] {
                    let reduced = cost(current - 1, other - 1) - rowPotential[current] - columnPotential[other]
                    if reduced < least[other] { (least[other], previous[other]) = (reduced, column) }
                    if least[other] < step { (step, next) = (least[other], other) }
                }
                for other in 0..<count {
                    if seen[other] {
                        rowPotential[rowOfColumn[other]] += step
                        columnPotential[other] -= step
                    } else {
                        least[other] -= step
                    }
                }
                column = next
            } while rowOfColumn[column] != 0
            while column != 0 {
                rowOfColumn[column] = rowOfColumn[previous[column]]
                column = previous[column]
            }
        }
    }
}
