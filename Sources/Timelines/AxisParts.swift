import Calendar
import SceneGraph
import Typography

/// What an axis is drawn of, whichever way it runs: bands of eras, breaks, words at reduced stretches.
struct AxisParts {
    let timeline: Timeline
    let palette: MarkPalette
    let measurer: any TextMeasuring
    let direction: AxisDirection
    let font: Font
    let metrics: FontMetrics

    init(timeline: Timeline, palette: MarkPalette, measurer: any TextMeasuring, direction: AxisDirection) {
        self.timeline = timeline
        self.palette = palette
        self.measurer = measurer
        self.direction = direction
        font = palette.theme.font(size: palette.theme.noteSize)
        metrics = measurer.metrics(of: font)
    }

    var theme: Theme { palette.theme }
    var lineHeight: Double { metrics.ascent + metrics.descent }

    func width(_ text: String) -> Double { measurer.width(of: text, font: font) }

    func text(
        _ id: String, _ role: Role, _ lines: [String], at origin: Point, anchor: Text.Anchor, color: Color,
        angle: Double = 0,
        italic: Bool = false, facts: [String] = []
    ) -> Node {
        measurer.node(
            id: id, role: role,
            Text(
                lines: lines, origin: origin, anchor: anchor,
                font: italic ? theme.font(size: theme.noteSize, italic: true) : font,
                fill: .color(color), angle: angle, lineHeight: lineHeight),
            facts: facts)
    }

    // MARK: Eras

    /// The band of an era, one piece for each stretch that it covers.
    ///
    /// - Parameter aside: its sides, across the axis.
    /// - Returns: the band, nil where the axis shows none of it; and its longest piece, where the name may stand.
    func band(
        _ band: EraBands.Band, axis: TimelineScale, aside: ClosedRange<Double>, name: String
    ) -> (node: Node?, longest: ClosedRange<Double>?) {
        let era = timeline.eras[band.era]
        let whole = (band.core.lowerBound - band.soft.start / 2)...(band.core.upperBound + band.soft.end / 2)
        let pieces = axis.segments.compactMap { segment -> ClosedRange<Double>? in
            let low = max(whole.lowerBound, segment.places.lowerBound)
            let high = min(whole.upperBound, segment.places.upperBound)
            return low < high ? low...high : nil
        }
        guard !pieces.isEmpty else { return (nil, nil) }
        let parts = pieces.enumerated().map { (index: Int, piece: ClosedRange<Double>) -> Node in
            .path(
                id: "\(name)/era[\(era.id)]/band[\(index)]", role: "timeline-era-band",
                .rectangle(direction.rectangle(piece, aside)),
                fill: MarkShapes.softPaint(
                    palette.era(band.era), direction, piece: piece, whole: whole, soft: band.soft),
                facts: era.facts)
        }
        return (
            .group(
                id: "\(name)/era[\(era.id)]", role: "timeline-era", facts: era.facts,
                datum: Datum([Datum.Field("date", .string(era.date.text))]), parts),
            pieces.max { $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound }
        )
    }

    // MARK: Breaks and reductions

    /// The torn edges of a break, and how much it leaves out.
    ///
    /// - Parameters:
    ///   - edge: from the break's ends inwards to its torn edges.
    ///   - label: the middle of the words' first baseline.
    func breakNodes(
        _ gap: TimelineScale.Break, index: Int, aside: ClosedRange<Double>, edge: Double, stroke: Stroke, label: Point,
        name: String
    ) -> [Node] {
        var nodes = [gap.places.lowerBound + edge, gap.places.upperBound - edge].enumerated().map {
            (side: Int, place: Double) -> Node in
            .path(
                id: "\(name)/axis/break[\(index)]/edge[\(side)]", role: "axis-break",
                MarkShapes.zigzag(direction, at: place, aside: aside, tooth: 4), stroke: stroke)
        }
        nodes.append(
            text(
                "\(name)/axis/break[\(index)]/label", "axis-break-label",
                [AxisBreaks.wording(gap.seconds, timeline.phrases), timeline.phrases.timeline.omitted],
                at: label,
                anchor: .middle, color: theme.mutedInk))
        return nodes
    }

    /// `1/5`, or `0.3` where it is no such part.
    static func fraction(_ reduction: Double) -> String {
        let parts = (1 / reduction).rounded()
        if abs(parts * reduction - 1) < 0.005 { return "1/\(Int(parts))" }
        let hundredths = Int((reduction * 100).rounded())
        return hundredths % 10 == 0 ? "0.\(hundredths / 10)" : "0.\(hundredths / 10)\(hundredths % 10)"
    }

    /// What a stretch that is drawn smaller says of itself.
    static func reductionLines(_ reduction: Double) -> [String] { ["at " + fraction(reduction), "scale"] }

    func domainStroke(_ segment: TimelineScale.Segment) -> Stroke {
        Stroke(theme.rule, width: 1, dash: segment.reduction < 1 ? [2, 2.5] : [])
    }
}
