import Geography
import SceneGraph

extension MapComposer {
    /// Claims dashed, lines of control dotted, indefinite borders in long dashes.
    mutating func draw(_ layer: DisputedLayer) {
        guard let (topology, lines) = thinned(layer.data) else { return }
        let dashes: [(classes: [String], dash: [Double])] = [
            (["claim", "disputed"], [3, 2]), (["line-of-control", "ceasefire-line"], [1, 2]), (["indefinite"], [5, 2]),
        ]
        for (classes, dash) in dashes {
            let shapes = lines.members.filter { classes.contains($0.properties["class"]?.string ?? "") }
                .compactMap { topology.geometry(of: $0.shape) }
            let data = path.path(of: shapes)
            guard !data.isEmpty, let id = classes.first else { continue }
            nodes.append(
                .path(
                    id: "\(name)/disputed[\(id)]", role: "map-border", data, stroke: style.line(theme.mutedInk, 0.8, dash: dash)))
        }
    }
}
