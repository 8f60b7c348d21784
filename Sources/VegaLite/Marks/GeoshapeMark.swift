import Documents
import Geography
import SceneGraph

/// Shapes of the globe, through the view's projection.
struct GeoshapeMark: MarkKind {
    let name = "geoshape"
    let noun = "Map"
    let channels: Set<Channel> = [.shape, .strokeDash]
    let isGeographic = true
    let continuousColors = "heatmap"
    let fillsView = true

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        guard let projection = encoder.projection else { return [] }
        let drawer = GeographicPath(projection, pointRadius: encoder.pointRadius)
        let style = MarkStyle(encoder, isFilled: !encoder.isGraticule)
        let nodes = MarkNodes(encoder)
        let shapes = GeometryReading.geometries(encoder.table, column: encoder.definition(.shape)?.column)
        var result: [Node] = []
        for (index, row) in encoder.rows.enumerated() {
            guard let shape = shapes[row] else { continue }
            let path = drawer.path(of: shape)
            guard !path.isEmpty else { continue }
            result += style.node(
                id: nodes.id(index), role: nodes.role, path, box: path.bounds ?? .zero, index: index, nodes: nodes)
        }
        return result
    }
}
