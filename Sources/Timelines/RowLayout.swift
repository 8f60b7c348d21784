import Calendar
import Documents
import SceneGraph
import Typography

/// Time runs across the sheet: marks in as few rows as hold them, each with its label beside it; rows in lanes where
/// the events have lanes, with arrows for links.
///
/// A row is shared by marks that leave each other's label room; the rows are the fewest there can be for labels so
/// placed (interval partition). No leaders are needed, so none cross.
struct RowLayout {
    let timeline: Timeline
    let palette: MarkPalette
    let measurer: any TextMeasuring
    let name: String
    /// How much larger than in print the type is.
    /// Of labels.
    let type: Double
    var charts: [TimelineChart] = []

    private var theme: Theme { palette.theme }
    private var painter: MarkPainter { MarkPainter(palette: palette, name: name, direction: .across) }

    /// Where a label stands beside its mark.
    private enum Place { case after, before, above }

    /// A mark with its label, before it has a row.
    private struct Item {
        var mark: TimelineMark
        var extent: ClosedRange<Double>
        var label: LabelBlock
        var place: Place
        /// The edge of the label that its lines align with.
        var edge: Double
        /// Mark and label together.
        var reach: ClosedRange<Double>
    }

    func layout(x: Double, top: Double, width: Double) throws(Diagnostics) -> AxisPicture {
        var result = AxisPicture()
        // Lane names have a gutter of their own.
        let laneFont = theme.font(size: type, weight: 700)
        let laneNames = timeline.lanes.isEmpty ? [""] : timeline.lanes
        let widestLane = laneNames.map { measurer.width(of: $0, font: laneFont) }.max() ?? 0
        let gutter = widestLane > 0 ? min(widestLane + 12, width * 0.2) : 0
        let left = x + gutter + 6
        let right = x + width
        let head = AcrossAxis(
            timeline: timeline, palette: palette, measurer: measurer, name: name, left: left,
            right: right - 10, top: top, charts: charts)
        let axis = head.axis
        result.missingBreaks = head.missingBreaks
        result.labelWidth = (right - left) * 0.4

        // Marks and labels.
        let marks = TimelineMark.marks(timeline, scale: axis, widest: 22, grouping: false)
        result.marks = marks
        let items = marks.map { item($0, axis: axis, left: left, right: right) }

        // Below the axis and its eras.
        var y = head.bodyTop

        // Rows, lane by lane.
        var background: [Node] = []
        var bars: [Node] = []
        var dots: [Node] = []
        var labels: [Node] = []
        var placed: [Int: (extent: ClosedRange<Double>, y: Double)] = [:]
        for (laneIndex, lane) in laneNames.enumerated() {
            let members = items.indices.filter { timeline.lanes.isEmpty || (items[$0].mark.lane ?? "") == lane }
            let laneTop = y
            if laneIndex > 0 {
                background.append(
                    .path(
                        id: "\(name)/lane[\(lane)]/rule", role: "timeline-rule",
                        .line(from: Point(x, y), to: Point(right, y)), stroke: Stroke(theme.grid, width: 1)))
            }
            y += 4
            // What lasted first, then moments, so that links between spans pass few labels.
            let packed = rows(members.map { items[$0] })
            var heights = [Double](repeating: 0, count: packed.count)
            for (member, row) in zip(members, packed.rows) {
                let item = items[member]
                let height = item.label.size.height + (item.place == .above ? item.label.lineHeight * 0.7 : 0)
                heights[row] = max(heights[row], height)
            }
            var tops: [Double] = []
            for height in heights {
                tops.append(y)
                y += height + 3
            }
            for (member, row) in zip(members, packed.rows) {
                let item = items[member]
                let events = item.mark.events.map { timeline.events[$0] }
                let facts = events.flatMap(\.facts)
                let key = events.first?.id ?? ""
                let labelTop = tops[row]
                let markY =
                    item.place == .above
                    ? labelTop + item.label.size.height + item.label.lineHeight * 0.3 : labelTop + item.label.firstLine
                switch item.mark.shape {
                case .dot:
                    dots.append(
                        painter.dot(
                            item.mark, at: Point(axis.place(item.mark.anchor), markY),
                            radius: (item.mark.rank == 1 ? 4.2 : 3.4), key: key, facts: facts))
                case .span:
                    bars.append(
                        painter.bar(item.mark, axis: axis, middle: markY, width: barWidth, key: key, facts: facts))
                }
                for event in item.mark.events { placed[event] = (item.extent, markY) }
                labels.append(
                    item.label.node(
                        name: name, timeline: timeline, edge: item.edge, top: labelTop,
                        side: item.place == .before ? .left : .right,
                        halo: Stroke(theme.background, width: 3, join: .round),
                        measurer: measurer))
            }
            if !lane.isEmpty {
                let laneMetrics = measurer.metrics(of: laneFont)
                let lines = measurer.lines(of: lane, font: laneFont, width: max(gutter - 8, 2 * type))
                let lineHeight = laneMetrics.ascent + laneMetrics.descent
                labels.append(
                    measurer.node(
                        id: "\(name)/lane[\(lane)]/name", role: "timeline-lane-label",
                        Text(
                            lines: lines, origin: Point(x, laneTop + 4 + laneMetrics.ascent), font: laneFont,
                            fill: .color(theme.ink), lineHeight: lineHeight)))
                y = max(y, laneTop + 8 + Double(lines.count) * lineHeight)
            }
            y += 3
        }
        let bottom = y

        let axisNodes = head.nodes(name: name, bottom: bottom, in: &result)
        let chartNodes = try head.chartNodes(name: name, warnings: &result.warnings)
        result.nodes = [
            .group(id: "\(name)/axis", role: "axis", axisNodes + background),
            .group(id: "\(name)/charts", role: "timeline-charts", chartNodes),
            .group(id: "\(name)/links", role: "timeline-links", links(placed)),
            .group(id: "\(name)/spans", role: "timeline-spans", bars),
            .group(id: "\(name)/marks", role: "timeline-marks", dots),
            .group(id: "\(name)/labels", role: "timeline-labels", labels),
        ].filter { !$0.children.isEmpty }
        result.height = bottom - top
        return result
    }

