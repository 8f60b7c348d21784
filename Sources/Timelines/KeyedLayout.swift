import Calendar
import Documents
import SceneGraph
import Typography

/// Where labels do not fit beside the marks: numbers on the axis, and below it a list of what they stand for.
///
/// Dates are numbered in order; the events of one date share its number. Numbers stand in one row under the axis,
/// moved along it by isotonic placement; where they crowd, neighbours share one key, such as `12–19`. Every event keeps
/// a mark of its own. A list that is longer than the sheet goes on to further pages, each with the whole axis and the
/// keys of what it lists.
struct KeyedLayout {
    let timeline: Timeline
    let palette: MarkPalette
    let measurer: any TextMeasuring
    /// Begins the ids of nodes.
    var name: String
    /// How much larger than in print the type is.
    /// Of the list.
    let type: Double
    var charts: [TimelineChart] = []
    /// In place of a mark for each event a bar for each year, and a list by year without numbers.
    var isHistogram = false

    var theme: Theme { palette.theme }
    private var painter: MarkPainter { MarkPainter(palette: palette, name: name, direction: .across) }

    /// As many sheets as the list needs, about equally full. Charts stand on the first.
    ///
    /// - Parameter room: what axis and list may take of each, in figure units.
    func pages(x: Double, top: Double, width: Double, room: Double) throws(Diagnostics) -> [AxisPicture] {
        let first = Stage(self, x: x, top: top, width: width)
        let roomOfFirst = max(0, room - (first.listTop - top))
        var plain = self
        plain.charts = []
        let other = charts.isEmpty ? first : Stage(plain, x: x, top: top, width: width)
        let tallest = max(2 * type, room - (other.listTop - top))
        // A title that is longer than a column gets a wider one.
        var count = defaultColumns(width)
        var entries = entries(first.marks, width: columnWidth(count, of: width), tallest: tallest)
        // Nor does one long title make a single column of a short list.
        func isLopsided(_ entries: [Entry]) -> Bool {
            let all = entries.reduce(0) { $0 + $1.height }
            return entries.contains {
                $0.height > max(tallest, 0) || $0.height > 14 * type && $0.height > 1.4 * all / Double(count)
            }
        }
        while count > 1, isLopsided(entries) {
            count -= 1
            entries = self.entries(first.marks, width: columnWidth(count, of: width), tallest: tallest)
        }
        let heights = entries.map(\.height)
        func page(
            _ layout: KeyedLayout, _ stage: Stage, _ columns: [Range<Int>], number: Int
        ) throws(Diagnostics) -> AxisPicture {
            var layout = layout
            layout.name = TimelineComposition.name(name, page: number)
            return try layout.picture(stage, entries, columns: columns, of: count, x: x, top: top, width: width)
        }
        let whole = KeyedColumns.balanced(heights, most: count, gap: between)
        if whole.allSatisfy({ heights[$0].reduce(-between) { $0 + $1 + between } <= roomOfFirst + 1e-6 }) {
            return [try page(self, first, whole, number: 0)]
        }
        var pages: [AxisPicture] = []
        var start = 0
        if !charts.isEmpty {
            // What fits below the charts; the rest on pages without them.
            let columns = KeyedColumns.filled(heights, height: roomOfFirst, gap: between).prefix(count).prefix {
                column in
                heights[column].reduce(-between) { $0 + $1 + between } <= roomOfFirst + 1e-6
            }
            start = columns.last?.upperBound ?? 0
            pages.append(try page(self, first, Array(columns), number: 0))
        }
        let needed = KeyedColumns.filled(Array(heights[start...]), height: tallest, gap: between).count
        let sheets = max(1, (needed + count - 1) / count)
        let columns = KeyedColumns.balanced(Array(heights[start...]), most: sheets * count, gap: between)
            .map { ($0.lowerBound + start)..<($0.upperBound + start) }
        for first in stride(from: 0, to: columns.count, by: count) {
            pages.append(
                try page(plain, other, Array(columns[first..<min(columns.count, first + count)]), number: pages.count))
        }
        return pages
    }

