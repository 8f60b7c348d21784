extension Node {
    /// The same picture so many times as large, about the origin: lines, type and gaps grow alike.
    public func scaled(by factor: Double) -> Node {
        if factor == 1 { return self }
        var node = self
        node.bounds = bounds.scaled(by: factor)
        switch content {
        case .group(var group):
            group.children = group.children.map { $0.scaled(by: factor) }
            group.clip = group.clip?.map { $0.scaled(by: factor) }
            node.content = .group(group)
        case .path(var path):
            path.data = path.data.map { $0.scaled(by: factor) }
            path.fill = path.fill?.scaled(by: factor)
            path.stroke = path.stroke?.scaled(by: factor)
            node.content = .path(path)
        case .text(var text):
            text.origin = text.origin.scaled(by: factor)
            text.course = text.course.map { $0.scaled(by: factor) }
            text.font.size *= factor
            text.font.letterSpacing *= factor
            text.lineHeight *= factor
            text.wordSpacing *= factor
            text.fill = text.fill.scaled(by: factor)
            text.halo = text.halo?.scaled(by: factor)
            node.content = .text(text)
        case .image(var image):
            image.frame = image.frame.scaled(by: factor)
            node.content = .image(image)
        case .instances(var instances):
            instances.outlines = instances.outlines.map { $0.map { $0.scaled(by: factor) } }
            for index in instances.appearances.indices {
                instances.appearances[index].stroke = instances.appearances[index].stroke?.scaled(by: factor)
            }
            for index in instances.instances.indices {
                instances.instances[index].place = instances.instances[index].place.scaled(by: factor)
            }
            node.content = .instances(instances)
        }
        return node
    }
}

extension Scene {
    /// The same picture so many times as large.
    public func scaled(by factor: Double) -> Scene {
        if factor == 1 { return self }
        var scene = self
        scene.size = Size(size.width * factor, size.height * factor)
        scene.root = root.scaled(by: factor)
        return scene
    }
}

extension Point {
    public func scaled(by factor: Double) -> Point { Point(x * factor, y * factor) }
}

extension Rectangle {
    public func scaled(by factor: Double) -> Rectangle {
        Rectangle(x: x * factor, y: y * factor, width: width * factor, height: height * factor)
    }
}

extension Stroke {
    func scaled(by factor: Double) -> Stroke {
        var stroke = self
        stroke.paint = paint.scaled(by: factor)
        stroke.width *= factor
        stroke.dash = dash.map { $0 * factor }
        stroke.dashOffset *= factor
        return stroke
    }
}

extension Paint {
    func scaled(by factor: Double) -> Paint {
        switch self {
        case .color: self
        case .linearGradient(let from, let to, let stops):
            .linearGradient(from: from.scaled(by: factor), to: to.scaled(by: factor), stops: stops)
        case .radialGradient(let center, let radius, let focus, let focusRadius, let stops):
            .radialGradient(
                center: center.scaled(by: factor), radius: radius * factor, focus: focus.scaled(by: factor),
                focusRadius: focusRadius * factor, stops: stops)
        }
    }
}
