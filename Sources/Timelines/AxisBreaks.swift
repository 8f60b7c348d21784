import Calendar
import Phrases

/// Stretches of time that an axis leaves out.
enum AxisBreaks {
    /// A gap shorter than this share of the axis is not worth a break.
    static let leastShare = 0.15
    static let secondsPerYear = 365.2425 * 86_400

    /// Spans that no break may cut: everything that lasts, decades, eras; and centuries that the axis shows whole.
    static func uncuttable(_ timeline: Timeline) -> [(title: String, span: Range<Int>)] {
        let domain = TimeDomain.times(timeline)
        let finest = (timeline.events.map(\.date) + timeline.eras.map(\.date)).compactMap { date -> (Int, Int)? in
            guard case .moment(let moment) = date.form, !TimeDomain.isCoarse(moment) else {
                guard case .interval = date.form, let first = date.firstSecond ?? date.endSecond else { return nil }
                return (first, date.endSecond ?? first)
            }
            return (moment.firstSecond, moment.endSecond)
        }
        let hull = finest.isEmpty ? nil : (low: finest.map(\.0).min() ?? 0, high: finest.map(\.1).max() ?? 0)
        func span(_ date: EDTFDate) -> Range<Int>? {
            switch date.form {
            case .undated: return nil
            case .moment(let moment):
                if TimeDomain.isCoarse(moment), let hull, moment.firstSecond < hull.high, hull.low < moment.endSecond {
                    return nil
                }
                return moment.firstSecond..<max(moment.firstSecond + 1, moment.endSecond)
            case .interval:
                let low = date.firstSecond ?? Int(domain.lowerBound)
                let high = date.endSecond ?? Int(domain.upperBound)
                return low < high ? low..<high : nil
            }
        }
        let chartSpans = timeline.charts.flatMap { chart in
            chart.chart.moments.filter { abs($0) < 4e18 }.map { moment in
                (chart.chart.title.isEmpty ? chart.path : chart.chart.title, Int(moment)..<Int(moment) + 1)
            }
        }
        return timeline.events.compactMap { event in span(event.date).map { (event.title, $0) } }
            + timeline.eras.compactMap { era in span(era.date).map { (era.title, $0) } } + chartSpans
    }

    /// The parts of time that the axis shows, in order.
    ///
    /// - Parameter most: how many breaks the axis has room for; the longest are made.
    static func shown(_ timeline: Timeline, most: Int = 6) -> [TimelineScale.Stretch] {
        var stretches = unbroken(timeline, most: most).map { TimelineScale.Stretch(times: $0) }
        for reduction in timeline.reductions {
            guard let first = reduction.period.firstSecond, let end = reduction.period.endSecond else { continue }
            let span = Double(first)...Double(end)
            stretches = stretches.flatMap { stretch -> [TimelineScale.Stretch] in
                let (low, high) = (stretch.times.lowerBound, stretch.times.upperBound)
                let (from, to) = (max(low, span.lowerBound), min(high, span.upperBound))
                guard from < to else { return [stretch] }
                var parts: [TimelineScale.Stretch] = []
                if low < from { parts.append(TimelineScale.Stretch(times: low...from, reduction: stretch.reduction)) }
                parts.append(TimelineScale.Stretch(times: from...to, reduction: reduction.scale))
                if to < high { parts.append(TimelineScale.Stretch(times: to...high, reduction: stretch.reduction)) }
                return parts
            }
        }
        return stretches
    }

    private static func unbroken(_ timeline: Timeline, most: Int) -> [ClosedRange<Double>] {
        let domain = TimeDomain.times(timeline)
        switch timeline.breaks {
        case .none: return [domain]
        case .declared(let declared):
            let gaps = declared.compactMap { span(of: $0.period) }
            return without(kept(gaps, most: most), in: domain)
        case .auto:
            return without(empty(timeline, in: domain, most: min(most, 6)), in: domain)
        }
    }

    private static func span(of period: EDTFDate) -> ClosedRange<Double>? {
        guard let first = period.firstSecond, let end = period.endSecond, first < end else { return nil }
        return Double(first)...Double(end)
    }

    /// The longest of the gaps, no more than there is room for.
    private static func kept(_ gaps: [ClosedRange<Double>], most: Int) -> [ClosedRange<Double>] {
        Array(
            gaps.sorted {
                ($1.upperBound - $1.lowerBound, $0.lowerBound) < ($0.upperBound - $0.lowerBound, $1.lowerBound)
            }
            .prefix(max(0, most)))
    }

    /// Declared breaks that an axis with room for so many leaves undrawn, by their places in the document.
    static func missing(_ timeline: Timeline, most: Int) -> [Int] {
        guard case .declared(let declared) = timeline.breaks else { return [] }
        let spans = declared.compactMap { entry in span(of: entry.period).map { (entry.index, $0) } }
        let drawn = kept(spans.map(\.1), most: most)
        return spans.filter { !drawn.contains($0.1) }.map(\.0)
    }

