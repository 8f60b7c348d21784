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
        if labels { requestLabels(graticule, on: &canvas) }
    }

    /// Where a parallel meets the left edge, a meridian the lower one; and the opposite edges as well.
    private func requestLabels(_ graticule: Graticule, on canvas: inout MapCanvas) {
        let frame = canvas.frame
        let metrics = canvas.measurer.metrics(of: font(canvas.theme))
        let inset = 3.0
        for line in graticule.parallels {
            guard let degrees = line.first?.latitude else { continue }
            let text = canvas.latitude(degrees)
            for (x, anchor, side) in [(frame.minX, Text.Anchor.start, "west"), (frame.maxX, .end, "east")] {
                for y in crossings(line, vertical: x, canvas.path) where y > frame.minY + 8 && y < frame.maxY - 8 {
                    let place = Point(x + (anchor == .start ? inset : -inset), y - 2)
                    request(text, place, anchor, "\(text)/\(side)", on: &canvas)
                }
            }
        }
        for line in graticule.meridians {
            guard let degrees = line.first?.longitude else { continue }
            let text = canvas.longitude(degrees)
            for (y, baseline, side) in [
                (frame.maxY, frame.maxY - inset - metrics.descent, "south"),
                (frame.minY, frame.minY + inset + metrics.ascent, "north"),
            ] {
                for x in crossings(line, horizontal: y, canvas.path) where x > frame.minX + 8 && x < frame.maxX - 8 {
                    request(text, Point(x, baseline), .middle, "\(text)/\(side)", on: &canvas)
                }
            }
        }
    }

    private func font(_ theme: Theme) -> Font { theme.font(size: theme.noteSize * 0.82) }

    private func request(
        _ text: String, _ point: Point, _ anchor: Text.Anchor, _ id: String, on canvas: inout MapCanvas
    ) {
        let (style, theme) = (canvas.style, canvas.theme)
        canvas.requests.append(
            LabelRequest(
                id: "\(canvas.name)/graticule[\(id)]/label", name: text,
                settings: [.init(lines: [text], font: font(theme))],
                anchor: .edge(point, anchor), color: style.waterInk.mixed(with: theme.mutedInk, share: 0.4),
                halo: style.halo(theme.sea), priority: 90, isOptional: true))
    }

    private func crossings(_ line: [Coordinate], vertical x: Double, _ path: GeographicPath) -> [Double] {
        path.lines(of: .lineString(line)).flatMap { piece in
            zip(piece, piece.dropFirst()).compactMap { a, b in
                (a.x - x) * (b.x - x) < 0 ? a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x) : nil
            }
        }
    }

    private func crossings(_ line: [Coordinate], horizontal y: Double, _ path: GeographicPath) -> [Double] {
        path.lines(of: .lineString(line)).flatMap { piece in
            zip(piece, piece.dropFirst()).compactMap { a, b in
                (a.y - y) * (b.y - y) < 0 ? a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) : nil
            }
        }
    }
}
