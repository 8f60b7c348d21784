import SceneGraph

/// Moves texts of marks that would lie on one another, and leaves out what finds no place: labels of points and bars in
/// our own look. Earlier rows stand where the document puts them.
struct TextPlacement {
    /// What was left out, as it reads.
    private(set) var dropped: [String] = []
    private var placed: [Rectangle] = []

    /// Rows beyond this are left as they are: nobody reads so many labels.
    private static let most = 2000

    /// - Parameter nodes: groups of marks, in drawing order.
    mutating func arrange(_ nodes: [Node]) -> [Node] {
        var count = 0
        for node in nodes { node.forEach { if $0.isMarkText { count += 1 } } }
        guard count > 1, count <= Self.most else { return nodes }
        return nodes.compactMap { arranged($0) }
    }

    private mutating func arranged(_ node: Node) -> Node? {
        if case .group(var group) = node.content {
            guard group.children.contains(where: \.isMarkText) else { return node }
            var result = node
            group.children = group.children.compactMap { arranged($0) }
            result.content = .group(group)
            return result
        }
        guard node.isMarkText, case .text(let text) = node.content, text.angle == 0 else { return node }
        for shift in Self.shifts(of: node.bounds, text) {
            let box = node.bounds.translated(by: shift).inset(by: 1)
            if !placed.contains(where: { $0.intersects(box) }) {
                placed.append(box)
                return node.translated(by: shift)
            }
        }
        dropped.append(text.lines.joined(separator: " "))
        return nil
    }

    /// Where a label may stand instead: above, below, and on the other side of what it names.
    private static func shifts(of box: Rectangle, _ text: Text) -> [Point] {
        let line = text.font.size * 0.75
        let across: Double =
            switch text.anchor {
            case .start: -(box.width + text.font.size * 1.4)
            case .middle: 0
            case .end: box.width + text.font.size * 1.4
            }
        var shifts: [Point] = [.zero, Point(0, -line), Point(0, line)]
        if across != 0 { shifts += [Point(across, 0), Point(across, -line), Point(across, line)] }
        return shifts
    }
}

extension Node {
    fileprivate var isMarkText: Bool {
        guard role == "mark-text", case .text(let text) = content else { return false }
        return text.lines.contains { !$0.isEmpty }
    }
}