    private func rows(_ items: [Item]) -> (rows: [Int], count: Int) {
        guard !timeline.links.isEmpty else { return IntervalPacking.rows(items.map(\.reach), gap: 10) }
        var rows = [Int](repeating: 0, count: items.count)
        var count = 0
        // What lasted first; of moments those that links lead to next and those that only lead elsewhere last, so that
        // arrows pass few labels.
        let (targets, origins) = (Set(timeline.links.map(\.to)), Set(timeline.links.map(\.from)))
        let classes = items.map { item -> Int in
            if item.mark.shape == .span { return 0 }
            if item.mark.events.contains(where: targets.contains) { return 1 }
            return item.mark.events.contains(where: origins.contains) ? 3 : 2
        }
        for kind in 0...3 {
            let members = items.indices.filter { classes[$0] == kind }
            let packed =
                kind == 0
                ? steps(members.map { items[$0] })
                : IntervalPacking.rows(members.map { items[$0].reach }, gap: 10)
            for (member, row) in zip(members, packed.rows) { rows[member] = count + row }
            count += packed.count
        }
        return (rows, count)
    }

    /// Spans that lead to each other go down the sheet in the order they begin, each in the first row that is free.
    private func steps(_ items: [Item]) -> (rows: [Int], count: Int) {
        let order = items.indices.sorted {
            (items[$0].mark.extent.lowerBound, $0) < (items[$1].mark.extent.lowerBound, $1)
        }
        var rows = [Int](repeating: 0, count: items.count)
        var taken: [[ClosedRange<Double>]] = []
        for index in order {
            let reach = (items[index].reach.lowerBound - 10)...items[index].reach.upperBound
            let free = taken.firstIndex { row in !row.contains { $0.overlaps(reach) } } ?? taken.count
            if free == taken.count { taken.append([]) }
            taken[free].append(reach)
            rows[index] = free
        }
        return (rows, taken.count)
    }

    private var barWidth: Double { 7 }

