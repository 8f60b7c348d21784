import Calendar
import Phrases
import SceneGraph
import Typography

/// What the marks mean: one line of samples, of those only that the figure uses.
struct MarkKey {
    enum Entry: Hashable {
        case within, goesOn, link, done
        /// Drawn as most milestones are.
        case milestone(Timeline.Icon)
        case doubt(Doubt)
        case calendar(SecondCalendar)
        case reduction(Double)
        case lane(Int, String)
        case era(Int, String)
        case icon(Timeline.Icon, String)

        func text(_ words: Phrases.Timeline) -> String {
            switch self {
            case .milestone: words.milestone
            case .within: words.within
            case .goesOn: words.goesOn
            case .doubt(let doubt): doubt.text(words)
            case .reduction(let reduction): Phrases.fill(words.atScale, AxisParts.fraction(reduction))
            case .calendar(let calendar): "\(calendar.mark): \(calendar.name)"
            case .link: words.leadsTo
            case .done: words.done
            case .lane(_, let name): name
            case .era(_, let name): name
            case .icon(_, let name): name
            }
        }
    }

    let entries: [Entry]
    let palette: MarkPalette
    let type: Double
    let measurer: any TextMeasuring
    let words: Phrases.Timeline

    /// The entries that a figure needs.
    static func entries(
        _ timeline: Timeline, marks: [TimelineMark], unnamedEras: [Int] = [], unnamedReductions: [Double] = [],
        lanes: Bool = true
    ) -> [Entry] {
        var entries: [Entry] = []
        let dated = timeline.events.filter { !$0.date.isUndated }
        if lanes, timeline.lanes.count > 1 {
            for (index, lane) in timeline.lanes.enumerated() where !lane.isEmpty { entries.append(.lane(index, lane)) }
        } else if dated.contains(where: { $0.rank == 1 }), dated.contains(where: { $0.rank != 1 }) {
            let icons = dated.filter { $0.rank == 1 && !$0.date.isInterval }.map(\.icon)
            entries.append(.milestone(icons.first { $0 != .dot } ?? .dot))
        }
        for index in unnamedEras {
            entries.append(
                .era(
                    index,
                    timeline.eras[index].title + " (" + timeline.label(of: timeline.eras[index].date, isCompact: false)
                        + ")"))
        }
        let shapes = marks.filter { $0.shape == .dot }
        for (kind, icon) in timeline.icons where shapes.contains(where: { $0.icon == icon }) {
            entries.append(.icon(icon, kind))
        }
        let spans = marks.filter { $0.shape == .span }
        if spans.contains(where: { !$0.date.isInterval || $0.isApproximate || $0.isUncertain || $0.date.hasUnknownEnd })
        {
            entries.append(.within)
        }
        if spans.contains(where: { $0.goesOn || $0.cameBefore }) { entries.append(.goesOn) }
        let doubts = Set(marks.flatMap { $0.doubts.map(\.doubt) })
        entries += Doubt.allCases.filter(doubts.contains).map { .doubt($0) }
        if spans.contains(where: { $0.progress.map { $0 < 1 } ?? false }) { entries.append(.done) }
        if !timeline.links.isEmpty, !lanes { entries.append(.link) }
        entries += unnamedReductions.map { .reduction($0) }
        if let calendar = timeline.secondCalendar { entries.append(.calendar(calendar)) }
        return entries
    }

