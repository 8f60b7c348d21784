import SceneGraph
import Typography

/// How a text stands at its anchor, in the words of Vega: `align`, `baseline`, `angle`, `limit`.
struct TextSetting {
    var font: Font
    var align = "left"
    var baseline = "alphabetic"
    var angle = 0.0
    var lineHeight: Double?
    /// Longer lines are cut; 0 for any length.
    var limit = 0.0
    var ellipsis = "…"
    /// Written from right to left: what is cut is the beginning.
    var isRightToLeft = false

    var lineStep: Double { lineHeight ?? font.size + 2 }

    /// How far the first baseline lies below the anchor.
    ///
    /// Vega takes shares of the type's size rather than the face's own measures: 0.79 of it for the top, 0.30 for the
    /// middle, 0.21 below for the bottom.
    func baselineOffset(lineCount: Int = 1) -> Double {
        let size = font.size
        let offset: Double =
            switch baseline {
            case "top": 0.79 * size
            case "middle": 0.30 * size
            case "bottom": -0.21 * size
            case "line-top": 0.29 * size + 0.5 * lineStep
            case "line-bottom": 0.29 * size - 0.5 * lineStep
            default: 0
            }
        return offset.rounded()
    }

    func shown(_ lines: [String], measurer: any TextMeasuring) -> [String] {
        guard limit > 0 else { return lines }
        if isRightToLeft { return lines.map { cutAtStart($0, measurer: measurer) } }
        return lines.map { measurer.truncated($0, font: font, width: limit, ellipsis: ellipsis) }
    }

    private func cutAtStart(_ line: String, measurer: any TextMeasuring) -> String {
        if measurer.width(of: line, font: font) <= limit { return line }
        var rest = Substring(line)
        while !rest.isEmpty, measurer.width(of: ellipsis + rest, font: font) > limit { rest = rest.dropFirst() }
        return ellipsis + rest
    }

    func text(
        _ lines: [String], at anchor: Point, shift: Point = .zero, fill: Paint, measurer: any TextMeasuring
    ) -> Text {
        let lines = shown(lines, measurer: measurer)
        let down = baselineOffset(lineCount: lines.count) + shift.y
        let (s, c) = (Circular.sine(angle * .pi / 180), Circular.cosine(angle * .pi / 180))
        let origin = Point(anchor.x + shift.x * c - down * s, anchor.y + shift.x * s + down * c)
        let side: Text.Anchor = align == "center" ? .middle : align == "right" ? .end : .start
        return Text(
            lines: lines, origin: origin, anchor: side, font: font, fill: fill, angle: angle, lineHeight: lineStep)
    }

    /// The box that layout keeps free for a text: its width, and the type's size as height.
    func bounds(_ lines: [String], at anchor: Point, shift: Point = .zero, measurer: any TextMeasuring) -> Rectangle {
        let lines = shown(lines, measurer: measurer)
        let width = lines.map { measurer.width(of: $0, font: font) }.max() ?? 0
        let height = font.size + Double(max(0, lines.count - 1)) * lineStep
        let left: Double = align == "center" ? -width / 2 : align == "right" ? -width : 0
        let top = baselineOffset(lineCount: lines.count) - (0.8 * font.size).rounded() + shift.y
        let box = Rectangle(x: left + shift.x, y: top, width: width, height: height)
        if angle == 0 { return box.translated(by: anchor) }
        let (s, c) = (Circular.sine(angle * .pi / 180), Circular.cosine(angle * .pi / 180))
        let corners = [(box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY)].map {
            Point(anchor.x + $0.0 * c - $0.1 * s, anchor.y + $0.0 * s + $0.1 * c)
        }
        var result = Rectangle(x: corners[0].x, y: corners[0].y, width: 0, height: 0)
        for corner in corners.dropFirst() {
            result = result.union(Rectangle(x: corner.x, y: corner.y, width: 0, height: 0))
        }
        return result
    }
}
