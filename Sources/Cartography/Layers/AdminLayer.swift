import Documents
import Geography
import SceneGraph

/// Lines between units of one state; the state's own outline is the borders' business.
struct AdminLayer: MapLayer {
    static let word = "admin1"

    var data: Dataset
    /// Codes of the states whose units are drawn; all where there is none.
    var countries: [Code]
    var legend: String

    init?(_ reader: inout DocumentReader) {
        data = reader.dataset("admin1")
        countries = reader.codes("countries")
        legend = reader.text("legend") ?? ""
    }

    var dataset: Dataset? { data }
    var isGround: Bool { true }

    func draw(on canvas: inout MapCanvas, position: Int) {
        guard let (topology, units) = canvas.thinned(data) else { return }
        let states = units.members.map { $0.properties["country"]?.string ?? "" }
        let wanted = Set(countries.map(\.text))
        for code in countries where !states.contains(code.text) {
            canvas.addUnknown(code, known: Set(states).sorted(), what: "the data has no units of")
        }
        let lines = topology.mesh(of: units) { one, other in
            guard let other, states[one] == states[other] else { return false }
            return wanted.isEmpty || wanted.contains(states[one])
        }
        let drawn = canvas.path.path(of: .multiLineString(lines))
        guard !drawn.isEmpty else { return }
        canvas.nodes.append(
            .path(id: "\(canvas.name)/admin1", role: "map-border", drawn, stroke: stroke(canvas.style)))
    }

    private func stroke(_ style: MapStyle) -> Stroke {
        style.line(style.theme.border.opacity(0.8), 0.45, dash: [2, 1.4])
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        key.line("admin1", .line(stroke(key.style)), legend)
    }
}
