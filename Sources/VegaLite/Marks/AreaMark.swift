import Documents
import SceneGraph

/// Areas between a line and zero, or between two lines.
struct AreaMark: MarkKind {
    let name = "area"
    let noun = "Area chart"
    let channels: Set<Channel> = [.x2, .y2]
    let stacking = MarkStacking.always
    let isPath = true
    let fillsGapsOfStacks = true
    let growsFromZero = true
    let leavesZeroOfDimension = true
    let strokeWidth = 2.0
    let legendSymbol = (standard: "circle", editorial: "square")
    let directLabels: DirectLabelPlace? = .withinArea

    func orientation(_ encoding: [Channel: ChannelDefinition], specified: Orientation?) -> Orientation? {
        OrientationRules.ofRange(encoding) ?? OrientationRules.ofMeasures(encoding, specified: specified)
    }

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        let horizontal = encoder.unit.orientation == .horizontal
        let measure: Channel = horizontal ? .x : .y
        let dimension: Channel = horizontal ? .y : .x
        let span = encoder.span(measure)
        let along = encoder.points(dimension)
        let style = MarkStyle(encoder)
        let nodes = MarkNodes(encoder)
        let interpolation = encoder.properties.string(.interpolate).flatMap(Interpolation.init) ?? .linear
        let tension = encoder.properties.number(.tension)
        let defined = encoder.isDefined
        let keepsNull = encoder.keepsInvalid
        let breaks = encoder.breaksAtInvalid
        var result: [Node] = []
        let hasDimension = encoder.definition(dimension) != nil
        for series in encoder.series(
            columns: encoder.unit.seriesColumns,
            sortedBy: hasDimension && !encoder.keepsRowOrder ? along : nil)
        {
            var path = PathData()
            var (top, bottom): ([Point], [Point]) = ([], [])
            func point(_ a: Double, _ b: Double) -> Point { horizontal ? Point(b, a) : Point(a, b) }
            func finish() {
                if !top.isEmpty {
                    interpolation.append(top, to: &path, tension: tension, isVertical: horizontal, joins: false)
                    interpolation.reversed.append(
                        bottom.reversed(), to: &path, tension: tension, isVertical: horizontal,
                        joins: !interpolation.isClosed)
                    path.close()
                }
                (top, bottom) = ([], [])
            }
            for index in series.indices {
                var (start, end) = (span.start[index], span.end[index])
                if keepsNull {
                    let zero = encoder.baseline(measure)
                    if start.isNaN { start = zero }
                    if end.isNaN { end = zero }
                }
                if keepsNull || defined[index], along[index].isFinite, start.isFinite, end.isFinite {
                    top.append(point(along[index], end))
                    bottom.append(point(along[index], start))
                } else if breaks {
                    finish()
                }
            }
            finish()
            guard !path.isEmpty, let first = series.indices.first else { continue }
            let id = nodes.prefix + "[\(series.key.isEmpty ? "0" : series.key)]"
            result += style.node(id: id, role: nodes.role, path, box: path.bounds ?? .zero, index: first, nodes: nodes)
        }
        return result
    }
}
