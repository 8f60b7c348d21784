import Documents
import Geography
import SceneGraph

/// Claims dashed, lines of control dotted, indefinite borders in long dashes.
struct DisputedLayer: MapLayer {
    static let word = "disputed"
    private static let kinds = [BorderKind.disputed, .lineOfControl, .indefinite]

    var data: Dataset
    /// Areas that states' own maps give to different states are hatched.
    var hatchesAreas: Bool
    var areasLegend = ""
    /// What the key says of each kind; nothing where there is none.
    var legends: [(kind: BorderKind, text: String)] = []

    /// `legend: text` for all of them, or `legend: {disputed: …, line-of-control: …, indefinite: …, areas: …}`.
    init?(_ reader: inout DocumentReader) {
        data = reader.dataset("disputed-lines")
        hatchesAreas = reader.boolean("areas") ?? false
        let hatchesAreas = hatchesAreas
        guard let node = reader.value("legend") else { return }
        guard node.object != nil else {
            if let text = reader.text("legend") { legends = [(.disputed, text)] }
            return
        }
        let parts = reader.object("legend", noun: "a legend of disputed lines") { parts in
            let lines = DisputedLayer.kinds.compactMap { kind in parts.text(kind.rawValue).map { (kind, $0) } }
            let areas = parts.text("areas")
            if areas != nil, !hatchesAreas { parts.report("areas", "no areas are hatched; add `areas: true`") }
            return (lines, areas ?? "")
        }
        (legends, areasLegend) = parts ?? ([], "")
    }

    var dataset: Dataset? { data }

    func contestedLines(on canvas: inout MapCanvas) -> [[Point]] {
        guard let (topology, lines) = canvas.thinned(data) else { return [] }
        let classes = Set(DisputedLayer.kinds.flatMap(\.classes)).subtracting(["claim"])
        return lines.members.filter { classes.contains($0.properties["class"]?.string ?? "") }
            .compactMap { topology.geometry(of: $0.shape) }.flatMap { canvas.path.lines(of: $0) }
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        if hatchesAreas, let states = canvas.states, let (topology, countries) = canvas.thinned(states) {
            let names = Set(canvas.disputedAreas().map(\.code))
            let rings = countries.members.filter { names.contains($0.id) }.compactMap {
                topology.geometry(of: $0.shape)
            }
            .flatMap { canvas.path.rings(of: $0) }
            canvas.drawHatch(rings, canvas.theme.mutedInk, id: "\(canvas.name)/disputed[areas]")
        }
        guard let (topology, lines) = canvas.thinned(data) else { return }
        for kind in DisputedLayer.kinds {
            let shapes = lines.members.filter { kind.classes.contains($0.properties["class"]?.string ?? "") }
                .compactMap { topology.geometry(of: $0.shape) }
            let drawn = canvas.path.path(of: shapes)
            guard !drawn.isEmpty else { continue }
            canvas.nodes.append(
                .path(
                    id: "\(canvas.name)/disputed[\(kind.rawValue)]", role: "map-border", drawn,
                    stroke: kind.stroke(canvas.style, isQuiet: false)))
        }
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        (hatchesAreas ? key.line("disputed-areas", .hatch(key.theme.mutedInk), areasLegend) : [])
            + legends.flatMap { kind, text in
                key.line(kind.rawValue, .line(kind.stroke(key.style, isQuiet: false)), text)
            }
    }
}
