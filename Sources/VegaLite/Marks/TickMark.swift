import Documents
import SceneGraph

/// Short strokes at places along an axis.
struct TickMark: MarkKind {
    let name = "tick"
    let noun = "Strip plot"
    let namesChart = false
    let channels: Set<Channel> = [.size, .strokeDash]
    let stacking = MarkStacking.whenAsked
    let fillsBands = true
    let coversSpans = true
    let bandPadding = ScaleConfigProperty.tickBandPaddingInner
    let size = MarkSize.bandSize
    let opacity = 0.7

    func orientation(_ encoding: [Channel: ChannelDefinition], specified: Orientation?) -> Orientation? {
        OrientationRules.ofMeasures(encoding, specified: specified, isAcross: true)
    }

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        let style = MarkStyle(encoder)
        let nodes = MarkNodes(encoder)
        let horizontal = encoder.unit.orientation == .horizontal
        // A vertical tick is long along y and thin along x.
        let long: Channel = horizontal ? .x : .y
        let thin: Channel = horizontal ? .y : .x
        let thickness = encoder.properties.number(.thickness) ?? 1
        let extent = tickExtent(encoder, long)
        let middles = encoder.points(thin)
        let defined = encoder.isDefined
        let corners = CornerRadii(encoder)
        var result: [Node] = []
        for index in 0..<encoder.count where defined[index] {
            let (low, high, middle) = (extent.low[index], extent.high[index], middles[index])
            guard low.isFinite, high.isFinite, middle.isFinite else { continue }
            let box =
                horizontal
                ? Rectangle(x: min(low, high), y: middle - thickness / 2, width: abs(high - low), height: thickness)
                : Rectangle(x: middle - thickness / 2, y: min(low, high), width: thickness, height: abs(high - low))
            result += style.node(
                id: nodes.id(index), role: nodes.role, corners.path(box), box: box, index: index,
                nodes: nodes)
        }
        return result
    }

    private func tickExtent(_ encoder: MarkEncoder, _ channel: Channel) -> (low: [Double], high: [Double]) {
        let lengthName = channel == .x ? "width" : "height"
        let written =
            encoder.properties.number(.size) ?? encoder.properties.number(lengthName)
            ?? encoder.configured(.discreteBandSize)?.number
        if let scale = encoder.scales[channel], scale.type == .band, encoder.definition(.size) == nil {
            if written == nil || encoder.properties[lengthName]?["band"] != nil {
                return Rectangles.extent(encoder, channel)
            }
        }
        let step = encoder.scales[channel]?.step ?? encoder.config.view.step
        let isContinuous = encoder.scales[channel]?.type.isContinuous == true
        // Turned along a measure by its definition, a tick is as long as a bar there is wide.
        let isTurned = encoder.properties.string(.orient) != nil && encoder.definition(channel) != nil
        let share = 1 - encoder.config.length(.tickBandPaddingInner)
        let bare = encoder.scales[channel] == nil ? share * encoder.length(channel) : 0.75 * step
        let standard = written ?? (isContinuous ? (isTurned ? 5 : step - 2) : bare)
        let sizes =
            encoder.definition(.size) != nil ? encoder.number(.size, standard: standard) : PerRow.constant(standard)
        let middles = encoder.points(channel)
        return (
            middles.indices.map { middles[$0] - sizes[$0] / 2 }, middles.indices.map { middles[$0] + sizes[$0] / 2 }
        )
    }
}
