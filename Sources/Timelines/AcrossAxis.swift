import Chronology
import SceneGraph
import Typography

/// An axis that runs across the sheet: ticks and their labels on top, eras in bands below them, breaks and grid lines
/// down through whatever stands underneath.
struct AcrossAxis {
    let timeline: Timeline
    let palette: MarkPalette
    let measurer: any TextMeasuring
    let name: String
    let unit: Double
    let axis: TimelineScale
    /// Where what stands on the axis begins.
    let bodyTop: Double

    private let eras: EraBands
    private let font: Font
    private let metrics: FontMetrics
    private let tickTop: Double
    private let axisLine: Double
    private let eraHeight: Double

    private var theme: Theme { palette.theme }

    init(
        timeline: Timeline, palette: MarkPalette, measurer: any TextMeasuring, name: String, unit: Double, left: Double,
        right: Double, top: Double
    ) {
        self.timeline = timeline
        self.palette = palette
        self.measurer = measurer
        self.name = name
        self.unit = unit
        let font = palette.theme.font(size: palette.theme.noteSize)
        self.font = font
        metrics = measurer.metrics(of: font)
        let tickHeight = metrics.ascent + metrics.descent
        let all = AxisBreaks.shown(timeline, most: 1_000)
        let breakWidth = max(
            measurer.width(of: "omitted", font: font),
            TimelineScale(all, start: 0, length: 1, gap: 0).breaks.map {
                measurer.width(of: AxisBreaks.wording($0.seconds), font: font)
            }.max() ?? 0) + 22 * unit
        let stretches = AxisBreaks.shown(timeline, most: Int(max(0, min(1_000, 0.5 * (right - left) / breakWidth))))
        axis = TimelineScale(stretches, start: left, length: max(1, right - left), gap: breakWidth)
        eras = EraBands(timeline, scale: axis, least: 12 * unit)
        eraHeight = tickHeight + 5 * unit
        // Two lines where a break says how much it leaves out.
        axisLine = top + (axis.breaks.isEmpty ? 1 : 2) * tickHeight + 6 * unit
        tickTop = axisLine - tickHeight - 6 * unit
        bodyTop = axisLine + Double(eras.rowCount) * eraHeight + (eras.rowCount > 0 ? 7 : 5) * unit
    }

