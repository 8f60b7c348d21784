import Documents
import Formats
import Geography
import Phrases
import SceneGraph

/// Dot density: one dot for so many, scattered over the area that they are in.
struct DotsLayer: MapLayer {
    static let word = "dots"

    var area: AreaSource
    var valueColumn: ColumnName
    /// What one dot stands for; nil for a round number that fills the map.
    var each: Double?
    var radius: Double
    var fill: LayerFill
    var unit: String
    /// What it shows, once it is prepared: dots by the code of an area, and what each stands for.
    private var shown: (counts: [String: Int], each: Double)?

    init?(_ reader: inout DocumentReader) {
        let area = AreaSource(&reader)
        let value = reader.column(
            "value", facts: "value", required: "the column of the table that has the numbers")
        each = reader.number("each", in: 1e-9...1e15)
        radius = reader.number("radius", in: 0.4...10) ?? 1.1
        fill = reader.fill() ?? .accent
        unit = reader.text("unit") ?? ""
        guard let area, let value else { return nil }
        (self.area, valueColumn) = (area, value)
    }

    var dataset: Dataset? { area.data }
    var values: ValueSource? { area.source }
    /// Density is read against area.
    var comparesAreas: Bool { true }
    var quietsBaseMap: Bool { true }

    mutating func prepare(in canvas: inout MapCanvas) {
        guard let joined = area.joined(valueColumn, in: &canvas) else { return }
        if let negative = joined.values.first(where: { $0.value < 0 }) {
            canvas.problem(
                "\(negative.value) of `\(negative.key)` is negative, and no dots can show it",
                at: valueColumn.location, path: valueColumn.path)
            return
        }
        let total = canvas.shared(Array(joined.values.values), valueColumn, of: area.source).reduce(0, +)
        // About 2,500 dots on a page: as many as can be told apart where they are not crowded.
        let each = self.each ?? roundKeyValues(greatest: total / 2500, count: 1).first ?? 1
        let most = 20_000.0
        guard total / each <= most else {
            canvas.problem(
                "\(Int(min(1e12, total / each))) dots are more than a map can show; \(Int(most)) at most",
                at: valueColumn.location, path: valueColumn.path,
                advice: "let each dot stand for more: `each: \(ShortestDecimal(total / 2500)?.grouped() ?? "")`")
            return
        }
        shown = (joined.values.mapValues { Int(($0 / each).rounded()) }, each)
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        guard let shown, let (topology, members) = canvas.thinned(area.data) else { return }
        let codes = members.members.enumerated().map { canvas.shownCode($1.id, $1.properties, position: $0) }
        let byCode = Dictionary(grouping: codes.indices, by: { codes[$0] })
        var dots = PathData()
        var count = 0
        for code in shown.counts.keys.sorted() {
            guard let wanted = shown.counts[code], wanted > 0, let indices = byCode[code] else { continue }
            let rings = canvas.path.rings(of: topology.merged(indices, in: members))
            guard let land = Land(code: code, rings: rings) else { continue }
            for point in scattered(wanted, in: land) where canvas.frame.contains(point) {
                dots.append(.circle(center: point, radius: radius))
                count += 1
            }
        }
        guard !dots.isEmpty else { return }
        canvas.nodes.append(
            .path(
                id: "\(canvas.name)/dots\(position)", role: "mark-point", dots,
                fill: .color(canvas.style.color(fill).opacity(0.75)),
                datum: Datum([.init("dots", .number(Double(count))), .init("each", .number(shown.each))])))
    }

    /// Places within an area, the same from run to run: of a low-discrepancy sequence (M. Roberts' R2, 2018), so that
    /// no two dots of one area lie on each other by chance.
    private func scattered(_ count: Int, in land: Land) -> [Point] {
        let (a, b) = (0.754877666246693, 0.569840290998053)
        var points: [Point] = []
        var index = 0.0
        while points.count < count, index < Double(count) * 60 + 2000 {
            index += 1
            let (u, v) = ((0.5 + a * index), (0.5 + b * index))
            let point = Point(
                land.bounds.minX + land.bounds.width * (u - u.rounded(.down)),
                land.bounds.minY + land.bounds.height * (v - v.rounded(.down)))
            if land.contains(point) { points.append(point) }
        }
        return points
    }

    func notes(in words: Phrases) -> [String] { [] }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        guard let shown else { return [] }
        let number = KeyNumbers([shown.each], key.phrases.numbers)
        let amount = [number.written(shown.each), number.word, unit].filter { !$0.isEmpty }.joined(separator: " ")
        return key.line(
            "dots\(position)", .dot(key.style.color(fill), radius), Phrases.fill(key.phrases.map.oneDot, amount))
    }
}
