import Calendar

/// What stands on the axis for one date: all events of that date, in that lane.
struct TimelineMark: Sendable {
    enum Shape: Sendable, Hashable {
        /// A moment, narrower than a dot or not much wider.
        case dot
        /// A time that lasted, or a moment that is known only to lie within.
        case span
    }

    var date: EDTFDate
    /// Places in `Timeline.events`, in the order of the document.
    var events: [Int]
    var lane: String?
    var icon: Timeline.Icon
    var isAnnotation: Bool
    /// The least rank of its events.
    var rank: Int
    var shape: Shape
    /// Seconds: the part that the axis shows, where the label belongs, and what is sure.
    var extent: ClosedRange<Double>
    var anchor: Double
    /// How much of the extent, in figure units, is not sure at either end.
    var softStart: Double
    var softEnd: Double
    /// It goes on beyond the axis: an open end, or a date that reaches further than the axis does.
    var goesOn: Bool
    var cameBefore: Bool
    /// How much of a span is done, from 0 to 1; nil where that is not told.
    var progress: Double?
    var isApproximate: Bool { date.isApproximate }
    var isUncertain: Bool { date.isUncertain }

    /// The part of the span that is done, where there is one.
    var done: ClosedRange<Double>? {
        guard let progress, progress > 0 else { return nil }
        return extent.lowerBound...(extent.lowerBound + (extent.upperBound - extent.lowerBound) * progress)
    }

    /// The parts of a span's date that are only about, or uncertain, each with the moment that its mark stands at.
    var doubts: [(time: Double, doubt: Doubt)] {
        func entry(_ moment: EDTFMoment?) -> (time: Double, doubt: Doubt)? {
            guard let moment, let doubt = Doubt(isApproximate: moment.isApproximate, isUncertain: moment.isUncertain)
            else {
                return nil
            }
            return ((Double(moment.firstSecond) + Double(moment.endSecond)) / 2, doubt)
        }
        switch date.form {
        case .undated: return []
        case .moment(let moment): return [entry(moment)].compactMap { $0 }
        case .interval(let from, let to): return [entry(from.moment), entry(to.moment)].compactMap { $0 }
        }
    }
}

extension TimelineMark {
    /// The marks of a timeline's dated events, by the time that they belong to.
    ///
    /// - Parameters:
    ///   - rate: figure units a second; what is wider than `widest` units is drawn as a span.
    static func marks(
        _ timeline: Timeline, scale: TimelineScale, widest: Double, grouping: Bool = true
    ) -> [TimelineMark] {
        struct Key: Hashable {
            var text: String
            var calendar: CalendarSystem
            var lane: String?
            var icon: Timeline.Icon
            var isAnnotation: Bool
            var progress: Double?
        }
        var marks: [TimelineMark] = []
        var places: [Key: Int] = [:]
        for (index, event) in timeline.events.enumerated() {
            guard var mark = mark(of: event, at: index, scale: scale, widest: widest) else { continue }
            var calendar = CalendarSystem.gregorian
            if case .moment(let moment) = event.date.form { calendar = moment.calendar }
            let key = Key(
                text: event.date.text, calendar: calendar, lane: event.lane, icon: event.icon,
                isAnnotation: event.isAnnotation, progress: event.progress)
            if grouping, let place = places[key] {
                marks[place].events.append(index)
                marks[place].rank = min(marks[place].rank, event.rank)
                continue
            }
            places[key] = marks.count
            mark.rank = event.rank
            mark.progress = event.progress
            // What is planned or measured so exactly ends where it is said to.
            if event.progress != nil { (mark.softStart, mark.softEnd) = (0, 0) }
            marks.append(mark)
        }
        // As they are read: a reversed axis begins with the last.
        let sign: Double = scale.isReversed ? -1 : 1
        return marks.enumerated().sorted { a, b in
            (sign * a.element.anchor, sign * a.element.extent.lowerBound, a.offset) < (
                sign * b.element.anchor, sign * b.element.extent.lowerBound, b.offset
            )
        }.map(\.element)
    }

    private static func mark(
        of event: Timeline.Event, at index: Int, scale: TimelineScale, widest: Double
    ) -> TimelineMark? {
        let axis = scale.times
        func cut(_ time: Double) -> Double { max(axis.lowerBound, min(axis.upperBound, time)) }
        func mark(
            _ shape: Shape, _ extent: ClosedRange<Double>, anchor: Double, softStart: Double, softEnd: Double,
            cameBefore: Bool, goesOn: Bool
        ) -> TimelineMark {
            TimelineMark(
                date: event.date, events: [index], lane: event.lane, icon: event.icon,
                isAnnotation: event.isAnnotation, rank: event.rank, shape: shape,
                extent: extent, anchor: anchor, softStart: softStart, softEnd: softEnd, goesOn: goesOn,
                cameBefore: cameBefore)
        }
        /// What is not known of an end, in units: the length of its own date, and more where it is about.
        func doubt(_ moment: EDTFMoment) -> Double {
            let own = scale.length(from: Double(moment.firstSecond), to: Double(moment.endSecond))
            return moment.isApproximate || moment.isUncertain ? max(own, 0.7 * widest) : own
        }
        switch event.date.form {
        case .undated: return nil
        case .moment(let moment):
            let (first, end) = (Double(moment.firstSecond), Double(moment.endSecond))
            let (low, high) = (cut(first), cut(end))
            let length = scale.length(from: low, to: high)
            let isWide = !event.isAnnotation && (length > widest || high < end || first < low)
            // The label of what is only known to lie within belongs at the middle of what is drawn of it.
            let middle = isWide ? scale.time(at: (scale.place(low) + scale.place(high)) / 2) : (low + high) / 2
            return mark(
                isWide ? .span : .dot, low...high, anchor: middle, softStart: length * 0.3, softEnd: length * 0.3,
                cameBefore: first < low, goesOn: high < end)
        case .interval(let from, let to):
            var low = axis.lowerBound
            var high = axis.upperBound
            var (softStart, softEnd) = (0.0, 0.0)
            if let moment = from.moment {
                low = cut(Double(moment.firstSecond))
                softStart = doubt(moment)
            }
            if let moment = to.moment {
                high = cut(Double(moment.endSecond))
                softEnd = doubt(moment)
            }
            if high < low { high = low }
            if from == .unknown { softStart = scale.length(from: low, to: high) * 0.5 }
            if to == .unknown { softEnd = scale.length(from: low, to: high) * 0.5 }
            // A label belongs where the span surely begins; where no beginning is known, where it ends.
            let anchor: Double
            if let moment = from.moment {
                anchor = cut((Double(moment.firstSecond) + Double(moment.endSecond)) / 2)
            } else if let moment = to.moment {
                anchor = cut((Double(moment.firstSecond) + Double(moment.endSecond)) / 2)
            } else {
                anchor = (low + high) / 2
            }
            let goesOn = to == .open || to.moment.map { Double($0.endSecond) > axis.upperBound } ?? false
            let cameBefore = from == .open || from.moment.map { Double($0.firstSecond) < axis.lowerBound } ?? false
            return mark(
                .span, low...high, anchor: anchor, softStart: softStart, softEnd: softEnd, cameBefore: cameBefore,
                goesOn: goesOn)
        }
    }
}
