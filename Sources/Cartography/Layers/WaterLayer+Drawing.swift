import Geography
import SceneGraph

extension MapComposer {
    mutating func drawRivers(_ layer: WaterLayer) {
        guard let (topology, rivers) = thinned(layer.data) else { return }
        let named = namedWaters(layer, rivers)
        for (index, river) in rivers.members.enumerated() {
            let rank = Int(river.properties["rank"]?.number ?? 9)
            let isNamed = named.contains(river.properties["name_en"]?.string ?? "")
            guard rank <= layer.rank || isNamed, let shape = topology.geometry(of: river.shape) else { continue }
            let pieces = path.lines(of: shape)
            guard !pieces.isEmpty else { continue }
            for piece in pieces { placer.avoid(piece, weight: 0.45) }
            let title = localName(river.properties) ?? ""
            let width = max(0.35, 1.15 - 0.14 * Double(rank))
            nodes.append(
                .path(
                    id: "\(name)/rivers[\(title.isEmpty ? "\(index)" : title)]", role: "map-river",
                    path.path(of: shape),
                    stroke: Stroke(
                        .color(theme.water.opacity(0.9)), width: width * style.scale, cap: .round, join: .round)))
            if rank <= layer.labelRank || isNamed, !title.isEmpty {
                requests.append(
                    LabelRequest(
                        id: "\(name)/rivers[\(title)]/label", name: title,
                        settings: [.init(lines: [title], font: style.waterFont)], anchor: .line(joined(pieces)),
                        color: style.waterInk, halo: style.halo(theme.land), priority: 60 + rank, isOptional: !isNamed))
            }
        }
    }

    private mutating func namedWaters(_ layer: WaterLayer, _ waters: Topology.Layer) -> Set<String> {
        let known = Set(waters.members.compactMap { $0.properties["name_en"]?.string })
        for code in layer.named where !known.contains(code.text) {
            problems.addUnknownCode(code, known: known.sorted(), file: file, what: "no water is called")
        }
        return Set(layer.named.map(\.text))
    }

    /// Pieces that meet end to end, as one: a river comes in parts.
    private func joined(_ pieces: [[Point]]) -> [[Point]] {
        var rest = pieces
        var result: [[Point]] = []
        func near(_ a: Point?, _ b: Point?) -> Bool {
            guard let a, let b else { return false }
            return abs(a.x - b.x) < 0.5 && abs(a.y - b.y) < 0.5
        }
        while var line = rest.popLast() {
            var grew = true
            while grew {
                grew = false
                for (index, other) in rest.enumerated() {
                    if near(line.last, other.first) {
                        line += other.dropFirst()
                    } else if near(line.last, other.last) {
                        line += other.reversed().dropFirst()
                    } else if near(line.first, other.last) {
                        line = other + line.dropFirst()
                    } else if near(line.first, other.first) {
                        line = other.reversed() + line.dropFirst()
                    } else {
                        continue
                    }
                    rest.remove(at: index)
                    grew = true
                    break
                }
            }
            result.append(line)
        }
        return result
    }

    mutating func drawLakes(_ layer: WaterLayer) {
        guard let (topology, lakes) = thinned(layer.data) else { return }
        let named = namedWaters(layer, lakes)
        for (index, lake) in lakes.members.enumerated() {
            let rank = Int(lake.properties["rank"]?.number ?? 9)
            let isNamed = named.contains(lake.properties["name_en"]?.string ?? "")
            guard rank <= max(layer.rank, layer.labelRank) || isNamed, let shape = topology.geometry(of: lake.shape)
            else { continue }
            let rings = path.rings(of: shape)
            guard !rings.isEmpty else { continue }
            let title = localName(lake.properties) ?? ""
            nodes.append(
                .path(
                    id: "\(name)/lakes[\(title.isEmpty ? "\(index)" : title)]", role: "map-lake", outline(rings),
                    fill: .color(theme.sea), stroke: style.line(theme.water.opacity(0.8), 0.45)))
            if rank <= layer.labelRank || isNamed, !title.isEmpty {
                requests.append(
                    LabelRequest(
                        id: "\(name)/lakes[\(title)]/label", name: title,
                        settings: [
                            .init(lines: [title], font: style.waterFont),
                            .init(lines: title.split(separator: " ").map(String.init), font: style.waterFont),
                        ],
                        anchor: .area(rings, otherwise: .beside), color: style.waterInk, halo: style.halo(theme.land),
                        priority: 50 + rank, isOptional: !isNamed))
            }
        }
    }
}
