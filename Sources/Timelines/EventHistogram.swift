import Calendar
import SceneGraph
import Typography

/// How many events there were in each year, or in as many years as can be told apart.
struct EventHistogram {
    struct Bin: Hashable {
        /// The first year, astronomically counted.
        var year: Int
        var count: Int
        var times: ClosedRange<Double>
    }

    let bins: [Bin]
    /// Years a bar.
    let width: Int
    var most: Int { bins.map(\.count).max() ?? 0 }

    /// - Parameter least: what a bar must have across, in figure units.
    init(_ timeline: Timeline, scale: TimelineScale, least: Double) {
        let years = timeline.events.compactMap { event in
            event.date.firstSecond.map { CivilDate(daysSince1970: Int((Double($0) / 86_400).rounded(.down))).year }
        }
        let year = scale.rate * AxisBreaks.secondsPerYear
        let width = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000].first { Double($0) * year >= least } ?? 1000
        var counts: [Int: Int] = [:]
        for year in years { counts[EventHistogram.floor(year, to: width), default: 0] += 1 }
        self.width = width
        bins = counts.sorted { $0.key < $1.key }.map { first, count in
            let low = Double(CivilDate.daysSince1970(year: first, month: 1)) * 86_400
            let high = Double(CivilDate.daysSince1970(year: first + width, month: 1)) * 86_400
            return Bin(year: first, count: count, times: low...high)
        }
    }

    private static func floor(_ year: Int, to width: Int) -> Int {
        (year >= 0 ? year : year - width + 1) / width * width
    }

    /// A timeline of many moments, none of them with a story of its own: their number in a year is what it shows.
    static func suits(_ timeline: Timeline) -> Bool {
        guard timeline.labels == .auto, timeline.orientation == .auto, timeline.lanes.isEmpty, timeline.links.isEmpty,
            timeline.charts.isEmpty, timeline.icons.isEmpty, timeline.reductions.isEmpty,
            timeline.secondCalendar == nil
        else { return false }
        let dated = timeline.events.filter { !$0.date.isUndated }
        guard dated.count >= 60 else { return false }
        let isPlain = dated.allSatisfy { event in
            guard !event.isAnnotation, event.title.count <= 42, case .moment(let moment) = event.date.form,
                !moment.isApproximate, !moment.isUncertain
            else { return false }
            return [.year, .month, .day].contains(moment.precision)
        }
        // Spread over years, several to some of them.
        let axis = TimeDomain.times(timeline)
        return isPlain && axis.upperBound - axis.lowerBound > 12 * AxisBreaks.secondsPerYear
    }

    /// Round counts for the grid, from 0.
    var gridCounts: [Int] {
        let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000]
        let step = steps.first { most / $0 <= 4 } ?? max(1, most / 3)
        return stride(from: step, through: most, by: step).map { $0 }
    }
}

/// Bars of an ``EventHistogram`` over its axis, and below them the years.
struct HistogramDrawing {
    let histogram: EventHistogram
    let scale: TimelineScale
    let timeline: Timeline
    let parts: AxisParts
    let name: String
    let x: Double
    let top: Double
    static let barsHeight = 96.0

    private var theme: Theme { parts.theme }
    private var heading: Double { parts.lineHeight + 6 }
    private var base: Double { top + heading + HistogramDrawing.barsHeight }
    /// Below the years.
    var bottom: Double { base + parts.lineHeight + 10 }

    private func height(_ count: Int) -> Double {
        HistogramDrawing.barsHeight * Double(count) / Double(max(1, histogram.most))
    }

    func nodes() -> [Node] { [title] + grid + bars + years }

    private var title: Node {
        let words = timeline.phrases.timeline
        let unit =
            histogram.width == 1
            ? words.eventsAYear : words.eventsAYear + " × \(histogram.width)"
        return parts.text(
            "\(name)/axis/measure", "axis-title", [unit], at: Point(x, top + parts.metrics.ascent), anchor: .start,
            color: theme.mutedInk)
    }

    private var grid: [Node] {
        guard let (left, right) = ends else { return [] }
        let capital = (parts.metrics.ascent - parts.metrics.descent) / 2
        return histogram.gridCounts.flatMap { count -> [Node] in
            let y = base - height(count)
            return [
                .path(
                    id: "\(name)/axis/grid[\(count)]", role: "axis-grid",
                    .line(from: Point(left, y), to: Point(right, y)),
                    stroke: Stroke(theme.grid, width: 0.75)),
                parts.text(
                    "\(name)/axis/count[\(count)]", "axis-label", ["\(count)"], at: Point(left - 5, y + capital),
                    anchor: .end, color: theme.mutedInk),
            ]
        }
    }

    private var ends: (Double, Double)? {
        scale.segments.isEmpty ? nil : (scale.places.lowerBound, scale.places.upperBound)
    }

    private var bars: [Node] {
        let nodes = histogram.bins.map { bin -> Node in
            let span = scale.span(bin.times)
            let (left, right) = (span.lowerBound, span.upperBound)
            let gap = min(1, (right - left) * 0.18)
            let tall = height(bin.count)
            return .path(
                id: "\(name)/bar[\(bin.year)]", role: "timeline-bar",
                .rectangle(
                    Rectangle(x: left + gap / 2, y: base - tall, width: max(1, right - left - gap), height: tall)),
                fill: .color(theme.accent),
                datum: Datum([
                    Datum.Field("year", .number(Double(bin.year))), .init("events", .number(Double(bin.count))),
                ]))
        }
        guard let (left, right) = ends else { return nodes }
        return nodes + [
            .path(
                id: "\(name)/axis/line", role: "axis-domain", .line(from: Point(left, base), to: Point(right, base)),
                stroke: Stroke(theme.rule, width: 1))
        ]
    }

    private var years: [Node] {
        var nodes: [Node] = []
        var last = -Double.infinity
        for segment in scale.segmentsInPlace {
            let widest = parts.width("0000") + 14
            let ticks = timeline.ticks(in: segment.times, spacing: scale.rate > 0 ? widest / scale.rate : 1)
            for tick in scale.isReversed ? ticks.reversed() : ticks {
                let place = scale.place(tick.time)
                let half = parts.width(tick.label) / 2
                guard place - half > last + 6 else { continue }
                last = place + half
                nodes.append(
                    .path(
                        id: "\(name)/axis/tick[\(tick.label)]", role: "axis-tick",
                        .line(from: Point(place, base), to: Point(place, base + 4)),
                        stroke: Stroke(theme.rule, width: 1), datum: Datum([.init("time", .number(tick.time))])))
                nodes.append(
                    parts.text(
                        "\(name)/axis/label[\(tick.label)]", "axis-label", [tick.label],
                        at: Point(place, base + 6 + parts.metrics.ascent), anchor: .middle, color: theme.mutedInk))
            }
        }
        return nodes
    }
}
