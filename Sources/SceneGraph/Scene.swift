/// A resolved picture: what every exporter folds over.
public struct Scene: Sendable, Hashable {
    /// In figure units (CSS pixels, 1/96 inch).
    public var size: Size
    public var root: Node
    /// What a reader who cannot see the picture is told.
    public var alternative: String
    /// Behind everything; nil for a transparent picture.
    public var background: Color?

    public init(size: Size, root: Node, alternative: String = "", background: Color? = .white) {
        self.size = size
        self.root = root
        self.alternative = alternative
        self.background = background
    }
}

extension Node {
    /// The children of a group; empty for everything else.
    public var children: [Node] {
        if case .group(let group) = content { group.children } else { [] }
    }

    /// The node and everything in it, in drawing order. Instances are visited as the one node that holds them.
    public func forEach(_ body: (Node) -> Void) {
        body(self)
        if case .group(let group) = content {
            for child in group.children { child.forEach(body) }
        }
    }

    /// The same, moved.
    public func translated(by offset: Point) -> Node {
        if offset == .zero { return self }
        var node = self
        node.bounds = bounds.translated(by: offset)
        switch content {
        case .group(var group):
            group.children = group.children.map { $0.translated(by: offset) }
            group.clip = group.clip?.translated(by: offset)
            node.content = .group(group)
        case .path(var path):
            path.data = path.data.translated(by: offset)
            path.fill = path.fill?.translated(by: offset)
            if var stroke = path.stroke {
                stroke.paint = stroke.paint.translated(by: offset)
                path.stroke = stroke
            }
            node.content = .path(path)
        case .text(var text):
            text.origin = text.origin.translated(by: offset)
            text.fill = text.fill.translated(by: offset)
            node.content = .text(text)
        case .image(var image):
            image.frame = image.frame.translated(by: offset)
            node.content = .image(image)
        case .instances(let instances): node.content = .instances(instances.translated(by: offset))
        }
        return node
    }
}

extension Paint {
    public func translated(by offset: Point) -> Paint {
        switch self {
        case .color: self
        case .linearGradient(let from, let to, let stops):
            .linearGradient(from: from.translated(by: offset), to: to.translated(by: offset), stops: stops)
        case .radialGradient(let center, let radius, let focus, let focusRadius, let stops):
            .radialGradient(
                center: center.translated(by: offset), radius: radius, focus: focus.translated(by: offset),
                focusRadius: focusRadius, stops: stops)
        }
    }
}
