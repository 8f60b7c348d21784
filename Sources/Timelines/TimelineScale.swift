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

    /// In the order of time.
    let segments: [Segment]
    /// Figure units a second, where nothing is reduced.
    let rate: Double
    /// Later moments stand first.
    let isReversed: Bool
    /// The sum of both ends where the scale is reversed: what a place and its mirror image add up to.
    private let ends: Double

    /// - Parameters:
    ///   - stretches: the parts of time that are shown, in order; between two that are apart is a break.
    ///   - start: the place of the first moment.
    ///   - length: figure units from the first moment to the last, the gaps of the breaks among them.
    ///   - gap: figure units that a break takes.
    ///   - isReversed: the last moment stands at `start`.
    init(_ stretches: [Stretch], start: Double, length: Double, gap: Double, isReversed: Bool = false) {
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
        let ends = start + place
        self.segments =
            isReversed
            ? segments.map {
                Segment(
                    times: $0.times, places: (ends - $0.places.upperBound)...(ends - $0.places.lowerBound),
                    reduction: $0.reduction)
            } : segments
        self.rate = rate
        self.isReversed = isReversed
        self.ends = ends
    }

    /// The segments as one reads them.
    var segmentsInPlace: [Segment] { isReversed ? segments.reversed() : segments }

    /// A break: the place where the axis stops and the one where it goes on, and the seconds between.
    struct Break: Sendable, Hashable {
        var places: ClosedRange<Double>
        var seconds: Double
    }

    var breaks: [Break] {
        zip(segments, segments.dropFirst()).compactMap { before, after in
            guard before.times.upperBound < after.times.lowerBound else { return nil }
            let (first, second) = isReversed ? (after, before) : (before, after)
            return Break(
                places: first.places.upperBound...second.places.lowerBound,
                seconds: after.times.lowerBound - before.times.upperBound)
        }
    }

    /// Figure units between two moments.
    func length(from: Double, to: Double) -> Double { abs(place(to) - place(from)) }

    /// The places of a span of time, the lesser first.
    func span(_ times: ClosedRange<Double>) -> ClosedRange<Double> {
        let (a, b) = (place(times.lowerBound), place(times.upperBound))
        return min(a, b)...max(a, b)
    }

    /// Where a moment stands; one that a break leaves out stands in its gap, one off the axis at its end.
    func place(_ time: Double) -> Double {
        isReversed ? ends - forwardPlace(time) : forwardPlace(time)
    }

    private func forward(_ segment: Segment) -> ClosedRange<Double> {
        isReversed ? (ends - segment.places.upperBound)...(ends - segment.places.lowerBound) : segment.places
    }

    private func forwardPlace(_ time: Double) -> Double {
        guard let first = segments.first, let last = segments.last else { return 0 }
        if time <= first.times.lowerBound { return forward(first).lowerBound }
        if time >= last.times.upperBound { return forward(last).upperBound }
        var (low, high) = (0, segments.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].times.upperBound < time { low = middle + 1 } else { high = middle }
        }
        let segment = segments[low]
        if time >= segment.times.lowerBound {
            // Never past the end, also after rounding: places keep the order of times.
            let places = forward(segment)
            return min(
                places.upperBound, places.lowerBound + (time - segment.times.lowerBound) * rate * segment.reduction)
        }
        let before = segments[max(0, low - 1)]
        let share = (time - before.times.upperBound) / (segment.times.lowerBound - before.times.upperBound)
        let (start, end) = (forward(before).upperBound, forward(segment).lowerBound)
        return start + share * (end - start)
    }

    /// The moment that stands at a place; of a place in a break's gap, the one where the axis goes on.
    func time(at place: Double) -> Double {
        let place = isReversed ? ends - place : place
        for segment in segments where place <= forward(segment).upperBound {
            let rate = rate * segment.reduction
            let start = forward(segment).lowerBound
            guard rate > 0, place > start else { return segment.times.lowerBound }
            return min(segment.times.upperBound, segment.times.lowerBound + (place - start) / rate)
        }
        return times.upperBound
    }

    var places: ClosedRange<Double> {
        guard let first = segmentsInPlace.first, let last = segmentsInPlace.last else { return 0...0 }
        return first.places.lowerBound...last.places.upperBound
    }

    var times: ClosedRange<Double> {
        guard let first = segments.first, let last = segments.last else { return 0...0 }
        return first.times.lowerBound...last.times.upperBound
    }

    /// The places between breaks that a span of time covers, cut to the axis.
    func pieces(_ span: ClosedRange<Double>) -> [ClosedRange<Double>] {
        var pieces: [ClosedRange<Double>] = []
        for segment in segmentsInPlace {
            let low = max(span.lowerBound, segment.times.lowerBound)
            let high = min(span.upperBound, segment.times.upperBound)
            guard low < high else { continue }
            let piece = self.span(low...high)
            if let last = pieces.last, last.upperBound >= piece.lowerBound - 1e-9 {
                pieces[pieces.count - 1] = last.lowerBound...piece.upperBound
            } else {
                pieces.append(piece)
            }
        }
        return pieces
    }
}
