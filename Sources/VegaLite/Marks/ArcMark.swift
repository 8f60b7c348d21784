import Documents
import SceneGraph

/// Sectors of a disc or a ring.
struct ArcMark: MarkKind {
    let name = "arc"
    let noun = "Pie chart"
    let channels: Set<Channel> = [.theta, .theta2, .radius, .radius2]
    let stacking = MarkStacking.always
    let isPolar = true
    let coversSpans = true
    let fillsView = true
    let legendSymbol = (standard: "circle", editorial: "square")
    let directLabels: DirectLabelPlace? = .besideSector
    let ownDefaults: [MarkProperty] = [.size, .radius]

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        let style = MarkStyle(encoder)
        let nodes = MarkNodes(encoder)
        let (xs, ys) = (encoder.points(.x), encoder.points(.y))
        let theta = Arcs.span(encoder, .theta, standard: (0, 2 * .pi))
        let radius = Arcs.span(encoder, .radius, standard: (0, min(encoder.size.width, encoder.size.height) / 2))
        let pad = encoder.properties.number(.padAngle) ?? 0
        let corner = encoder.properties.number(.cornerRadius) ?? 0
        let (turn, turn2) = offsets(encoder, .theta)
        let (out, out2) = offsets(encoder, .radius)
        let defined = encoder.isDefined
        var result: [Node] = []
        for index in 0..<encoder.count where defined[index] {
            let values = [theta.0[index], theta.1[index], radius.0[index], radius.1[index], xs[index], ys[index]]
            guard values.allSatisfy(\.isFinite) else { continue }
            let sector = Sector(
                center: Point(xs[index], ys[index]), inner: radius.0[index] + out2, outer: radius.1[index] + out,
                from: theta.0[index] + turn2, to: theta.1[index] + turn, pad: pad, corner: corner)
            let path = sector.path
            result += style.node(
                id: nodes.id(index), role: nodes.role, path, box: path.bounds ?? .zero, index: index, nodes: nodes)
        }
        return result
    }

    /// How far the end and the start of a channel are moved. The second offset is of a start that the encoding gives; a
    /// stack moves as a whole.
    private func offsets(_ encoder: MarkEncoder, _ channel: Channel) -> (end: Double, start: Double) {
        let end = encoder.properties.number(channel.rawValue + "Offset") ?? 0
        if encoder.unit.stack?.channel == channel { return (end, end) }
        guard let secondary = channel.secondary, encoder.definition(secondary) != nil else { return (end, 0) }
        return (end, encoder.properties.number(secondary.rawValue + "Offset") ?? 0)
    }
}
