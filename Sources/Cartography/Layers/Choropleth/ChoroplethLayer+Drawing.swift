import Documents
import Geography
import SceneGraph

extension ChoroplethLayer {
    private struct Area {
        var code: String
        var properties: DocumentObject
        var rings: [[Point]]
    }

    /// Areas in the colours of their classes, those without a value hatched; the lines between them thin and light.
    func draw(on canvas: inout MapCanvas, position: Int) {
        guard let shown, let (topology, members) = canvas.thinned(area.data) else { return }
        let codes = members.members.enumerated().map { canvas.shownCode($1.id, $1.properties, position: $0) }
        let isShown = members.members.map(area.shows)
        let areas = areas(topology, members, codes, isShown, on: canvas)
        var nodes = drawn(areas, shown, on: &canvas)
        let edges = topology.mesh(of: members) { one, other in
            other.map { codes[one] != codes[$0] && (isShown[one] || isShown[$0]) } ?? false
        }
        let coast = topology.mesh(of: members) { one, other in other == nil && isShown[one] }
        nodes += line(
            edges, "edges", "map-border",
            Stroke(.color(canvas.theme.background), width: 0.45, cap: .round, join: .round), on: canvas)
        nodes += line(
            coast, "coast", "map-coast", canvas.style.line(canvas.theme.mutedInk.opacity(0.45), 0.3), on: canvas)
        canvas.nodes.append(.group(id: "\(canvas.name)/choropleth", role: "map-layer", nodes))
    }

    private func areas(
        _ topology: Topology, _ members: Topology.Layer, _ codes: [String], _ isShown: [Bool], on canvas: MapCanvas
    ) -> [Area] {
        let own = Dictionary(members.members.map { ($0.id, $0.properties) }, uniquingKeysWith: { first, _ in first })
        var order: [String] = []
        var byCode: [String: [Int]] = [:]
        for (index, code) in codes.enumerated() where isShown[index] {
            if byCode[code] == nil { order.append(code) }
            byCode[code, default: []].append(index)
        }
        return order.compactMap { code in
            guard let indices = byCode[code], let first = indices.first else { return nil }
            let rings = canvas.path.rings(of: topology.merged(indices, in: members))
            guard !rings.isEmpty else { return nil }
            return Area(code: code, properties: own[code] ?? members.members[first].properties, rings: rings)
        }
    }

    private func drawn(_ areas: [Area], _ shown: ClassedAreas, on canvas: inout MapCanvas) -> [Node] {
        let labelled = labelledCodes(areas)
        var nodes: [Node] = []
        var withoutValue: [[Point]] = []
        for area in areas {
            let title = canvas.localName(area.properties) ?? area.code
            let value = shown.values[area.code]
            let position = value.map { shown.classes.index(of: $0) }
            let color = position.map { shown.colors[min(shown.colors.count - 1, $0)] } ?? canvas.style.missingColor
            var datum = [Datum.Field("code", .string(area.code)), .init("name", .string(title))]
            if let value, let position {
                datum += [.init("value", .number(value)), .init("class", .number(Double(position + 1)))]
            } else {
                withoutValue += area.rings
            }
            nodes.append(
                .path(
                    id: "\(canvas.name)/choropleth[\(area.code)]", role: "map-area", outline(area.rings),
                    fill: .color(color), facts: shown.facts[area.code].map { [$0] } ?? [], datum: Datum(datum)))
            if labelled.contains(area.code) {
                canvas.requestCountryLabel(area.code, title, area.properties, area.rings, color)
            }
        }
        if !withoutValue.isEmpty {
            nodes.append(
                .path(
                    id: "\(canvas.name)/choropleth/no-data", role: "map-hatch",
                    Hatching.lines(over: withoutValue, spacing: MapStyle.missingSpacing),
                    stroke: canvas.style.missingStroke))
        }
        return nodes
    }

    /// The codes of the areas in the frame that have a label.
    private func labelledCodes(_ areas: [Area]) -> Set<String> {
        switch labels {
        case .none: return []
        case .all: return Set(areas.map(\.code))
        case .these(let wanted):
            let names = Set(wanted.map(\.text))
            return Set(
                areas.filter { names.contains($0.code) || names.contains($0.properties["name_en"]?.string ?? "") }
                    .map(\.code))
        }
    }

    private func line(
        _ lines: [[Coordinate]], _ id: String, _ role: Role, _ stroke: Stroke, on canvas: MapCanvas
    ) -> [Node] {
        let data = visible(canvas.path.lines(of: .multiLineString(lines)))
        if data.isEmpty { return [] }
        return [.path(id: "\(canvas.name)/choropleth/\(id)", role: role, data, stroke: stroke)]
    }

    /// Lines without what a thin stroke cannot show: islets, and points that lie on each other.
    private func visible(_ lines: [[Point]]) -> PathData {
        var data = PathData()
        let least = 0.15
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
}
