import SceneGraph
import Typography

/// The events without a date: apart from the axis, in order, under a heading that says so.
struct UndatedList {
    let timeline: Timeline
    let theme: Theme
    let type: Double
    let measurer: any TextMeasuring

    var events: [Timeline.Event] { timeline.events.filter(\.date.isUndated) }

    /// Lays the list out from a top left corner; nothing where every event has a date.
    func layout(name: String, x: Double, top: Double, width: Double, columns: Int) -> (nodes: [Node], height: Double) {
        let events = self.events
        guard !events.isEmpty else { return ([], 0) }
        let gap = type * 1.6
        let bullet = type * 0.95
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
            lines: measurer.lines(of: timeline.undatedTitle, font: headFont, width: width), origin: Point(x, y + metrics.ascent),
            font: headFont, fill: .color(theme.ink), lineHeight: lineHeight)
        nodes.append(measurer.node(id: "\(name)/undated/heading", role: "timeline-heading", heading))
        y += Double(heading.lines.count) * lineHeight + type * 0.25
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
            let baseline = y + Double(used) * lineHeight + (lineHeight - metrics.ascent - metrics.descent) / 2 + metrics.ascent
            let color = entry.event.rank == 1 ? theme.accent : theme.neutral
            let dot = Node.path(
                id: "\(name)/undated/mark[\(entry.event.id)]", role: "timeline-event",
                .circle(center: Point(left + type * 0.3, baseline - metrics.xHeight / 2), radius: type * 0.2),
                stroke: Stroke(color, width: max(1, type * 0.1)), facts: entry.event.facts)
            let text = measurer.node(
                id: "\(name)/title[\(entry.event.id)]", role: "timeline-title",
                Text(
                    lines: entry.lines, origin: Point(left + bullet, baseline), font: entry.font,
                    fill: .color(entry.event.rank == 3 ? theme.mutedInk : theme.ink), lineHeight: lineHeight),
                facts: entry.event.facts)
            nodes.append(
                .group(
                    id: "\(name)/label[\(entry.event.id)]", role: "timeline-label", facts: entry.event.facts,
                    datum: Datum([Datum.Field("date", .string("undated"))]), [dot, text]))
            used += entry.lines.count
            deepest = max(deepest, used)
        }
        return (
            [.group(id: "\(name)/undated", role: "timeline-undated", nodes)],
            y + Double(deepest) * lineHeight - top
        )
    }
}
