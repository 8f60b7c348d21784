import SceneGraph
import Typography

extension MapCanvas {
    /// Where the author put it, or near there, with a line to what it tells of.
    func candidates(near middle: Point, target: Point?, _ request: LabelRequest) -> [LabelCandidate] {
        guard let setting = request.settings.first else { return [] }
        let reach = 7.0
        var found: [LabelCandidate] = []
        for row in -8...8 {
            for column in -8...8 {
                let label = node(
                    request, setting, middle: Point(middle.x + Double(column) * reach, middle.y + Double(row) * reach))
                guard placer.isFree(label.bounds) else { continue }
                let cost = Double(abs(row) + abs(column)) * 3
                guard let target, !label.bounds.contains(target) else {
                    found.append(LabelCandidate(label, cost: cost, behind: request.symbol))
                    continue
                }
                let start = nearest(of: label.bounds, to: target)
                found.append(
                    LabelCandidate(
                        label, cost: cost,
                        behind: request.symbol + [
                            leaderNode(from: start, to: target, id: request.id, color: request.color)
                        ],
                        leader: Segment(start: start, end: target)))
            }
        }
        return found
    }
}
