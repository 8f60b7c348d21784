import Calendar
import Documents
import Figures
import SceneGraph
import Typography

/// An axis that runs across the sheet: ticks and their labels on top, those of a second calendar below the line, eras
/// in bands, charts; breaks and grid lines down through whatever stands underneath.
struct AcrossAxis {
    let timeline: Timeline
    let axis: TimelineScale
    /// Where what stands on the axis begins.
    let bodyTop: Double
    /// Declared breaks that there is no room for, by their places in the document.
    let missingBreaks: [Int]

    private let parts: AxisParts
    private let eras: EraBands
    private let charts: [TimelineChart]
    private let tickTop: Double
    private let axisLine: Double
    private let eraTop: Double
    private let eraHeight: Double
    private let chartTops: [Double]

    private var theme: Theme { parts.theme }

    /// - Parameter left: where the axis begins, charts' labels of their measure to the left of it.
    init(
        timeline: Timeline, palette: MarkPalette, measurer: any TextMeasuring, name: String, left: Double,
        right: Double, top: Double, charts: [TimelineChart] = []
    ) {
        self.timeline = timeline
        self.charts = charts
        let parts = AxisParts(timeline: timeline, palette: palette, measurer: measurer, direction: .across)
        self.parts = parts
        let tickHeight = parts.lineHeight
        let all = AxisBreaks.shown(timeline, most: 1_000)
        let breakWidth =
            max(
                parts.width(timeline.phrases.timeline.omitted),
                TimelineScale(all, start: 0, length: 1, gap: 0).breaks.map {
                    parts.width(AxisBreaks.wording($0.seconds))
                }.max() ?? 0)
            + 22
        let left = left + max(0, (charts.map(\.left).max() ?? 0) - 6)
        let right = right - max(0, (charts.map(\.right).max() ?? 0) - 10)
        let room = Int(max(0, min(1_000, 0.6 * (right - left) / breakWidth)))
        missingBreaks = AxisBreaks.missing(timeline, most: room)
        let stretches = AxisBreaks.shown(timeline, most: room)
        axis = TimelineScale(
            stretches, start: left, length: max(1, right - left), gap: breakWidth, isReversed: timeline.isReversed)
        eras = EraBands(timeline, scale: axis, least: 12)
        eraHeight = tickHeight + 5
        // Two lines where a break says how much it leaves out, or a stretch how much smaller it is.
        let isTall = !axis.breaks.isEmpty || axis.segments.contains { $0.reduction < 1 }
        axisLine = top + (isTall ? 2 : 1) * tickHeight + 6
        tickTop = axisLine - tickHeight - 6
        eraTop = axisLine + (timeline.secondCalendar == nil ? 2 : tickHeight + 10)
        var y = eraTop + Double(eras.rowCount) * eraHeight + (eras.rowCount > 0 ? 5 : 3)
        var tops: [Double] = []
        for chart in charts {
            y += (chart.chart.title.isEmpty ? 4 : tickHeight + 6) + chart.above
            tops.append(y)
            y += chart.height + chart.below + 8
        }
        chartTops = tops
        bodyTop = y
    }

    /// - Parameters:
    ///   - bottom: how far down grid lines and breaks reach.
    ///   - result: gets the eras and reduced stretches that could not be named on the axis.
    func nodes(name: String, bottom: Double, in result: inout AxisPicture) -> [Node] {
        var nodes: [Node] = []
        // Names above all bands: the next era's may fade in over the end of one.
        var names: [Node] = []
        for band in eras.bands {
            let era = timeline.eras[band.era]
            let bandTop = eraTop + Double(band.row) * eraHeight
            let drawn = parts.band(band, axis: axis, aside: bandTop...(bandTop + eraHeight - 1.5), name: name)
            if let node = drawn.node { nodes.append(node) }
            if let longest = drawn.longest, parts.width(era.title) + 6 <= longest.upperBound - longest.lowerBound {
                names.append(
                    parts.text(
                        "\(name)/era[\(era.id)]/name", "timeline-era-label", [era.title],
                        at: Point(
                            (longest.lowerBound + longest.upperBound) / 2,
                            bandTop + (eraHeight - 1.5 - parts.lineHeight) / 2 + parts.metrics.ascent),
                        anchor: .middle, color: theme.ink, facts: era.facts))
            } else {
                result.unnamedEras.append(band.era)
            }
        }
        nodes += names
        // Tick labels keep clear of what stands in their line: breaks, and the day that all is told as of.
        var taken: [ClosedRange<Double>] = []
        let secondLine = tickTop - parts.lineHeight + parts.metrics.ascent
        for (index, gap) in axis.breaks.enumerated() {
            let edge = 6.0
            taken.append((gap.places.lowerBound + edge)...(gap.places.upperBound - edge))
            nodes += parts.breakNodes(
                gap, index: index, aside: (axisLine - 5)...bottom, edge: edge,
                stroke: Stroke(theme.grid, width: 1),
                label: Point((gap.places.lowerBound + gap.places.upperBound) / 2, secondLine), name: name)
        }
        for (index, segment) in axis.segments.enumerated() {
            nodes.append(
                .path(
                    id: "\(name)/axis/line[\(index)]", role: "axis-domain",
                    .line(
                        from: Point(segment.places.lowerBound, axisLine), to: Point(segment.places.upperBound, axisLine)
                    ),
                    stroke: parts.domainStroke(segment)))
            guard segment.reduction < 1 else { continue }
            let words = "at \(AxisParts.fraction(segment.reduction)) scale"
            if parts.width(words) <= segment.places.upperBound - segment.places.lowerBound {
                nodes.append(
                    parts.text(
                        "\(name)/axis/reduction[\(index)]", "axis-reduction-label", [words],
                        at: Point((segment.places.lowerBound + segment.places.upperBound) / 2, secondLine),
                        anchor: .middle,
                        color: theme.mutedInk, italic: true))
            } else if !result.unnamedReductions.contains(segment.reduction) {
                result.unnamedReductions.append(segment.reduction)
            }
        }
        nodes += asOf(name: name, bottom: bottom, taken: &taken)
        let (ticks, grid) = ticks(name: name, bottom: bottom, taken: taken)
        return grid + nodes + ticks + secondTicks(name: name)
    }

