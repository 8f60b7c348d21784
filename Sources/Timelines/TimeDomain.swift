import Calendar

/// The span of time that an axis shows.
enum TimeDomain {
    /// From the first moment to the last that the events and eras surely reach.
    ///
    /// A date that is known to the century only does not stretch an axis that other dates already lie on: an event of
    /// "the 21st century" among years is drawn to the axis's end and fades there. Where nothing finer is near, the
    /// whole century is shown.
    static func times(_ timeline: Timeline) -> ClosedRange<Double> {
        var fine: (low: Int, high: Int)?
        var coarse: [(low: Int, high: Int)] = []
        func add(_ low: Int, _ high: Int) {
            fine = (min(fine?.low ?? low, low), max(fine?.high ?? high, high))
        }
        for date in timeline.events.map(\.date) + timeline.eras.map(\.date) {
            switch date.form {
            case .undated: continue
            case .moment(let moment):
                if isCoarse(moment) {
                    coarse.append((moment.firstSecond, moment.endSecond))
                } else {
                    add(moment.firstSecond, moment.endSecond)
                }
            case .interval(let from, let to):
                for moment in [from.moment, to.moment].compactMap({ $0 }) {
                    if isCoarse(moment) {
                        coarse.append((moment.firstSecond, moment.endSecond))
                    } else {
                        add(moment.firstSecond, moment.endSecond)
                    }
                }
            }
        }
        for chart in timeline.charts {
            guard let first = chart.chart.moments.first, let last = chart.chart.moments.last, abs(first) < 4e18,
                abs(last) < 4e18
            else { continue }
            // Bars stand half to the left of their moment.
            let margin = 0.01 * (last - first)
            add(Int((first - margin).rounded(.down)), Int((last + margin).rounded(.up)))
        }
        if let moment = timeline.asOf, let first = moment.firstSecond, let end = moment.endSecond { add(first, end) }
        coarse.sort { ($0.low, $0.high) < ($1.low, $1.high) }
        let hull = fine
        for span in coarse {
            if let hull, span.low < hull.high, hull.low < span.high { continue }
            add(span.low, span.high)
        }
        guard let fine else { return 0...1 }
        // A single moment has an axis as long again on either side of it.
        let isSingle = timeline.events.allSatisfy { event in
            event.date.isUndated || (event.date.firstSecond == fine.low && event.date.endSecond == fine.high)
        }
        let around = isSingle && timeline.eras.isEmpty ? Double(fine.high) - Double(fine.low) : 0
        // Within what whole seconds can count.
        return max(-4e18, Double(fine.low) - around)...min(4e18, Double(fine.high) + around)
    }

    /// Known to the century, or less.
    static func isCoarse(_ moment: EDTFMoment) -> Bool { moment.precision <= .century }
}
