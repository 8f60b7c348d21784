/// Divides a list into columns, in order.
enum KeyedColumns {
    /// Columns filled one after another up to a height; what is higher by itself has a column of its own.
    static func filled(_ heights: [Double], height: Double, gap: Double) -> [Range<Int>] {
        var columns: [Range<Int>] = []
        var (first, used) = (0, 0.0)
        for (index, own) in heights.enumerated() {
            if index > first, used + own > height + 1e-6 {
                columns.append(first..<index)
                (first, used) = (index, 0)
            }
            used += own + gap
        }
        if first < heights.count { columns.append(first..<heights.count) }
        return columns
    }

    /// No more columns than `most`, the highest of them as low as can be.
    static func balanced(_ heights: [Double], most: Int, gap: Double) -> [Range<Int>] {
        var low = heights.max() ?? 0
        var high = heights.reduce(0) { $0 + $1 + gap }
        for _ in 0..<40 where high - low > 0.25 {
            let middle = (low + high) / 2
            if filled(heights, height: middle, gap: gap).count <= most { high = middle } else { low = middle }
        }
        let lowest = filled(heights, height: low, gap: gap)
        return lowest.count <= most ? lowest : filled(heights, height: high, gap: gap)
    }
}