    /// The charts along the axis, as far as they go; where the axis is broken, so are they.
    func chartNodes(name: String, warnings: inout Diagnostics) throws(Diagnostics) -> [Node] {
        var nodes: [Node] = []
        for (index, (chart, top)) in zip(charts, chartTops).enumerated() {
            let id = "\(name)/chart[\(index)]"
            let drawn = try chart.chart.drawn(along: axis.shared, height: chart.height, name: id)
            for warning in drawn.warnings { warnings.add(warning) }
            let left = axis.places.lowerBound
            var own = drawn.nodes.map { $0.translated(by: Point(left, top)) }
            // A line between two data, and the lines of the grid, run across a break behind the torn paper.
            for (number, gap) in axis.breaks.enumerated() {
                own.append(
                    .path(
                        id: "\(id)/break[\(number)]", role: "axis-break-gap",
                        .rectangle(
                            Rectangle(
                                from: Point(gap.places.lowerBound + 7, top - chart.above - 1),
                                to: Point(gap.places.upperBound - 7, top + chart.height + chart.below + 1))),
                        fill: .color(theme.background)))
            }
            nodes.append(.group(id: id, role: "timeline-chart", facts: chart.chart.facts, own))
            if !chart.chart.title.isEmpty {
                let font = theme.font(size: theme.noteSize, weight: 700)
                nodes.append(
                    parts.measurer.node(
                        id: "\(id)/title", role: "timeline-chart-title",
                        Text(
                            lines: [chart.chart.title],
                            origin: Point(
                                left - (charts.map(\.left).max() ?? 0),
                                top - chart.above - 4 - parts.metrics.descent),
                            font: font, fill: .color(theme.ink))))
            }
        }
        return nodes
    }

    private func asOf(name: String, bottom: Double, taken: inout [ClosedRange<Double>]) -> [Node] {
        guard let asOf = timeline.asOf, let end = asOf.endSecond else { return [] }
        let place = axis.place(Double(end))
        let text = timeline.phrases.timeline.asOf + " " + timeline.label(of: asOf, isCompact: false)
        let half = parts.width(text) / 2
        var middle = max(axis.places.lowerBound + half, min(axis.places.upperBound + 10 - half, place))
        for gap in taken where middle + half > gap.lowerBound && middle - half < gap.upperBound {
            let before = gap.lowerBound - half - 4
            middle = before - half >= axis.places.lowerBound - 4 ? before : gap.upperBound + half + 4
        }
        taken.append((middle - half - 4)...(middle + half + 4))
        return [
            .path(
                id: "\(name)/asof/line", role: "timeline-as-of",
                .line(from: Point(place, axisLine - 4), to: Point(place, bottom)),
                stroke: Stroke(theme.accent, width: 1.2, dash: [4, 3])),
            parts.text(
                "\(name)/asof/label", "timeline-as-of-label", [text], at: Point(middle, tickTop + parts.metrics.ascent),
                anchor: .middle, color: theme.accent),
        ]
    }

