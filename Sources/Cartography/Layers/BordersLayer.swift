import Documents
import Geography
import Phrases
import SceneGraph

/// Borders between states, each drawn once from the line that both share; highlighted ones above all others.
struct BordersLayer: MapLayer {
    static let word = "borders"

    struct Highlight: Sendable {
        var one: Code
        var other: Code
        /// On the map, along the line.
        var label: String
        var legend: String
        /// Its geodesic length is measured and told.
        var measured: Bool
        /// Id of the fact that claims a length.
        var claim: String?
        var location: SourceLocation
        var path: String
    }

    var data: Dataset
    var kind: BorderKind
    /// Of a historic border: when it was one, as it should read.
    var year = ""
    var legend: String
    var highlights: [Highlight]

    init?(_ reader: inout DocumentReader) {
        data = reader.dataset("countries-region")
        kind = reader.word("class", of: BorderKind.self, called: "class of borders") ?? .international
        legend = reader.text("legend") ?? ""
        highlights = reader.objects("highlight", noun: "a highlighted border") { Highlight(&$0) }
        year =
            reader.value("year", "a year") { node in
                node.number.flatMap { Int(exactly: $0) }.map(String.init) ?? node.string
            } ?? ""
        if kind == .historic, year.isEmpty {
            reader.report("year", "a historic border says when it was one: `year: 1860`")
        }
        if kind != .historic, !year.isEmpty {
            reader.report("year", "only a historic border has a year", advice: "add `class: historic`")
        }
        if kind != .international, reader.has("highlight") {
            reader.report("highlight", "only international borders are highlighted")
        }
    }

    var dataset: Dataset? { data }
    var states: Dataset? { kind == .international ? data : nil }
    var claims: [String?] { highlights.filter(\.measured).map(\.claim) }

    func notes(in words: Phrases) -> [String] {
        guard highlights.contains(where: \.measured) else { return [] }
        return [words.map.measuredBorder]
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        guard kind == .international else {
            drawLines(on: &canvas)
            return
        }
        guard let (topology, members) = canvas.thinned(data) else { return }
        let codes = canvas.shownCodes(members)
        drawAll(topology, members, codes, on: &canvas)
        for highlight in highlights { draw(highlight, topology, members, codes, on: &canvas) }
    }

    /// No solid line where a layer draws the border as disputed.
    private func drawAll(
        _ topology: Topology, _ members: Topology.Layer, _ codes: [String], on canvas: inout MapCanvas
    ) {
        var mask = LineMask(reach: 2.2)
        for layer in canvas.layers { for line in layer.contestedLines(on: &canvas) { mask.add(line) } }
        let land = topology.mesh(of: members) { one, other in other.map { codes[one] != codes[$0] } ?? false }
        var drawn = PathData()
        for piece in canvas.path.lines(of: .multiLineString(land)) {
            canvas.placer.avoid(piece, weight: 0.5)
            for part in mask.outside(piece) {
                guard let first = part.first else { continue }
                drawn.move(to: first)
                for point in part.dropFirst() { drawn.line(to: point) }
            }
        }
        guard !drawn.isEmpty else { return }
        canvas.nodes.append(
            .path(
                id: "\(canvas.name)/borders", role: "map-border", drawn,
                stroke: kind.stroke(canvas.style, isQuiet: canvas.quietsBaseMap)))
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        key.line(kind.rawValue, .line(kind.stroke(key.style, isQuiet: canvas.quietsBaseMap)), legend)
            + highlights.flatMap { item in
                key.line(
                    "\(item.one.text)-\(item.other.text)", .line(key.style.line(key.theme.accent, 2.4)), item.legend)
            }
    }
}

// MARK: - Highlighted borders

extension BordersLayer.Highlight {
    fileprivate init?(_ reader: inout DocumentReader) {
        let pair = reader.codes("between")
        label = reader.text("label") ?? ""
        legend = reader.text("legend") ?? ""
        measured = reader.boolean("measure") ?? false
        claim = reader.text("fact")
        (location, path) = (reader.node.location, reader.path)
        if claim != nil, !measured {
            reader.report("fact", "`fact` stands beside what is measured; add `measure: true`")
        }
        guard pair.count == 2 else {
            reader.report("between", "a border is between two countries: `between: [RUS, CHN]`")
            return nil
        }
        (one, other) = (pair[0], pair[1])
    }
}

