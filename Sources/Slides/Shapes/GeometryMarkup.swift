import SceneGraph

extension PathData {
    /// The outline as a shape's geometry: `rect` where it is an upright rectangle, so that it can be resized as one;
    /// a freeform otherwise (ECMA-376 part 1, 20.1.9.8).
    ///
    /// - Parameter frame: the shape's own box on the slide; freeform coordinates count from its corner.
    func drawing(in frame: Frame, placement: FigurePlacement, evenOdd: Bool) -> String {
        if isUprightRectangle { return "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>" }
        var xml =
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>"
        for outline in evenOdd ? [self] : nonZeroOutlines {
            xml += "<a:path w=\"\(max(0, frame.width))\" h=\"\(max(0, frame.height))\">"
            outline.appendCommands(to: &xml, frame: frame, placement: placement)
            xml += "</a:path>"
        }
        return xml + "</a:pathLst></a:custGeom>"
    }

    private func appendCommands(to xml: inout String, frame: Frame, placement: FigurePlacement) {
        func point(_ point: Point) -> String {
            "<a:pt x=\"\(placement.x(point.x) - frame.x)\" y=\"\(placement.y(point.y) - frame.y)\"/>"
        }
        var open = false
        var start = Point.zero
        forEach { element in
            switch element {
            case .move(let to):
                xml += "<a:moveTo>\(point(to))</a:moveTo>"
                (open, start) = (true, to)
            case .line(let to):
                // SVG goes on from the start of a closed outline; DrawingML wants it said.
                if !open { xml += "<a:moveTo>\(point(start))</a:moveTo>" }
                xml += "<a:lnTo>\(point(to))</a:lnTo>"
                open = true
            case .cubic(let control1, let control2, let to):
                if !open { xml += "<a:moveTo>\(point(start))</a:moveTo>" }
                xml += "<a:cubicBezTo>\(point(control1))\(point(control2))\(point(to))</a:cubicBezTo>"
                open = true
            case .close:
                if open { xml += "<a:close/>" }
                open = false
            }
        }
    }

    /// Four or five points, two corners apart in each step, closed or back at the start.
    var isUprightRectangle: Bool {
        let lines = verbs.dropFirst()
        guard verbs.first == .move, lines.contains(.close) || coordinates.count == 10,
            lines.allSatisfy({ $0 == .line || $0 == .close }), lines.dropLast().allSatisfy({ $0 == .line }),
            coordinates.count == 8 || coordinates.count == 10
        else { return false }
        let c = coordinates
        if c.count == 10, c[8] != c[0] || c[9] != c[1] { return false }
        let across = c[1] == c[3] && c[2] == c[4] && c[5] == c[7] && c[6] == c[0]
        let down = c[0] == c[2] && c[3] == c[5] && c[4] == c[6] && c[7] == c[1]
        return (across || down) && c[0] != c[4] && c[1] != c[5]
    }

    /// The separate outlines, each with its moves.
    var outlines: [PathData] {
        var result: [PathData] = []
        var current = PathData()
        forEach { element in
            switch element {
            case .move(let to):
                if current.verbs.count > 1 { result.append(current) }
                current = PathData()
                current.move(to: to)
            case .line(let to): current.line(to: to)
            case .cubic(let control1, let control2, let to): current.cubic(control1, control2, to: to)
            case .close: current.close()
            }
        }
        if current.verbs.count > 1 { result.append(current) }
        return result
    }

    /// Twice the area inside, by the points alone; positive where they run clockwise on the page.
    var doubledArea: Double {
        var sum = 0.0
        let count = coordinates.count / 2
        guard count > 2 else { return 0 }
        for index in 0..<count {
            let next = (index + 1) % count
            sum +=
                coordinates[2 * index] * coordinates[2 * next + 1] - coordinates[2 * next] * coordinates[2 * index + 1]
        }
        return sum
    }

    /// DrawingML fills by the even-odd rule. What the non-zero rule fills is the same unless outlines that run the
    /// same way overlap; those become paths of their own, each with the holes that begin inside it.
    private var nonZeroOutlines: [PathData] {
        let parts = outlines
        guard parts.count > 1 else { return [self] }
        let areas = parts.map(\.doubledArea)
        let clockwise = areas.max { abs($0) < abs($1) }.map { $0 >= 0 } ?? true
        let outer = parts.indices.filter { (areas[$0] >= 0) == clockwise }
        guard outer.count > 1, boxesOverlap(outer.compactMap { parts[$0].bounds }) else { return [self] }
        var result = outer.map { (outline: parts[$0], box: parts[$0].bounds ?? .zero, size: abs(areas[$0])) }
        for index in parts.indices where (areas[index] >= 0) != clockwise {
            guard parts[index].coordinates.count > 1 else { continue }
            let first = Point(parts[index].coordinates[0], parts[index].coordinates[1])
            let home = result.indices.filter { result[$0].box.contains(first) }.min {
                result[$0].size < result[$1].size
            }
            result[home ?? 0].outline.append(parts[index])
        }
        return result.map(\.outline)
    }

    private func boxesOverlap(_ boxes: [Rectangle]) -> Bool {
        let sorted = boxes.sorted { $0.minX < $1.minX }
        for (index, box) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                if other.minX >= box.maxX { break }
                if box.intersects(other) { return true }
            }
        }
        return false
    }
}
