import Documents
import Geography
import SceneGraph

extension MapComposer {
    mutating func draw(_ layer: MapDocument.Layer, position: Int) {
        switch layer {
        case .countries(let layer): draw(layer)
        case .admin1(let layer): draw(layer)
        case .borders(let layer): draw(layer)
        case .disputed(let layer): draw(layer)
        case .rivers(let layer): drawRivers(layer)
        case .lakes(let layer): drawLakes(layer)
        case .places(let layer): draw(layer)
        case .areas(let layer): draw(layer)
        case .graticule(let layer): draw(layer)
        case .choropleth(let layer): if let shown = choropleths[position] { draw(layer, shown) }
        case .symbols(let layer): if let shown = symbols[position] { draw(layer, shown, position: position) }
        case .flows(let layer): if let shown = flows[position] { draw(layer, shown, position: position) }
        }
    }

    /// The countries of a file as this map's worldview has them: which code each member goes under.
    func shownCodes(_ layer: Topology.Layer) -> [String] {
        layer.members.map { map.worldview.code(of: $0.id, views: $0.properties["views"]?.object) }
    }

    mutating func draw(_ layer: CountriesLayer) {
        guard let (topology, members) = thinned(layer.data) else { return }
        let codes = shownCodes(members)
        var order: [String] = []
        var byCode: [String: [Int]] = [:]
        for (index, code) in codes.enumerated() {
            if byCode[code] == nil { order.append(code) }
            byCode[code, default: []].append(index)
        }
        var fills: [String: LayerFill] = [:]
        for group in layer.groups where !group.hatched {
            for index in self.members(group.codes, in: members) { fills[codes[index]] = group.fill }
        }
        let labelled: Set<String>
        switch layer.labels {
        case .none: labelled = []
        case .all: labelled = Set(order)
        case .these(let wanted): labelled = Set(self.members(wanted, in: members).map { codes[$0] })
        }
        let propertiesByCode = Dictionary(
            members.members.map { ($0.id, $0.properties) }, uniquingKeysWith: { first, _ in first })

        var areas: [Node] = []
        for code in order {
            guard let indices = byCode[code] else { continue }
            let geometry = topology.merged(indices, in: members)
            let rings = path.rings(of: geometry)
            guard !rings.isEmpty else { continue }
            let properties = propertiesByCode[code] ?? members.members[indices[0]].properties
            let title = localName(properties) ?? code
            let fill = fills[code] ?? layer.fill
            areas.append(
                .path(
                    id: "\(name)/countries[\(code)]", role: "map-area", outline(rings), fill: .color(style.color(fill)),
                    datum: Datum([.init("code", .string(code)), .init("name", .string(title))]), evenOdd: false))
            if labelled.contains(code) { requestCountryLabel(code, title, properties, rings, style.color(fill)) }
        }
        nodes.append(.group(id: "\(name)/countries", role: "map-layer", areas))
        for (number, group) in layer.groups.enumerated() where group.hatched {
            // A feature's own area, whatever it is shown as a part of.
            let rings = self.members(group.codes, in: members).compactMap {
                topology.geometry(of: members.members[$0].shape)
            }
            .flatMap { path.rings(of: $0) }
            drawHatch(rings, style.color(group.fill), id: "\(name)/countries/hatch[\(number + 1)]")
        }

        // The coast: what only one country has.
        let coast = topology.mesh(of: members) { _, other in other == nil }
        let line = path.path(of: .multiLineString(coast))
        if !line.isEmpty {
            nodes.append(
                .path(id: "\(name)/coast", role: "map-coast", line, stroke: style.line(theme.water.opacity(0.7), 0.5)))
        }
        for piece in path.lines(of: .multiLineString(coast)) { placer.avoid(piece, weight: 0.35) }
    }

    mutating func drawHatch(_ rings: [[Point]], _ color: Color, id: String) {
        let lines = Hatching.lines(over: rings, spacing: 4.5 * style.scale)
        guard !lines.isEmpty else { return }
        nodes.append(.path(id: id, role: "map-hatch", lines, stroke: style.line(color.opacity(0.75), 0.8)))
    }

    /// Rings as one outline.
    func outline(_ rings: [[Point]]) -> PathData {
        var data = PathData()
        data.reserveCapacity(rings.reduce(0) { $0 + $1.count + 1 })
        for ring in rings {
            guard let first = ring.first, ring.count > 2 else { continue }
            data.move(to: first)
            for point in ring.dropFirst() { data.line(to: point) }
            data.close()
        }
        return data
    }

    mutating func requestCountryLabel(
        _ code: String, _ title: String, _ properties: DocumentObject, _ rings: [[Point]], _ ground: Color
    ) {
        namesDrawn.append(title)
        let isCJK = language.hasPrefix("zh")
        let text = isCJK ? title : title.uppercased()
        let base = style.countryFont
        var settings: [LabelRequest.Setting] = []
        func add(_ lines: [String], size: Double, spacing: Double) {
            var font = base
            font.size = max(base.size * size, theme.smallestSize)
            font.letterSpacing = theme.labelSize * spacing
            settings.append(.init(lines: lines, font: font))
        }
        let xs = rings.flatMap { $0.map(\.x) }
        let width = (xs.max() ?? 0) - (xs.min() ?? 0)
        let words = title.split(separator: " ").map(String.init)
        // Spaced capitals need a large country; in a small one they would hide it.
        let isSmall = width <= theme.labelSize * 11.5
        if !isSmall {
            for (size, spacing) in [(1.5, 1.0), (1.35, 0.55), (1.2, 0.35), (1.0, 0.2)] {
                add([text], size: size, spacing: spacing)
            }
            if words.count > 1 { add(words.map { isCJK ? $0 : $0.uppercased() }, size: 1.0, spacing: 0.2) }
            add([text], size: 0.86, spacing: 0.08)
        }
        for size in [1.0, 0.9, 0.8] {
            add([title], size: size, spacing: 0.01)
            if words.count > 1 {
                var font = base
                font.size = max(base.size * size, theme.smallestSize)
                font.letterSpacing = 0
                let broken = context.measurer.lines(of: title, font: font, width: max(font.size * 6, 1))
                if broken.count > 1 { add(broken, size: size, spacing: 0.01) }
            }
        }
        requests.append(
            LabelRequest(
                id: "\(name)/countries[\(code)]/label", name: title, settings: settings,
                anchor: .area(rings, otherwise: .leader),
                color: labelColor(on: ground), halo: style.halo(ground),
                priority: 8 + 2 * Int(max(0, min(20, properties["rank"]?.number ?? 5))),
                datum: Datum([.init("code", .string(code))])))
    }

    /// The quietest that reads on a ground: 4.5:1 (WCAG 2.1).
    func labelColor(on ground: Color) -> Color {
        if theme.mutedInk.contrast(with: ground) >= 4.5 { return theme.mutedInk }
        return theme.ink.contrast(with: ground) >= theme.background.contrast(with: ground)
            ? theme.ink : theme.background
    }
}
