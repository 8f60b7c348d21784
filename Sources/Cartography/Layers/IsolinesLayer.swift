import Documents
import Formats
import Geography
import Phrases
import SceneGraph
import Typography

/// Lines of equal value between points, as isotherms are: interpolated, and never beyond the points.
struct IsolinesLayer: MapLayer {
    static let word = "isolines"

    var source: ValueSource
    var place: PlaceColumns
    var valueColumn: ColumnName
    /// Between two lines; nil for a round number that makes about six.
    var step: Double?
    var showsPoints: Bool
    var fill: LayerFill
    var format: String?
    private var points: [(place: Coordinate, value: Double)] = []
    /// Of the values, in this map and in those beside it.
    private var range = 0.0...0.0

    init?(_ reader: inout DocumentReader) {
        let source = reader.values()
        let place = reader.placeColumns()
        let value = reader.column(
            "value", facts: "value", required: "the column of the table that has the numbers")
        step = reader.number("step", in: 1e-9...1e12)
        showsPoints = reader.boolean("points") ?? true
        fill = reader.fill() ?? .accent
        format = reader.numberFormat()
        guard let source, let place, let value else { return nil }
        (self.source, self.place, valueColumn) = (source, place, value)
    }

    var values: ValueSource? { source }
    var quietsBaseMap: Bool { true }

    mutating func prepare(in canvas: inout MapCanvas) {
        guard let table = canvas.table(source), let column = canvas.column(valueColumn, in: table),
            let places = canvas.coordinates(place, in: table, country: .center)
        else { return }
        points = zip(places, canvas.numbers(column, valueColumn, in: table)).compactMap { place, value in
            guard let place, let value else { return nil }
            return (place.coordinate, value)
        }
        let all = canvas.shared(points.map(\.value), valueColumn, of: source)
        if let low = all.min(), let high = all.max() { range = low...high }
        canvas.facts += table.facts
        if points.count < 4 {
            canvas.problem(
                "lines of equal value need four points or more; \(source.name) has \(points.count)",
                at: source.location, path: source.path)
        } else if let step, (range.upperBound - range.lowerBound) / step > 60 {
            let count = Int(min(1e12, (range.upperBound - range.lowerBound) / step))
            canvas.problem(
                "a step of \(step) makes \(count) lines; 60 at most",
                at: valueColumn.location,
                path: source.path)
        }
    }

    func extent(on canvas: inout MapCanvas) -> [Geometry] { [.multiPoint(points.map(\.place))] }

    func notes(in words: Phrases) -> [String] {
        points.isEmpty ? [] : [Phrases.fill(words.map.interpolated, "\(points.count)")]
    }

    private var levels: [Double] {
        let (low, high) = (range.lowerBound, range.upperBound)
        guard high > low else { return [] }
        let step = self.step ?? roundKeyValues(greatest: (high - low) / 5, count: 1).first ?? 1
        var level = (low / step).rounded(.down) * step
        var levels: [Double] = []
        while level < high, levels.count < 80 {
            if level > low { levels.append(level) }
            level += step
        }
        return levels
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        let drawn = points.compactMap { point in canvas.projection.project(point.place).map { ($0, point.value) } }
        guard drawn.count > 3, !levels.isEmpty else { return }
        let field = InterpolatedField(drawn, within: canvas.frame, step: 5)
        let color = canvas.style.color(fill)
        var nodes: [Node] = []
        let numbers = KeyNumbers(levels, format: format, canvas.phrases.numbers)
        for level in levels {
            let lines = field.lines(at: level)
            var data = PathData()
            for line in lines {
                guard let first = line.first else { continue }
                data.move(to: first)
                for point in line.dropFirst() { data.line(to: point) }
                canvas.placer.avoid(line, weight: 0.5)
            }
            guard !data.isEmpty else { continue }
            let text = [numbers.written(level), numbers.word].filter { !$0.isEmpty }.joined(separator: " ")
            let id = "\(canvas.name)/isolines\(position)[\(text)]"
            nodes.append(
                .path(
                    id: id, role: "map-isoline", data,
                    stroke: Stroke(.color(color), width: 1, cap: .round, join: .round),
                    datum: Datum([.init("value", .number(level))])))
            guard let longest = lines.max(by: { $0.count < $1.count }), longest.count > 6 else { continue }
            canvas.requests.append(
                LabelRequest(
                    id: id + "/label", name: text, settings: [.init(lines: [text], font: canvas.style.cityFont)],
                    anchor: .line([longest]), color: color.mixed(with: canvas.theme.ink, share: 0.4),
                    halo: canvas.style.halo(canvas.theme.land), priority: 30, isOptional: true))
        }
        if showsPoints {
            for (index, point) in drawn.enumerated() where canvas.frame.contains(point.0) {
                nodes.append(
                    .path(
                        id: "\(canvas.name)/isolines\(position)/point[\(index + 1)]", role: "mark-point",
                        .circle(center: point.0, radius: 1.5), fill: .color(canvas.theme.mutedInk),
                        datum: Datum([.init("value", .number(point.1))])))
            }
        }
        if nodes.isEmpty { return }
        canvas.nodes.append(.group(id: "\(canvas.name)/isolines\(position)", role: "map-layer", nodes))
    }
}