    // MARK: The axis

    /// What every page has: the axis, and where each mark stands.
    private struct Stage {
        var head: AcrossAxis
        var marks: [TimelineMark]
        var markY: [Double]
        var barWidth: Double
        var channelTop: Double
        var keysTop: Double
        var listTop: Double
        var histogram: HistogramDrawing?

        init(_ layout: KeyedLayout, x: Double, top: Double, width: Double) {
            head = AcrossAxis(
                timeline: layout.timeline, palette: layout.palette, measurer: layout.measurer, name: layout.name,
                left: x + (layout.isHistogram ? 24 : 6), right: x + width - 10, top: top, charts: layout.charts)
            let axis = head.axis
            let marks = TimelineMark.marks(layout.timeline, scale: axis, widest: 22)
            self.marks = marks
            // Moments on one line, spans in as few rows below it as hold them, closer together where they are many.
            let dotsY = head.bodyTop + 5
            let spans = marks.indices.filter { marks[$0].shape == .span }
            let packed = IntervalPacking.rows(spans.map { layout.painter.extent(marks[$0], axis: axis) }, gap: 3)
            let pitch = min(7, 160 / Double(max(1, packed.count)))
            barWidth = min(4.5, pitch * 0.7)
            markY = [Double](repeating: dotsY, count: marks.count)
            for (member, row) in zip(spans, packed.rows) {
                markY[member] = dotsY + 8 + pitch * (Double(row) + 0.5)
            }
            channelTop = dotsY + 8 + pitch * Double(packed.count) + 2
            keysTop = channelTop + 26
            let metrics = layout.measurer.metrics(of: layout.keyFont)
            listTop = keysTop + metrics.ascent + metrics.descent + layout.theme.margin
            guard layout.isHistogram else { return }
            let drawing = HistogramDrawing(
                histogram: EventHistogram(layout.timeline, scale: axis, least: 2.2), scale: axis,
                timeline: layout.timeline,
                parts: AxisParts(
                    timeline: layout.timeline, palette: layout.palette, measurer: layout.measurer, direction: .across),
                name: layout.name, x: x, top: top)
            histogram = drawing
            listTop = drawing.bottom + layout.theme.margin
        }
    }

    private var keyFont: Font { theme.font(size: theme.noteSize, weight: 700) }

    private func picture(
        _ stage: Stage, _ entries: [Entry], columns: [Range<Int>], of count: Int, x: Double, top: Double, width: Double
    ) throws(Diagnostics) -> AxisPicture {
        var result = AxisPicture()
        result.marks = stage.marks
        // A list needs more across than a column of labels: its numbers, and an axis above that is worth reading.
        result.labelWidth = width - 7 * type
        result.missingBreaks = stage.head.missingBreaks
        if let histogram = stage.histogram {
            let list = self.list(entries, columns: columns, of: count, x: x, top: stage.listTop, width: width)
            result.nodes = [
                .group(id: "\(name)/axis", role: "axis", histogram.nodes()),
                .group(id: "\(name)/labels", role: "timeline-labels", list.nodes),
            ]
            result.height = list.bottom - top
            return result
        }
        let axis = stage.head.axis
        let chartNodes = try stage.head.chartNodes(name: name, warnings: &result.warnings)
        // A page of several shows the marks that its own list explains.
        let listed = columns.first.flatMap { first in columns.last.map { first.lowerBound..<$0.upperBound } } ?? 0..<0
        let members = Array(Set(entries[listed].map(\.mark)).sorted())
        var bars: [Node] = []
        var dots: [Node] = []
        for index in members {
            let mark = stage.marks[index]
            let event = timeline.events[mark.events.first ?? 0]
            let facts = mark.events.flatMap { timeline.events[$0].facts }
            switch mark.shape {
            case .dot:
                dots.append(
                    painter.dot(
                        mark, at: Point(axis.place(mark.anchor), stage.markY[index]), radius: radius(mark),
                        key: event.id,
                        facts: facts))
            case .span:
                bars.append(
                    painter.bar(
                        mark, axis: axis, middle: stage.markY[index], width: stage.barWidth, key: event.id, facts: facts
                    ))
            }
        }
        let keys = self.keys(members, stage: stage, x: x, width: width)
        let list = self.list(entries, columns: columns, of: count, x: x, top: stage.listTop, width: width)
        let axisNodes = stage.head.nodes(name: name, bottom: stage.channelTop, in: &result)
        result.nodes = [
            .group(id: "\(name)/axis", role: "axis", axisNodes),
            .group(id: "\(name)/charts", role: "timeline-charts", chartNodes),
            .group(id: "\(name)/leaders", role: "timeline-leaders", keys.leaders),
            .group(id: "\(name)/spans", role: "timeline-spans", bars),
            .group(id: "\(name)/marks", role: "timeline-marks", dots),
            .group(id: "\(name)/keys", role: "timeline-keys", keys.nodes),
            .group(id: "\(name)/labels", role: "timeline-labels", list.nodes),
        ].filter { !$0.children.isEmpty }
        result.height = list.bottom - top
        return result
    }