    func layout(name: String, x: Double, top: Double, width: Double) -> (nodes: [Node], height: Double) {
        guard !entries.isEmpty else { return ([], 0) }
        let theme = palette.theme
        let font = theme.font(size: type)
        let metrics = measurer.metrics(of: font)
        let lineHeight = max((type * 1.4).rounded(), (metrics.ascent + metrics.descent).rounded(.up))
        let sample = type * 1.9
        let gap = type * 1.3
        var (left, y) = (x, top)
        var nodes: [Node] = []
        for (index, entry) in entries.enumerated() {
            let isDot =
                switch entry {
                case .milestone, .icon, .doubt: true
                default: false
                }
            let isSwatch =
                switch entry {
                case .lane, .era: true
                default: false
                }
            let isText = if case .calendar = entry { true } else { false }
            let sampleWidth = isText ? -type * 0.4 : isDot ? type * 0.8 : isSwatch ? type * 1.3 : sample
            let textWidth = max(width - sampleWidth - type, type)
            let lines = measurer.lines(of: entry.text(words), font: font, width: textWidth)
            let wide = sampleWidth + type * 0.4 + (lines.map { measurer.width(of: $0, font: font) }.max() ?? 0)
            if left > x, left + wide > x + width {
                left = x
                y += lineHeight
            }
            let middle = y + lineHeight / 2
            let along = left...(left + max(0, sampleWidth))
            var shapes: [Node] = []
            func add(_ data: PathData, fill: Paint? = nil, stroke: Stroke? = nil) {
                shapes.append(
                    .path(id: "\(name)/key/sample[\(index)]", role: "legend-symbol", data, fill: fill, stroke: stroke))
            }
            let center = Point(left + type * 0.35, middle)
            let radius = type * 0.34
            switch entry {
            case .milestone(let icon):
                add(MarkShapes.icon(icon, center: center, radius: radius), fill: .color(theme.accent))
            case .icon(let icon, _):
                add(MarkShapes.icon(icon, center: center, radius: radius), fill: .color(theme.neutral))
            case .doubt(let doubt):
                shapes += doubt.nodes(
                    id: "\(name)/key/sample[\(index)]", icon: .dot, center: center, radius: radius,
                    color: theme.mutedInk,
                    background: theme.background
                ).map { node in
                    var node = node
                    node.role = "legend-symbol"
                    return node
                }
            case .reduction:
                add(
                    .line(from: Point(left, middle), to: Point(left + sample, middle)),
                    stroke: Stroke(theme.rule, width: type * 0.1, dash: [type * 0.2, type * 0.24]))
            case .calendar: break
            case .within:
                let paint = MarkShapes.softPaint(
                    theme.mutedInk, .across, piece: along, whole: along, soft: (sample * 0.4, sample * 0.4))
                add(
                    MarkShapes.bar(
                        .across, along: along, middle: middle, width: type * 0.45,
                        headAtEnd: false, headAtStart: false),
                    fill: paint)
            case .link:
                add(
                    .line(from: Point(left, middle), to: Point(left + sample - type * 0.3, middle)),
                    stroke: Stroke(theme.mutedInk, width: type * 0.09))
                var head = PathData()
                head.move(to: Point(left + sample, middle))
                head.line(to: Point(left + sample - type * 0.42, middle - type * 0.25))
                head.line(to: Point(left + sample - type * 0.42, middle + type * 0.25))
                head.close()
                add(head, fill: .color(theme.mutedInk))
            case .done:
                let half = (along.lowerBound + along.upperBound) / 2
                let parts = [(along, palette.mix(theme.neutral, 0.38)), (along.lowerBound...half, theme.neutral)]
                for (piece, color) in parts {
                    add(
                        MarkShapes.bar(
                            .across, along: piece, middle: middle, width: type * 0.45, headAtEnd: false,
                            headAtStart: false), fill: .color(color))
                }
            case .goesOn:
                add(
                    MarkShapes.bar(
                        .across, along: along, middle: middle, width: type * 0.38, headAtEnd: true, headAtStart: false),
                    fill: .color(theme.neutral))
            case .lane(let place, _), .era(let place, _):
                let isEra = if case .era = entry { true } else { false }
                add(
                    .rectangle(Rectangle(x: left, y: middle - type * 0.35, width: sampleWidth, height: type * 0.7)),
                    fill: .color(isEra ? palette.era(place) : palette.category(place)))
            }
            shapes.append(
                measurer.node(
                    id: "\(name)/key/text[\(index)]", role: "legend-label",
                    Text(
                        lines: lines,
                        origin: Point(left + sampleWidth + type * 0.4, middle + (metrics.ascent - metrics.descent) / 2),
                        font: font, fill: .color(theme.mutedInk), lineHeight: lineHeight)))
            nodes += shapes
            left += wide + gap
            if lines.count > 1 {
                y += Double(lines.count - 1) * lineHeight
                left = x + width
            }
        }
        return ([.group(id: "\(name)/key", role: "legend", nodes)], y + lineHeight - top)
    }
}
