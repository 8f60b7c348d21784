import Calendar
import SceneGraph
import Typography

/// The strip of a timeline that runs down the sheet: bands of eras, the edges that marks stand on, ticks, breaks.
struct VerticalStrip {
    let timeline: Timeline
    let name: String
    let plan: VerticalPlan
    let parts: AxisParts
    private let eras: EraBands

    init(_ timeline: Timeline, plan: VerticalPlan, parts: AxisParts, name: String) {
        self.timeline = timeline
        self.name = name
        self.plan = plan
        self.parts = parts
        eras = EraBands(timeline, scale: plan.axis, least: 10)
    }

    private var theme: Theme { parts.theme }
    private var axis: TimelineScale { plan.axis }
    private var metrics: FontMetrics { parts.metrics }
    private var lineHeight: Double { parts.lineHeight }
    private var tickLeft: Double { plan.stripLeft + Double(eras.rowCount) * plan.eraWidth }
    /// The edges that marks stand on.
    private var edges: [Double] { plan.isTwoSided ? [plan.stripLeft, plan.stripRight] : [plan.stripRight] }
    private static let tickLength = 4.0

    /// - Parameter unnamed: gets the eras whose names have no room.
    func nodes(unnamed: inout [Int]) -> [Node] {
        // Ticks keep clear of breaks, of reduced stretches' own words, and of each other.
        var taken = axis.breaks.map { ($0.places.lowerBound + 8)...($0.places.upperBound - 8) }
        var nodes = eraNodes(unnamed: &unnamed) + edgeNodes
        nodes += reductionNodes(taken: &taken)
        nodes += asOfNodes(taken: &taken)
        nodes += tickNodes(taken: taken)
        nodes += secondNodes
        return nodes + breakNodes
    }

    private func eraNodes(unnamed: inout [Int]) -> [Node] {
        var nodes: [Node] = []
        // Names above all bands: the next era's may fade in over the end of one.
        var names: [Node] = []
        for band in eras.bands {
            let era = timeline.eras[band.era]
            let left = plan.stripLeft + Double(band.row) * plan.eraWidth
            // One row of eras tints the whole strip, ticks and all; nested ones have a column each.
            let right = eras.rowCount == 1 ? plan.stripRight : left + plan.eraWidth - 1.5
            let drawn = parts.band(band, axis: axis, aside: left...right, name: name)
            if let node = drawn.node { nodes.append(node) }
            guard let longest = drawn.longest,
                let title = EraBands.name(
                    era.title, length: longest.upperBound - longest.lowerBound - 4,
                    width: plan.eraWidth - 7,
                    font: parts.font, lineHeight: lineHeight, measurer: parts.measurer)
            else {
                unnamed.append(band.era)
                continue
            }
            // Clear of the marks on the strip's edge.
            let clear = band.row == 0 && plan.isTwoSided ? 2.5 : 0
            let middle = Point(left + clear + plan.eraWidth / 2, (longest.lowerBound + longest.upperBound) / 2)
            let rise = Double(title.lines.count) * lineHeight / 2 - metrics.ascent
            names.append(
                parts.text(
                    "\(name)/era[\(era.id)]/name", "timeline-era-label", title.lines,
                    at: title.isTurned ? Point(middle.x - rise, middle.y) : Point(middle.x, middle.y - rise),
                    anchor: .middle,
                    color: theme.ink, angle: title.isTurned ? -90 : 0, facts: era.facts))
        }
        return nodes + names
    }

    private var edgeNodes: [Node] {
        var nodes: [Node] = []
        for (index, segment) in axis.segments.enumerated() {
            for (side, edge) in edges.enumerated() {
                nodes.append(
                    .path(
                        id: "\(name)/axis/line[\(index)][\(side)]", role: "axis-domain",
                        .line(from: Point(edge, segment.places.lowerBound), to: Point(edge, segment.places.upperBound)),
                        stroke: parts.domainStroke(segment)))
            }
        }
        return nodes
    }

    private func reductionNodes(taken: inout [ClosedRange<Double>]) -> [Node] {
        var nodes: [Node] = []
        for (index, segment) in axis.segments.enumerated() where segment.reduction < 1 {
            let middle = (segment.places.lowerBound + segment.places.upperBound) / 2
            taken.append((middle - lineHeight)...(middle + lineHeight))
            nodes.append(
                parts.text(
                    "\(name)/axis/reduction[\(index)]", "axis-reduction-label",
                    AxisParts.reductionLines(segment.reduction),
                    at: Point(plan.stripRight - 7, middle - lineHeight + metrics.ascent), anchor: .end,
                    color: theme.ink, italic: true))
        }
        return nodes
    }

    private func asOfNodes(taken: inout [ClosedRange<Double>]) -> [Node] {
        var nodes: [Node] = []
        if let asOf = timeline.asOf, let first = asOf.firstSecond, let end = asOf.endSecond {
            // As of a year or a month: as of its last day.
            let y = axis.place(Double(end > first ? end : first))
            nodes.append(
                .path(
                    id: "\(name)/asof/line", role: "timeline-as-of",
                    .line(from: Point(plan.stripLeft - 6, y), to: Point(plan.stripRight + 6, y)),
                    stroke: Stroke(theme.accent, width: 1.2)))
            let top = y - 2 * lineHeight - 2
            taken.append(top...y)
            nodes.append(
                parts.text(
                    "\(name)/asof/label", "timeline-as-of-label",
                    [timeline.phrases.timeline.asOf, timeline.label(of: asOf, isCompact: false)],
                    at: Point(plan.stripRight - 7, top + metrics.ascent), anchor: .end, color: theme.accent))
        }
        return nodes
    }

