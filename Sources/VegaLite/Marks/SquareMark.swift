import Documents
import SceneGraph

/// Filled squares.
struct SquareMark: MarkKind {
    let name = "square"
    let noun = "Scatter plot"
    let channels: Set<Channel> = [.size, .angle, .strokeDash]
    let stacking = MarkStacking.whenAsked
    let legendSymbol = (standard: "square", editorial: "square")
    let opacity = 0.7
    let strokeWidth = 2.0

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        Symbols.nodes(encoder, shapes: .constant(name))
    }
}
