import Documents
import SceneGraph

/// Lines through points, one for each series.
struct LineMark: MarkKind {
    let name = "line"
    let noun = "Line chart"
    let channels: Set<Channel> = [.size, .strokeDash]
    let stacking = MarkStacking.whenAsked
    let isPath = true
    let leavesZeroOfDimension = true
    let size = MarkSize.strokeWidth
    let isFilled = false
    let strokeWidth = 2.0
    let legendSymbol = (standard: "stroke", editorial: "stroke")
    let directLabels: DirectLabelPlace? = .endOfLine

    func orientation(_ encoding: [Channel: ChannelDefinition], specified: Orientation?) -> Orientation? {
        OrientationRules.ofMeasures(encoding, specified: specified)
    }

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        let (xs, ys) = encoder.places
        let horizontal = encoder.unit.orientation == .horizontal
        let sortsAlong = !encoder.keepsRowOrder && encoder.definition(.longitude) == nil
        let along: [Double]? = sortsAlong ? (horizontal ? ys : xs) : nil
        let hasAlong = encoder.definition(horizontal ? .y : .x) != nil
        let style = MarkStyle(encoder)
        let nodes = MarkNodes(encoder)
        let interpolation = encoder.properties.string(.interpolate).flatMap(Interpolation.init) ?? .linear
        let tension = encoder.properties.number(.tension)
        let defined = encoder.isDefined
        let breaks = encoder.breaksAtInvalid
        var result: [Node] = []
        for series in encoder.series(columns: encoder.unit.seriesColumns, sortedBy: hasAlong ? along : nil) {
            var path = PathData()
            var run: [Point] = []
            func finish() {
                if !run.isEmpty {
                    interpolation.append(run, to: &path, tension: tension, isVertical: horizontal, joins: false)
                }
                run = []
            }
            for index in series.indices {
                if defined[index], xs[index].isFinite, ys[index].isFinite {
                    run.append(Point(xs[index], ys[index]))
                } else if breaks {
                    finish()
                }
            }
            finish()
            guard !path.isEmpty, let first = series.indices.first else { continue }
            let id = nodes.prefix + "[\(series.key.isEmpty ? "0" : series.key)]"
            result += style.node(
                id: id, role: nodes.role, path, box: path.bounds ?? .zero, index: first, nodes: nodes)
        }
        return result
    }
}
