import SceneGraph

/// A view laid out at the origin: what is drawn, and what it needs around it.
struct Picture {
    var nodes: [Node] = []
    /// What layout keeps free: the view's own rectangle, its marks, axes, legends and titles.
    var bounds: Rectangle
    /// The view's own rectangle.
    var size: Size

    static let empty = Picture(bounds: .zero, size: Size(0, 0))

    func translated(by offset: Point) -> Picture {
        Picture(nodes: nodes.map { $0.translated(by: offset) }, bounds: bounds.translated(by: offset), size: size)
    }

    /// Adds what a box is kept free for.
    mutating func add(_ node: Node?, _ box: Rectangle) {
        if let node { nodes.append(node) }
        bounds = bounds.union(box)
    }
}

/// Which of a cell's axes are drawn in it; the others stand once beside the whole grid.
struct AxisPlan {
    var sharedX = false
    var sharedY = false
    static let own = AxisPlan()

    func isShared(_ axis: AxisGuide) -> Bool { axis.isX ? sharedX : sharedY }
}

extension Picture {
    /// The same so many times as large, about the origin.
    func scaled(by factor: Double) -> Picture {
        var result = self
        result.nodes = nodes.map { $0.scaled(by: factor) }
        result.bounds = Rectangle(
            x: bounds.x * factor, y: bounds.y * factor, width: bounds.width * factor, height: bounds.height * factor)
        result.size = Size(size.width * factor, size.height * factor)
        return result
    }
}
