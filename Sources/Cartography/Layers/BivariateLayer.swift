import Documents
import Geography
import SceneGraph
import Typography

/// Areas coloured by two values at once: a third of the areas in each class of either.
struct BivariateLayer: MapLayer {
    static let word = "bivariate"

    /// From low to high across, from low to high up: J. Stevens's blue and purple (2015), whose greys go from light to
    /// dark, so that readers who do not part its hues part its steps.
    private static let colors: [[UInt32]] = [
        [0xE8E8E8, 0xACE4E4, 0x5AC8C8],
        [0xDFB0D6, 0xA5ADD3, 0x5698B9],
        [0xBE64AC, 0x8C62AA, 0x3B4994],
    ]

    var area: AreaSource
    /// Across the key, and up.
    var across: ColumnName
    var up: ColumnName
    var titles: [String]
    var missing: String?
    private var shown: [String: (across: Int, up: Int)] = [:]
    private var lacksValues = false

    init?(_ reader: inout DocumentReader) {
        let area = AreaSource(&reader)
        let across = reader.column("x", required: "the column of the numbers that go across the key")
        let up = reader.column("y", required: "the column of the numbers that go up the key")
        titles = [reader.text("xTitle") ?? across?.text ?? "", reader.text("yTitle") ?? up?.text ?? ""]
        missing = reader.text("missing")
        guard let area, let across, let up else { return nil }
        (self.area, self.across, self.up) = (area, across, up)
    }

    var dataset: Dataset? { area.data }
    var isGround: Bool { true }
    var states: Dataset? { area.data }
    var comparesAreas: Bool { true }
    var values: ValueSource? { area.source }

    mutating func prepare(in canvas: inout MapCanvas) {
        guard let first = area.joined(across, in: &canvas), let second = area.joined(up, in: &canvas) else { return }
        func thirds(_ values: [String: Double], _ column: ColumnName) -> Classification? {
            let all = canvas.shared(Array(values.values), column, of: area.source)
            let classes = Classification(.quantile, values: all, classes: 3, breaks: [], midpoint: nil)
            if classes == nil {
                canvas.problem(
                    "no area has a number in column `\(column.text)`", at: column.location, path: column.path)
            } else if classes?.classCount != 3 {
                canvas.problem(
                    "the values of column `\(column.text)` do not part into three classes", at: column.location,
                    path: column.path)
            }
            return classes
        }
        guard let one = thirds(first.values, across), let other = thirds(second.values, up) else { return }
        for (code, value) in first.values {
            if let beside = second.values[code] {
                shown[code] = (min(2, one.index(of: value)), min(2, other.index(of: beside)))
            }
        }
        lacksValues = first.join.areas.enumerated().contains { position, area in
            shown[canvas.shownCode(area.id, area.properties, position: position)] == nil
        }
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        guard !shown.isEmpty, let (topology, members) = canvas.thinned(area.data) else { return }
        let codes = members.members.enumerated().map { canvas.shownCode($1.id, $1.properties, position: $0) }
        let byCode = Dictionary(
            grouping: codes.indices.filter { area.shows(members.members[$0]) }, by: { codes[$0] })
        var nodes: [Node] = []
        for code in byCode.keys.sorted() {
            guard let indices = byCode[code] else { continue }
            let rings = canvas.path.rings(of: topology.merged(indices, in: members))
            guard !rings.isEmpty else { continue }
            var datum = [Datum.Field("code", .string(code))]
            var color = canvas.style.missingColor
            if let place = shown[code] {
                color = Color(hex: BivariateLayer.colors[place.up][place.across])
                datum += [
                    .init(across.text, .number(Double(place.across + 1))),
                    .init(up.text, .number(Double(place.up + 1))),
                ]
            }
            nodes.append(
                .path(
                    id: "\(canvas.name)/bivariate[\(code)]", role: "map-area", outline(rings), fill: .color(color),
                    stroke: canvas.style.line(canvas.theme.background, 0.45), datum: Datum(datum)))
        }
        canvas.nodes.append(.group(id: "\(canvas.name)/bivariate\(position)", role: "map-layer", nodes))
    }

    /// Three by three, each side with its measure and an arrow to more.
    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        guard !shown.isEmpty else { return [] }
        let cell = 15.0
        let font = key.style.smallFont
        let metrics = key.measurer.metrics(of: font)
        let id = "\(key.name)/legend[bivariate\(position)]"
        var nodes: [Node] = []
        let top = key.lineHeight
        nodes.append(key.text("↑ " + titles[1], at: Point(0, metrics.ascent), id: id + "/up"))
        for (row, colors) in BivariateLayer.colors.enumerated() {
            for (column, color) in colors.enumerated() {
                nodes.append(
                    .path(
                        id: "\(id)/cell[\(column + 1)][\(row + 1)]", role: "legend-symbol",
                        .rectangle(
                            Rectangle(
                                x: Double(column) * cell, y: top + Double(2 - row) * cell, width: cell, height: cell)),
                        fill: .color(Color(hex: color)), stroke: key.style.line(key.theme.background, 0.6)))
            }
        }
        let right = "→ " + titles[0]
        nodes.append(
            key.text(
                right, at: Point(3 * cell + 6, top + 3 * cell - cell / 2 + metrics.capHeight / 2), id: id + "/across"))
        let width = max(
            3 * cell + 6 + key.measurer.width(of: right, font: font),
            key.measurer.width(of: "↑ " + titles[1], font: font))
        let block = LegendBlock(size: Size(width, top + 3 * cell), nodes: nodes)
        let none = missing ?? key.phrases.map.noData
        return [block]
            + (lacksValues ? key.line("bivariate\(position)/no-data", .fill(key.style.missingColor), none) : [])
    }
}
