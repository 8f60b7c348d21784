import Documents
import SceneGraph

/// Symbols of a shape, drawn as outlines.
struct PointMark: MarkKind {
    let name = "point"
    let noun = "Scatter plot"
    let channels: Set<Channel> = [.size, .shape, .angle, .strokeDash]
    let stacking = MarkStacking.whenAsked
    let isFilled = false
    let opacity = 0.7
    let strokeWidth = 2.0
    let ownDefaults: [MarkProperty] = [.size, .shape]

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        Symbols.nodes(encoder, shapes: encoder.text(.shape, property: "shape"))
    }
}
