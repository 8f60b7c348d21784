/// Puts intervals into the fewest rows in which none overlap: by start, each into the row that has been free longest.
enum IntervalPacking {
    /// The row of each interval, and how many rows there are. n log n.
    static func rows(_ intervals: [ClosedRange<Double>], gap: Double) -> (rows: [Int], count: Int) {
        var rows = [Int](repeating: 0, count: intervals.count)
        // A heap of rows by where they end.
        var heap: [(end: Double, row: Int)] = []
        var count = 0
        func sink() {
            var place = 0
            while true {
                var least = place
                for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child] < heap[least] {
                    least = child
                }
                if least == place { return }
                heap.swapAt(place, least)
                place = least
            }
        }
        func rise() {
            var place = heap.count - 1
            while place > 0, heap[place] < heap[(place - 1) / 2] {
                heap.swapAt(place, (place - 1) / 2)
                place = (place - 1) / 2
            }
        }
        let order = intervals.indices.sorted {
            (intervals[$0].lowerBound, intervals[$0].upperBound, $0) < (
                intervals[$1].lowerBound, intervals[$1].upperBound, $1
            )
        }
        for index in order {
            let interval = intervals[index]
            if let first = heap.first, first.end + gap <= interval.lowerBound {
                rows[index] = first.row
                heap[0] = (interval.upperBound, first.row)
                sink()
            } else {
                rows[index] = count
                heap.append((interval.upperBound, count))
                count += 1
                rise()
            }
        }
        return (rows, count)
    }
}
