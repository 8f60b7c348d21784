import Documents
import Facts
import Furniture
import SceneGraph
import Testing
import Typography

@testable import Timelines

/// A timeline drawn for a test, and what can be read off its scene.
struct DrawnTimeline {
    let figure: DrawnFigure

    var scene: Scene { figure.scene }

    init(
        _ yaml: String, facts: FactBase = .empty, size: FigureSize? = nil, name: String = "t", dataRoot: String = "."
    ) throws {
        let document = try Document(file: "t.yaml", contents: Array(yaml.utf8))
        let context = FigureContext(
            theme: .dossier, measurer: FixedWidthMeasurer(), facts: facts, dataRoot: DataRoot(dataRoot), size: size, name: name)
        figure = try TimelineFigure.draw(document, in: context)
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
        var found: [Node] = []
        scene.root.forEach { if $0.role == role { found.append($0) } }
        return found
    }

    var texts: [(id: String, bounds: Rectangle)] {
        var found: [(id: String, bounds: Rectangle)] = []
        scene.root.forEach { if case .text = $0.content { found.append(($0.id, $0.bounds)) } }
        return found
    }

    /// The first pair of texts, or of labels, that share an area.
    func firstOverlap() -> String? {
        let labels = nodes("timeline-label").map { (id: $0.id, bounds: $0.bounds) }
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
    func firstOutside() -> String? {
        let frame = Rectangle(x: -0.01, y: -0.01, width: scene.size.width + 0.02, height: scene.size.height + 0.02)
        var found: String?
        scene.root.forEach { if found == nil, !frame.contains($0.bounds) { found = "\($0.id) \($0.bounds)" } }
        return found
    }

    /// The first two leaders that cross; sharing a point, or a stretch, is not crossing.
    func firstCrossing() -> String? {
        var segments: [(leader: String, from: Point, to: Point)] = []
        for node in nodes("timeline-leader") {
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
        func turn(_ a: Point, _ b: Point, _ c: Point) -> Double { (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) }
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

    func titleIDs() -> Set<String> { Set(nodes("timeline-title").map(\.id)) }
}