    private func radius(_ mark: TimelineMark) -> Double { (mark.rank == 1 ? 4 : 3) }

    /// Keys of some marks: one a mark where there is room, shared by neighbours where there is not.
    private func keys(_ members: [Int], stage: Stage, x: Double, width: Double) -> (nodes: [Node], leaders: [Node]) {
        let metrics = measurer.metrics(of: keyFont)
        let axis = stage.head.axis
        let anchors = members.map { axis.place(stage.marks[$0].anchor) }
        let gap = 7.0
        var keys: [(members: Range<Int>, text: String, width: Double)] = []
        var bin = 0.0
        for _ in 0..<16 {
            keys = []
            var first = 0
            while first < members.count {
                var end = first + 1
                while end < members.count, anchors[end] - anchors[first] < bin { end += 1 }
                let text = end - first == 1 ? "\(members[first] + 1)" : "\(members[first] + 1)–\(members[end - 1] + 1)"
                keys.append((first..<end, text, measurer.width(of: text, font: keyFont)))
                first = end
            }
            if keys.reduce(0, { $0 + $1.width + gap }) <= width * 0.96 { break }
            bin = bin == 0 ? 2 : bin * 1.45
        }
        let starts = IsotonicPlacement.starts(
            keys.map { key in
                let middle = (anchors[key.members.lowerBound] + anchors[key.members.upperBound - 1]) / 2
                return IsotonicPlacement.Box(ideal: middle - key.width / 2, length: key.width)
            }, gap: gap, bounds: x...max(x, x + width))
        var nodes: [Node] = []
        var leaders: [Node] = []
        for (key, start) in zip(keys, starts) {
            for member in key.members {
                let index = members[member]
                let mark = stage.marks[index]
                let event = timeline.events[mark.events.first ?? 0]
                let reach = mark.shape == .dot ? radius(mark) : stage.barWidth / 2
                var path = PathData()
                path.move(to: Point(anchors[member], stage.markY[index] + reach))
                path.line(to: Point(anchors[member], stage.channelTop))
                path.line(to: Point(start + key.width / 2, stage.keysTop - 3))
                leaders.append(
                    .path(
                        id: "\(name)/leader[\(event.id)]", role: "timeline-leader", path,
                        stroke: Stroke(theme.rule, width: 0.6),
                        facts: mark.events.flatMap { timeline.events[$0].facts }))
            }
            nodes.append(
                measurer.node(
                    id: "\(name)/key[\(key.text)]", role: "timeline-key",
                    Text(
                        lines: [key.text], origin: Point(start, stage.keysTop + metrics.ascent), font: keyFont,
                        fill: .color(theme.ink))))
        }
        return (nodes, leaders)
    }
}
