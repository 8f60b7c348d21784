import Documents
import Figures
import Phrases
import SceneGraph
import Typography

/// What one sheet does not hold goes on to further pages.
extension TimelineComposition {
    /// The figure on as many pages as it needs: the labels, then the undated events where the last page has no room
    /// for them.
    func further(top: Double, room: Double) throws(Diagnostics) -> [Picture] {
        var pages: [Picture] = []
        // Labels that fit without the undated events stay beside their marks.
        if timeline.labels == .auto, !undated.events.isEmpty {
            for type in [theme.labelSize, theme.noteSize] {
                let alone = try self.pages(Setting(type: type, room: room, leavesUndated: true), top: top)
                if let first = alone.first, first.height <= room + 0.5 {
                    pages = alone
                    break
                }
            }
        }
        if pages.isEmpty {
            pages = try self.pages(
                Setting(
                    isHistogram: EventHistogram.suits(timeline), type: theme.noteSize, room: nil, isKeyed: true,
                    leavesUndated: true), top: top, listRoom: room)
        }
        var list = undated
        let (x, width) = (theme.margin, size.width - 2 * theme.margin)
        var rest = list.events[...]
        guard !rest.isEmpty else { return pages }
        if var last = pages.last {
            let under = list.layout(
                name: TimelineComposition.name(name, page: pages.count - 1), x: x,
                top: top + last.height + theme.margin,
                width: width, columns: columns(width))
            if last.height + theme.margin + under.height <= room + 0.5 {
                last.nodes += under.nodes
                last.height += theme.margin + under.height
                pages[pages.count - 1] = last
                return pages
            }
        }
        while !rest.isEmpty {
            let name = TimelineComposition.name(name, page: pages.count)
            // As many as the page holds, one at least.
            var (low, high) = (1, rest.count)
            while low < high {
                let middle = (low + high + 1) / 2
                list.events = Array(rest.prefix(middle))
                if list.layout(name: name, x: x, top: top, width: width, columns: columns(width)).height <= room {
                    low = middle
                } else {
                    high = middle - 1
                }
            }
            list.events = Array(rest.prefix(low))
            let set = list.layout(name: name, x: x, top: top, width: width, columns: columns(width))
            pages.append(
                Picture(
                    nodes: set.nodes, height: set.height, labelWidth: width, missingBreaks: [], warnings: Diagnostics())
            )
            rest = rest.dropFirst(low)
        }
        return pages
    }
}