extension BordersLayer {
    private func draw(
        _ highlight: Highlight, _ topology: Topology, _ members: Topology.Layer, _ codes: [String],
        on canvas: inout MapCanvas
    ) {
        let pair = canvas.members([highlight.one, highlight.other], in: members)
        guard pair.count == 2 else { return }
        let (one, other) = (codes[pair[0]], codes[pair[1]])
        let isIt = { (a: Int, b: Int?) -> Bool in
            guard let b else { return false }
            return (codes[a] == one && codes[b] == other) || (codes[a] == other && codes[b] == one)
        }
        let shared = topology.mesh(of: members, where: isIt)
        guard !shared.isEmpty else {
            canvas.addUnknown(
                highlight.other, known: neighbours(of: one, codes: codes, topology, members),
                what: "`\(highlight.one.text)` has no border with")
            return
        }
        if highlight.measured, let (whole, all) = canvas.topology(data) {
            let length = Geodesic.length(of: whole.mesh(of: all, where: isIt)) / 1000
            canvas.measures.append(
                Measure(
                    drawn: canvas.roundedMeasure(length), unit: "km",
                    claim: canvas.claimedFact(
                        highlight.claim, unit: "km", at: highlight.location, highlight.path + ".fact"),
                    color: canvas.theme.accent))
        }
        let border = Geometry.multiLineString(shared)
        let drawn = canvas.path.path(of: border)
        guard !drawn.isEmpty else { return }
        let id = "\(canvas.name)/borders[\(highlight.one.text)-\(highlight.other.text)]"
        canvas.nodes.append(
            .path(
                id: id + "/casing", role: "map-border", drawn,
                stroke: Stroke(.color(canvas.theme.land.opacity(0.9)), width: 4.2, cap: .round, join: .round)))
        canvas.nodes.append(
            .path(
                id: id, role: "map-border", drawn,
                stroke: Stroke(.color(canvas.theme.accent), width: 2.2, cap: .round, join: .round),
                datum: Datum([.init("one", .string(one)), .init("other", .string(other))])))
        let lines = canvas.path.lines(of: border)
        for line in lines { canvas.placer.avoid(line, weight: 4, every: 4) }
        canvas.requestLineLabel(highlight.label, along: lines, sizes: [0.92, 0.82], priority: 5, id: id)
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

    /// Lines of a file of their own, or the edges of its areas, all of one kind; a historic one with its year.
    private func drawLines(on canvas: inout MapCanvas) {
        guard let features = canvas.features(data) else { return }
        let shapes = features.compactMap(\.geometry).map { geometry -> Geometry in
            let rings = geometry.polygons.flatMap { $0 }
            return .multiLineString(geometry.lines + rings.map { $0.first == $0.last ? $0 : $0 + $0.prefix(1) })
        }
        let drawn = canvas.path.path(of: shapes)
        guard !drawn.isEmpty else { return }
        let id = "\(canvas.name)/borders[\(kind.rawValue)\(year.isEmpty ? "" : " " + year)]"
        canvas.nodes.append(
            .path(id: id, role: "map-border", drawn, stroke: kind.stroke(canvas.style, isQuiet: false)))
        let lines = shapes.flatMap { canvas.path.lines(of: $0) }
        for line in lines { canvas.placer.avoid(line, weight: 2, every: 4) }
        canvas.requestLineLabel(year, along: lines, sizes: [0.85], priority: 6, id: id)
    }
}

extension MapCanvas {
    /// A name along a line, in the accent colour.
    fileprivate mutating func requestLineLabel(
        _ text: String, along lines: [[Point]], sizes: [Double], priority: Int, id: String
    ) {
        guard !text.isEmpty else { return }
        requests.append(
            LabelRequest(
                id: id + "/label", name: text,
                settings: sizes.map {
                    .init(lines: [text], font: theme.font(size: theme.labelSize * $0, weight: 700))
                },
                anchor: .line(lines), color: theme.accent, halo: style.halo(theme.land), priority: priority))
    }
}
