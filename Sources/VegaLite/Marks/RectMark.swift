import Documents
import SceneGraph

/// Rectangles that fill bands, bins or spans on both axes: the cells of a heat map.
struct RectMark: MarkKind {
    let name = "rect"
    let noun = "Matrix"
    let channels: Set<Channel> = [.x2, .y2, .longitude2, .latitude2]
    let fillsBands = true
    let coversSpans = true
    let continuousColors = "heatmap"
    let legendSymbol = (standard: "square", editorial: "square")
    let ownDefaults: [MarkProperty] = [.size, .timeUnitBandPosition]

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] { Rectangles.nodes(encoder) }
}