    /// - Parameters:
    ///   - bottom: how far down grid lines and breaks reach.
    ///   - unnamed: gets the eras whose name did not fit their band.
    func nodes(bottom: Double, unnamed: inout [Int]) -> [Node] {
        var nodes: [Node] = []
        // Beneath everything else, the names of eras too.
        var grid: [Node] = []
        let lineHeight = metrics.ascent + metrics.descent
        // Names above all bands: the next era's may fade in over the end of one.
        var names: [Node] = []
        for band in eras.bands {
            let era = timeline.eras[band.era]
            let bandTop = axisLine + 2 * unit + Double(band.row) * eraHeight
            let whole = (band.core.lowerBound - band.soft.start / 2)...(band.core.upperBound + band.soft.end / 2)
            var parts: [Node] = []
            var longest: ClosedRange<Double>?
            for (index, segment) in axis.segments.enumerated() {
                let (low, high) = (
                    max(whole.lowerBound, segment.places.lowerBound), min(whole.upperBound, segment.places.upperBound)
                )
                guard low < high else { continue }
                let piece = low...high
                if high - low > (longest.map { $0.upperBound - $0.lowerBound } ?? 0) { longest = piece }
                parts.append(
                    .path(
                        id: "\(name)/era[\(era.id)]/band[\(index)]", role: "timeline-era-band",
                        .rectangle(Rectangle(from: Point(low, bandTop), to: Point(high, bandTop + eraHeight - 1.5 * unit))),
                        fill: MarkShapes.softPaint(palette.era(band.era), .across, piece: piece, whole: whole, soft: band.soft),
                        facts: era.facts))
            }
            if let longest, measurer.width(of: era.title, font: font) + 6 * unit <= longest.upperBound - longest.lowerBound {
                names.append(
                    measurer.node(
                        id: "\(name)/era[\(era.id)]/name", role: "timeline-era-label",
                        Text(
                            lines: [era.title],
                            origin: Point(
                                (longest.lowerBound + longest.upperBound) / 2,
                                bandTop + (eraHeight - 1.5 * unit - lineHeight) / 2 + metrics.ascent),
                            anchor: .middle, font: font, fill: .color(theme.ink)),
                        facts: era.facts))
            } else {
                unnamed.append(band.era)
            }
            if !parts.isEmpty {
                nodes.append(
                    .group(
                        id: "\(name)/era[\(era.id)]", role: "timeline-era", facts: era.facts,
                        datum: Datum([Datum.Field("date", .string(era.date.text))]), parts))
            }
        }
        nodes += names
        var taken: [ClosedRange<Double>] = []
        for (index, gap) in axis.breaks.enumerated() {
            let (low, high) = (gap.places.lowerBound, gap.places.upperBound)
            let edge = 6 * unit
            taken.append((low + edge)...(high - edge))
            for (side, place) in [low + edge, high - edge].enumerated() {
                nodes.append(
                    .path(
                        id: "\(name)/axis/break[\(index)]/edge[\(side)]", role: "axis-break",
                        MarkShapes.zigzag(.across, at: place, aside: (axisLine - 5 * unit)...bottom, tooth: 4 * unit),
                        stroke: Stroke(theme.grid, width: unit)))
            }
            nodes.append(
                measurer.node(
                    id: "\(name)/axis/break[\(index)]/label", role: "axis-break-label",
                    Text(
                        lines: [AxisBreaks.wording(gap.seconds), "omitted"],
                        origin: Point((low + high) / 2, tickTop - lineHeight + metrics.ascent),
                        anchor: .middle, font: font, fill: .color(theme.mutedInk), lineHeight: lineHeight)))
        }
        for (index, segment) in axis.segments.enumerated() {
            nodes.append(
                .path(
                    id: "\(name)/axis/line[\(index)]", role: "axis-domain",
                    .line(from: Point(segment.places.lowerBound, axisLine), to: Point(segment.places.upperBound, axisLine)),
                    stroke: Stroke(theme.rule, width: unit, dash: segment.reduction < 1 ? [2 * unit, 2.5 * unit] : [])))
        }
        if let asOf = timeline.asOf, let end = asOf.endSecond {
            let place = axis.place(Double(end))
            let text = "as of " + asOf.wording
            let half = measurer.width(of: text, font: font) / 2
            var middle = max(axis.places.lowerBound + half, min(axis.places.upperBound + 10 * unit - half, place))
            for gap in taken where middle + half > gap.lowerBound && middle - half < gap.upperBound {
                let before = gap.lowerBound - half - 4 * unit
                middle = before - half >= axis.places.lowerBound - 4 * unit ? before : gap.upperBound + half + 4 * unit
            }
            taken.append((middle - half - 4 * unit)...(middle + half + 4 * unit))
            nodes.append(
                .path(
                    id: "\(name)/asof/line", role: "timeline-as-of",
                    .line(from: Point(place, axisLine - 4 * unit), to: Point(place, bottom)),
                    stroke: Stroke(theme.accent, width: 1.2 * unit, dash: [4 * unit, 3 * unit])))
            nodes.append(
                measurer.node(
                    id: "\(name)/asof/label", role: "timeline-as-of-label",
                    Text(
                        lines: [text], origin: Point(middle, tickTop + metrics.ascent), anchor: .middle, font: font,
                        fill: .color(theme.accent))))
        }
        var last = -Double.infinity
        for segment in axis.segments {
            // As many ticks as their labels leave room for: tried from the widest spacing of the labels it gives.
            var spacing = 34 * unit
            var ticks: [TimeTick] = []
            for _ in 0..<3 {
                let step = TimeTicks.step(spacing: spacing / max(axis.rate * segment.reduction, 1e-300))
                ticks = TimeTicks.ticks(in: segment.times, step: step)
                let widest = ticks.map { measurer.width(of: $0.label, font: font) }.max() ?? 0
                if widest + 12 * unit <= spacing { break }
                spacing = widest + 12 * unit
            }
            for tick in ticks {
                let place = axis.place(tick.time)
                let half = measurer.width(of: tick.label, font: font) / 2
                let middle = max(axis.places.lowerBound - 4 * unit + half, min(axis.places.upperBound + 8 * unit - half, place))
                if middle - half < last + 6 * unit { continue }
                if taken.contains(where: { middle + half > $0.lowerBound && middle - half < $0.upperBound }) { continue }
                last = middle + half
                grid.append(
                    .path(
                        id: "\(name)/axis/grid[\(tick.label)][\(Int(place))]", role: "grid",
                        .line(from: Point(place, axisLine), to: Point(place, bottom)), stroke: Stroke(theme.grid, width: 0.75 * unit)))
                nodes.append(
                    .path(
                        id: "\(name)/axis/tick[\(tick.label)][\(Int(place))]", role: "axis-tick",
                        .line(from: Point(place, axisLine - 4 * unit), to: Point(place, axisLine)),
                        stroke: Stroke(theme.rule, width: unit), datum: Datum([Datum.Field("time", .number(tick.time))])))
                nodes.append(
                    measurer.node(
                        id: "\(name)/axis/label[\(tick.label)][\(Int(place))]", role: "axis-label",
                        Text(
                            lines: [tick.label], origin: Point(middle, tickTop + metrics.ascent), anchor: .middle,
                            font: font, fill: .color(theme.mutedInk))))
            }
        }
        return grid + nodes
    }
}
