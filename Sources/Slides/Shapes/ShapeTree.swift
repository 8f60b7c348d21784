import Documents
import SceneGraph
import Typography

/// A scene as shapes: a fold over its nodes that writes `p:sp`, `p:pic` and `p:grpSp` in drawing order.
struct ShapeTree {
    /// What a group hands down: DrawingML's groups have neither opacity nor clip.
    struct Surroundings {
        var opacity = 1.0
        var clips: [ConvexClip] = []
    }

    let placement: FigurePlacement
    let language: String
    let measurer: any TextMeasuring
    /// What stands before the title's text, where the scene has one.
    let titleSuffix: String
    let file: String
    let slideWidth: Int

    private(set) var nextID: Int
    /// The scene's title as the slide's title placeholder; nil where it has none.
    var title: String?
    var images: [[UInt8]] = []
    var faults: [Diagnostic] = []
    private(set) var warnings: [Diagnostic] = []
    /// In points on the slide; nil where nothing is written.
    var smallestType: Double?

    /// Slides that facts lead to, by the fact's id.
    private let factSlides: [String: Int]
    /// Slides that something on this one leads to.
    private(set) var linkedSlides: Set<Int> = []

    init(
        placement: FigurePlacement, firstID: Int, language: String, measurer: any TextMeasuring, titleSuffix: String,
        file: String, slideWidth: Int, factSlides: [String: Int] = [:]
    ) {
        self.factSlides = factSlides
        self.slideWidth = slideWidth
        self.placement = placement
        self.language = language
        self.measurer = measurer
        self.titleSuffix = titleSuffix
        self.file = file
        nextID = firstID
    }

    /// The whole figure as one group that bears its alternative text.
    mutating func figure(_ scene: Scene, name: String, alternative: String) -> String {
        let id = takeID()
        var inner = ""
        var count = 0
        scene.root.forEach { node in
            if case .instances(let instances) = node.content { count += instances.instances.count } else { count += 1 }
        }
        guard count <= Limit.shapes.value else {
            var told = Limit.shapes.exceeded(count, "what the slide shows")
            told.file = file
            told.advice = (told.advice ?? "") + "; or write it as a picture: --charts picture"
            faults.append(told)
            return ""
        }
        if case .group(let group) = scene.root.content {
            inner = children(of: group, id: scene.root.id, in: Surroundings())
        } else {
            inner = shapes(scene.root, in: Surroundings())
        }
        let frame = placement.frame(Rectangle(x: 0, y: 0, width: scene.size.width, height: scene.size.height))
        return group(id: id, name: name, description: alternative, frame: frame, inner)
    }

    mutating func takeID() -> Int {
        defer { nextID += 1 }
        return nextID
    }

    mutating func shapes(_ node: Node, in surroundings: Surroundings) -> String {
        switch node.content {
        case .group(let group):
            let id = takeID()
            let inner = children(of: group, id: node.id, in: surroundings)
            if inner.isEmpty { return "" }
            return self.group(id: id, name: name(of: node), description: "", frame: placement.frame(node.bounds), inner)
        case .path(let path):
            link = click(on: node.facts)
            defer { link = "" }
            return shapes(path, node: node, in: surroundings)
        case .text(let text): return shape(text, node: node, in: surroundings)
        case .image(let image): return shape(image, node: node, in: surroundings)
        case .instances(let instances): return instances.nodes.reduce(into: "") { $0 += shapes($1, in: surroundings) }
        }
    }

    /// What stands in `p:cNvPr` of the shape that is written: where a click on it leads.
    var link = ""

    /// A jump to the slide that bears a fact out; empty where none does.
    mutating func click(on facts: [String]) -> String {
        let known = factSlides
        guard let slide = facts.compactMap({ known[$0] }).first else { return "" }
        linkedSlides.insert(slide)
        return "<a:hlinkClick r:id=\"\(SlidePart.relationship(toSlide: slide))\" action=\"ppaction://hlinksldjump\"/>"
    }

    func properties(id: Int, name: String, _ link: String) -> String {
        let head = "<p:cNvPr id=\"\(id)\" name=\"\(Markup.escaped(name))\""
        return link.isEmpty ? head + "/>" : head + ">\(link)</p:cNvPr>"
    }

    private mutating func children(of group: Group, id: String, in surroundings: Surroundings) -> String {
        var inner = surroundings
        inner.opacity *= max(0, min(1, group.opacity.isFinite ? group.opacity : 1))
        if group.opacity < 1, let (one, other) = group.children.firstOverlap {
            warn(
                "a group's opacity is laid on each of its parts: `\(one)` and `\(other)` show through each other on "
                    + "the slide",
                path: id)
        }
        if group.blend != .normal { warn("the blend \(group.blend.rawValue) has no counterpart on a slide", path: id) }
        if let clip = group.clip {
            if let convex = ConvexClip(clip) {
                inner.clips.append(convex)
            } else {
                warn("the clip is not convex; what it would hide is shown on the slide", path: id)
            }
        }
        var xml = ""
        for child in group.children { xml += shapes(child, in: inner) }
        return xml
    }

    /// - Parameter path: the node that is not drawn as the figure has it.
    mutating func warn(_ message: String, path: String) {
        warnings.append(Diagnostic(message, severity: .warning, file: file, path: path))
    }

    func name(of node: Node) -> String { node.id.isEmpty ? node.role.rawValue : node.id }

    func group(id: Int, name: String, description: String, frame: Frame, _ inner: String) -> String {
        var frame = frame
        // A group without width or height cannot be selected.
        frame.width = max(1, frame.width)
        frame.height = max(1, frame.height)
        let description = description.isEmpty ? "" : " descr=\"\(Markup.escaped(description))\""
        return "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"\(id)\" name=\"\(Markup.escaped(name))\"\(description)/>"
            + "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>\(frame.xml)"
            + "<a:chOff x=\"\(frame.x)\" y=\"\(frame.y)\"/><a:chExt cx=\"\(frame.width)\" cy=\"\(frame.height)\"/>"
            + "</a:xfrm></p:grpSpPr>\(inner)</p:grpSp>"
    }
}

extension [Node] {
    /// The ids of two nodes that are drawn over each other; nil where none are.
    fileprivate var firstOverlap: (String, String)? {
        let sorted = filter { $0.bounds.width > 0 && $0.bounds.height > 0 }.sorted { $0.bounds.minX < $1.bounds.minX }
        for (index, node) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                if other.bounds.minX >= node.bounds.maxX - 0.01 { break }
                // A hundredth of a unit is how far rounding reaches.
                if node.bounds.inset(by: 0.01).intersects(other.bounds.inset(by: 0.01)) { return (node.id, other.id) }
            }
        }
        return nil
    }
}
