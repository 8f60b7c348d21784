import Documents
import SceneGraph

/// Straight lines: between two places, or across the view.
struct RuleMark: MarkKind {
    let name = "rule"
    let namesChart = false
    let channels: Set<Channel> = [.size, .strokeDash, .x2, .y2, .longitude2, .latitude2]
    let stacking = MarkStacking.whenAsked
    let fillsBands = true
    let size = MarkSize.strokeWidth
    let isFilled = false
    let color = Color.black
    let legendSymbol = (standard: "stroke", editorial: "stroke")
    let ownDefaults: [MarkProperty] = [.size, .color, .stroke]

    func orientation(_ encoding: [Channel: ChannelDefinition], specified: Orientation?) -> Orientation? {
        if OrientationRules.spansBoth(encoding) { return nil }
        if let ranged = OrientationRules.ofRange(encoding) { return ranged }
        switch (encoding[.x], encoding[.y]) {
        case (.some, nil): return .vertical
        case (nil, .some): return .horizontal
        default: return OrientationRules.ofMeasures(encoding, specified: specified)
        }
    }

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        let style = MarkStyle(encoder)
        let nodes = MarkNodes(encoder)
        var x1: [Double], x2: [Double], y1: [Double], y2: [Double]
        if encoder.definition(.longitude) != nil || encoder.definition(.latitude) != nil {
            (x1, y1) = encoder.projected(.longitude, .latitude)
            (x2, y2) = encoder.projected(
                encoder.definition(.longitude2) != nil ? .longitude2 : .longitude,
                encoder.definition(.latitude2) != nil ? .latitude2 : .latitude)
        } else {
            (x1, x2) = ends(encoder, .x)
            (y1, y2) = ends(encoder, .y)
        }
        let defined = encoder.isDefined
        var result: [Node] = []
        for index in 0..<encoder.count where defined[index] {
            guard x1[index].isFinite, x2[index].isFinite, y1[index].isFinite, y2[index].isFinite else { continue }
            let path = PathData.line(from: Point(x1[index], y1[index]), to: Point(x2[index], y2[index]))
            result += style.node(
                id: nodes.id(index), role: nodes.role, path, box: path.bounds ?? .zero, index: index, nodes: nodes,
                canFill: false)
        }
        return result
    }

    private func ends(_ encoder: MarkEncoder, _ channel: Channel) -> ([Double], [Double]) {
        let has = encoder.definition(channel) != nil || encoder.properties[channel.rawValue] != nil
        let secondary =
            channel.secondary.map { encoder.definition($0) != nil || encoder.properties[$0.rawValue] != nil } ?? false
        if secondary { return encoder.span(channel) }
        if has {
            let along: Channel = encoder.unit.orientation == .horizontal ? .x : .y
            if channel == along, let definition = encoder.definition(channel), definition.isField,
                definition.isContinuous,
                encoder.definition(channel == .x ? .y : .x) != nil
            {
                let points = encoder.points(channel)
                // A rule that measures begins at zero where it is stacked or ranged; otherwise it is a point across.
                if encoder.unit.stack?.channel == channel {
                    let span = encoder.span(channel)
                    return (span.end, span.start)
                }
                // From the value on: dashes begin there.
                return (points, [Double](repeating: encoder.baseline(channel), count: encoder.count))
            }
            let points = encoder.points(channel)
            return (points, points)
        }
        let other: Channel = channel == .x ? .y : .x
        let otherIsRange = other.secondary.map { encoder.definition($0) != nil } ?? false
        if otherIsRange {
            let middle = [Double](repeating: encoder.length(channel) / 2, count: encoder.count)
            return (middle, middle)
        }
        return (
            [Double](repeating: 0, count: encoder.count),
            [Double](repeating: encoder.length(channel), count: encoder.count)
        )
    }
}
