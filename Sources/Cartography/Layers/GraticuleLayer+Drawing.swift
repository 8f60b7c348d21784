import Geography
import SceneGraph

extension MapComposer {
    mutating func draw(_ layer: GraticuleLayer) {
        let graticule = Graticule(step: layer.step)
        let data = path.path(of: graticule.geometry)
        if !data.isEmpty {
            nodes.append(
                .path(
                    id: "\(name)/graticule", role: "map-graticule", data,
                    stroke: style.line(theme.water.opacity(0.28), 0.5)))
        }
        guard layer.labels else { return }
        let font = theme.font(size: theme.noteSize * 0.82)
        let metrics = context.measurer.metrics(of: font)
        let inset = 3 * style.scale
        func add(_ text: String, _ point: Point, _ anchor: Text.Anchor, _ id: String) {
            requests.append(
                LabelRequest(
                    id: "\(name)/graticule[\(id)]/label", name: text, settings: [.init(lines: [text], font: font)],
                    anchor: .edge(point, anchor), color: style.waterInk.mixed(with: theme.mutedInk, share: 0.4),
                    halo: style.halo(theme.sea), priority: 90, isOptional: true))
        }
        // Where a parallel meets the left edge, a meridian the lower one; and the opposite edges as well.
        for line in graticule.parallels {
            guard let degrees = line.first?.latitude else { continue }
            for (x, anchor, side) in [(frame.minX, Text.Anchor.start, "west"), (frame.maxX, .end, "east")] {
                for y in crossings(line, vertical: x) where y > frame.minY + 8 && y < frame.maxY - 8 {
                    add(
                        latitude(degrees), Point(x + (anchor == .start ? inset : -inset), y - 2 * style.scale), anchor,
                        "\(latitude(degrees))/\(side)")
                }
            }
        }
        for line in graticule.meridians {
            guard let degrees = line.first?.longitude else { continue }
            for (y, baseline, side) in [
                (frame.maxY, frame.maxY - inset - metrics.descent, "south"),
                (frame.minY, frame.minY + inset + metrics.ascent, "north"),
            ] {
                for x in crossings(line, horizontal: y) where x > frame.minX + 8 && x < frame.maxX - 8 {
                    add(longitude(degrees), Point(x, baseline), .middle, "\(longitude(degrees))/\(side)")
                }
            }
        }
    }

    private func crossings(_ line: [Coordinate], vertical x: Double) -> [Double] {
        path.lines(of: .lineString(line)).flatMap { piece in
            zip(piece, piece.dropFirst()).compactMap { a, b in
                (a.x - x) * (b.x - x) < 0 ? a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x) : nil
            }
        }
    }

    private func crossings(_ line: [Coordinate], horizontal y: Double) -> [Double] {
        path.lines(of: .lineString(line)).flatMap { piece in
            zip(piece, piece.dropFirst()).compactMap { a, b in
                (a.y - y) * (b.y - y) < 0 ? a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) : nil
            }
        }
    }
}
