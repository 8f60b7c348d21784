import Documents
import Geography
import SceneGraph
import Typography

/// Parallels and meridians, with their degrees where they meet the frame.
struct GraticuleLayer: MapLayer {
    static let word = "graticule"

    var step: Double
    var labels: Bool

    init?(_ reader: inout DocumentReader) {
        step = reader.number("step", in: 0.1...90) ?? 10
        labels = reader.boolean("labels") ?? false
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        let graticule = Graticule(step: step)
        let data = canvas.path.path(of: graticule.geometry)
        if !data.isEmpty {
            canvas.nodes.append(
                .path(
                    id: "\(canvas.name)/graticule", role: "map-graticule", data,
                    stroke: canvas.style.line(canvas.theme.water.opacity(0.28), 0.5)))
        }
        guard labels else { return }
        drawLatitudes(graticule, on: &canvas)
        drawLongitudes(graticule, on: &canvas)
    }

    private static let tick = 4.0

    private func font(_ theme: Theme) -> Font { theme.font(size: max(theme.noteSize * 0.85, MapStyle.leastType)) }

    func gutter(on canvas: MapCanvas) -> FrameGutter {
        guard labels else { return FrameGutter() }
        let font = font(canvas.theme)
        let metrics = canvas.measurer.metrics(of: font)
        let widest = [60.0, -60].map { canvas.measurer.width(of: canvas.latitude($0), font: font) }.max() ?? 0
        return FrameGutter(
            left: (widest + GraticuleLayer.tick + 3).rounded(.up),
            bottom: (metrics.ascent + metrics.descent + GraticuleLayer.tick + 1).rounded(.up))
    }

    /// Where parallels meet the left edge of the frame, or of the earth.
    private func drawLatitudes(_ graticule: Graticule, on canvas: inout MapCanvas) {
        let frame = canvas.frame
        let metrics = canvas.measurer.metrics(of: font(canvas.theme))
        var taken: [Double] = []
        for line in graticule.parallels.sorted(by: { abs($0.first?.latitude ?? 0) < abs($1.first?.latitude ?? 0) }) {
            guard let degrees = line.first?.latitude else { continue }
            let points =
                canvas.showsEdge
                ? canvas.path.lines(of: .lineString(line)).joined().min { $0.x < $1.x }.map { [$0] } ?? []
                : crossings(line, at: frame.minX, \.x, \.y, canvas.path).map { Point(frame.minX, $0) }
            for point in points where frame.inset(by: -1).contains(point) {
                if taken.contains(where: { abs($0 - point.y) < metrics.ascent + 3 }) { continue }
                taken.append(point.y)
                draw(
                    canvas.latitude(degrees), tick: (point, Point(point.x - GraticuleLayer.tick, point.y)),
                    at: Point(point.x - GraticuleLayer.tick - 2, point.y + metrics.capHeight / 2), .end, on: &canvas)
            }
        }
    }

    /// Where meridians meet the lower edge.
    private func drawLongitudes(_ graticule: Graticule, on canvas: inout MapCanvas) {
        let frame = canvas.frame
        let font = font(canvas.theme)
        let metrics = canvas.measurer.metrics(of: font)
        var taken: [ClosedRange<Double>] = []
        for line in graticule.meridians {
            guard let degrees = line.first?.longitude else { continue }
            let text = canvas.longitude(degrees)
            let half = canvas.measurer.width(of: text, font: font) / 2 + 3
            let points =
                canvas.showsEdge
                ? canvas.path.lines(of: .lineString(line)).joined().max { $0.y < $1.y }.map { [$0] } ?? []
                : crossings(line, at: frame.maxY, \.y, \.x, canvas.path).map { Point($0, frame.maxY) }
            for point in points where point.x > frame.minX && point.x < frame.maxX && point.y > frame.maxY - 4 {
                let reach = (point.x - half)...(point.x + half)
                if taken.contains(where: { $0.overlaps(reach) }) || reach.upperBound > canvas.size.width { continue }
                taken.append(reach)
                draw(
                    text, tick: (point, Point(point.x, point.y + GraticuleLayer.tick)),
                    at: Point(point.x, point.y + GraticuleLayer.tick + 1 + metrics.ascent), .middle, on: &canvas)
            }
        }
    }

    private func draw(
        _ text: String, tick: (Point, Point), at origin: Point, _ anchor: Text.Anchor, on canvas: inout MapCanvas
    ) {
        let id = "\(canvas.name)/graticule[\(text)][\(canvas.outside.count)]"
        canvas.outside.append(
            .path(
                id: id + "/tick", role: "axis-tick", .line(from: tick.0, to: tick.1),
                stroke: canvas.style.line(canvas.theme.rule, 0.6)))
        canvas.outside.append(
            canvas.measurer.node(
                id: id + "/label", role: "axis-label",
                Text(
                    lines: [text], origin: origin, anchor: anchor, font: font(canvas.theme),
                    fill: .color(canvas.theme.mutedInk))))
    }

    /// Where a line crosses an edge, across it.
    private func crossings(
        _ line: [Coordinate], at edge: Double, _ across: KeyPath<Point, Double>, _ along: KeyPath<Point, Double>,
        _ path: GeographicPath
    ) -> [Double] {
        path.lines(of: .lineString(line)).flatMap { piece in
            zip(piece, piece.dropFirst()).compactMap { a, b in
                let (from, to) = (a[keyPath: across] - edge, b[keyPath: across] - edge)
                guard from * to < 0 else { return nil }
                return a[keyPath: along] + (b[keyPath: along] - a[keyPath: along]) * from / (from - to)
            }
        }
    }
}
