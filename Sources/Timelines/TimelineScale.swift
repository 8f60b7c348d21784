/// Seconds to figure units: straight between breaks, and the same measure throughout but where the document declares
/// a stretch drawn smaller.
struct TimelineScale: Sendable {
    struct Segment: Sendable, Hashable {
        /// Seconds since 1970.
        var times: ClosedRange<Double>
        /// Figure units along the axis.
        var places: ClosedRange<Double>
        /// 1, or how much smaller than the rest of the axis it is drawn.
        var reduction: Double
    }

    /// A stretch of time that is shown.
    struct Stretch: Sendable, Hashable {
        var times: ClosedRange<Double>
        var reduction = 1.0
    }

    let segments: [Segment]
    /// Figure units a second, where nothing is reduced.
    let rate: Double

    /// - Parameters:
    ///   - stretches: the parts of time that are shown, in order; between two that are apart is a break.
    ///   - start: the place of the first moment.
    ///   - length: figure units from the first moment to the last, the gaps of the breaks among them.
    ///   - gap: figure units that a break takes.
    init(_ stretches: [Stretch], start: Double, length: Double, gap: Double) {
        var shown = 0.0
        var breaks = 0.0
        for (index, stretch) in stretches.enumerated() {
            shown += (stretch.times.upperBound - stretch.times.lowerBound) * stretch.reduction
            if index > 0, stretches[index - 1].times.upperBound < stretch.times.lowerBound { breaks += 1 }
        }
        let rate = shown > 0 ? max(1, length - gap * breaks) / shown : 0
        var segments: [Segment] = []
        var place = start
        for stretch in stretches {
            if let last = segments.last, last.times.upperBound < stretch.times.lowerBound { place += gap }
            let end = place + (stretch.times.upperBound - stretch.times.lowerBound) * rate * stretch.reduction
            segments.append(
                Segment(times: stretch.times, places: place...max(place, end), reduction: stretch.reduction))
            place = max(place, end)
        }
        self.segments = segments
        self.rate = rate
    }

    /// A break: the place where the axis stops and the one where it goes on, and the seconds between.
    struct Break: Sendable, Hashable {
        var places: ClosedRange<Double>
        var seconds: Double
    }

    var breaks: [Break] {
        zip(segments, segments.dropFirst()).compactMap { before, after in
            guard before.times.upperBound < after.times.lowerBound else { return nil }
            return Break(
                places: before.places.upperBound...after.places.lowerBound,
                seconds: after.times.lowerBound - before.times.upperBound)
        }
    }

    /// Figure units between two moments.
    func length(from: Double, to: Double) -> Double { place(to) - place(from) }

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
            // Never past the end, also after rounding: places keep the order of times.
            return min(
                segment.places.upperBound,
                segment.places.lowerBound + (time - segment.times.lowerBound) * rate * segment.reduction)
        }
        let before = segments[max(0, low - 1)]
        let share = (time - before.times.upperBound) / (segment.times.lowerBound - before.times.upperBound)
        return before.places.upperBound + share * (segment.places.lowerBound - before.places.upperBound)
    }

    /// The moment that stands at a place; of a place in a break's gap, the one where the axis goes on.
    func time(at place: Double) -> Double {
        for segment in segments where place <= segment.places.upperBound {
            let rate = rate * segment.reduction
            guard rate > 0, place > segment.places.lowerBound else { return segment.times.lowerBound }
            return min(segment.times.upperBound, segment.times.lowerBound + (place - segment.places.lowerBound) / rate)
        }
        return times.upperBound
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
        var pieces: [ClosedRange<Double>] = []
        for segment in segments {
            let low = max(span.lowerBound, segment.times.lowerBound)
            let high = min(span.upperBound, segment.times.upperBound)
            guard low < high else { continue }
            let piece = place(low)...place(high)
            if let last = pieces.last, last.upperBound >= piece.lowerBound - 1e-9 {
                pieces[pieces.count - 1] = last.lowerBound...piece.upperBound
            } else {
                pieces.append(piece)
            }
        }
        return pieces
    }
}
