import Tables
import Documents
import SceneGraph

/// How a mark's items are painted.
struct MarkStyle {
    let fill: PerRow<Color?>
    let stroke: PerRow<Color?>
    let opacity: PerRow<Double>
    let fillOpacity: PerRow<Double>
    let strokeOpacity: PerRow<Double>
    let strokeWidth: PerRow<Double>
    let dash: PerRow<[Double]>
    let dashOffset: Double
    let cap, dashedCap: Stroke.Cap
    let join: Stroke.Join
    let miterLimit: Double
    /// Gradients that the mark's definition gives for its fill and its stroke.
    let gradients: (fill: DataValue?, stroke: DataValue?)
    let blend: Blend

    static let standardColor = Color(hex: 0x4C78A8)

    /// - Parameter isFilled: whether the mark is filled where the document does not say; as the mark is, if nil.
    init(_ encoder: MarkEncoder, isFilled: Bool? = nil) {
        let mark = encoder.unit.mark
        let properties = encoder.properties
        let filled = properties.boolean(.filled) ?? isFilled ?? mark.isFilled
        let standard: Color = mark.color
        let noFill: Color? = nil
        fill = encoder.color(.fill, isMain: filled, standard: filled ? standard : noFill)
        stroke = encoder.color(.stroke, isMain: !filled, standard: filled ? nil : standard)
        // Who sets the fill's own opacity has the whole mark opaque otherwise.
        let isPlain = properties.number(.fillOpacity) == nil
        opacity = encoder.number(
            .opacity, standard: isPlain ? mark.opacity(isAggregated: encoder.unit.isAggregated) : 1)
        fillOpacity = encoder.number(.fillOpacity, standard: 1)
        strokeOpacity = encoder.number(.strokeOpacity, standard: 1)
        let width = mark.strokeWidth
        let usesSize = mark.size == .strokeWidth
        if usesSize, encoder.definition(.strokeWidth) == nil, encoder.definition(.size) != nil {
            strokeWidth = encoder.number(.size, standard: properties.number(.strokeWidth) ?? width)
        } else {
            strokeWidth = encoder.number(
                .strokeWidth, standard: (usesSize ? properties.number(.size) : nil) ?? width)
        }
        let standardDash = properties.numbers(.strokeDash) ?? []
        dash = encoder.encoded(.strokeDash, standard: standardDash) { scale, value, _ in
            let node = scale.map { $0.output(of: value) ?? .null } ?? value
            return node.array?.compactMap(\.number)
        }
        dashOffset = properties.number(.strokeDashOffset) ?? 0
        cap = properties.string(.strokeCap).flatMap(Stroke.Cap.init) ?? .butt
        // Round caps close the gaps of dashes.
        dashedCap = encoder.config.isEditorial ? .butt : cap
        join = properties.string(.strokeJoin).flatMap(Stroke.Join.init) ?? .miter
        miterLimit = properties.number(.strokeMiterLimit) ?? 10
        gradients = (encoder.gradient(.fill, isMain: filled), encoder.gradient(.stroke, isMain: !filled))
        blend = properties.string(.blend).flatMap(Blend.init) ?? .normal
    }

    func fillPaint(_ index: Int, box: Rectangle) -> Paint? {
        let factor = max(0, min(1, opacity[index] * fillOpacity[index]))
        if let gradient = gradients.fill { return Gradients.paint(gradient, box: box, opacity: factor) }
        guard let color = fill[index], factor > 0, color.alpha > 0 else { return nil }
        return .color(factor < 1 ? color.opacity(factor) : color)
    }

    func strokeStyle(_ index: Int, box: Rectangle = .zero) -> Stroke? {
        let factor = max(0, min(1, opacity[index] * strokeOpacity[index]))
        let width = strokeWidth[index]
        let paint: Paint
        if let gradient = gradients.stroke {
            // A gradient across a line without width or height has nothing to be painted over.
            guard box == .zero || box.width > 0 && box.height > 0 else { return nil }
            guard let found = Gradients.paint(gradient, box: box, opacity: factor) else { return nil }
            paint = found
        } else {
            guard let color = stroke[index], color.alpha > 0 else { return nil }
            paint = .color(factor < 1 ? color.opacity(factor) : color)
        }
        guard factor > 0, width > 0 else { return nil }
        // [1, 0] is a whole line.
        var dash = dash[index].filter { $0.isFinite && $0 >= 0 }
        if dash.reduce(0, +) <= 0 || dash == [1, 0] { dash = [] }
        return Stroke(
            paint, width: width, dash: dash, dashOffset: dashOffset,
            cap: dash.isEmpty ? cap : dashedCap, join: join, miterLimit: miterLimit)
    }

    /// The item as a node; nothing where neither fill nor stroke is seen.
    func node(
        id: String, role: Role, _ path: PathData, box: Rectangle, index: Int, nodes: MarkNodes,
        evenOdd: Bool = false, canFill: Bool = true
    ) -> [Node] {
        let fill = canFill ? fillPaint(index, box: box) : nil
        let stroke = strokeStyle(index, box: box)
        if fill == nil && stroke == nil { return [] }
        let node = Node.path(
            id: id, role: role, path, fill: fill, stroke: stroke, facts: nodes.facts(index), datum: nodes.datum(index),
            evenOdd: evenOdd)
        if blend != .normal { return [.group(id: id + "/blend", role: "blend", blend: blend, [node])] }
        return [node]
    }
}

/// Gradients of a document: coordinates are shares of the item's box.
enum Gradients {
    static func paint(_ node: DataValue, box: Rectangle, opacity: Double) -> Paint? {
        let stops = (node["stops"]?.array ?? []).compactMap { stop -> GradientStop? in
            guard let offset = stop["offset"]?.number, let color = stop["color"]?.string.flatMap({ Color(css: $0) })
            else { return nil }
            return GradientStop(offset: max(0, min(1, offset)), color: color.opacity(opacity))
        }
        guard !stops.isEmpty else { return nil }
        func x(_ name: String, _ standard: Double) -> Double { box.minX + (node[name]?.number ?? standard) * box.width }
        func y(_ name: String, _ standard: Double) -> Double {
            box.minY + (node[name]?.number ?? standard) * box.height
        }
        if node["gradient"]?.string == "radial" {
            let side = max(box.width, box.height)
            return .radialGradient(
                center: Point(x("x2", 0.5), y("y2", 0.5)), radius: (node["r2"]?.number ?? 0.5) * side,
                focus: Point(x("x1", 0.5), y("y1", 0.5)), focusRadius: (node["r1"]?.number ?? 0) * side, stops: stops)
        }
        return .linearGradient(from: Point(x("x1", 0), y("y1", 0)), to: Point(x("x2", 1), y("y2", 0)), stops: stops)
    }
}
