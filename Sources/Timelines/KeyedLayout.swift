import Chronology
import SceneGraph
import Typography

/// Where labels do not fit beside the marks: numbers on the axis, and below it a list of what they stand for.
///
/// Dates are numbered in order; the events of one date share its number. Numbers stand in one row under the axis, moved along it by isotonic
/// placement; where they crowd, neighbours share one key, such as `12–19`. Every event keeps a mark of its own.
struct KeyedLayout {
    let timeline: Timeline
    let palette: MarkPalette
    let measurer: any TextMeasuring
    let name: String
    /// How much larger than in print the type is.
    let unit: Double
    /// Of the list.
    let type: Double

    private var theme: Theme { palette.theme }
    private var painter: MarkPainter { MarkPainter(palette: palette, name: name, unit: unit, direction: .across) }

    func layout(x: Double, top: Double, width: Double) -> AxisPicture {
        var result = AxisPicture()
        let head = AcrossAxis(
            timeline: timeline, palette: palette, measurer: measurer, name: name, unit: unit, left: x + 6 * unit,
            right: x + width - 10 * unit, top: top)
        let axis = head.axis
        let marks = TimelineMark.marks(timeline, scale: axis, widest: 22 * unit)
        result.marks = marks
        // A list needs more across than a column of labels: its numbers, and an axis above that is worth reading.
        result.labelWidth = width - 7 * type

        // Moments on one line, spans in as few rows below it as hold them, closer together where they are many.
        let dotsY = head.bodyTop + 5 * unit
        let spans = marks.indices.filter { marks[$0].shape == .span }
        let packed = IntervalPacking.rows(spans.map { painter.extent(marks[$0], axis: axis) }, gap: 3 * unit)
        let pitch = min(7 * unit, 160 * unit / Double(max(1, packed.count)))
        let barWidth = min(4.5 * unit, pitch * 0.7)
        var markY = [Double](repeating: dotsY, count: marks.count)
        for (member, row) in zip(spans, packed.rows) { markY[member] = dotsY + 8 * unit + pitch * (Double(row) + 0.5) }
        let channelTop = dotsY + 8 * unit + pitch * Double(packed.count) + 2 * unit

        // Keys: one a mark where there is room, shared by neighbours where there is not.
        let font = theme.font(size: theme.noteSize, weight: 700)
        let metrics = measurer.metrics(of: font)
        let anchors = marks.map { axis.place($0.anchor) }
        let gap = 7 * unit
        var keys: [(members: Range<Int>, text: String, width: Double)] = []
        var bin = 0.0
        for _ in 0..<16 {
            keys = []
            var first = 0
            while first < marks.count {
                var end = first + 1
                while end < marks.count, anchors[end] - anchors[first] < bin { end += 1 }
                let text = end - first == 1 ? "\(first + 1)" : "\(first + 1)–\(end)"
                keys.append((first..<end, text, measurer.width(of: text, font: font)))
                first = end
            }
            if keys.reduce(0, { $0 + $1.width + gap }) <= width * 0.96 { break }
            bin = bin == 0 ? 2 * unit : bin * 1.45
        }
        let starts = IsotonicPlacement.starts(
            keys.map { key in
                let middle = (anchors[key.members.lowerBound] + anchors[key.members.upperBound - 1]) / 2
                return IsotonicPlacement.Box(ideal: middle - key.width / 2, length: key.width)
            }, gap: gap, bounds: x...(x + width))
        let keysTop = channelTop + 26 * unit
        let keysBottom = keysTop + metrics.ascent + metrics.descent

        var bars: [Node] = []
        var dots: [Node] = []
        var leaders: [Node] = []
        var keyNodes: [Node] = []
        for (key, start) in zip(keys, starts) {
            for member in key.members {
                let mark = marks[member]
                let event = timeline.events[mark.events.first ?? 0]
                let facts = mark.events.flatMap { timeline.events[$0].facts }
                var from = markY[member]
                switch mark.shape {
                case .dot:
                    let radius = (mark.rank == 1 ? 4 : 3) * unit
                    dots.append(
                        painter.dot(mark, at: Point(anchors[member], from), radius: radius, key: event.id, facts: facts))
                    from += radius
                case .span:
                    bars.append(
                        painter.bar(mark, axis: axis, middle: from, width: barWidth, key: event.id, facts: facts))
                    from += barWidth / 2
                }
                var path = PathData()
                path.move(to: Point(anchors[member], from))
                path.line(to: Point(anchors[member], channelTop))
                path.line(to: Point(start + key.width / 2, keysTop - 3 * unit))
                leaders.append(
                    .path(
                        id: "\(name)/leader[\(event.id)]", role: "timeline-leader", path,
                        stroke: Stroke(theme.rule, width: 0.6 * unit), facts: facts))
            }
            keyNodes.append(
                measurer.node(
                    id: "\(name)/key[\(key.text)]", role: "timeline-key",
                    Text(
                        lines: [key.text], origin: Point(start, keysTop + metrics.ascent), font: font,
                        fill: .color(theme.ink))))
        }
        let list = self.list(marks, x: x, top: keysBottom + theme.margin, width: width)
        let axisNodes = head.nodes(bottom: channelTop, unnamed: &result.unnamedEras)
        result.nodes = [
            .group(id: "\(name)/axis", role: "axis", axisNodes),
            .group(id: "\(name)/leaders", role: "timeline-leaders", leaders),
            .group(id: "\(name)/spans", role: "timeline-spans", bars),
            .group(id: "\(name)/marks", role: "timeline-marks", dots),
            .group(id: "\(name)/keys", role: "timeline-keys", keyNodes),
            .group(id: "\(name)/labels", role: "timeline-labels", list.nodes),
        ].filter { !$0.children.isEmpty }
        result.height = list.bottom - top
        return result
    }

