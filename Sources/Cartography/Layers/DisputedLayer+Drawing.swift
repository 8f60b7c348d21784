import Geography
import SceneGraph

extension MapComposer {
    /// Claims dashed, lines of control dotted, indefinite borders in long dashes.
    mutating func draw(_ layer: DisputedLayer) {
        if layer.hatchesAreas, let dataset = countriesDataset, let (topology, countries) = thinned(dataset) {
            let names = Set(disputedAreas().map(\.code))
            let rings = countries.members.filter { names.contains($0.id) }.compactMap {
                topology.geometry(of: $0.shape)
            }
            .flatMap { path.rings(of: $0) }
            drawHatch(rings, theme.mutedInk, id: "\(name)/disputed[areas]")
        }
        guard let (topology, lines) = thinned(layer.data) else { return }
        for kind in [BorderKind.disputed, .lineOfControl, .indefinite] {
            let shapes = lines.members.filter { kind.classes.contains($0.properties["class"]?.string ?? "") }
                .compactMap { topology.geometry(of: $0.shape) }
            let data = path.path(of: shapes)
            guard !data.isEmpty else { continue }
            nodes.append(
                .path(id: "\(name)/disputed[\(kind.rawValue)]", role: "map-border", data, stroke: borderStroke(kind)))
        }
    }

    /// How borders of a kind are drawn.
    func borderStroke(_ kind: BorderKind) -> Stroke {
        switch kind {
        // Beneath values the base map recedes.
        case .international:
            symbols.isEmpty && flows.isEmpty
                ? style.line(theme.border.mixed(with: theme.ink, share: 0.4), 0.6) : style.line(theme.border, 0.45)
        case .disputed: style.line(theme.mutedInk, 0.8, dash: [3, 2])
        case .lineOfControl: style.line(theme.mutedInk, 0.8, dash: [1, 2])
        case .indefinite: style.line(theme.mutedInk, 0.8, dash: [5, 2])
        case .historic: style.line(theme.accent, 1.4, dash: [6, 2.5])
        }
    }
}
