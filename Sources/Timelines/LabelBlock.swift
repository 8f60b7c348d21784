import Calendar
import SceneGraph
import Typography

/// The label of a mark: its date, and the titles of its events beside or below it.
struct LabelBlock: Sendable {
    struct Title: Sendable {
        var event: Int
        var lines: [String]
        var font: Font
        var color: Color
        /// From the start of the line that it shares, and the line; titles that share no line begin at 0.
        var offset = 0.0
        var line = 0
    }

    /// One line, more where the column is narrower than the date.
    let date: [String]
    let dateFont: Font
    let dateColor: Color
    let titles: [Title]
    let lineHeight: Double
    /// Where titles begin, from the side that faces the axis; 0 where they stand below the date.
    let indent: Double
    let size: Size
    /// Between titles, beyond the line height.
    private let spacing: Double
    /// The widths of the lines that short titles share; empty where each has lines of its own.
    private let shared: [Double]
    private let metrics: FontMetrics

    /// The middle of the first line, from the top.
    var firstLine: Double { lineHeight / 2 }

    /// - Parameters:
    ///   - width: what a line may take.
    ///   - isCompact: months of three letters, and titles beside the date wherever both fit one line.
    init(
        _ mark: TimelineMark, of timeline: Timeline, width: Double, type: Double, theme: Theme, color: Color,
        isCompact: Bool = false, measurer: any TextMeasuring
    ) {
        // A remark stands without its date, slanted.
        let wording = mark.isAnnotation ? "" : timeline.label(of: mark.date, isCompact: isCompact)
        let isSlanted = mark.isAnnotation
        let dateFont = theme.font(size: type, weight: 700)
        self.dateFont = dateFont
        dateColor = color
        metrics = measurer.metrics(of: dateFont)
        lineHeight = max((type * 1.22).rounded(), (metrics.ascent + metrics.descent).rounded(.up))
        let dateWidth = wording.isEmpty ? 0 : measurer.width(of: wording, font: dateFont)
        // Beside the date, unless that leaves too little for the titles; or, compact, wherever it takes no more lines.
        func lineCount(_ width: Double) -> Int {
            mark.events.reduce(0) { sum, index in
                let event = timeline.events[index]
                let font = theme.font(size: type, weight: event.rank == 1 ? 600 : 400)
                return sum + measurer.lines(of: event.title, font: font, width: width).count
            }
        }
        let beside = width - dateWidth - type * 0.5
        let hangs =
            dateWidth <= 0.26 * width
            || isCompact && beside >= 0.45 * width && lineCount(beside) <= lineCount(width) + 1
        let date =
            wording.isEmpty ? [] : LabelBlock.dateLines(wording, font: dateFont, width: width, measurer: measurer)
        self.date = date
        indent = hangs && !wording.isEmpty ? dateWidth + type * 0.5 : 0
        let room = max(type * 2, width - indent)
        var titles = mark.events.map { index in
            let event = timeline.events[index]
            let font = theme.font(size: type, weight: event.rank == 1 ? 600 : 400, italic: isSlanted)
            return Title(
                event: index, lines: measurer.evenLines(of: event.title, font: font, width: room), font: font,
                color: event.rank == 3 ? theme.mutedInk : theme.ink)
        }
        if titles.count > 1, titles.allSatisfy({ $0.lines.count == 1 }) {
            // Names that may share a line are parted by commas, as in a sentence.
            for index in titles.indices.dropLast() {
                titles[index].lines[0] += timeline.phrases.comma.first.map(String.init) ?? ","
            }
        }
        let widths = titles.map { title in title.lines.map { measurer.width(of: $0, font: title.font) }.max() ?? 0 }
        let between = type * 0.28
        let together = widths.reduce(between * Double(widths.count - 1), +)
        if titles.count > 1, titles.allSatisfy({ $0.lines.count == 1 }),
            together <= room || (titles.count > 2 && together < 0.55 * room * Double(titles.count))
        {
            // Short titles of one date run on, several to a line.
            var shared = [0.0]
            for index in titles.indices {
                let last = shared.count - 1
                if shared[last] > 0, shared[last] + between + widths[index] > room {
                    shared.append(0)
                } else if shared[last] > 0 {
                    shared[last] += between
                }
                titles[index].line = shared.count - 1
                titles[index].offset = shared[shared.count - 1]
                shared[shared.count - 1] += widths[index]
            }
            self.shared = shared
            self.titles = titles
            spacing = 0
            let ownDate = hangs ? 0 : date.count
            size = Size(
                max(indent + (shared.max() ?? 0), date.map { measurer.width(of: $0, font: dateFont) }.max() ?? 0),
                Double(shared.count + ownDate) * lineHeight)
            return
        }
        shared = []
        for index in titles.indices where titles.count > 1 && titles[index].lines.count == 1 {
            let own = timeline.events[titles[index].event].title
            if titles[index].lines[0].count == own.count + 1 { titles[index].lines = [own] }
        }
        self.titles = titles
        let lines = titles.reduce(0) { $0 + $1.lines.count } + (hangs ? 0 : date.count)
        var widest = date.map { measurer.width(of: $0, font: dateFont) }.max() ?? dateWidth
        for title in titles {
            for line in title.lines { widest = max(widest, indent + measurer.width(of: line, font: title.font)) }
        }
        spacing = (lineHeight * 0.13).rounded()
        size = Size(
            widest, Double(lines) * lineHeight + spacing * Double(max(0, titles.count - 1)))
    }

