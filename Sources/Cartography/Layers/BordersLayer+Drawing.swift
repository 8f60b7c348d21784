import Geography
import SceneGraph

extension MapComposer {
    /// Borders between states, each drawn once from the line that both share; highlighted ones above all others.
    mutating func draw(_ layer: BordersLayer) {
        if layer.kind != .international {
            drawLines(layer)
            return
        }
        guard let (topology, members) = thinned(layer.data) else { return }
        let codes = shownCodes(members)
        let land = topology.mesh(of: members) { one, other in other.map { codes[one] != codes[$0] } ?? false }
        // No solid line where a layer draws the border as disputed.
        let mask = disputedMask()
        var drawn = PathData()
        for piece in path.lines(of: .multiLineString(land)) {
            placer.avoid(piece, weight: 0.5)
            for part in mask.outside(piece) {
                guard let first = part.first else { continue }
                drawn.move(to: first)
                for point in part.dropFirst() { drawn.line(to: point) }
            }
        }
        if !drawn.isEmpty {
            nodes.append(.path(id: "\(name)/borders", role: "map-border", drawn, stroke: borderStroke(.international)))
        }
        for highlight in layer.highlights {
            let pair = self.members([highlight.one, highlight.other], in: members)
            guard pair.count == 2 else { continue }
            let (one, other) = (codes[pair[0]], codes[pair[1]])
            let border = topology.mesh(of: members) { a, b in
                guard let b else { return false }
                return (codes[a] == one && codes[b] == other) || (codes[a] == other && codes[b] == one)
            }
            guard !border.isEmpty else {
                problems.addUnknownCode(
                    highlight.other, known: neighbours(of: one, codes: codes, topology, members), file: file,
                    what: "`\(highlight.one.text)` has no border with")
                continue
            }
            if highlight.measured, let (whole, all) = self.topology(layer.data) {
                let full = whole.mesh(of: all) { a, b in
                    guard let b else { return false }
                    return (codes[a] == one && codes[b] == other) || (codes[a] == other && codes[b] == one)
                }
                measures.append(
                    Measure(
                        drawn: roundedMeasure(Geodesic.length(of: full) / 1000), unit: "km",
                        claim: claimedFact(
                            highlight.claim, unit: "km", at: highlight.location, highlight.path + ".fact"),
                        color: theme.accent))
            }
            let id = "\(name)/borders[\(highlight.one.text)-\(highlight.other.text)]"
            let lines = path.lines(of: .multiLineString(border))
            let data = path.path(of: .multiLineString(border))
            guard !data.isEmpty else { continue }
            nodes.append(
                .path(
                    id: id + "/casing", role: "map-border", data,
                    stroke: Stroke(.color(theme.land.opacity(0.9)), width: 4.2 * style.scale, cap: .round, join: .round)
                ))
            nodes.append(
                .path(
                    id: id, role: "map-border", data,
                    stroke: Stroke(.color(theme.accent), width: 2.2 * style.scale, cap: .round, join: .round),
                    datum: Datum([.init("one", .string(one)), .init("other", .string(other))])))
            for line in lines { placer.avoid(line, weight: 4, every: 4) }
            if !highlight.label.isEmpty {
                requests.append(
                    LabelRequest(
                        id: id + "/label", name: highlight.label,
                        settings: [
                            .init(
                                lines: [highlight.label], font: theme.font(size: theme.labelSize * 0.92, weight: 700)),
                            .init(
                                lines: [highlight.label], font: theme.font(size: theme.labelSize * 0.82, weight: 700)),
                        ],
                        anchor: .line(lines), color: theme.accent, halo: style.halo(theme.land), priority: 5))
            }
        }
    }

    /// Where the map has borders that are no agreed ones; empty where no layer draws those.
    private mutating func disputedMask() -> LineMask {
        var mask = LineMask(reach: 2.2 * style.scale)
        for layer in map.layers {
            guard case .disputed(let layer) = layer, let (topology, lines) = thinned(layer.data) else { continue }
            for line in lines.members
            where ["disputed", "line-of-control", "ceasefire-line", "indefinite"].contains(
                line.properties["class"]?.string ?? "")
            {
                guard let shape = topology.geometry(of: line.shape) else { continue }
                for piece in path.lines(of: shape) { mask.add(piece) }
            }
        }
        return mask
    }

    /// Lines of a file of their own, or the edges of its areas, all of one kind; a historic one with its year.
    private mutating func drawLines(_ layer: BordersLayer) {
        guard let features = features(layer.data) else { return }
        let shapes = features.compactMap(\.geometry).map { geometry -> Geometry in
            let rings = geometry.polygons.flatMap { $0 }
            return .multiLineString(geometry.lines + rings.map { $0.first == $0.last ? $0 : $0 + $0.prefix(1) })
        }
        let data = path.path(of: shapes)
        guard !data.isEmpty else { return }
        let id = "\(name)/borders[\(layer.kind.rawValue)\(layer.year.isEmpty ? "" : " " + layer.year)]"
        nodes.append(.path(id: id, role: "map-border", data, stroke: borderStroke(layer.kind)))
        let lines = shapes.flatMap { path.lines(of: $0) }
        for line in lines { placer.avoid(line, weight: 2, every: 4) }
        guard !layer.year.isEmpty else { return }
        requests.append(
            LabelRequest(
                id: id + "/label", name: layer.year,
                settings: [.init(lines: [layer.year], font: theme.font(size: theme.labelSize * 0.85, weight: 700))],
                anchor: .line(lines),
                color: theme.accent, halo: style.halo(theme.land), priority: 6))
    }

    private func neighbours(
        of code: String, codes: [String], _ topology: Topology, _ layer: Topology.Layer
    ) -> [String] {
        let owners = topology.owners(in: layer)
        var found: Set<String> = []
        for (a, b) in zip(owners.first, owners.second) where a >= 0 && b >= 0 {
            let (one, other) = (codes[Int(a)], codes[Int(b)])
            if one == code, other != code { found.insert(other) }
            if other == code, one != code { found.insert(one) }
        }
        return found.sorted()
    }
}