    /// The numbered events in columns of about the same height.
    private func list(_ marks: [TimelineMark], x: Double, top: Double, width: Double) -> (nodes: [Node], bottom: Double) {
        let columns = max(1, Int(width / (195 * unit)))
        let gap = type * 1.4
        let columnWidth = (width - gap * Double(columns - 1)) / Double(columns)
        let numberFont = theme.font(size: type)
        let numberWidth = measurer.width(of: "\(marks.count)", font: numberFont) + type * 0.5
        let metrics = measurer.metrics(of: numberFont)
        let blocks = marks.map {
            LabelBlock(
                $0, of: timeline, width: max(4 * type, columnWidth - numberWidth), type: type, theme: theme,
                color: palette.date($0.rank, lane: nil), isCompact: true, measurer: measurer)
        }
        let between = type * 0.25
        let total = blocks.reduce(0) { $0 + $1.size.height + between }
        let most = total / Double(columns)
        var nodes: [Node] = []
        var (column, y, filled, bottom) = (0, top, 0.0, top)
        for (index, block) in blocks.enumerated() {
            // A column ends where the share of what is set so far reaches its own.
            if y > top, filled + block.size.height / 2 > most * Double(column + 1), column < columns - 1 {
                column += 1
                y = top
            }
            let left = x + Double(column) * (columnWidth + gap)
            let number = measurer.node(
                id: "\(name)/number[\(index + 1)]", role: "timeline-number",
                Text(
                    lines: ["\(index + 1)"],
                    origin: Point(
                        left + numberWidth - type * 0.5, y + (block.lineHeight - metrics.ascent - metrics.descent) / 2 + metrics.ascent),
                    anchor: .end, font: numberFont, fill: .color(theme.mutedInk)))
            let label = block.node(
                name: name, timeline: timeline, edge: left + numberWidth, top: y, side: .right, measurer: measurer)
            nodes.append(
                .group(
                    id: label.id, role: "timeline-label", facts: label.facts, datum: label.datum, [number] + label.children))
            y += block.size.height + between
            filled += block.size.height + between
            bottom = max(bottom, y)
        }
        return (nodes, bottom)
    }
}
