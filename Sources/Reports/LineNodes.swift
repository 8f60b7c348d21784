import SceneGraph
import Typography

/// Sets lines: from runs to flow items, one a line.
struct LineNodes {
    let measurer: any TextMeasuring
    /// For running text; headings, labels and table cells keep their words whole.
    var hyphenation: (any Hyphenating)?

    /// - Parameters:
    ///   - id: of the block; lines and pieces are numbered below it.
    ///   - left: from the column's left edge.
    ///   - lineHeight: from baseline to baseline.
    func items(
        _ runs: [StyledRun], id: String, role: Role, left: Double = 0, width: Double, lineHeight: Double,
        spaceBefore: Double, steps: [StructureStep], keepsTogether: Bool = false, divides: Bool = false
    ) -> [FlowItem] {
        let lines = StyledLineBreaker(measurer: measurer, hyphenation: divides ? hyphenation : nil).lines(of: runs, width: width)
        return lines.enumerated().map { index, line in
            // The first two lines stay together, and the last two: no line stands alone on a page.
            let last = lines.count - 1
            let keeps = keepsTogether ? index < last : (index == 0 && last > 0) || (index == last - 1)
            return FlowItem(
                nodes: nodes(line, id: "\(id)/line-\(index + 1)", role: role, left: left, lineHeight: lineHeight),
                height: lineHeight, spaceBefore: index == 0 ? spaceBefore : 0, keepsWithNext: keeps, steps: steps)
        }
    }

    /// The pieces of a line, on a baseline that centres the type in the line's height.
    func nodes(
        _ line: StyledLine, id: String, role: Role, left: Double, top: Double = 0, lineHeight: Double
    ) -> [Node] {
        guard let first = line.pieces.first(where: { $0.style.rise == 0 }) ?? line.pieces.first else { return [] }
        let metrics = measurer.metrics(of: first.style.font)
        let baseline = top + (lineHeight + metrics.ascent - metrics.descent) / 2
        return line.pieces.enumerated().flatMap { index, piece -> [Node] in
            let text = Text(
                lines: [piece.text], origin: Point(left + piece.x, baseline - piece.style.rise),
                font: piece.style.font, fill: .color(piece.style.color))
            let name = "\(id)/\(index + 1)"
            var node = measurer.node(id: name, role: role, text, facts: piece.style.facts)
            if piece.isDivided {
                node.structure = Structure(.span, actualText: piece.text.dropLast() + "\u{AD}")
            }
            if let target = piece.style.target { node.structure = Structure(.link, target: target) }
            guard piece.style.isStruck else { return [node] }
            let y = baseline - measurer.metrics(of: piece.style.font).xHeight / 2
            var strike = Node.path(
                id: name + "/strike", role: "strike",
                .line(from: Point(left + piece.x, y), to: Point(left + piece.x + piece.width, y)),
                stroke: Stroke(piece.style.color, width: piece.style.font.size / 14))
            strike.structure = Structure(.artifact)
            return [node, strike]
        }
    }
}