    /// As many ticks of a segment as their labels leave room for: tried from the widest spacing of the labels it gives.
    private func fitting(
        _ segment: TimelineScale.Segment, _ ticks: (_ secondsApart: Double) -> [TimeTick]
    ) -> [TimeTick] {
        var spacing = 34.0
        var found: [TimeTick] = []
        for _ in 0..<3 {
            found = ticks(spacing / max(axis.rate * segment.reduction, 1e-300))
            let widest = found.map { parts.width($0.label) }.max() ?? 0
            if widest + 12 <= spacing { break }
            spacing = widest + 12
        }
        return found
    }

    /// Where a label stands, its middle on the tick but within the axis's ends; nil where another leaves no room.
    private func middle(_ tick: TimeTick, half: Double, after last: Double, taken: [ClosedRange<Double>]) -> Double? {
        let middle = max(
            axis.places.lowerBound - 4 + half,
            min(axis.places.upperBound + 8 - half, axis.place(tick.time)))
        if middle - half < last + 6 { return nil }
        return taken.contains { middle + half > $0.lowerBound && middle - half < $0.upperBound } ? nil : middle
    }

    /// The ticks of a segment whose labels have room, with their places and the middles of their labels.
    ///
    /// - Parameter last: where the label before them ends; then, where the last of theirs does.
    private func shown(
        _ ticks: [TimeTick], after last: inout Double, taken: [ClosedRange<Double>]
    )
        -> [(tick: TimeTick, place: Double, middle: Double)]
    {
        var result: [(tick: TimeTick, place: Double, middle: Double)] = []
        for var tick in axis.isReversed ? ticks.reversed() : ticks {
            // The first that is shown says its year.
            if result.isEmpty, let full = tick.full { tick.label = full }
            let half = parts.width(tick.label) / 2
            guard let middle = middle(tick, half: half, after: last, taken: taken) else { continue }
            last = middle + half
            result.append((tick, axis.place(tick.time), middle))
        }
        return result
    }

    private func ticks(name: String, bottom: Double, taken: [ClosedRange<Double>]) -> (nodes: [Node], grid: [Node]) {
        var nodes: [Node] = []
        // Beneath everything else, the names of eras too.
        var grid: [Node] = []
        var last = -Double.infinity
        let gridTop = timeline.secondCalendar == nil ? axisLine : eraTop - 2
        for segment in axis.segmentsInPlace {
            let ticks = fitting(segment) {
                timeline.ticks(in: segment.times, spacing: $0)
            }
            for (tick, place, middle) in shown(ticks, after: &last, taken: taken) {
                grid.append(
                    .path(
                        id: "\(name)/axis/grid[\(tick.label)][\(Int(place))]", role: "grid",
                        .line(from: Point(place, gridTop), to: Point(place, bottom)),
                        stroke: Stroke(theme.grid, width: 0.75)))
                nodes.append(
                    .path(
                        id: "\(name)/axis/tick[\(tick.label)][\(Int(place))]", role: "axis-tick",
                        .line(from: Point(place, axisLine - 4), to: Point(place, axisLine)),
                        stroke: Stroke(theme.rule, width: 1), datum: Datum([Datum.Field("time", .number(tick.time))])
                    ))
                nodes.append(
                    parts.text(
                        "\(name)/axis/label[\(tick.label)][\(Int(place))]", "axis-label", [tick.label],
                        at: Point(middle, tickTop + parts.metrics.ascent), anchor: .middle, color: theme.mutedInk))
            }
        }
        return (nodes, grid)
    }

    /// The round years, months or days of the second calendar, below the line.
    private func secondTicks(name: String) -> [Node] {
        guard let calendar = timeline.secondCalendar else { return [] }
        var nodes: [Node] = []
        var last = -Double.infinity
        var taken = axis.breaks.map { ($0.places.lowerBound + 6)...($0.places.upperBound - 6) }
        if let end = timeline.asOf?.endSecond {
            let place = axis.place(Double(end))
            taken.append((place - 2)...(place + 2))
        }
        for segment in axis.segmentsInPlace {
            let ticks = fitting(segment) { SecondCalendarTicks.ticks(calendar, in: segment.times, spacing: $0) }
            for (tick, place, middle) in shown(ticks, after: &last, taken: taken) {
                nodes.append(
                    .path(
                        id: "\(name)/axis/second/tick[\(tick.label)][\(Int(place))]", role: "axis-tick",
                        .line(from: Point(place, axisLine), to: Point(place, axisLine + 4)),
                        stroke: Stroke(theme.rule, width: 1), datum: Datum([Datum.Field("time", .number(tick.time))])
                    ))
                nodes.append(
                    parts.text(
                        "\(name)/axis/second/label[\(tick.label)][\(Int(place))]", "axis-label", [tick.label],
                        at: Point(middle, axisLine + 5 + parts.metrics.ascent), anchor: .middle,
                        color: theme.mutedInk, italic: true))
            }
        }
        return nodes
    }
}
