import SceneGraph

/// Gathers very many marks of few looks as instances, in drawing order.
struct InstanceBuilder {
    private let style: MarkStyle
    private let nodes: MarkNodes
    private var appearances: [Instances.Appearance] = []
    /// What was made of each look; nil where neither fill nor stroke is seen.
    private var known: [Look: Int?] = [:]
    private var last: (look: Look, appearance: Int?)?
    private var instances: [Instances.Instance] = []

    /// Nil where each mark is a node of its own: few of them, or ones that are painted by where they stand.
    init?(_ encoder: MarkEncoder, style: MarkStyle, nodes: MarkNodes) {
        guard nodes.areAlike, style.gradients.fill == nil, style.gradients.stroke == nil, style.blend == .normal else {
            return nil
        }
        self.style = style
        self.nodes = nodes
        instances.reserveCapacity(encoder.count)
    }

    /// Adds the mark of a number.
    mutating func add(_ index: Int, at place: Point, outline: Int) {
        let look = Look(style, index, outline: outline)
        let appearance: Int?
        if let last, last.look == look {
            appearance = last.appearance
        } else if let made = known[look] {
            appearance = made
        } else {
            appearance = self.appearance(of: index, outline: outline)
            known[look] = .some(appearance)
        }
        last = (look, appearance)
        if let appearance { instances.append(Instances.Instance(place: place, appearance: appearance, number: index)) }
    }

    private mutating func appearance(of index: Int, outline: Int) -> Int? {
        var fill: Color?
        if case .color(let color) = style.fillPaint(index, box: .zero) { fill = color }
        let stroke = style.strokeStyle(index)
        if fill == nil, stroke == nil { return nil }
        appearances.append(Instances.Appearance(outline: outline, fill: fill, stroke: stroke))
        return appearances.count - 1
    }

    /// All that was added, as one node.
    func nodes(_ outlines: [PathData]) -> [Node] {
        nodes.instances(instances, outlines: outlines, appearances: appearances).map { [$0] } ?? []
    }

    /// What tells the look of one mark from another's.
    private struct Look: Hashable {
        var outline: Int
        var fill: Color?
        var stroke: Color?
        var opacity: Double
        var fillOpacity: Double
        var strokeOpacity: Double
        var width: Double
        var dash: [Double]

        init(_ style: MarkStyle, _ index: Int, outline: Int) {
            self.outline = outline
            fill = style.fill[index]
            stroke = style.stroke[index]
            opacity = style.opacity[index]
            fillOpacity = style.fillOpacity[index]
            strokeOpacity = style.strokeOpacity[index]
            width = style.strokeWidth[index]
            dash = style.dash[index]
        }

        /// What mostly differs; it is asked for each mark.
        func hash(into hasher: inout Hasher) {
            let color = stroke ?? fill ?? .clear
            var bits = UInt64(truncatingIfNeeded: outline) &* 0x9E37_79B9_7F4A_7C15
            bits = (bits ^ color.red.bitPattern) &* 0xD6E8_FEB8_6659_FD93
            bits = (bits ^ color.green.bitPattern) &* 0xD6E8_FEB8_6659_FD93
            bits = (bits ^ color.blue.bitPattern) &* 0xD6E8_FEB8_6659_FD93
            hasher.combine(bits ^ opacity.bitPattern ^ width.bitPattern)
        }
    }
}
