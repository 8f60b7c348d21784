import Calendar
import SceneGraph
import Typography

/// Time runs down the sheet: eras and ticks in a strip, marks along its edges, labels in a column on one side or both.
///
/// Labels stand in the order of time. They are moved along the axis by isotonic placement, so that none overlap and
/// each is as near to its mark as can be; leaders join points in the same order on two parallel lines, so that none
/// cross.
struct VerticalLayout {
    let timeline: Timeline
    let palette: MarkPalette
    let measurer: any TextMeasuring
    let name: String
    /// How much larger than in print the type is.
    /// Of labels.
    let type: Double

    private var theme: Theme { palette.theme }
    private var painter: MarkPainter { MarkPainter(palette: palette, name: name, direction: .down) }
    private var tickFont: Font { theme.font(size: theme.noteSize) }
    private var parts: AxisParts {
        AxisParts(timeline: timeline, palette: palette, measurer: measurer, direction: .down)
    }

    /// - Parameters:
    ///   - height: what the axis and its labels may take; nil for as much as they need.
    func layout(x: Double, top: Double, width: Double, height: Double?) -> AxisPicture {
        // One column of labels is read from the top down; two are for what one cannot hold.
        let one = layout(x: x, top: top, width: width, height: height, isTwoSided: false)
        let most = height ?? 1.2 * width
        let dated = timeline.events.count { !$0.date.isUndated }
        if one.height <= most || width < 440 || dated < 2 { return one }
        return layout(x: x, top: top, width: width, height: height, isTwoSided: true)
    }