    /// A date that is wider than its line is broken at the dash of a range or before brackets, where that is enough.
    private static func dateLines(_ wording: String, font: Font, width: Double, measurer: any TextMeasuring) -> [String]
    {
        var parts = [""]
        for word in wording.split(separator: " ") {
            if word.first == "(" || parts[parts.count - 1].hasSuffix("–") { parts.append("") }
            parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
        }
        guard parts.allSatisfy({ measurer.width(of: $0, font: font) <= width }) else {
            return measurer.lines(of: wording, font: font, width: width)
        }
        var lines: [String] = []
        for part in parts {
            if let last = lines.last, measurer.width(of: last + " " + part, font: font) <= width {
                lines[lines.count - 1] = last + " " + part
            } else {
                lines.append(part)
            }
        }
        return lines
    }

    /// The block drawn: `edge` is its side that faces the axis, `top` its top.
    func node(
        name: String, timeline: Timeline, edge: Double, top: Double, side: SideAssignment.Side, halo: Stroke? = nil,
        measurer: any TextMeasuring
    ) -> Node {
        let anchor: Text.Anchor = side == .right ? .start : .end
        let away: Double = side == .right ? 1 : -1
        let rise = (lineHeight - metrics.ascent - metrics.descent) / 2 + metrics.ascent
        var y = top + rise
        let events = titles.map { timeline.events[$0.event] }
        let key = events.first?.id ?? ""
        var children: [Node] =
            date.isEmpty
            ? []
            : [
                measurer.node(
                    id: "\(name)/date[\(key)]", role: "timeline-date",
                    Text(
                        lines: date, origin: Point(edge, y), anchor: anchor, font: dateFont, fill: .color(dateColor),
                        lineHeight: lineHeight, halo: halo),
                    facts: events.flatMap(\.facts))
            ]
        if indent == 0 { y += Double(date.count) * lineHeight }
        for (title, event) in zip(titles, events) {
            if shared.indices.contains(title.line) {
                let start = side == .right ? edge + indent : edge - indent - shared[title.line]
                children.append(
                    measurer.node(
                        id: "\(name)/title[\(event.id)]", role: "timeline-title",
                        Text(
                            lines: title.lines,
                            origin: Point(start + title.offset, y + Double(title.line) * lineHeight), font: title.font,
                            fill: .color(title.color), lineHeight: lineHeight, halo: halo),
                        facts: event.facts))
                continue
            }
            children.append(
                measurer.node(
                    id: "\(name)/title[\(event.id)]", role: "timeline-title",
                    Text(
                        lines: title.lines, origin: Point(edge + away * indent, y), anchor: anchor, font: title.font,
                        fill: .color(title.color), lineHeight: lineHeight, halo: halo),
                    facts: event.facts))
            y += Double(title.lines.count) * lineHeight + spacing
        }
        return .group(
            id: "\(name)/label[\(key)]", role: "timeline-label", facts: events.flatMap(\.facts),
            datum: Datum([Datum.Field("date", .string(events.first?.date.text ?? ""))]), children)
    }
}
