import Documents
import Geography
import SceneGraph

extension MapComposer {
    /// Areas of a file of their own: tinted, hatched, with an edge that does not look surveyed where it is not.
    mutating func draw(_ layer: AreasLayer) {
        guard var features = features(layer.data) else { return }
        if !layer.features.isEmpty {
            let known = features.map(\.id)
            for code in layer.features where !known.contains(code.text) {
                problems.addUnknownCode(code, known: known, file: file, what: "no area has the id")
            }
            let wanted = Set(layer.features.map(\.text))
            features = features.filter { wanted.contains($0.id) }
        }
        let color = style.color(layer.fill)
        var square = 0.0
        for (index, feature) in features.enumerated() {
            guard let geometry = feature.geometry else { continue }
            square += Geodesic.area(of: geometry)
            let rings = path.rings(of: geometry).map { thinned($0) }
            guard !rings.isEmpty else { continue }
            let id = "\(name)/areas[\(feature.id.isEmpty ? "\(index)" : feature.id)]"
            let data = outline(rings)
            let title = localName(feature.properties) ?? feature.id
            var parts: [Node] = [
                .path(
                    id: id, role: "map-area", data, fill: .color(color.opacity(layer.hatched ? 0.13 : 0.3)),
                    datum: Datum([.init("id", .string(feature.id)), .init("name", .string(title))]))
            ]
            if layer.hatched {
                parts.append(
                    .path(
                        id: id + "/hatch", role: "map-hatch",
                        Hatching.lines(over: rings, spacing: 5.5 * style.scale, rising: index % 2 == 0),
                        stroke: style.line(color.opacity(0.6), 0.8)))
            }
            if layer.softEdged {
                // Wider and fainter inwards and outwards: an edge of no exact place.
                for (position, width) in [9.0, 6, 3].enumerated() {
                    parts.append(
                        .path(
                            id: id + "/edge[\(position)]", role: "map-edge", data,
                            stroke: Stroke(
                                .color(color.opacity(0.10)), width: width * style.scale, cap: .round, join: .round)))
                }
            } else {
                parts.append(.path(id: id + "/edge", role: "map-edge", data, stroke: style.line(color, 1)))
            }
            nodes.append(.group(id: id + "/area", role: "map-layer", parts))
            for ring in rings { placer.avoid(ring + ring.prefix(1), weight: 0.6) }
            // What does not name the area had better stand beside it.
            let filler = Hatching.lines(over: rings, spacing: 9 * style.scale).coordinates
            for start in stride(from: 0, to: filler.count - 3, by: 4) {
                placer.avoid(
                    [Point(filler[start], filler[start + 1]), Point(filler[start + 2], filler[start + 3])], weight: 0.3,
                    every: 9)
            }
            if layer.labels, !title.isEmpty { requestAreaLabel(id, title, feature.properties, rings, color) }
        }
        if layer.measured {
            measures.append(
                Measure(
                    drawn: roundedMeasure(square / 1e6), unit: "km²",
                    claim: claimedFact(layer.claim, unit: "km²", at: layer.location, layer.path + ".fact"), color: color
                ))
        }
    }

    private func thinned(_ ring: [Point]) -> [Point] {
        guard ring.count > 8 else { return ring }
        let kept = Visvalingam.kept(ring, threshold: 0.25 * style.scale, least: 4)
        return zip(ring, kept).compactMap { $1 ? $0 : nil }
    }

    private mutating func requestAreaLabel(
        _ id: String, _ title: String, _ properties: DocumentObject, _ rings: [[Point]], _ color: Color
    ) {
        let year = properties["year"].flatMap { $0.string ?? $0.number.map { String(Int($0)) } }
        namesDrawn.append(title + (year.map { " (\($0))" } ?? ""))
        var settings: [LabelRequest.Setting] = []
        let font = style.areaFont
        var small = font
        small.size = max(0.88 * font.size, theme.smallestSize)
        let broken = context.measurer.lines(of: title, font: font, width: theme.labelSize * 6)
        var least = font
        least.size = max(0.78 * font.size, theme.smallestSize)
        for face in [font, small, least] {
            settings.append(.init(lines: [title] + (year.map { [$0] } ?? []), font: face))
            settings.append(.init(lines: broken + (year.map { [$0] } ?? []), font: face))
        }
        requests.append(
            LabelRequest(
                id: id + "/label", name: title, settings: settings, anchor: .area(rings, otherwise: .leader),
                color: color.mixed(with: theme.ink, share: 0.35), halo: style.halo(theme.land), priority: 2))
    }
}
