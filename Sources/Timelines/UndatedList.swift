import SceneGraph
import Typography

/// The events without a date: apart from the axis, in order, under a heading that says so.
struct UndatedList {
    let timeline: Timeline
    let theme: Theme
    let type: Double
    let measurer: any TextMeasuring
    /// Those that are listed.
    var events: [Timeline.Event]

    init(timeline: Timeline, theme: Theme, type: Double, measurer: any TextMeasuring) {
        self.timeline = timeline
        self.theme = theme
        self.type = type
        self.measurer = measurer
        events = timeline.events.filter(\.date.isUndated)
    }

    /// Lays the list out from a top left corner; nothing where every event has a date.
    ///
    /// - Parameter columns: 0 to set the events one after another in lines, which takes the least height.
    func layout(name: String, x: Double, top: Double, width: Double, columns: Int) -> (nodes: [Node], height: Double) {
        let events = self.events
        guard !events.isEmpty else { return ([], 0) }
        let gap = type * (columns == 0 ? 0.95 : 1.6)
        let bullet = type * 0.95
        let flows = columns == 0
        let columns = max(1, min(columns, events.count))
        let columnWidth = (width - gap * Double(columns - 1)) / Double(columns)
        let headFont = theme.font(size: type, weight: 700)
        let metrics = measurer.metrics(of: headFont)
        let lineHeight = max((type * 1.22).rounded(), (metrics.ascent + metrics.descent).rounded(.up))
        var y = top
        var nodes: [Node] = [
            .path(
                id: "\(name)/undated/rule", role: "timeline-rule",
                .line(from: Point(x, y), to: Point(x + width, y)), stroke: Stroke(theme.grid, width: 1))
        ]
        y += type * 0.55
        let heading = Text(
            lines: measurer.lines(of: timeline.undatedTitle, font: headFont, width: width),
            origin: Point(x, y + metrics.ascent),
            font: headFont, fill: .color(theme.ink), lineHeight: lineHeight)
        nodes.append(measurer.node(id: "\(name)/undated/heading", role: "timeline-heading", heading))
        y += Double(heading.lines.count) * lineHeight + type * 0.25
        if flows {
            let flowed = flow(
                name: name, x: x, top: y, width: width, lineHeight: lineHeight, bullet: bullet, gap: gap,
                metrics: metrics)
            return (
                [.group(id: "\(name)/undated", role: "timeline-undated", nodes + flowed.nodes)], flowed.bottom - top
            )
        }
        // Each entry with its lines; columns are filled in order, each about as high as the others.
        let set = events.map { event -> (event: Timeline.Event, lines: [String], font: Font) in
            let font = theme.font(size: type, weight: event.rank == 1 ? 600 : 400)
            return (event, measurer.lines(of: event.title, font: font, width: columnWidth - bullet), font)
        }
        let total = set.reduce(0) { $0 + $1.lines.count }
        let most = (total + columns - 1) / columns
        var (column, used, deepest) = (0, 0, 0)
        for entry in set {
            if used > 0, used + entry.lines.count > most, column < columns - 1 {
                column += 1
                used = 0
            }
            let left = x + Double(column) * (columnWidth + gap)
            let baseline =
                y + Double(used) * lineHeight + (lineHeight - metrics.ascent - metrics.descent) / 2 + metrics.ascent
            nodes.append(
                self.entry(
                    entry.event, lines: entry.lines, font: entry.font, name: name, left: left, baseline: baseline,
                    bullet: bullet, lineHeight: lineHeight, metrics: metrics))
            used += entry.lines.count
            deepest = max(deepest, used)
        }
        return (
            [.group(id: "\(name)/undated", role: "timeline-undated", nodes)],
            y + Double(deepest) * lineHeight - top
        )
    }

    private func entry(
        _ event: Timeline.Event, lines: [String], font: Font, name: String, left: Double, baseline: Double,
        bullet: Double, lineHeight: Double, metrics: FontMetrics
    ) -> Node {
        let dot = Node.path(
            id: "\(name)/undated/mark[\(event.id)]", role: "timeline-event",
            .circle(center: Point(left + type * 0.3, baseline - metrics.xHeight / 2), radius: type * 0.2),
            stroke: Stroke(event.rank == 1 ? theme.accent : theme.neutral, width: max(1, type * 0.1)),
            facts: event.facts)
        let text = measurer.node(
            id: "\(name)/title[\(event.id)]", role: "timeline-title",
            Text(
                lines: lines, origin: Point(left + bullet, baseline), font: font,
                fill: .color(event.rank == 3 ? theme.mutedInk : theme.ink), lineHeight: lineHeight),
            facts: event.facts)
        return .group(
            id: "\(name)/label[\(event.id)]", role: "timeline-label", facts: event.facts,
            datum: Datum([Datum.Field("date", .string("undated"))]), [dot, text])
    }

    /// One event after another, each whole on its line where it fits one.
    private func flow(
        name: String, x: Double, top: Double, width: Double, lineHeight: Double, bullet: Double, gap: Double,
        metrics: FontMetrics
    ) -> (nodes: [Node], bottom: Double) {
        var nodes: [Node] = []
        var (left, y) = (x, top)
        for event in events {
            let font = theme.font(size: type, weight: event.rank == 1 ? 600 : 400)
            let lines = measurer.lines(of: event.title, font: font, width: width - bullet)
            let wide = bullet + (lines.map { measurer.width(of: $0, font: font) }.max() ?? 0)
            if left > x, left + wide > x + width {
                left = x
                y += lineHeight
            }
            nodes.append(
                entry(
                    event, lines: lines, font: font, name: name, left: left,
                    baseline: y + (lineHeight - metrics.ascent - metrics.descent) / 2 + metrics.ascent, bullet: bullet,
                    lineHeight: lineHeight, metrics: metrics))
            left += wide + gap
            if lines.count > 1 {
                left = x
                y += Double(lines.count) * lineHeight
            }
        }
        return (nodes, left > x ? y + lineHeight : y)
    }
}
