import Documents
import Geography
import SceneGraph

/// Areas of a file of their own: tinted, hatched, with an edge that does not look surveyed where it is not.
struct AreasLayer: MapLayer {
    static let word = "areas"

    enum Edge: String, Sendable, CaseIterable { case soft, line }

    var data: Dataset
    /// Ids of the features that are drawn; all where there is none.
    var features: [Code]
    var hatched: Bool
    var edge: Edge
    var fill: LayerFill
    var labels: Bool
    var legend: String
    /// The geodesic area is measured and told.
    var measured: Bool
    /// Id of the fact that claims an area.
    var claim: String?
    var location: SourceLocation
    var path: String

    init?(_ reader: inout DocumentReader) {
        data = reader.dataset("ceded-territory")
        features = reader.codes("features")
        hatched = reader.boolean("hatch") ?? true
        edge = reader.word("edge", of: Edge.self, called: "edge") ?? .soft
        fill = reader.fill() ?? .accent
        labels = reader.boolean("labels") ?? true
        legend = reader.text("legend") ?? ""
        measured = reader.boolean("measure") ?? false
        claim = reader.text("fact")
        if claim != nil, !measured {
            reader.report("fact", "`fact` stands beside what is measured; add `measure: true`")
        }
        (location, path) = (reader.node.location, reader.path)
    }

    var dataset: Dataset? { data }
    var comparesAreas: Bool { true }
    var claims: [String?] { measured ? [claim] : [] }

    func extent(on canvas: inout MapCanvas) -> [Geometry] { chosen(on: &canvas).compactMap(\.geometry) }

    func draw(on canvas: inout MapCanvas, position: Int) {
        let features = chosen(on: &canvas)
        let color = canvas.style.color(fill)
        var square = 0.0
        for (index, feature) in features.enumerated() {
            guard let geometry = feature.geometry else { continue }
            square += Geodesic.area(of: geometry)
            let rings = canvas.path.rings(of: geometry).map { thinned($0) }
            guard !rings.isEmpty else { continue }
            let id = "\(canvas.name)/areas[\(feature.id.isEmpty ? "\(index)" : feature.id)]"
            let title = canvas.localName(feature.properties) ?? feature.id
            let datum = Datum([.init("id", .string(feature.id)), .init("name", .string(title))])
            canvas.nodes.append(
                .group(
                    id: id + "/area", role: "map-layer",
                    parts(of: rings, color, canvas.style, rising: index % 2 == 0, id: id, datum: datum)))
            for ring in rings { canvas.placer.avoid(ring + ring.prefix(1), weight: 0.6) }
            // What does not name the area had better stand beside it.
            let filler = Hatching.lines(over: rings, spacing: 9).coordinates
            for start in stride(from: 0, to: filler.count - 3, by: 4) {
                canvas.placer.avoid(
                    [Point(filler[start], filler[start + 1]), Point(filler[start + 2], filler[start + 3])],
                    weight: 0.3, every: 9)
            }
            if labels, !title.isEmpty { requestLabel(id, title, feature.properties, rings, color, on: &canvas) }
        }
        guard measured else { return }
        canvas.measures.append(
            Measure(
                drawn: canvas.roundedMeasure(square / 1e6), unit: "km²",
                claim: canvas.claimedFact(claim, unit: "km²", at: location, path + ".fact"), color: color))
    }

    private func chosen(on canvas: inout MapCanvas) -> [Feature] {
        guard let all = canvas.features(data) else { return [] }
        if features.isEmpty { return all }
        let known = all.map(\.id)
        for code in features where !known.contains(code.text) {
            canvas.addUnknown(code, known: known, what: "no area has the id")
        }
        let wanted = Set(features.map(\.text))
        return all.filter { wanted.contains($0.id) }
    }

    private func parts(
        of rings: [[Point]], _ color: Color, _ style: MapStyle, rising: Bool, id: String, datum: Datum
    ) -> [Node] {
        let data = outline(rings)
        var parts: [Node] = [
            .path(
                id: id, role: "map-area", data, fill: .color(color.opacity(hatched ? 0.13 : 0.3)), datum: datum)
        ]
        if hatched {
            parts.append(
                .path(
                    id: id + "/hatch", role: "map-hatch", Hatching.lines(over: rings, spacing: 5.5, rising: rising),
                    stroke: style.line(color.opacity(0.6), 0.8)))
        }
        switch edge {
        case .soft:
            // Wider and fainter inwards and outwards: an edge of no exact place.
            for (position, width) in [9.0, 6, 3].enumerated() {
                parts.append(
                    .path(
                        id: id + "/edge[\(position)]", role: "map-edge", data,
                        stroke: Stroke(.color(color.opacity(0.10)), width: width, cap: .round, join: .round)))
            }
        case .line:
            parts.append(.path(id: id + "/edge", role: "map-edge", data, stroke: style.line(color, 1)))
        }
        return parts
    }

    private func thinned(_ ring: [Point]) -> [Point] {
        guard ring.count > 8 else { return ring }
        let kept = Visvalingam.kept(ring, threshold: 0.25, least: 4)
        return zip(ring, kept).compactMap { $1 ? $0 : nil }
    }

    private func requestLabel(
        _ id: String, _ title: String, _ properties: DocumentObject, _ rings: [[Point]], _ color: Color,
        on canvas: inout MapCanvas
    ) {
        let theme = canvas.theme
        let year = properties["year"].flatMap { $0.string ?? $0.number.map { String(Int($0)) } }
        canvas.namesDrawn.append(title + (year.map { " (\($0))" } ?? ""))
        let font = canvas.style.areaFont
        let broken = canvas.measurer.lines(of: title, font: font, width: theme.labelSize * 6)
        let settings = [1.0, 0.88, 0.78].flatMap { share -> [LabelRequest.Setting] in
            var face = font
            face.size = max(share * font.size, share == 1 ? 0 : theme.smallestSize)
            let below = year.map { [$0] } ?? []
            return [.init(lines: [title] + below, font: face), .init(lines: broken + below, font: face)]
        }
        canvas.requests.append(
            LabelRequest(
                id: id + "/label", name: title, settings: settings, anchor: .area(rings, otherwise: .leader),
                color: color.mixed(with: theme.ink, share: 0.35), halo: canvas.style.halo(theme.land), priority: 2))
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        let color = key.style.color(fill)
        return key.line("areas", hatched ? .hatch(color) : .fill(color.opacity(0.3)), legend)
    }
}
