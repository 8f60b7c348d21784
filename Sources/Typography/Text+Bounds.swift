import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension TextMeasuring {
    /// The upright rectangle around a text as it is drawn, turned by its angle.
    public func bounds(of text: Text) -> Rectangle {
        let metrics = metrics(of: text.font)
        if !text.course.isEmpty { return bounds(of: letters(of: text), metrics) }
        let width = text.lines.map { self.width(of: $0, font: text.font) }.max() ?? 0
        let left =
            switch text.anchor {
            case .start: 0.0
            case .middle: -width / 2
            case .end: -width
            }
        let box = Rectangle(
            x: left, y: -metrics.ascent, width: width,
            height: metrics.ascent + metrics.descent + Double(max(0, text.lines.count - 1)) * text.lineHeight)
        guard text.angle != 0 else { return box.translated(by: text.origin) }
        let (sine, cosine) = (sin(text.angle * .pi / 180), cos(text.angle * .pi / 180))
        let corners = [(box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY)].map {
            Point(text.origin.x + $0.0 * cosine - $0.1 * sine, text.origin.y + $0.0 * sine + $0.1 * cosine)
        }
        return around(corners)
    }

    private func bounds(of letters: [PlacedLetter], _ metrics: FontMetrics) -> Rectangle {
        around(
            letters.flatMap { letter in
                let (sine, cosine) = (sin(letter.angle * .pi / 180), cos(letter.angle * .pi / 180))
                return [
                    (0, -metrics.ascent), (letter.width, -metrics.ascent), (letter.width, metrics.descent),
                    (0, metrics.descent),
                ]
                .map {
                    Point(letter.origin.x + $0.0 * cosine - $0.1 * sine, letter.origin.y + $0.0 * sine + $0.1 * cosine)
                }
            })
    }

    private func around(_ corners: [Point]) -> Rectangle {
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        return Rectangle(
            from: Point(xs.min() ?? 0, ys.min() ?? 0), to: Point(xs.max() ?? 0, ys.max() ?? 0))
    }

    /// A text as a node with its bounds.
    public func node(
        id: String, role: Role, _ text: Text, facts: [String] = [], datum: Datum = Datum(), structure: Structure? = nil
    ) -> Node {
        Node(
            id: id, role: role, bounds: bounds(of: text), facts: facts, datum: datum, content: .text(text),
            structure: structure)
    }
}
