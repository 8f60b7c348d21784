import SceneGraph

/// The corner radii of a bar; those at its end follow the direction it grows in.
struct CornerRadii {
    private var topLeft = 0.0
    private var topRight = 0.0
    private var bottomRight = 0.0
    private var bottomLeft = 0.0
    private let end: Double
    private let orientation: Orientation?

    init(_ encoder: MarkEncoder) {
        let all = encoder.properties.number("cornerRadius") ?? 0
        topLeft = encoder.properties.number("cornerRadiusTopLeft") ?? all
        topRight = encoder.properties.number("cornerRadiusTopRight") ?? all
        bottomRight = encoder.properties.number("cornerRadiusBottomRight") ?? all
        bottomLeft = encoder.properties.number("cornerRadiusBottomLeft") ?? all
        end = encoder.properties.number("cornerRadiusEnd") ?? 0
        orientation = encoder.unit.orientation
    }

    func path(_ box: Rectangle, isReversed: Bool) -> PathData {
        var (a, b, c, d) = (topLeft, topRight, bottomRight, bottomLeft)
        if end > 0 {
            switch (orientation, isReversed) {
            case (.horizontal, false): (b, c) = (end, end)
            case (.horizontal, true): (a, d) = (end, end)
            case (_, false): (a, b) = (end, end)
            case (_, true): (c, d) = (end, end)
            }
        }
        if a == 0, b == 0, c == 0, d == 0 { return .rectangle(box) }
        return .rectangle(box, topLeft: a, topRight: b, bottomRight: c, bottomLeft: d)
    }
}