    private func layout(
        x: Double, top: Double, width: Double, height: Double?, isTwoSided: Bool
    ) -> AxisPicture {
        let tickMetrics = measurer.metrics(of: tickFont)
        let tickHeight = tickMetrics.ascent + tickMetrics.descent
        let breakGap = 2 * tickHeight + 34
        let breakRoom = height.map { Int(max(0, min(1_000, 0.6 * $0 / breakGap))) } ?? 1_000
        let shown = AxisBreaks.shown(timeline, most: breakRoom)
        let dated = timeline.events.count { !$0.date.isUndated }
        let sideCount = isTwoSided ? 2.0 : 1.0

        // The widths of the parts. Ticks are tried at a likely length first: their labels hardly change with it.
        func scale(top: Double, length: Double) -> TimelineScale {
            TimelineScale(shown, start: top, length: length, gap: breakGap, isReversed: timeline.isReversed)
        }
        func ticks(_ scale: TimelineScale) -> [TimeTick] {
            scale.segments.flatMap { segment in
                // A reduced stretch has room for its own declaration between its ticks, and so few of them.
                let apart = segment.reduction < 1 ? 6 : 2.6
                return timeline.ticks(
                    in: segment.times, spacing: apart * tickHeight / max(scale.rate * segment.reduction, 1e-300))
            }
        }
        func secondTicks(_ scale: TimelineScale) -> [TimeTick] {
            guard let calendar = timeline.secondCalendar else { return [] }
            return scale.segments.flatMap { segment in
                SecondCalendarTicks.ticks(
                    calendar, in: segment.times, spacing: 2.6 * tickHeight / max(scale.rate * segment.reduction, 1e-300)
                )
            }
        }
        func tickWidth(_ scale: TimelineScale) -> Double {
            let reductions = scale.segments.filter { $0.reduction < 1 }.flatMap { reductionLines($0.reduction) }
            let asOf =
                timeline.asOf.map { [timeline.phrases.timeline.asOf, timeline.label(of: $0, isCompact: false)] } ?? []
            let words = ticks(scale).map(\.label) + reductions + asOf
            // Ticks stand on both sides of the labels where no era does.
            let around = isTwoSided && timeline.eras.isEmpty ? 20.0 : 14.0
            let second =
                secondTicks(scale).map { measurer.width(of: $0.label, font: tickFont) }.max().map { $0 + 12 }
                ?? 0
            return (words.map { measurer.width(of: $0, font: tickFont) }.max() ?? 0) + around + second
        }
        let likely = max(320, min(Double(dated) * 26 / sideCount, height ?? .infinity))
        let breakWidth =
            !scale(top: top, length: 1).breaks.isEmpty
            ? measurer.width(of: timeline.phrases.timeline.omitted, font: tickFont) + 8 : 0
        var stripWidth = max(tickWidth(scale(top: top, length: likely)), timeline.eras.isEmpty ? breakWidth : 0)
        let likelyBands = EraBands(timeline, scale: scale(top: top, length: likely), least: 8)
        let eraWidth = likelyBands.width(
            timeline, scale: scale(top: top, length: likely), font: tickFont, lineHeight: tickHeight,
            measurer: measurer)
        let eraRows = likelyBands.rowCount
        stripWidth += Double(eraRows) * eraWidth
        stripWidth = max(stripWidth, breakWidth)
        let channel = 28.0
        let pitch = 8.0
        let barWidth = 4.5

        var laneCounts = [2, 2]
        var length = likely
        var attempt = 0
        while true {
            attempt += 1
            let lanesWidth = laneCounts.map { $0 == 0 ? 9 : min(Double($0) * pitch + 7, width * 0.22) }
            let labelWidth =
                isTwoSided
                ? (width - stripWidth - lanesWidth[0] - lanesWidth[1] - 2 * channel) / 2
                : width - stripWidth - lanesWidth[1] - channel
            let stripLeft = isTwoSided ? x + labelWidth + channel + lanesWidth[0] : x
            let stripRight = stripLeft + stripWidth
            let head = 8.0
            // Labels do not depend on the length of the axis, save where a mark is a span at one length and a dot at
            // another; so the length follows from them.
            let trial = scale(top: top + head, length: length)
            let marks = TimelineMark.marks(timeline, scale: trial, widest: 22)
            let blocks = marks.map {
                LabelBlock(
                    $0, of: timeline, width: max(labelWidth, 4 * type), type: type, theme: theme,
                    color: palette.date($0.rank, lane: $0.lane), measurer: measurer)
            }
            let gap = type * (height == nil ? 0.5 : 0.3)
            let total = blocks.reduce(0) { $0 + $1.size.height + gap }
            let tallest = blocks.map(\.size.height).max() ?? 0
            let needed = max(total / sideCount * 1.04, tallest)
            if let height {
                length = max(height - 2 * head, 60)
            } else {
                // Room enough that crowded years are not far from their labels, and no more than a page of it,
                // unless the labels themselves need more.
                length = max(needed * 1.1, min(needed * 1.3, 560), 300)
            }
            let axis = scale(top: top + head, length: length)
            let boxes = marks.indices.map { index in
                IsotonicPlacement.Box(
                    ideal: axis.place(marks[index].anchor) - blocks[index].firstLine,
                    length: blocks[index].size.height, weight: marks[index].rank == 1 ? 2 : 1)
            }
            let sides =
                isTwoSided
                ? SideAssignment.sides(boxes, gap: gap, room: length)
                : [SideAssignment.Side](repeating: .right, count: boxes.count)

            // Spans of a side are packed into lanes beside the strip.
            var lanes = [Int](repeating: 0, count: marks.count)
            var found = [0, 0]
            for (side, place) in [(SideAssignment.Side.left, 0), (.right, 1)] {
                let members = marks.indices.filter { marks[$0].shape == .span && sides[$0] == side }
                let packed = IntervalPacking.rows(
                    members.map {
                        let span = axis.span(marks[$0].extent)
                        return span.lowerBound...max(span.lowerBound + 4, span.upperBound)
                    },
                    gap: 3)
                for (member, row) in zip(members, packed.rows) { lanes[member] = row }
                found[place] = packed.count
            }
            if (found[0] > laneCounts[0] || found[1] > laneCounts[1] || attempt == 1) && attempt < 6 {
                laneCounts = attempt == 1 ? found : [max(found[0], laneCounts[0]), max(found[1], laneCounts[1])]
                continue
            }
            return drawn(
                Plan(
                    x: x, top: top, width: width, axis: axis, ticks: ticks(axis),
                    secondTicks: secondTicks(axis), missingBreaks: AxisBreaks.missing(timeline, most: breakRoom),
                    labelWidth: labelWidth, stripLeft: stripLeft,
                    stripRight: stripRight, eraWidth: eraWidth, lanesWidth: lanesWidth, laneCounts: found,
                    channel: channel, pitch: pitch, barWidth: barWidth, gap: gap, breakGap: breakGap,
                    isTwoSided: isTwoSided, isFree: height == nil, room: height ?? .infinity),
                marks: marks, blocks: blocks, boxes: boxes, sides: sides, lanes: lanes)
        }
    }