    /// Long gaps between what happens, whole years where they are years long, with a little room left on either side.
    private static func empty(_ timeline: Timeline, in domain: ClosedRange<Double>, most: Int) -> [ClosedRange<Double>]
    {
        let spans = uncuttable(timeline).map(\.span).sorted {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }
        var gaps: [ClosedRange<Double>] = []
        guard var reach = spans.first?.upperBound else { return [] }
        for span in spans {
            if span.lowerBound > reach { gaps.append(Double(reach)...Double(span.lowerBound)) }
            reach = max(reach, span.upperBound)
        }
        let coarseEnds = Set(
            (timeline.events.map(\.date) + timeline.eras.map(\.date)).compactMap { date -> Double? in
                guard case .moment(let moment) = date.form, TimeDomain.isCoarse(moment) else { return nil }
                return Double(moment.endSecond)
            })
        let whole = domain.upperBound - domain.lowerBound
        // The longest gaps first: what is left out makes the rest of the axis, and so the worth of a gap, larger.
        gaps.sort { ($1.upperBound - $1.lowerBound, $0.lowerBound) < ($0.upperBound - $0.lowerBound, $1.lowerBound) }
        var chosen: [ClosedRange<Double>] = []
        var left = whole
        for gap in gaps where chosen.count < most {
            let length = gap.upperBound - gap.lowerBound
            guard length > leastShare * left else { break }
            let margin = 0.02 * (left - length)
            // A century fades at its ends, and needs no room beyond.
            let after = coarseEnds.contains(gap.lowerBound) ? 0 : margin
            guard let cut = rounded(gap.lowerBound + after, gap.upperBound - margin),
                cut.upperBound - cut.lowerBound > 0.1 * left
            else { continue }
            chosen.append(cut)
            left -= cut.upperBound - cut.lowerBound
        }
        return chosen.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Inwards to whole years, or to whole days, hours or minutes where the gap is short.
    private static func rounded(_ low: Double, _ high: Double) -> ClosedRange<Double>? {
        let length = high - low
        var (first, end) = (low, high)
        if length > 4 * secondsPerYear {
            let years = length / secondsPerYear
            let step = years > 4_000 ? 100 : years > 400 ? 10 : 1
            let from = CivilDate(daysSince1970: Int((low / 86_400).rounded(.up)) - 1).year + 1
            let to = CivilDate(daysSince1970: Int((high / 86_400).rounded(.down))).year
            // BCE years are round one astronomical year later: 500 BCE is −499.
            func up(_ year: Int) -> Int {
                let y = year < 1 ? year - 1 : year;
                return (y + (y < 0 ? -(y % step) : (step - y % step) % step)) + (year < 1 ? 1 : 0)
            }
            func down(_ year: Int) -> Int {
                let y = year < 1 ? year - 1 : year;
                return (y - (y < 0 ? (step + y % step) % step : y % step)) + (year < 1 ? 1 : 0)
            }
            first = Double(CivilDate.daysSince1970(year: up(from), month: 1)) * 86_400
            end = Double(CivilDate.daysSince1970(year: down(to), month: 1)) * 86_400
        } else {
            let unit: Double = length > 4 * 86_400 ? 86_400 : length > 4 * 3_600 ? 3_600 : 60
            first = (low / unit).rounded(.up) * unit
            end = (high / unit).rounded(.down) * unit
        }
        return first < end ? first...end : nil
    }

    private static func without(_ gaps: [ClosedRange<Double>], in domain: ClosedRange<Double>) -> [ClosedRange<Double>]
    {
        var shown: [ClosedRange<Double>] = []
        var low = domain.lowerBound
        for gap in gaps.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            guard gap.lowerBound > low, gap.upperBound < domain.upperBound else { continue }
            shown.append(low...gap.lowerBound)
            low = gap.upperBound
        }
        shown.append(low...domain.upperBound)
        return shown
    }

    /// `49 years`, `3 months`, `12 days`, `5 hours`: how much is left out.
    static func wording(_ seconds: Double, _ phrases: Phrases = Phrases.of("en")) -> String {
        let words = phrases.timeline
        func count(_ number: Double, _ forms: [String]) -> String {
            phrases.count(Int(max(1, min(1e12, number.rounded()))), forms)
        }
        if seconds > 1.9 * secondsPerYear { return count(seconds / secondsPerYear, words.year) }
        if seconds > 62 * 86_400 { return count(seconds / secondsPerYear * 12, words.month) }
        if seconds >= 2 * 86_400 { return count(seconds / 86_400, words.day) }
        if seconds >= 2 * 3_600 { return count(seconds / 3_600, words.hour) }
        return count(seconds / 60, words.minute)
    }
}
