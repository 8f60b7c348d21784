import Geography
import SceneGraph

extension MapComposer {
    /// Lines between units of one state; the state's own outline is the borders' business.
    mutating func draw(_ layer: AdminLayer) {
        guard let (topology, units) = thinned(layer.data) else { return }
        let states = units.members.map { $0.properties["country"]?.string ?? "" }
        let wanted = Set(layer.countries.map(\.text))
        for code in layer.countries where !states.contains(code.text) {
            problems.addUnknownCode(code, known: Set(states).sorted(), file: file, what: "the data has no units of")
        }
        let lines = topology.mesh(of: units) { one, other in
            guard let other, states[one] == states[other] else { return false }
            return wanted.isEmpty || wanted.contains(states[one])
        }
        let drawn = path.path(of: .multiLineString(lines))
        guard !drawn.isEmpty else { return }
        nodes.append(
            .path(
                id: "\(name)/admin1", role: "map-border", drawn,
                stroke: adminStroke))
    }

    var adminStroke: Stroke { style.line(theme.border.opacity(0.8), 0.45, dash: [2, 1.4]) }
}
