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
        let gap = type * 1.3
        var (left, y) = (x, top)
        var nodes: [Node] = []
        for (index, entry) in entries.enumerated() {
            let sampleWidth = sampleWidth(of: entry)
            let textWidth = max(width - sampleWidth - type, type)
            let lines = measurer.lines(of: entry.text(words), font: font, width: textWidth)
            let wide = sampleWidth + type * 0.4 + (lines.map { measurer.width(of: $0, font: font) }.max() ?? 0)
            if left > x, left + wide > x + width {
                left = x
                y += lineHeight
            }
            let middle = y + lineHeight / 2
            var shapes = Sample(key: self, id: "\(name)/key/sample[\(index)]", left: left, middle: middle)
                .nodes(of: entry, width: sampleWidth)
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

    private func sampleWidth(of entry: Entry) -> Double {
        switch entry {
        case .calendar: -type * 0.4
        case .milestone, .icon, .doubt: type * 0.8
        case .lane, .era: type * 1.3
        case .within, .goesOn, .link, .done, .reduction: type * 1.9
        }
    }
}
