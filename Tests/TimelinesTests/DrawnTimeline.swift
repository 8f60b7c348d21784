import Files
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Timelines

/// A timeline drawn for a test, and what can be read off its scene.
struct DrawnTimeline {
    let figure: DrawnFigure

    var scene: Scene { figure.scene }

    init(
        _ yaml: String, facts: FactBase = .empty, size: FigureSize? = nil, name: String = "t", dataRoot: String = ".",
        axisChart: (@Sendable (Document, FigureContext) throws(Diagnostics) -> any AxisChart)? = nil
    ) throws {
        let document = try Document(file: "t.yaml", contents: Array(yaml.utf8))
        let context = DrawnTimeline.context(
            facts: facts, size: size, name: name, dataRoot: dataRoot, axisChart: axisChart)
        figure = try TimelineFigure.draw(document, in: context)
    }

    static func context(
        facts: FactBase = .empty, size: FigureSize? = nil, name: String = "t", dataRoot: String = ".",
        axisChart: (@Sendable (Document, FigureContext) throws(Diagnostics) -> any AxisChart)? = nil
    ) -> FigureContext {
        var context = FigureContext(
            theme: .dossier, measurer: FixedWidthMeasurer(), facts: facts, dataRoot: DataRoot(dataRoot), size: size,
            name: name)
        context.axisChart = axisChart
        return context
    }

    /// The messages that a document is refused with.
    static func problems(_ yaml: String) -> [String] {
        do {
            _ = try DrawnTimeline(yaml)
            return []
        } catch let problems as Diagnostics {
            return problems.all.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    func nodes(_ role: Role) -> [Node] {
        figure.pages.flatMap { DrawnTimeline.nodes(role, on: $0) }
    }

    static func nodes(_ role: Role, on page: Scene) -> [Node] {
        var found: [Node] = []
        page.root.forEach { if $0.role == role { found.append($0) } }
        return found
    }

    /// The first pair of texts, or of labels, that share an area.
    func firstOverlap() -> String? { figure.pages.lazy.compactMap { DrawnTimeline.firstOverlap(on: $0) }.first }

    private static func firstOverlap(on page: Scene) -> String? {
        var texts: [(id: String, bounds: Rectangle)] = []
        page.root.forEach { if case .text = $0.content { texts.append(($0.id, $0.bounds)) } }
        let labels = nodes("timeline-label", on: page).map { (id: $0.id, bounds: $0.bounds) }
        for boxes in [texts, labels] {
            let sorted = boxes.sorted { $0.bounds.minY < $1.bounds.minY }
            for (index, box) in sorted.enumerated() {
                for other in sorted[(index + 1)...] {
                    if other.bounds.minY >= box.bounds.maxY - 0.01 { break }
                    if box.bounds.inset(by: 0.01).intersects(other.bounds) { return "\(box.id) and \(other.id)" }
                }
            }
        }
        return nil
    }

    /// The first node that reaches out of the figure.
    func firstOutside() -> String? { figure.pages.lazy.compactMap { DrawnTimeline.firstOutside(on: $0) }.first }

    private static func firstOutside(on page: Scene) -> String? {
        let frame = Rectangle(x: -0.01, y: -0.01, width: page.size.width + 0.02, height: page.size.height + 0.02)
        var found: String?
        page.root.forEach { if found == nil, !frame.contains($0.bounds) { found = "\($0.id) \($0.bounds)" } }
        return found
    }

    /// The first two leaders that cross; sharing a point, or a stretch, is not crossing.
    func firstCrossing() -> String? { figure.pages.lazy.compactMap { DrawnTimeline.firstCrossing(on: $0) }.first }

    private static func firstCrossing(on page: Scene) -> String? {
        var segments: [(leader: String, from: Point, to: Point)] = []
        for node in nodes("timeline-leader", on: page) {
            guard case .path(let path) = node.content else { continue }
            var last: Point?
            path.data.forEach { element in
                switch element {
                case .move(let point): last = point
                case .line(let point):
                    if let last { segments.append((node.id, last, point)) }
                    last = point
                default: break
                }
            }
        }
        segments.sort { min($0.from.y, $0.to.y) < min($1.from.y, $1.to.y) }
        func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
            (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        }
        for (index, one) in segments.enumerated() {
            let lowest = max(one.from.y, one.to.y)
            for other in segments[(index + 1)...] {
                if min(other.from.y, other.to.y) > lowest { break }
                if one.leader == other.leader { continue }
                let (a, b) = (turn(one.from, one.to, other.from), turn(one.from, one.to, other.to))
                let (c, d) = (turn(other.from, other.to, one.from), turn(other.from, other.to, one.to))
                if a * b < -1e-6, c * d < -1e-6 { return "\(one.leader) and \(other.leader)" }
            }
        }
        return nil
    }

    /// Of all pages; those of further ones begin with `t-2/`.
    func titleIDs() -> Set<String> {
        Set(
            figure.pages.enumerated().flatMap { index, page in
                DrawnTimeline.nodes("timeline-title", on: page).map {
                    index == 0 ? $0.id : String($0.id.replacing("t-\(index + 1)/", with: "t/"))
                }
            })
    }
}

extension FigureSize {
    /// A slide as figures lay it out, before it is magnified.
    static let sheet = FigureSize(width: 800, height: 450)
}