    /// Everything that is known before anything is drawn.
    private struct Plan {
        var x: Double
        var top: Double
        var width: Double
        var axis: TimelineScale
        var ticks: [TimeTick]
        var secondTicks: [TimeTick]
        var missingBreaks: [Int]
        var labelWidth: Double
        var stripLeft: Double
        var stripRight: Double
        var eraWidth: Double
        var lanesWidth: [Double]
        var laneCounts: [Int]
        var channel: Double
        var pitch: Double
        var barWidth: Double
        var gap: Double
        var breakGap: Double
        var isTwoSided: Bool
        var isFree: Bool
        var room: Double
    }

    private func drawn(
        _ plan: Plan, marks: [TimelineMark], blocks: [LabelBlock], boxes: [IsotonicPlacement.Box],
        sides: [SideAssignment.Side], lanes: [Int]
    ) -> AxisPicture {
        var result = AxisPicture()
        result.marks = marks
        result.missingBreaks = plan.missingBreaks
        let axis = plan.axis
        var bars: [Node] = []
        var leaders: [Node] = []
        var dots: [Node] = []
        var labels: [Node] = []
        var bottom = axis.places.upperBound + 8
        for side in plan.isTwoSided ? [SideAssignment.Side.left, .right] : [.right] {
            let place = side == .left ? 0 : 1
            let away: Double = side == .left ? -1 : 1
            let edge = side == .left ? plan.stripLeft : plan.stripRight
            let members = marks.indices.filter { sides[$0] == side }
            let own = members.map { boxes[$0] }
            let bounds =
                plan.isFree
                ? plan.top...max(plan.top, axis.places.upperBound + 30)
                : plan.top...max(plan.top, plan.top + plan.room)
            let starts = IsotonicPlacement.starts(own, gap: plan.gap, bounds: bounds)
            // What is longer than its bounds begins at the top and runs out below.
            let shift = max(0, plan.top - (starts.first ?? plan.top))
            let pitch =
                plan.laneCounts[place] == 0
                ? plan.pitch
                : min(plan.pitch, (plan.lanesWidth[place] - 7) / Double(plan.laneCounts[place]))
            let channelStart = edge + away * plan.lanesWidth[place]
            let labelEdge = channelStart + away * plan.channel
            for (member, start) in zip(members, starts) {
                let mark = marks[member]
                let block = blocks[member]
                let events = mark.events.map { timeline.events[$0] }
                let facts = events.flatMap(\.facts)
                let key = events.first?.id ?? ""
                let y = axis.place(mark.anchor)
                var from = edge
                switch mark.shape {
                case .dot:
                    let radius = (mark.rank == 1 ? 4.2 : 3.4)
                    dots.append(painter.dot(mark, at: Point(edge, y), radius: radius, key: key, facts: facts))
                    from = edge + away * radius
                case .span:
                    let middle = edge + away * (7 + pitch * (Double(lanes[member]) + 0.1))
                    let barWidth = min(plan.barWidth, pitch * 0.6)
                    bars.append(painter.bar(mark, axis: axis, middle: middle, width: barWidth, key: key, facts: facts))
                    from = middle + away * barWidth / 2
                }
                let labelTop = start + shift
                let labelMiddle = labelTop + block.firstLine
                var path = PathData()
                path.move(to: Point(from, y))
                path.line(to: Point(channelStart, y))
                path.line(to: Point(labelEdge - away * 9, labelMiddle))
                path.line(to: Point(labelEdge - away * 4, labelMiddle))
                leaders.append(
                    .path(
                        id: "\(name)/leader[\(key)]", role: "timeline-leader", path,
                        stroke: Stroke(theme.rule, width: 0.75, join: .round), facts: facts))
                labels.append(
                    block.node(
                        name: name, timeline: timeline, edge: labelEdge, top: labelTop, side: side, measurer: measurer))
                bottom = max(bottom, labelTop + block.size.height)
            }
        }
        let strip = self.strip(plan, unnamed: &result.unnamedEras)
        result.nodes = [
            .group(id: "\(name)/axis", role: "axis", strip),
            .group(id: "\(name)/spans", role: "timeline-spans", bars),
            .group(id: "\(name)/leaders", role: "timeline-leaders", leaders),
            .group(id: "\(name)/marks", role: "timeline-marks", dots),
            .group(id: "\(name)/labels", role: "timeline-labels", labels),
        ].filter { !$0.children.isEmpty }
        result.height = bottom - plan.top
        result.labelWidth = plan.labelWidth
        return result
    }

