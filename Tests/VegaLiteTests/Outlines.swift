import Figures
import Foundation
import SceneGraph
import Testing

@testable import VegaLite

/// What marks look like, as an SVG of Vega has it: measured from the corner of the (first) view, in tenths.
extension DrawnFigure {
    /// Outlines as path data: `M0,300 L20,147.3`. Points that a straight run passes on its way are left out, and a
    /// single line begins at its left or upper end.
    func outlines(_ role: String) -> [String] {
        let corner = viewCorner
        return paths(role).map { path in
            var outline = Outline()
            path.data.forEach { outline.append($0, from: corner) }
            return outline.text
        }
    }

    /// What is written, in order.
    func words(_ role: String) -> [String] {
        nodes(role).compactMap {
            if case .text(let text) = $0.content { text.lines.joined(separator: "/") } else { nil }
        }
    }

    /// The boxes of outlines, without their strokes: left, top, width, height.
    func frames(_ role: String) -> [[Double]] {
        let corner = viewCorner
        return paths(role).map { path in
            let box = path.data.bounds ?? .zero
            return [box.x - corner.x, box.y - corner.y, box.width, box.height]
        }
    }

    /// Fill and stroke of each: `#4c78a8 none`, with the opacity where it is not 1, and the width of a stroke.
    func paints(_ role: String) -> [String] {
        paths(role).map { path in
            let fill = path.fill.map(css) ?? "none"
            return "\(fill) \(path.stroke.map { "\(css($0.paint)) \(tenth($0.width))" } ?? "none")"
        }
    }

    /// Texts with the places of their first baselines and how they stand there: `28 at 150,153 middle`.
    func placedTexts(_ role: String) -> [String] {
        let corner = viewCorner
        return nodes(role).compactMap { node in
            guard case .text(let text) = node.content else { return nil }
            let turn = text.angle == 0 ? "" : " turned \(tenth(text.angle))"
            let place = "\(tenth(text.origin.x - corner.x)),\(tenth(text.origin.y - corner.y))"
            return "\(text.lines.joined(separator: "/")) at \(place) \(text.anchor.rawValue)\(turn)"
        }
    }

    private var viewCorner: Point {
        let view = nodes("view-background").first?.bounds ?? .zero
        return Point(view.x, view.y)
    }

    private func paths(_ role: String) -> [Path] {
        nodes(role).compactMap { if case .path(let path) = $0.content { path } else { nil } }
    }

    private func css(_ paint: Paint) -> String {
        guard case .color(let color) = paint else { return "gradient" }
        let hex = [color.red, color.green, color.blue].map {
            let text = String(Int(($0 * 255).rounded()), radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return "#" + hex.joined() + (color.alpha < 1 ? "/\(tenth(color.alpha))" : "")
    }
}

/// Path data in tenths, from a corner.
private struct Outline {
    private var parts: [(letter: String, points: [Point])] = []

    mutating func append(_ element: PathData.Element, from corner: Point) {
        func moved(_ point: Point) -> Point { Point(point.x - corner.x, point.y - corner.y) }
        switch element {
        case .move(let to): parts.append(("M", [moved(to)]))
        case .line(let to): line(to: moved(to))
        case .cubic(let first, let second, let to): parts.append(("C", [first, second, to].map(moved)))
        case .close: parts.append(("Z", []))
        }
    }

    private mutating func line(to point: Point) {
        guard let last = parts.last?.points.last else { return parts.append(("L", [point])) }
        if abs(last.x - point.x) + abs(last.y - point.y) < 0.05 { return }
        if parts.count > 1, parts[parts.count - 1].letter == "L", let before = parts[parts.count - 2].points.last {
            let isOnTheWay =
                before.x == last.x && last.x == point.x && (last.y - before.y) * (point.y - last.y) > 0
                || before.y == last.y && last.y == point.y && (last.x - before.x) * (point.x - last.x) > 0
            if isOnTheWay { parts.removeLast() }
        }
        parts.append(("L", [point]))
    }

    var text: String {
        var parts = parts
        if parts.count == 2, parts[1].letter == "L", let a = parts[0].points.first, let b = parts[1].points.first,
            (b.x, b.y) < (a.x, a.y)
        {
            parts = [("M", [b]), ("L", [a])]
        }
        return parts.map { part in
            part.letter + part.points.map { "\(tenth($0.x)),\(tenth($0.y))" }.joined(separator: " ")
        }.joined(separator: " ")
    }
}

private func tenth(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10 + 0
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
}

/// Texts that are alike but for numbers, which agree in a tenth: a half may be rounded either way. Colours agree in one
/// part of a hundred, as schemes are tables of samples.
func expectAlike(
    _ found: [String], _ wanted: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    #expect(found.count == wanted.count, "\(found)", sourceLocation: sourceLocation)
    for (a, b) in zip(found, wanted) {
        #expect(agree(a, b), "\(a), not \(b)", sourceLocation: sourceLocation)
    }
}

private func agree(_ a: String, _ b: String) -> Bool {
    let color = /#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/
    func parts(_ text: String) -> [Int] {
        text.matches(of: color).flatMap { [$0.1, $0.2, $0.3] }.map { Int($0, radix: 16) ?? 0 }
    }
    let (p, q) = (parts(a), parts(b))
    guard p.count == q.count, zip(p, q).allSatisfy({ abs($0 - $1) <= 3 }) else { return false }
    let number = /-?[0-9]+(\.[0-9]+)?/
    let (a, b) = (a.replacing(color, with: "#"), b.replacing(color, with: "#"))
    let (x, y) = (a.matches(of: number).map { Double($0.0) ?? 0 }, b.matches(of: number).map { Double($0.0) ?? 0 })
    return a.replacing(number, with: "0") == b.replacing(number, with: "0")
        && zip(x, y).allSatisfy { ($0 - $1).magnitude < 0.11 }
}

/// Boxes that agree in a tenth.
func expectAlike(
    _ found: [[Double]], _ wanted: [[Double]], sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    func words(_ boxes: [[Double]]) -> [String] { boxes.map { $0.map(tenth).joined(separator: " ") } }
    expectAlike(words(found), words(wanted), sourceLocation: sourceLocation)
}
