import Documents
import SceneGraph

/// Discs.
struct CircleMark: MarkKind {
    let name = "circle"
    let noun = "Scatter plot"
    let channels: Set<Channel> = [.size, .strokeDash]
    let stacking = MarkStacking.whenAsked
    let opacity = 0.7
    let strokeWidth = 2.0

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        Symbols.nodes(encoder, shapes: .constant(name))
    }
}
