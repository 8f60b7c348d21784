import Calendar
import Documents
import SceneGraph
import Typography

/// The list under the axis: dates with their events, in columns.
extension KeyedLayout {
    /// A date of the list with its events, or some of them where they are more than a column holds.
    struct Entry {
        var mark: Int
        /// The first part of its date has the number; the rest repeat it, muted.
        var part: Int
        var block: LabelBlock
        var height: Double { block.size.height }
    }

    var between: Double { type * 0.25 }
    private var gutter: Double { type * 1.4 }

    func defaultColumns(_ width: Double) -> Int { max(1, min(12, Int(width / 195))) }

    func columnWidth(_ count: Int, of width: Double) -> Double {
        (width - gutter * Double(count - 1)) / Double(count)
    }

    private func numberWidth(_ marks: Int) -> Double {
        isHistogram ? 0 : measurer.width(of: "\(marks)", font: theme.font(size: type)) + type * 0.5
    }

    func entries(_ marks: [TimelineMark], width: Double, tallest: Double = .infinity) -> [Entry] {
        let room = max(4 * type, width - numberWidth(marks.count))
        func block(_ mark: TimelineMark) -> LabelBlock {
            LabelBlock(
                mark, of: timeline, width: room, type: type, theme: theme, color: palette.date(mark.rank, lane: nil),
                isCompact: true, measurer: measurer)
        }
        var entries: [Entry] = []
        for (index, mark) in marks.enumerated() {
            var rest = mark.events[...]
            var part = 0
            while !rest.isEmpty {
                var some = mark
                some.events = Array(rest)
                var set = block(some)
                while set.size.height > tallest, some.events.count > 1 {
                    let share = Int(Double(some.events.count) * tallest / set.size.height)
                    some.events = Array(some.events.prefix(max(1, min(some.events.count - 1, share))))
                    set = block(some)
                }
                entries.append(Entry(mark: index, part: part, block: set))
                rest = rest.dropFirst(some.events.count)
                part += 1
            }
        }
        return entries
    }

    /// The numbered events in columns.
    func list(
        _ entries: [Entry], columns: [Range<Int>], of count: Int, x: Double, top: Double, width: Double
    ) -> (nodes: [Node], bottom: Double) {
        let columnWidth = columnWidth(count, of: width)
        let numberFont = theme.font(size: type)
        let numberWidth = numberWidth((entries.last?.mark ?? 0) + 1)
        let metrics = measurer.metrics(of: numberFont)
        var nodes: [Node] = []
        var bottom = top
        for (column, members) in columns.enumerated() {
            let left = x + Double(column) * (columnWidth + gutter)
            var y = top
            for index in members {
                let (entry, block) = (entries[index], entries[index].block)
                let ending = entry.part == 0 ? "" : "/\(entry.part + 1)"
                let number = measurer.node(
                    id: "\(name)/number[\(entry.mark + 1)]" + ending, role: "timeline-number",
                    Text(
                        lines: ["\(entry.mark + 1)"],
                        origin: Point(
                            left + numberWidth - type * 0.5,
                            y + (block.lineHeight - metrics.ascent - metrics.descent) / 2 + metrics.ascent),
                        anchor: .end, font: numberFont, fill: .color(theme.mutedInk)))
                let label = block.node(
                    name: name, timeline: timeline, edge: left + numberWidth, top: y, side: .right, measurer: measurer)
                nodes.append(
                    .group(
                        id: label.id, role: "timeline-label", facts: label.facts, datum: label.datum,
                        (isHistogram ? [] : [number]) + label.children))
                bottom = max(bottom, y + block.size.height)
                y += block.size.height + between
            }
        }
        return (nodes, bottom)
    }
}
