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

    var theme: Theme { palette.theme }
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

    /// What is drawn so far, from the axis downwards.
    private struct Drawing {
        var background: [Node] = []
        var bars: [Node] = []
        var dots: [Node] = []
        var labels: [Node] = []
        /// Where events stand, for links.
        var placed: [Int: (extent: ClosedRange<Double>, y: Double)] = [:]
        var y: Double
    }

    /// The names of lanes, in a gutter of their own.
    private struct Gutter {
        var x: Double
        var width: Double
        var right: Double
        var font: Font
    }

    func layout(x: Double, top: Double, width: Double) throws(Diagnostics) -> AxisPicture {
        var result = AxisPicture()
        let laneFont = theme.font(size: type, weight: 700)
        let laneNames = timeline.lanes.isEmpty ? [""] : timeline.lanes
        let widestLane = laneNames.map { measurer.width(of: $0, font: laneFont) }.max() ?? 0
        let gutter = Gutter(
            x: x, width: widestLane > 0 ? min(widestLane + 12, width * 0.2) : 0, right: x + width, font: laneFont)
        let left = x + gutter.width + 6
        let head = AcrossAxis(
            timeline: timeline, palette: palette, measurer: measurer, name: name, left: left,
            right: gutter.right - 10, top: top, charts: charts)
        result.missingBreaks = head.missingBreaks
        result.labelWidth = (gutter.right - left) * 0.4
        let marks = TimelineMark.marks(timeline, scale: head.axis, widest: 22, grouping: false)
        result.marks = marks
        let items = marks.map { item($0, axis: head.axis, left: left, right: gutter.right) }
        // Below the axis and its eras, lane by lane.
        var drawing = Drawing(y: head.bodyTop)
        for (index, lane) in laneNames.enumerated() {
            if index > 0 {
                drawing.background.append(
                    .path(
                        id: "\(name)/lane[\(lane)]/rule", role: "timeline-rule",
                        .line(from: Point(x, drawing.y), to: Point(gutter.right, drawing.y)),
                        stroke: Stroke(theme.grid, width: 1)))
            }
            let members = items.filter { timeline.lanes.isEmpty || ($0.mark.lane ?? "") == lane }
            draw(lane, members, on: head.axis, gutter, into: &drawing)
        }
        let axisNodes = head.nodes(name: name, bottom: drawing.y, in: &result)
        let chartNodes = try head.chartNodes(name: name, warnings: &result.warnings)
        result.nodes = [
            .group(id: "\(name)/axis", role: "axis", axisNodes + drawing.background),
            .group(id: "\(name)/charts", role: "timeline-charts", chartNodes),
            .group(id: "\(name)/links", role: "timeline-links", links(drawing.placed)),
            .group(id: "\(name)/spans", role: "timeline-spans", drawing.bars),
            .group(id: "\(name)/marks", role: "timeline-marks", drawing.dots),
            .group(id: "\(name)/labels", role: "timeline-labels", drawing.labels),
        ].filter { !$0.children.isEmpty }
        result.height = drawing.y - top
        return result
    }

    /// The rows of a lane, and its name.
    private func draw(
        _ lane: String, _ items: [Item], on axis: TimelineScale, _ gutter: Gutter, into drawing: inout Drawing
    ) {
        let laneTop = drawing.y
        drawing.y += 4
        // What lasted first, then moments, so that links between spans pass few labels.
        let packed = rows(items)
        var heights = [Double](repeating: 0, count: packed.count)
        for (item, row) in zip(items, packed.rows) {
            let height = item.label.size.height + (item.place == .above ? item.label.lineHeight * 0.7 : 0)
            heights[row] = max(heights[row], height)
        }
        var tops: [Double] = []
        for height in heights {
            tops.append(drawing.y)
            drawing.y += height + 3
        }
        for (item, row) in zip(items, packed.rows) { draw(item, top: tops[row], on: axis, into: &drawing) }
        if !lane.isEmpty {
            let name = laneName(lane, top: laneTop + 4, gutter)
            drawing.labels.append(name.node)
            drawing.y = max(drawing.y, laneTop + 8 + name.height)
        }
        drawing.y += 3
    }

    private func draw(_ item: Item, top: Double, on axis: TimelineScale, into drawing: inout Drawing) {
        let events = item.mark.events.map { timeline.events[$0] }
        let facts = events.flatMap(\.facts)
        let key = events.first?.id ?? ""
        let markY =
            item.place == .above
            ? top + item.label.size.height + item.label.lineHeight * 0.3 : top + item.label.firstLine
        switch item.mark.shape {
        case .dot:
            drawing.dots.append(
                painter.dot(
                    item.mark, at: Point(axis.place(item.mark.anchor), markY),
                    radius: (item.mark.rank == 1 ? 4.2 : 3.4), key: key, facts: facts))
        case .span:
            drawing.bars.append(
                painter.bar(item.mark, axis: axis, middle: markY, width: barWidth, key: key, facts: facts))
        }
        for event in item.mark.events { drawing.placed[event] = (item.extent, markY) }
        drawing.labels.append(
            item.label.node(
                name: name, timeline: timeline, edge: item.edge, top: top,
                side: item.place == .before ? .left : .right,
                halo: Stroke(theme.background, width: 3, join: .round), measurer: measurer))
    }

    private func laneName(_ lane: String, top: Double, _ gutter: Gutter) -> (node: Node, height: Double) {
        let metrics = measurer.metrics(of: gutter.font)
        let lines = measurer.lines(of: lane, font: gutter.font, width: max(gutter.width - 8, 2 * type))
        let lineHeight = metrics.ascent + metrics.descent
        let node = measurer.node(
            id: "\(name)/lane[\(lane)]/name", role: "timeline-lane-label",
            Text(
                lines: lines, origin: Point(gutter.x, top + metrics.ascent), font: gutter.font,
                fill: .color(theme.ink), lineHeight: lineHeight))
        return (node, Double(lines.count) * lineHeight)
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

    var barWidth: Double { 7 }

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
}
