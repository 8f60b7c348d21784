import SceneGraph
import Typography

/// One pass over a scene: its texts, its marks and what is behind them.
struct SceneSurvey {
    struct Mark {
        var id: String
        var role: Role
        var bounds: Rectangle
        var order: Int
        var fill: Color?
        var stroke: Stroke?
        /// What the mark is drawn with, all groups' opacity in it.
        var opacity: Double
        /// A place on the mark.
        var place: Point
    }

    struct LegendSymbol {
        var id: String
        /// The legend that it belongs to: its id up to the entry.
        var legend: String
        var paint: Color
        /// What tells entries apart beside the colour: outline, dash, size.
        var shape: PathData
        var dash: [Double]
    }

    private(set) var texts: [TextBox] = []
    private(set) var marks: [Mark] = []
    private(set) var symbols: [LegendSymbol] = []
    private(set) var backdrop: Backdrop
    /// What clips a node, by its order, where anything does.
    private(set) var clips: [Int: Rectangle] = [:]
    /// The words of a timeline are its picture, not something that takes the room of one.
    private(set) var hasPlot = true
    /// Around the parts of a plot: grid, axis lines and marks.
    private(set) var plot: Rectangle?
    /// Whether something says how far the plot reaches: lines of axes, or marks that fill it.
    private(set) var hasFrame = false
    /// What is no part of the plot, nor title, subtitle, note or source: labels, legends.
    private(set) var others: [Rectangle] = []
    private var order = 0

    let paper: Color

    init(_ scene: Scene, measurer: any TextMeasuring) {
        paper = scene.background ?? .white
        backdrop = Backdrop(paper: scene.background ?? .white)
        walk(scene.root, measurer, clip: nil, opacity: 1)
    }

    private static let furniture: Set<Role> = [.title, .subtitle, .note, .source, .background, .figure, .page]

    private mutating func walk(_ node: Node, _ measurer: any TextMeasuring, clip: PathData?, opacity: Double) {
        order += 1
        if node.role == "timeline-labels" { hasPlot = false }
        switch node.content {
        case .group(let group):
            for child in group.children {
                walk(child, measurer, clip: group.clip ?? clip, opacity: opacity * group.opacity)
            }
            return
        case .text(let text):
            guard text.lines.contains(where: { $0.contains { $0 != " " } }), text.font.size > 0.01,
                (text.fill.middle?.alpha ?? 1) * opacity > 0.02
            else { return }
            texts.append(TextBox(node, text, order: order, measurer: measurer))
        case .path(let path):
            if !node.role.rawValue.hasPrefix("axis-") {
                backdrop.add(path, bounds: node.bounds, order: order, opacity: opacity, clip: clip)
            }
            note(node, path, opacity)
        case .image(let image): backdrop.add(image, order: order)
        case .instances(let instances): note(node, instances, opacity)
        }
        if let clip = clip?.bounds { clips[order] = clip }
        if node.role.isOfPlot {
            plot = plot?.union(node.bounds) ?? node.bounds
            hasFrame = hasFrame || node.role.rawValue.hasPrefix("axis-") || node.role == "mark-arc"
        } else if !SceneSurvey.furniture.contains(node.role) {
            others.append(node.bounds)
        }
    }

    private mutating func note(_ node: Node, _ path: Path, _ opacity: Double) {
        let fill = path.fill?.middle?.opacity(opacity)
        if node.role.isMark, let place = path.data.anchor(isFilled: (fill?.alpha ?? 0) > 0, in: node.bounds) {
            marks.append(
                Mark(
                    id: node.id, role: node.role, bounds: node.bounds, order: order, fill: fill, stroke: path.stroke,
                    opacity: opacity, place: place))
        }
        let visible = [fill, path.stroke?.paint.middle?.opacity(opacity)].compactMap { $0 }.first { $0.alpha > 0.02 }
        if node.role.rawValue == "legend-symbol", let paint = visible {
            let corner = node.bounds
            symbols.append(
                LegendSymbol(
                    id: node.id, legend: node.id.lastIndex(of: "[").map { String(node.id[..<$0]) } ?? node.id,
                    paint: paint,
                    shape: path.data.translated(by: Point(-corner.midX, -corner.midY)).rounded,
                    dash: path.stroke?.dash ?? []))
        }
    }

    /// Each look of many marks stands for all that have it.
    private mutating func note(_ node: Node, _ instances: Instances, _ opacity: Double) {
        guard node.role.isMark else { return }
        var seen: Set<Int32> = []
        for (index, instance) in instances.instances.enumerated() where seen.insert(instance.appearance).inserted {
            guard let path = instances.path(at: index) else { continue }
            marks.append(
                Mark(
                    id: "\(instances.name)[\(instance.number)]", role: node.role, bounds: node.bounds, order: order,
                    fill: path.fill?.middle?.opacity(opacity), stroke: path.stroke, opacity: opacity,
                    place: instance.place))
        }
    }
}

extension Role {
    var isMark: Bool { rawValue.hasPrefix("mark-") && rawValue != "mark-text" && rawValue != "mark-label" }
    fileprivate var isOfPlot: Bool {
        isMark || rawValue == "axis-grid" || rawValue == "axis-domain" || rawValue == "view-background"
    }
}

extension PathData {
    /// A place on the outline or in it; nil for one without any.
    fileprivate func anchor(isFilled: Bool, in bounds: Rectangle) -> Point? {
        guard coordinates.count >= 2 else { return nil }
        if isFilled, verbs.count < 200 {
            let middle = Point(bounds.midX, bounds.midY)
            if contains(middle) { return middle }
        }
        return Point(coordinates[0], coordinates[1])
    }

    /// To tenths of a unit, so that equal shapes at two places are equal.
    fileprivate var rounded: PathData { map { Point(($0.x * 10).rounded() / 10, ($0.y * 10).rounded() / 10) } }
}
