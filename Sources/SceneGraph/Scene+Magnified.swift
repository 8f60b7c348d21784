extension Scene {
    /// The same picture, `factor` times as large: outlines, strokes, dashes and type.
    public func magnified(by factor: Double) -> Scene {
        if factor == 1 { return self }
        var scene = self
        scene.size = Size(size.width * factor, size.height * factor)
        scene.root = root.magnified(by: factor)
        return scene
    }

    /// The size of the smallest text, in figure units; nil where there is none.
    public var smallestType: Double? {
        var smallest: Double?
        root.forEach { node in
            guard case .text(let text) = node.content, text.lines.contains(where: { !$0.isEmpty }) else { return }
            smallest = min(smallest ?? text.font.size, text.font.size)
        }
        return smallest
    }
}

extension Node {
    fileprivate func magnified(by factor: Double) -> Node {
        var node = self
        node.bounds = bounds.magnified(by: factor)
        switch content {
        case .group(var group):
            group.children = group.children.map { $0.magnified(by: factor) }
            group.clip = group.clip?.map { $0.magnified(by: factor) }
            node.content = .group(group)
        case .path(var path):
            path.data = path.data.map { $0.magnified(by: factor) }
            path.fill = path.fill?.magnified(by: factor)
            path.stroke = path.stroke?.magnified(by: factor)
            node.content = .path(path)
        case .text(var text):
            text.origin = text.origin.magnified(by: factor)
            text.course = text.course.map { $0.magnified(by: factor) }
            text.font.size *= factor
            text.font.letterSpacing *= factor
            text.lineHeight *= factor
            text.fill = text.fill.magnified(by: factor)
            text.halo = text.halo?.magnified(by: factor)
            node.content = .text(text)
        case .image(var image):
            image.frame = image.frame.magnified(by: factor)
            node.content = .image(image)
        case .instances(var instances):
            instances.outlines = instances.outlines.map { $0.map { $0.magnified(by: factor) } }
            for index in instances.appearances.indices {
                instances.appearances[index].stroke = instances.appearances[index].stroke?.magnified(by: factor)
            }
            for index in instances.instances.indices {
                instances.instances[index].place = instances.instances[index].place.magnified(by: factor)
            }
            node.content = .instances(instances)
        }
        return node
    }
}

extension Stroke {
    fileprivate func magnified(by factor: Double) -> Stroke {
        var stroke = self
        stroke.paint = paint.magnified(by: factor)
        stroke.width *= factor
        stroke.dash = dash.map { $0 * factor }
        stroke.dashOffset *= factor
        return stroke
    }
}

extension Paint {
    fileprivate func magnified(by factor: Double) -> Paint {
        switch self {
        case .color: self
        case .linearGradient(let from, let to, let stops):
            .linearGradient(from: from.magnified(by: factor), to: to.magnified(by: factor), stops: stops)
        case .radialGradient(let center, let radius, let focus, let focusRadius, let stops):
            .radialGradient(
                center: center.magnified(by: factor), radius: radius * factor, focus: focus.magnified(by: factor),
                focusRadius: focusRadius * factor, stops: stops)
        }
    }
}

extension Rectangle {
    fileprivate func magnified(by factor: Double) -> Rectangle {
        Rectangle(x: x * factor, y: y * factor, width: width * factor, height: height * factor)
    }
}

extension Point {
    fileprivate func magnified(by factor: Double) -> Point { Point(x * factor, y * factor) }
}
