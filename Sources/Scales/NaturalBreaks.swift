/// The classes that differ least within themselves: the exact optimum, by dynamic programming.
///
/// W. D. Fisher, On Grouping for Maximum Homogeneity (Journal of the American Statistical Association 53(284), 1958);
/// known to mapmakers as G. F. Jenks's optimal, or natural, breaks (1977). Minimised is the sum over classes of the
/// squared distances of their values from their mean.
public enum NaturalBreaks {
    /// The largest value of each class, rising; the last is the largest of all.
    ///
    /// Equal values are never parted, so there are at most as many classes as there are different values. Where
    /// several divisions are equally good, the one with the smallest first classes.
    /// Cost: O(classes · n log n) for n different values, since the best cut of a longer list never lies before that
    /// of a shorter one.
    ///
    /// - Parameter values: any order; NaN and infinities are passed over.
    public static func upperBounds(of values: [Double], classes: Int) -> [Double] {
        let sorted = values.filter(\.isFinite).sorted()
        guard classes > 0, let first = sorted.first, let last = sorted.last else { return [] }
        var different: [Double] = []
        var counts: [Double] = []
        for value in sorted {
            if different.last == value {
                counts[counts.count - 1] += 1
            } else {
                different.append(value)
                counts.append(1)
            }
        }
        let n = different.count
        if n <= classes { return different }

        // Sums from the middle of the range, so that squares keep their last digits.
        let middle = first + (last - first) / 2
        var weights = [0.0]
        var sums = [0.0]
        var squares = [0.0]
        for (value, count) in zip(different, counts) {
            let shifted = value - middle
            weights.append((weights.last ?? 0) + count)
            sums.append((sums.last ?? 0) + count * shifted)
            squares.append((squares.last ?? 0) + count * shifted * shifted)
        }
        /// The squared distances within the different values `from..<to`.
        func cost(_ from: Int, _ to: Int) -> Double {
            let sum = sums[to] - sums[from]
            return max(0, squares[to] - squares[from] - sum * sum / (weights[to] - weights[from]))
        }

        var best = (0...n).map { $0 == 0 ? 0 : cost(0, $0) }
        var cuts: [[Int32]] = []
        for number in 2...max(2, classes) where classes >= 2 {
            var next = [Double](repeating: .infinity, count: n + 1)
            var cut = [Int32](repeating: 0, count: n + 1)
            // Spans of ends still to do, with the span that their best cut lies in.
            var spans = [(low: number, high: n, from: number - 1, to: n - 1)]
            while let span = spans.popLast() {
                guard span.low <= span.high else { continue }
                let end = (span.low + span.high) / 2
                var (least, place) = (Double.infinity, span.from)
                for start in span.from...max(span.from, min(span.to, end - 1)) {
                    let total = best[start] + cost(start, end)
                    if total < least { (least, place) = (total, start) }
                }
                next[end] = least
                cut[end] = Int32(place)
                spans.append((span.low, end - 1, span.from, place))
                spans.append((end + 1, span.high, place, span.to))
            }
            best = next
            cuts.append(cut)
        }
        var bounds: [Double] = []
        var end = n
        for cut in cuts.reversed() {
            bounds.append(different[end - 1])
            end = Int(cut[end])
        }
        bounds.append(different[end - 1])
        return bounds.reversed()
    }
}
