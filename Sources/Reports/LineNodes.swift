import SceneGraph
import Typography

/// Sets lines: from runs to flow items, one a line.
struct LineNodes {
    let measurer: any TextMeasuring
    /// Words of headings, labels and table cells, which stay whole.
    private let wholeWords = WordParts()
    /// Words of running text.
    private let dividedWords: WordParts
    /// Whether running text is as wide as its column.
    private let isJustified: Bool

    init(measurer: any TextMeasuring, hyphenation: (any Hyphenating)? = nil, isJustified: Bool = false) {
        self.measurer = measurer
        self.isJustified = isJustified
        dividedWords = WordParts(hyphenation: hyphenation)
    }

    /// How a text is set.
    enum Setting {
        /// Ragged, its words whole: headings, labels, cells.
        case display
        /// Ragged, its words divided where that evens the edge: notes.
        case small
        /// As the theme sets running text.
        case running
    }

    func breaker(_ setting: Setting = .display) -> StyledLineBreaker {
        StyledLineBreaker(
            measurer: measurer, words: setting == .display ? wholeWords : dividedWords,
            isJustified: setting == .running && isJustified)
    }

    /// A line of one piece that is not broken.
    func line(_ text: String, style: TextStyle) -> StyledLine {
        let width = measurer.width(of: text, font: style.font)
        return StyledLine(pieces: [.init(x: 0, width: width, text: text, style: style)], width: width)
    }

    /// - Parameters:
    ///   - id: of the block; lines and pieces are numbered below it.
    ///   - left: from the column's left edge.
    ///   - lineHeight: from baseline to baseline.
    func items(
        _ runs: [StyledRun], id: String, role: Role, left: Double = 0, width: Double, lineHeight: Double,
        spaceBefore: Double, steps: [StructureStep], keepsTogether: Bool = false, setting: Setting = .display
    ) -> [FlowItem] {
        let lines = breaker(setting).lines(of: runs, width: width)
        return lines.enumerated().map { index, line in
            // The first two lines stay together, and the last two: no line stands alone on a page.
            let last = lines.count - 1
            let keeps = keepsTogether ? index < last : (index == 0 && last > 0) || (index == last - 1)
            var item = FlowItem(
                nodes: nodes(line, id: "\(id)/line-\(index + 1)", role: role, left: left, lineHeight: lineHeight),
                height: lineHeight, spaceBefore: index == 0 ? spaceBefore : 0, keepsWithNext: keeps, steps: steps,
                lineCount: 1)
            // A page ends with a paragraph better than within one, and never gladly within a word.
            if index < last { item.breakCost = line.pieces.last?.isDivided == true ? 300 : 24 }
            return item
        }
    }

    /// The pieces of a line, on a baseline that centres the type in the line's height.
    func nodes(
        _ line: StyledLine, id: String, role: Role, left: Double, top: Double = 0, lineHeight: Double
    ) -> [Node] {
        guard let first = line.pieces.first(where: { $0.style.rise == 0 }) ?? line.pieces.first else { return [] }
        let metrics = measurer.metrics(of: first.style.font)
        let baseline = top + (lineHeight + metrics.ascent - metrics.descent) / 2
        var nodes: [Node] = []
        nodes.reserveCapacity(line.pieces.count)
        for (index, piece) in line.pieces.enumerated() {
            let style = piece.style
            let origin = Point(left + piece.x, baseline - style.rise)
            let text = Text(
                lines: [piece.endsWithSpace ? piece.text + " " : piece.text], origin: origin, font: style.font,
                fill: .color(style.color), wordSpacing: piece.wordSpacing)
            let metrics = measurer.metrics(of: style.font)
            let name = "\(id)/\(index + 1)"
            var node = Node(
                id: name, role: role,
                bounds: Rectangle(
                    x: origin.x, y: origin.y - metrics.ascent, width: piece.width,
                    height: metrics.ascent + metrics.descent),
                facts: style.facts, content: .text(text))
            if piece.isDivided {
                node.structure = Structure(.span, actualText: piece.text.dropLast() + "\u{AD}")
            }
            if let expansion = style.expansion {
                node.structure = Structure(.span, expansion: expansion, actualText: node.structure?.actualText)
            }
            if let target = style.target { node.structure = Structure(.link, target: target) }
            nodes.append(node)
            guard style.isStruck else { continue }
            let y = baseline - metrics.xHeight / 2
            var strike = Node.path(
                id: name + "/strike", role: "strike",
                .line(from: Point(left + piece.x, y), to: Point(left + piece.x + piece.width, y)),
                stroke: Stroke(style.color, width: style.font.size / 14))
            strike.structure = Structure(.artifact)
            nodes.append(strike)
        }
        return nodes
    }
}
