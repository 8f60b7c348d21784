import Documents
import Geography
import SceneGraph

extension MapComposer {
    /// Areas in the colours of their classes, those without a value hatched; the lines between them thin and light.
    mutating func draw(_ layer: ChoroplethLayer, _ shown: PreparedChoropleth) {
        guard let classes = shown.classes else { return }
        struct Area {
            var code: String
            var properties: DocumentObject
            var rings: [[Point]]
        }
        var areas: [Area] = []
        guard let (topology, members) = thinned(layer.data) else { return }
        let codes = members.members.enumerated().map { shownCode($1.id, $1.properties, position: $0) }
        let own = Dictionary(members.members.map { ($0.id, $0.properties) }, uniquingKeysWith: { first, _ in first })
        var order: [String] = []
        var byCode: [String: [Int]] = [:]
        let wanted = Set(layer.countries.map(\.text))
        let isShown = members.members.map { wanted.isEmpty || wanted.contains(country(of: $0)) }
        for (index, code) in codes.enumerated() where isShown[index] {
            if byCode[code] == nil { order.append(code) }
            byCode[code, default: []].append(index)
        }
        for code in order {
            guard let indices = byCode[code], let first = indices.first else { continue }
            let rings = path.rings(of: topology.merged(indices, in: members))
            if rings.isEmpty { continue }
            areas.append(Area(code: code, properties: own[code] ?? members.members[first].properties, rings: rings))
        }
        let edges = visible(
            path.lines(
                of: .multiLineString(
                    topology.mesh(of: members) { one, other in
                        other.map { codes[one] != codes[$0] && (isShown[one] || isShown[$0]) } ?? false
                    })))
        let coast = visible(
            path.lines(of: .multiLineString(topology.mesh(of: members) { one, other in other == nil && isShown[one] })))

        let labelled = labelledCodes(layer.labels, areas.map { ($0.code, $0.properties) })
        var nodes: [Node] = []
        var withoutValue: [[Point]] = []
        for area in areas {
            let title = localName(area.properties) ?? area.code
            let value = shown.values[area.code]
            let color = value.map { shown.colors[min(shown.colors.count - 1, classes.index(of: $0))] } ?? missingColor
            var datum = [Datum.Field("code", .string(area.code)), .init("name", .string(title))]
            if let value {
                datum += [
                    .init("value", .number(value)), .init("class", .number(Double(classes.index(of: value) + 1))),
                ]
            } else {
                withoutValue += area.rings
            }
            nodes.append(
                .path(
                    id: "\(name)/choropleth[\(area.code)]", role: "map-area", outline(area.rings), fill: .color(color),
                    facts: shown.facts[area.code].map { [$0] } ?? [], datum: Datum(datum)))
            if labelled.contains(area.code) {
                requestCountryLabel(area.code, title, area.properties, area.rings, color)
            }
        }
        if !withoutValue.isEmpty {
            nodes.append(
                .path(
                    id: "\(name)/choropleth/no-data", role: "map-hatch",
                    Hatching.lines(over: withoutValue, spacing: missingSpacing),
                    stroke: missingStroke))
        }
        if !edges.isEmpty {
            nodes.append(
                .path(
                    id: "\(name)/choropleth/edges", role: "map-border", edges,
                    stroke: Stroke(.color(theme.background), width: 0.45 * style.scale, cap: .round, join: .round)))
        }
        if !coast.isEmpty {
            nodes.append(
                .path(
                    id: "\(name)/choropleth/coast", role: "map-coast", coast,
                    stroke: style.line(theme.mutedInk.opacity(0.45), 0.3)))
        }
        self.nodes.append(.group(id: "\(name)/choropleth", role: "map-layer", nodes))
    }

    /// Lines without what a thin stroke cannot show: islets, and points that lie on each other.
    private func visible(_ lines: [[Point]]) -> PathData {
        var data = PathData()
        let least = 0.15 * style.scale
        for line in lines {
            guard let first = line.first, let end = line.last else { continue }
            if first == end, !line.contains(where: { abs($0.x - first.x) + abs($0.y - first.y) > 6 * least }) {
                continue
            }
            data.move(to: first)
            var last = first
            for point in line.dropFirst().dropLast() where abs(point.x - last.x) + abs(point.y - last.y) > least {
                data.line(to: point)
                last = point
            }
            data.line(to: end)
        }
        return data
    }

    var missingColor: Color { theme.landMuted.mixed(with: theme.background, share: 0.35) }
    var missingSpacing: Double { 3.2 * style.scale }
    var missingStroke: Stroke { style.line(theme.rule.opacity(0.75), 0.5) }

    /// The codes of the areas in the frame that have a label.
    private func labelledCodes(
        _ labels: CountriesLayer.Labels, _ areas: [(code: String, properties: DocumentObject)]
    ) -> Set<String> {
        switch labels {
        case .none: return []
        case .all: return Set(areas.map(\.code))
        case .these(let wanted):
            let names = Set(wanted.map(\.text))
            return Set(
                areas.filter { names.contains($0.code) || names.contains($0.properties["name_en"]?.string ?? "") }.map(
                    \.code))
        }
    }
}
