import Documents
import Geography
import SceneGraph

/// Rivers, the wider the larger their rank.
struct RiversLayer: MapLayer {
    static let word = "rivers"

    var waters: Waters

    init?(_ reader: inout DocumentReader) { waters = Waters(&reader, usual: "rivers") }

    var dataset: Dataset? { waters.data }

    func draw(on canvas: inout MapCanvas, position: Int) {
        let (style, theme) = (canvas.style, canvas.theme)
        for river in waters.chosen(on: &canvas, word: RiversLayer.word) {
            let pieces = canvas.path.lines(of: river.shape)
            guard !pieces.isEmpty else { continue }
            for piece in pieces { canvas.placer.avoid(piece, weight: 0.45) }
            canvas.nodes.append(
                .path(
                    id: river.id, role: "map-river", canvas.path.path(of: river.shape),
                    stroke: Stroke(
                        .color(theme.water.opacity(0.9)), width: max(0.35, 1.15 - 0.14 * Double(river.rank)),
                        cap: .round, join: .round)))
            guard river.isLabelled else { continue }
            canvas.requests.append(
                LabelRequest(
                    id: river.id + "/label", name: river.title,
                    settings: [.init(lines: [river.title], font: style.waterFont)], anchor: .line(joined(pieces)),
                    color: style.waterInk, halo: style.halo(theme.land), priority: 60 + river.rank,
                    isOptional: !river.isNamed))
        }
    }

    /// Pieces that meet end to end, as one: a river comes in parts.
    private func joined(_ pieces: [[Point]]) -> [[Point]] {
        var rest = pieces
        var result: [[Point]] = []
        while var line = rest.popLast() {
            while let (index, longer) = grown(line, by: rest) {
                rest.remove(at: index)
                line = longer
            }
            result.append(line)
        }
        return result
    }

    /// A line with the first of others that begins or ends where it does.
    private func grown(_ line: [Point], by others: [[Point]]) -> (index: Int, line: [Point])? {
        func near(_ a: Point?, _ b: Point?) -> Bool {
            guard let a, let b else { return false }
            return abs(a.x - b.x) < 0.5 && abs(a.y - b.y) < 0.5
        }
        for (index, other) in others.enumerated() {
            if near(line.last, other.first) { return (index, line + other.dropFirst()) }
            if near(line.last, other.last) { return (index, line + other.reversed().dropFirst()) }
            if near(line.first, other.last) { return (index, other + line.dropFirst()) }
            if near(line.first, other.first) { return (index, other.reversed() + line.dropFirst()) }
        }
        return nil
    }
}
