import SceneGraph

extension Stroke {
    /// `a:ln` (ECMA-376 part 1, 20.1.2.2.24). A dash offset has no word there and is left out.
    func drawing(in box: Rectangle, scale: Double, opacity: Double) -> String {
        if width <= 0 || paint.isInvisible(opacity: opacity) { return "<a:ln><a:noFill/></a:ln>" }
        let width = max(1, min(20_116_800, units(width * scale)))
        let cap =
            switch cap {
            case .butt: "flat"
            case .round: "rnd"
            case .square: "sq"
            }
        var xml = "<a:ln w=\"\(width)\" cap=\"\(cap)\">\(paint.drawing(in: box, opacity: opacity))\(dashes)"
        switch join {
        case .round: xml += "<a:round/>"
        case .bevel: xml += "<a:bevel/>"
        case .miter: xml += "<a:miter lim=\"\(units(max(1, miterLimit) * 100_000))\"/>"
        }
        return xml + "</a:ln>"
    }

    /// Dash and gap in thousandths of a per cent of the line's width (20.1.8.22).
    private var dashes: String {
        let lengths = dash.count % 2 == 0 ? dash : dash + dash
        guard lengths.allSatisfy({ $0.isFinite && $0 >= 0 }), lengths.contains(where: { $0 > 0 }), width > 0 else {
            return "<a:prstDash val=\"solid\"/>"
        }
        var xml = "<a:custDash>"
        for start in stride(from: 0, to: lengths.count - 1, by: 2) {
            xml +=
                "<a:ds d=\"\(units(lengths[start] / width * 100_000))\" "
                + "sp=\"\(units(lengths[start + 1] / width * 100_000))\"/>"
        }
        return xml + "</a:custDash>"
    }
}
