/// Seconds to figure units: straight between breaks, and the same measure on both sides of each.
struct TimeScale: Sendable {
    struct Segment: Sendable, Hashable {
        /// Seconds since 1970.
        var times: ClosedRange<Double>
        /// Figure units along the axis.
        var places: ClosedRange<Double>
    }

    let segments: [Segment]
    /// Figure units a second.
    let rate: Double

    /// - Parameters:
    ///   - times: the parts of time that are shown, in order and apart from each other.
    ///   - start: the place of the first moment.
    ///   - length: figure units from the first moment to the last, the gaps of the breaks among them.
    ///   - gap: figure units that a break takes.
    init(times: [ClosedRange<Double>], start: Double, length: Double, gap: Double) {
        let shown = times.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
        let free = max(1, length - gap * Double(max(0, times.count - 1)))
        let rate = shown > 0 ? free / shown : 0
        var place = start
        segments = times.map { range in
            let end = place + (range.upperBound - range.lowerBound) * rate
            defer { place = end + gap }
            return Segment(times: range, places: place...max(place, end))
        }
        self.rate = rate
    }

    /// Where a moment stands; one that a break leaves out stands in its gap, one off the axis at its end.
    func place(_ time: Double) -> Double {
        guard let first = segments.first, let last = segments.last else { return 0 }
        if time <= first.times.lowerBound { return first.places.lowerBound }
        if time >= last.times.upperBound { return last.places.upperBound }
        var (low, high) = (0, segments.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].times.upperBound < time { low = middle + 1 } else { high = middle }
        }
        let segment = segments[low]
        if time >= segment.times.lowerBound {
            return segment.places.lowerBound + (time - segment.times.lowerBound) * rate
        }
        let before = segments[max(0, low - 1)]
        let share = (time - before.times.upperBound) / (segment.times.lowerBound - before.times.upperBound)
        return before.places.upperBound + share * (segment.places.lowerBound - before.places.upperBound)
    }

    var places: ClosedRange<Double> {
        guard let first = segments.first, let last = segments.last else { return 0...0 }
        return first.places.lowerBound...last.places.upperBound
    }

    var times: ClosedRange<Double> {
        guard let first = segments.first, let last = segments.last else { return 0...0 }
        return first.times.lowerBound...last.times.upperBound
    }

    /// The places between breaks that a span of time covers, cut to the axis.
    func pieces(_ span: ClosedRange<Double>) -> [ClosedRange<Double>] {
        segments.compactMap { segment in
            let low = max(span.lowerBound, segment.times.lowerBound)
            let high = min(span.upperBound, segment.times.upperBound)
            guard low < high || (low == high && span.lowerBound == span.upperBound) else { return nil }
            return place(low)...place(high)
        }
    }
}
