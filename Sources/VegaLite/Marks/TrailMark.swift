import Documents
import SceneGraph

/// Lines whose width changes from point to point.
struct TrailMark: MarkKind {
    let name = "trail"
    let noun = "Line chart"
    let channels: Set<Channel> = [.size]
    let isPath = true
    let leavesZeroOfDimension = true
    let size = MarkSize.diameter
    let legendSymbol = (standard: "stroke", editorial: "stroke")

    func orientation(_ encoding: [Channel: ChannelDefinition], specified: Orientation?) -> Orientation? {
        OrientationRules.ofMeasures(encoding, specified: specified)
    }

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        let (xs, ys) = encoder.places
        let sizes = encoder.number(.size, standard: 1)
        let horizontal = encoder.unit.orientation == .horizontal
        let along: [Double]? = encoder.keepsRowOrder ? nil : horizontal ? ys : xs
        let style = MarkStyle(encoder)
        let nodes = MarkNodes(encoder)
        let defined = encoder.isDefined
        var result: [Node] = []
        for series in encoder.series(columns: encoder.unit.seriesColumns, sortedBy: along) {
            var path = PathData()
            var before: (Point, Double)?
            for index in series.indices {
                guard defined[index], xs[index].isFinite, ys[index].isFinite, sizes[index].isFinite else {
                    before = nil
                    continue
                }
                let here = (Point(xs[index], ys[index]), max(0, sizes[index]) / 2)
                // A disc at each point, and the quadrilateral that touches both.
                path.append(.circle(center: here.0, radius: here.1))
                if let last = before {
                    let (dx, dy) = (here.0.x - last.0.x, here.0.y - last.0.y)
                    let length = (dx * dx + dy * dy).squareRoot()
                    if length > 0 {
                        let (nx, ny) = (-dy / length, dx / length)
                        path.move(to: Point(last.0.x + nx * last.1, last.0.y + ny * last.1))
                        path.line(to: Point(last.0.x - nx * last.1, last.0.y - ny * last.1))
                        path.line(to: Point(here.0.x - nx * here.1, here.0.y - ny * here.1))
                        path.line(to: Point(here.0.x + nx * here.1, here.0.y + ny * here.1))
                        path.close()
                    }
                }
                before = here
            }
            guard !path.isEmpty, let first = series.indices.first else { continue }
            result += style.node(
                id: nodes.prefix + "[\(series.key.isEmpty ? "0" : series.key)]", role: nodes.role, path,
                box: path.bounds ?? .zero,
                index: first, nodes: nodes)
        }
        return result
    }
}