    /// Those of a second calendar stand at the other edge.
    private func tickNodes(taken: [ClosedRange<Double>]) -> [Node] {
        let isCentred = plan.isTwoSided && eras.rowCount == 0 && timeline.secondCalendar == nil
        return ticks(plan.ticks, on: axis, taken: taken) { tick, y in
            let ends = isCentred ? edges : [plan.stripRight]
            let marks = ends.enumerated().map { (side: Int, edge: Double) -> Node in
                .path(
                    id: "\(name)/axis/tick[\(tick.label)][\(side)]", role: "axis-tick",
                    .line(
                        from: Point(edge, y),
                        to: Point(edge + (edge == plan.stripRight ? -Self.tickLength : Self.tickLength), y)),
                    stroke: Stroke(theme.rule, width: 1), datum: Datum([Datum.Field("time", .number(tick.time))]))
            }
            return marks + [
                parts.text(
                    "\(name)/axis/label[\(tick.label)]", "axis-label", [tick.label],
                    at: Point(
                        isCentred ? (tickLeft + plan.stripRight) / 2 : plan.stripRight - Self.tickLength - 3,
                        y + (metrics.ascent - metrics.descent) / 2),
                    anchor: isCentred ? .middle : .end, color: timeline.eras.isEmpty ? theme.mutedInk : theme.ink)
            ]
        }
    }

    private var secondNodes: [Node] {
        var nodes: [Node] = []
        if !plan.secondTicks.isEmpty, tickLeft > plan.stripLeft || !plan.isTwoSided {
            // The second calendar's own line, where no marks stand on one.
            for (index, segment) in axis.segments.enumerated() {
                nodes.append(
                    .path(
                        id: "\(name)/axis/second/line[\(index)]", role: "axis-domain",
                        .line(
                            from: Point(tickLeft, segment.places.lowerBound),
                            to: Point(tickLeft, segment.places.upperBound)),
                        stroke: parts.domainStroke(segment)))
            }
        }
        var secondTaken = axis.breaks.map { ($0.places.lowerBound + 8)...($0.places.upperBound - 8) }
        if let asOf = timeline.asOf, let first = asOf.firstSecond, let end = asOf.endSecond {
            let y = axis.place(Double(end > first ? end : first))
            secondTaken.append((y - 1)...(y + 1))
        }
        nodes += ticks(plan.secondTicks, on: axis, taken: secondTaken) { tick, y in
            [
                .path(
                    id: "\(name)/axis/second/tick[\(tick.label)]", role: "axis-tick",
                    .line(from: Point(tickLeft, y), to: Point(tickLeft + Self.tickLength, y)),
                    stroke: Stroke(theme.rule, width: 1), datum: Datum([Datum.Field("time", .number(tick.time))])),
                parts.text(
                    "\(name)/axis/second/label[\(tick.label)]", "axis-label", [tick.label],
                    at: Point(tickLeft + Self.tickLength + 3, y + (metrics.ascent - metrics.descent) / 2),
                    anchor: .start,
                    color: theme.mutedInk, italic: true),
            ]
        }
        return nodes
    }

    private var breakNodes: [Node] {
        var nodes: [Node] = []
        for (index, gap) in axis.breaks.enumerated() {
            // The axis runs on a little to its torn edge, so that a tick at the very end has room for its label.
            let stub = 8.0
            let (start, end) = (gap.places.lowerBound, gap.places.upperBound)
            for (side, edge) in edges.enumerated() {
                var path = PathData.line(from: Point(edge, start), to: Point(edge, start + stub))
                path.append(.line(from: Point(edge, end - stub), to: Point(edge, end)))
                nodes.append(
                    .path(
                        id: "\(name)/axis/break[\(index)]/stub[\(side)]", role: "axis-domain", path,
                        stroke: Stroke(theme.rule, width: 1)))
            }
            nodes += parts.breakNodes(
                gap, index: index, aside: plan.stripLeft...plan.stripRight, edge: stub,
                stroke: Stroke(theme.rule, width: 1, join: .miter),
                label: Point(
                    (plan.stripLeft + plan.stripRight) / 2, (start + end) / 2 - lineHeight + metrics.ascent), name: name
            )
        }
        return nodes
    }

    /// Ticks whose labels leave each other, and what else stands on the axis, a line's height.
    private func ticks(
        _ ticks: [TimeTick], on axis: TimelineScale, taken: [ClosedRange<Double>], node: (TimeTick, Double) -> [Node]
    ) -> [Node] {
        var nodes: [Node] = []
        var last = -Double.infinity
        let half = parts.lineHeight / 2
        for tick in axis.isReversed ? ticks.reversed() : ticks {
            let y = axis.place(tick.time)
            if y - last < parts.lineHeight * 1.05
                || taken.contains(where: { y + half > $0.lowerBound && y - half < $0.upperBound })
            {
                continue
            }
            last = y
            nodes += node(tick, y)
        }
        return nodes
    }
}
