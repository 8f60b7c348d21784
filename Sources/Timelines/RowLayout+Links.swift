import SceneGraph
import Typography

extension RowLayout {
    /// From the end of one event to the beginning of another: down or up beside the first, then along to the second.
    func links(_ placed: [Int: (extent: ClosedRange<Double>, y: Double)]) -> [Node] {
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