    // MARK: The strip of eras and ticks

    private func strip(_ plan: Plan, unnamed: inout [Int]) -> [Node] {
        var nodes: [Node] = []
        let axis = plan.axis
        let eras = EraBands(timeline, scale: axis, least: 10)
        let (metrics, lineHeight) = (parts.metrics, parts.lineHeight)
        let tickLeft = plan.stripLeft + Double(eras.rowCount) * plan.eraWidth
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
                    font: parts.font, lineHeight: lineHeight, measurer: measurer)
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
        nodes += names
        // The edges that marks stand on.
        let edges = plan.isTwoSided ? [plan.stripLeft, plan.stripRight] : [plan.stripRight]
        for (index, segment) in axis.segments.enumerated() {
            for (side, edge) in edges.enumerated() {
                nodes.append(
                    .path(
                        id: "\(name)/axis/line[\(index)][\(side)]", role: "axis-domain",
                        .line(from: Point(edge, segment.places.lowerBound), to: Point(edge, segment.places.upperBound)),
                        stroke: parts.domainStroke(segment)))
            }
        }
        var taken = axis.breaks.map { ($0.places.lowerBound + 8)...($0.places.upperBound - 8) }
        for (index, segment) in axis.segments.enumerated() where segment.reduction < 1 {
            let middle = (segment.places.lowerBound + segment.places.upperBound) / 2
            taken.append((middle - lineHeight)...(middle + lineHeight))
            nodes.append(
                parts.text(
                    "\(name)/axis/reduction[\(index)]", "axis-reduction-label", reductionLines(segment.reduction),
                    at: Point(plan.stripRight - 7, middle - lineHeight + metrics.ascent), anchor: .end,
                    color: theme.ink, italic: true))
        }
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
        // Ticks keep clear of breaks and of each other. Those of a second calendar stand at the other edge.
        let isCentred = plan.isTwoSided && eras.rowCount == 0 && timeline.secondCalendar == nil
        let tickLength = 4.0
        nodes += self.ticks(plan.ticks, on: axis, taken: taken) { tick, y in
            let ends = isCentred ? edges : [plan.stripRight]
            let marks = ends.enumerated().map { (side: Int, edge: Double) -> Node in
                .path(
                    id: "\(name)/axis/tick[\(tick.label)][\(side)]", role: "axis-tick",
                    .line(
                        from: Point(edge, y),
                        to: Point(edge + (edge == plan.stripRight ? -tickLength : tickLength), y)),
                    stroke: Stroke(theme.rule, width: 1), datum: Datum([Datum.Field("time", .number(tick.time))]))
            }
            return marks + [
                parts.text(
                    "\(name)/axis/label[\(tick.label)]", "axis-label", [tick.label],
                    at: Point(
                        isCentred ? (tickLeft + plan.stripRight) / 2 : plan.stripRight - tickLength - 3,
                        y + (metrics.ascent - metrics.descent) / 2),
                    anchor: isCentred ? .middle : .end, color: timeline.eras.isEmpty ? theme.mutedInk : theme.ink)
            ]
        }
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
        nodes += self.ticks(plan.secondTicks, on: axis, taken: secondTaken) { tick, y in
            [
                .path(
                    id: "\(name)/axis/second/tick[\(tick.label)]", role: "axis-tick",
                    .line(from: Point(tickLeft, y), to: Point(tickLeft + tickLength, y)),
                    stroke: Stroke(theme.rule, width: 1), datum: Datum([Datum.Field("time", .number(tick.time))])),
                parts.text(
                    "\(name)/axis/second/label[\(tick.label)]", "axis-label", [tick.label],
                    at: Point(tickLeft + tickLength + 3, y + (metrics.ascent - metrics.descent) / 2),
                    anchor: .start,
                    color: theme.mutedInk, italic: true),
            ]
        }
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

    private func reductionLines(_ reduction: Double) -> [String] { ["at " + AxisParts.fraction(reduction), "scale"] }
}
