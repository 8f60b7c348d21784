import Files
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import VegaLite

/// Draws a document with type of a fixed width.
func drawn(
    _ text: String, theme: Theme = .vega, size: FigureSize? = nil, language: String = "en", name: String = "chart"
) throws -> DrawnFigure {
    let document = try Document(file: "\(name).json", contents: Array(text.utf8))
    return try VegaLiteChart.draw(
        document,
        in: FigureContext(
            theme: theme, measurer: FixedWidthMeasurer(), facts: .empty, dataRoot: DataRoot("/nonexistent"), size: size,
            language: language, name: name)
    )
}

extension DrawnFigure {
    func nodes(_ role: String) -> [Node] {
        var found: [Node] = []
        scene.root.forEach { if $0.role.rawValue == role { found.append($0) } }
        return found
    }

    var texts: [String] {
        var found: [String] = []
        scene.root.forEach { if case .text(let text) = $0.content { found.append(text.lines.joined(separator: "\n")) } }
        return found
    }

    /// The middles of marks as measured from the view's corner, to a tenth.
    func centres(_ role: String) -> [[Double]] {
        guard let view = nodes("view-background").first?.bounds else { return [] }
        return nodes(role).map {
            [$0.bounds.x + $0.bounds.width / 2 - view.x, $0.bounds.y + $0.bounds.height / 2 - view.y]
                .map { ($0 * 10).rounded() / 10 + 0 }
        }
    }

    /// The boxes of marks as measured from the view's corner, to a tenth.
    func boxes(_ role: String) -> [[Double]] {
        guard let view = nodes("view-background").first?.bounds else { return [] }
        func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
        return nodes(role).map {
            [tenth($0.bounds.x - view.x), tenth($0.bounds.y - view.y), tenth($0.bounds.width), tenth($0.bounds.height)]
        }
    }
}
