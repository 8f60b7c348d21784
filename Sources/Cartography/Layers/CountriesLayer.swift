import Documents
import Geography
import SceneGraph

/// States, tinted all alike or in groups, and their coast.
struct CountriesLayer: MapLayer {
    static let word = "countries"

    struct Group: Sendable {
        var codes: [Code]
        var fill: LayerFill
        /// Lines over what lies beneath, instead of a fill: disputed, or two things at once.
        var hatched: Bool
        /// What the key says; nothing where empty.
        var legend: String
    }

    var data: Dataset
    var fill: LayerFill
    var groups: [Group]
    var labels: AreaLabels

    init?(_ reader: inout DocumentReader) {
        data = reader.dataset("countries-region")
        fill = reader.fill() ?? .muted
        labels = reader.areaLabels()
        groups = reader.objects("groups", noun: "a group") { group in
            let codes = group.codes("codes")
            if codes.isEmpty { group.report(nil, "the group names no country") }
            return Group(
                codes: codes, fill: group.fill() ?? .highlight, hatched: group.boolean("hatch") ?? false,
                legend: group.text("legend") ?? "")
        }
    }

    var dataset: Dataset? { data }
    var isGround: Bool { true }
    var states: Dataset? { data }
    var comparesAreas: Bool { !groups.isEmpty }

    func extent(on canvas: inout MapCanvas) -> [Geometry] {
        let codes = canvas.subject.isEmpty ? groups.flatMap(\.codes) : canvas.subject
        return codes.isEmpty ? [] : canvas.shapes(of: codes, in: data).map(\.mainland)
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        guard let (topology, members) = canvas.thinned(data) else { return }
        let codes = canvas.shownCodes(members)
        drawAreas(topology, members, codes, on: &canvas)
        for (number, group) in groups.enumerated() where group.hatched {
            // A feature's own area, whatever it is shown as a part of.
            let rings = canvas.members(group.codes, in: members).compactMap {
                topology.geometry(of: members.members[$0].shape)
            }
            .flatMap { canvas.path.rings(of: $0) }
            canvas.drawHatch(
                rings, canvas.style.color(group.fill), id: "\(canvas.name)/countries/hatch[\(number + 1)]")
        }
        drawCoast(topology, members, on: &canvas)
    }

    private func drawAreas(
        _ topology: Topology, _ members: Topology.Layer, _ codes: [String], on canvas: inout MapCanvas
    ) {
        var order: [String] = []
        var byCode: [String: [Int]] = [:]
        for (index, code) in codes.enumerated() {
            if byCode[code] == nil { order.append(code) }
            byCode[code, default: []].append(index)
        }
        var fills: [String: LayerFill] = [:]
        for index in canvas.members(canvas.subject, in: members) { fills[codes[index]] = .subject }
        for group in groups where !group.hatched {
            for index in canvas.members(group.codes, in: members) { fills[codes[index]] = group.fill }
        }
        let labelled: Set<String> =
            switch labels {
            case .none: []
            case .all: Set(order)
            case .these(let wanted): Set(canvas.members(wanted, in: members).map { codes[$0] })
            }
        let own = Dictionary(members.members.map { ($0.id, $0.properties) }, uniquingKeysWith: { first, _ in first })
        var areas: [Node] = []
        for code in order {
            guard let indices = byCode[code] else { continue }
            let rings = canvas.path.rings(of: topology.merged(indices, in: members))
            guard !rings.isEmpty else { continue }
            if let land = Land(code: code, rings: rings, isLabelled: labelled.contains(code)) {
                canvas.lands.append(land)
            }
            let properties = own[code] ?? members.members[indices[0]].properties
            let title = canvas.localName(properties) ?? code
            let color = canvas.style.color(fills[code] ?? fill)
            areas.append(
                .path(
                    id: "\(canvas.name)/countries[\(code)]", role: "map-area", outline(rings), fill: .color(color),
                    datum: Datum([.init("code", .string(code)), .init("name", .string(title))]), evenOdd: false))
            if labelled.contains(code) { canvas.requestCountryLabel(code, title, properties, rings, color) }
        }
        canvas.nodes.append(.group(id: "\(canvas.name)/countries", role: "map-layer", areas))
    }

    /// What only one country has.
    private func drawCoast(_ topology: Topology, _ members: Topology.Layer, on canvas: inout MapCanvas) {
        let coast = Geometry.multiLineString(topology.mesh(of: members) { _, other in other == nil })
        let line = canvas.path.path(of: coast)
        if !line.isEmpty {
            canvas.nodes.append(
                .path(
                    id: "\(canvas.name)/coast", role: "map-coast", line,
                    stroke: canvas.style.line(canvas.theme.water.opacity(0.7), 0.5)))
        }
        for piece in canvas.path.lines(of: coast) { canvas.placer.avoid(piece, weight: 0.35) }
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        groups.enumerated().flatMap { index, group in
            let color = key.style.color(group.fill)
            return key.line("group-\(index + 1)", group.hatched ? .hatch(color) : .fill(color), group.legend)
        }
    }
}

extension MapCanvas {
    mutating func drawHatch(_ rings: [[Point]], _ color: Color, id: String) {
        let lines = Hatching.lines(over: rings, spacing: 4.5)
        guard !lines.isEmpty else { return }
        nodes.append(.path(id: id, role: "map-hatch", lines, stroke: style.line(color.opacity(0.75), 0.8)))
    }
}
