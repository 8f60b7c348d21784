import Documents
import SceneGraph
import Typography

/// A scene as shapes: a fold over its nodes that writes `p:sp`, `p:pic` and `p:grpSp` in drawing order.
struct ShapeTree {
    /// What a group hands down: DrawingML's groups have neither opacity nor clip.
    private struct Surroundings {
        var opacity = 1.0
        var clips: [ConvexClip] = []
    }

    private let placement: FigurePlacement
    private let language: String
    private let measurer: any TextMeasuring
    /// What stands before the title's text, where the scene has one.
    private let titleSuffix: String
    private let file: String
    private let slideWidth: Int

    private(set) var nextID: Int
    /// The scene's title as the slide's title placeholder; nil where it has none.
    private(set) var title: String?
    private(set) var images: [[UInt8]] = []
    private(set) var faults: [Diagnostic] = []
    private(set) var warnings: [Diagnostic] = []
    /// In points on the slide; nil where nothing is written.
    private(set) var smallestType: Double?

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

    private mutating func takeID() -> Int {
        defer { nextID += 1 }
        return nextID
    }

    private mutating func shapes(_ node: Node, in surroundings: Surroundings) -> String {
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
    private var link = ""

    /// A jump to the slide that bears a fact out; empty where none does.
    private mutating func click(on facts: [String]) -> String {
        let known = factSlides
        guard let slide = facts.compactMap({ known[$0] }).first else { return "" }
        linkedSlides.insert(slide)
        return "<a:hlinkClick r:id=\"\(SlidePart.relationship(toSlide: slide))\" action=\"ppaction://hlinksldjump\"/>"
    }

    private func properties(id: Int, name: String, _ link: String) -> String {
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
    private mutating func warn(_ message: String, path: String) {
        warnings.append(Diagnostic(message, severity: .warning, file: file, path: path))
    }

    private func name(of node: Node) -> String { node.id.isEmpty ? node.role.rawValue : node.id }

    private func group(id: Int, name: String, description: String, frame: Frame, _ inner: String) -> String {
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

// MARK: Leaves

extension ShapeTree {
    private mutating func shapes(_ path: Path, node: Node, in surroundings: Surroundings) -> String {
        guard let box = path.data.bounds, [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite) else {
            return ""
        }
        let opacity = surroundings.opacity
        let fill = path.fill.flatMap { $0.isInvisible(opacity: opacity) ? nil : $0 }
        let stroke = path.stroke.flatMap { $0.width <= 0 || $0.paint.isInvisible(opacity: opacity) ? nil : $0 }
        guard fill != nil || stroke != nil else { return "" }
        let clips = surroundings.clips.filter { !$0.contains(box) }
        let cuts = stroke?.beginsWithinItsDashes ?? false
        if clips.isEmpty, !cuts {
            return shape(
                path.data, fill: fill, stroke: stroke, evenOdd: path.evenOdd, name: name(of: node), box: box,
                opacity: opacity)
        }
        // Cut, the area has edges that the line has not: they become two shapes.
        var result = ""
        let lines = path.data.flattened(tolerance: 0.05)
        if let fill {
            var outlines = lines
            for clip in clips { outlines = outlines.map(clip.area).filter { !$0.isEmpty } }
            let cut = PathData(outlines, closed: true)
            if let cutBox = cut.bounds {
                result += shape(
                    cut, fill: fill, stroke: nil, evenOdd: path.evenOdd, name: name(of: node), box: cutBox,
                    opacity: opacity)
            }
        }
        if let stroke {
            var (stroke, pieces) = (stroke, lines)
            if cuts {
                if let dashes = stroke.dashes(along: pieces) {
                    (pieces, stroke.dash) = (dashes, [])
                } else {
                    warn(
                        "the dashes begin part-way along one, and are too many to be cut; on the slide they begin "
                            + "with a whole one",
                        path: node.id)
                }
            }
            for clip in clips { pieces = pieces.flatMap(clip.pieces) }
            let cut = PathData(pieces, closed: false)
            if let cutBox = cut.bounds {
                result += shape(
                    cut, fill: nil, stroke: stroke, evenOdd: true, name: name(of: node), box: cutBox, opacity: opacity)
            }
        }
        return result
    }

    private mutating func shape(
        _ data: PathData, fill: Paint?, stroke: Stroke?, evenOdd: Bool, name: String, box: Rectangle, opacity: Double
    ) -> String {
        let frame = placement.frame(box)
        var xml =
            "<p:sp><p:nvSpPr>\(properties(id: takeID(), name: name, link))<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        xml += "<p:spPr><a:xfrm>\(frame.xml)</a:xfrm>"
        xml += data.drawing(in: frame, placement: placement, evenOdd: evenOdd)
        xml += fill?.drawing(in: box, opacity: opacity) ?? "<a:noFill/>"
        xml += stroke?.drawing(in: box, scale: placement.scale, opacity: opacity) ?? "<a:ln><a:noFill/></a:ln>"
        return xml + "</p:spPr></p:sp>"
    }

    private mutating func shape(_ text: Text, node: Node, in surroundings: Surroundings) -> String {
        guard text.lines.contains(where: { !$0.isEmpty }), text.origin.x.isFinite, text.origin.y.isFinite,
            text.font.size > 0, !text.fill.isInvisible(opacity: surroundings.opacity)
        else { return "" }
        let bounds = measurer.bounds(of: text)
        if surroundings.clips.contains(where: { !$0.bounds.intersects(bounds) }) { return "" }
        if surroundings.clips.contains(where: { !$0.contains(bounds) }) {
            warn(
                "the text `\(text.lines.joined(separator: " "))` is cut off in the figure and stands whole on the "
                    + "slide",
                path: node.id)
        }
        let isTitle = node.role == .title && title == nil
        var box = TextBox(
            text: text, opacity: surroundings.opacity, language: language, placement: placement, measurer: measurer)
        let whole = isTitle ? nil : text.isWholeFact
        let link = whole.map { click(on: [$0]) } ?? ""
        if whole == nil {
            for span in text.factSpans where box.links[span.fact] == nil {
                box.links[span.fact] = click(on: [span.fact])
            }
        }
        let points = text.font.size * placement.scale / 12_700
        smallestType = min(smallestType ?? points, points)
        let id = takeID()
        var xml = "<p:sp><p:nvSpPr>\(properties(id: id, name: name(of: node), link))"
        xml +=
            isTitle
            ? "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr>"
            : "<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>"
        xml +=
            "<p:spPr>\(box.transform(upTo: isTitle ? slideWidth : nil))<a:prstGeom "
            + "prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
        xml += box.body(suffix: isTitle ? titleSuffix : "") + "</p:sp>"
        guard isTitle else { return xml }
        // A placeholder cannot stand in a group: the slide takes it, before the figure.
        title = xml
        return ""
    }

    private mutating func shape(_ image: Image, node: Node, in surroundings: Surroundings) -> String {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard image.png.starts(with: signature) else {
            faults.append(Diagnostic("the image `\(name(of: node))` is no PNG", file: file))
            return ""
        }
        var (frame, crop) = (image.frame, "")
        guard frame.width > 0, frame.height > 0 else { return "" }
        for clip in surroundings.clips where !clip.contains(frame) {
            guard clip.isRectangle else {
                warn("the clip around an image is no rectangle; the image is shown whole", path: node.id)
                continue
            }
            let (left, top) = (max(frame.minX, clip.bounds.minX), max(frame.minY, clip.bounds.minY))
            let (right, bottom) = (min(frame.maxX, clip.bounds.maxX), min(frame.maxY, clip.bounds.maxY))
            guard left < right, top < bottom else { return "" }
            frame = Rectangle(x: left, y: top, width: right - left, height: bottom - top)
        }
        if frame != image.frame {
            func share(_ part: Double, _ whole: Double) -> Int { units(part / whole * 100_000) }
            let whole = image.frame
            crop =
                "<a:srcRect l=\"\(share(frame.minX - whole.minX, whole.width))\" "
                + "t=\"\(share(frame.minY - whole.minY, whole.height))\" "
                + "r=\"\(share(whole.maxX - frame.maxX, whole.width))\" "
                + "b=\"\(share(whole.maxY - frame.maxY, whole.height))\"/>"
        }
        let position = images.firstIndex(of: image.png) ?? images.count
        if position == images.count { images.append(image.png) }
        let alpha = surroundings.opacity < 1 ? "<a:alphaModFix amt=\"\(units(surroundings.opacity * 100_000))\"/>" : ""
        // The layout is the slide's first relationship.
        return
            "<p:pic><p:nvPicPr><p:cNvPr id=\"\(takeID())\" "
            + "name=\"\(Markup.escaped(name(of: node)))\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>"
            + "<p:blipFill><a:blip "
            + "r:embed=\"rId\(position + 2)\">\(alpha)</a:blip>\(crop)<a:stretch><a:fillRect/></a:stretch>"
            + "</p:blipFill>"
            + "<p:spPr><a:xfrm>\(placement.frame(frame).xml)</a:xfrm><a:prstGeom "
            + "prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
    }
}