    /// A mark's label after it where there is room, before it where there is not, and above a bar that leaves none on
    /// either side.
    private func item(_ mark: TimelineMark, axis: TimelineScale, left: Double, right: Double) -> Item {
        func block(_ width: Double) -> LabelBlock {
            LabelBlock(
                mark, of: timeline, width: width, type: type, theme: theme,
                color: palette.date(mark.rank, lane: mark.lane),
                isCompact: true, measurer: measurer)
        }
        let radius = 5.5
        let extent: ClosedRange<Double>
        switch mark.shape {
        case .dot:
            let place = axis.place(mark.anchor)
            extent = (place - radius)...(place + radius)
        case .span: extent = painter.extent(mark, axis: axis)
        }
        let gap = 5.0
        let most = (right - left) * 0.4
        let (roomAfter, roomBefore) = (right - extent.upperBound - gap, extent.lowerBound - gap - left)
        let least = min(most, 90)
        func item(_ place: Place, _ label: LabelBlock) -> Item {
            switch place {
            case .after:
                let edge = extent.upperBound + gap
                return Item(
                    mark: mark, extent: extent, label: label, place: place, edge: edge,
                    reach: extent.lowerBound...max(extent.upperBound, edge + label.size.width))
            case .before:
                let edge = extent.lowerBound - gap
                return Item(
                    mark: mark, extent: extent, label: label, place: place, edge: edge,
                    reach: min(extent.lowerBound, edge - label.size.width)...extent.upperBound)
            case .above:
                let edge = max(left, min(extent.lowerBound, right - label.size.width))
                return Item(
                    mark: mark, extent: extent, label: label, place: place, edge: edge,
                    reach: min(edge, extent.lowerBound)...max(extent.upperBound, edge + label.size.width))
            }
        }
        let wished = block(most)
        if wished.size.width <= roomAfter { return item(.after, wished) }
        if wished.size.width <= roomBefore { return item(.before, wished) }
        if max(roomAfter, roomBefore) >= least {
            return roomAfter >= roomBefore ? item(.after, block(roomAfter)) : item(.before, block(roomBefore))
        }
        return item(.above, block(right - left))
    }

    // MARK: Links

    /// From the end of one event to the beginning of another: down or up beside the first, then along to the second.
    private func links(_ placed: [Int: (extent: ClosedRange<Double>, y: Double)]) -> [Node] {
        let way: Double = timeline.isReversed ? -1 : 1
        return timeline.links.enumerated().compactMap { index, link in
            guard let from = placed[link.from], let to = placed[link.to] else { return nil }
            let color = theme.mutedInk
            let (start, target) =
                timeline.isReversed
                ? (from.extent.lowerBound, to.extent.upperBound) : (from.extent.upperBound, to.extent.lowerBound)
            let turn = start + way * 2.5
            let reach = 4.5
            var path = PathData()
            var head = PathData()
            path.move(to: Point(start, from.y))
            path.line(to: Point(turn, from.y))
            if way * turn < way * target - reach - 1 || from.y == to.y {
                // Down or up beside the first, then along to the second.
                let end = target - way
                path.line(to: Point(turn, to.y))
                path.line(to: Point(end - way * reach, to.y))
                head.move(to: Point(end, to.y))
                head.line(to: Point(end - way * reach, to.y - 2.6))
                head.line(to: Point(end - way * reach, to.y + 2.6))
            } else {
                // The second begins where the first ends, or before: into it from above or below.
                let down: Double = from.y < to.y ? 1 : -1
                let x = max(to.extent.lowerBound + 2, min(turn, to.extent.upperBound - 2))
                let end = to.y - down * (barWidth / 2 + 1.5)
                if x != turn {
                    let between = to.y - down * type * 0.95
                    path.line(to: Point(turn, between))
                    path.line(to: Point(x, between))
                }
                path.line(to: Point(x, end - down * reach))
                head.move(to: Point(x, end))
                head.line(to: Point(x - 2.6, end - down * reach))
                head.line(to: Point(x + 2.6, end - down * reach))
            }
            head.close()
            let id = "\(name)/link[\(timeline.events[link.from].id)→\(timeline.events[link.to].id)][\(index)]"
            return .group(
                id: id, role: "timeline-link",
                [
                    .path(
                        id: id + "/line", role: "timeline-link-line", path,
                        stroke: Stroke(color, width: 0.9, join: .round)),
                    .path(id: id + "/head", role: "timeline-link-head", head, fill: .color(color)),
                ])
        }
    }
}
