import SceneGraph

extension Text {
    /// Where a part of it is drawn, as an upright rectangle; the whole text's where it bends.
    public func bounds(of span: FactSpan, measurer: any TextMeasuring) -> Rectangle {
        guard course.isEmpty, lines.indices.contains(span.line) else { return measurer.bounds(of: self) }
        let bytes = Array(lines[span.line].utf8)
        let range = span.range.clamped(to: 0..<bytes.count)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let whole = measurer.width(of: lines[span.line], font: font)
        let start = measurer.width(of: part(0..<range.lowerBound), font: font)
        let width = measurer.width(of: part(range), font: font)
        let metrics = measurer.metrics(of: font)
        let shift =
            switch anchor {
            case .start: 0.0
            case .middle: -whole / 2
            case .end: -whole
            }
        let top = Double(span.line) * lineHeight - metrics.ascent
        let corners = [
            Point(shift + start, top), Point(shift + start + width, top),
            Point(shift + start, top + metrics.ascent + metrics.descent),
            Point(shift + start + width, top + metrics.ascent + metrics.descent),
        ].map { turned($0) }
        let (left, right) = (corners.map(\.x).min() ?? 0, corners.map(\.x).max() ?? 0)
        let (upper, lower) = (corners.map(\.y).min() ?? 0, corners.map(\.y).max() ?? 0)
        return Rectangle(x: left, y: upper, width: right - left, height: lower - upper)
    }

    /// Whether one span is all that the text says.
    public var isWholeFact: String? {
        guard let first = factSpans.first, factSpans.count == lines.count,
            factSpans.allSatisfy({ $0.fact == first.fact && $0.range == 0..<lines[$0.line].utf8.count })
        else { return nil }
        return first.fact
    }

    private func turned(_ point: Point) -> Point {
        guard angle != 0 else { return Point(origin.x + point.x, origin.y + point.y) }
        let turn = angle * .pi / 180
        let (sine, cosine) = (sin(turn), cos(turn))
        return Point(origin.x + point.x * cosine - point.y * sine, origin.y + point.x * sine + point.y * cosine)
    }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
