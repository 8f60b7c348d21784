import SceneGraph

/// What a scene shows at a place below a node: its filled shapes in drawing order.
struct Backdrop {
    struct Item {
        var bounds: Rectangle
        var order: Int
        /// Nil for a picture of pixels, whose colours nobody knows.
        var fill: Color?
        var outline: PathData
        var evenOdd: Bool
        var clip: PathData?
        /// Rectangles need no look at their outline.
        var isRectangle: Bool
    }

    private(set) var items: [Item] = []
    let paper: Color

    init(paper: Color) { self.paper = paper }

    mutating func add(_ path: Path, bounds: Rectangle, order: Int, opacity: Double, clip: PathData?) {
        guard let paint = path.fill, let fill = paint.middle?.opacity(opacity), fill.alpha > 0.02 else { return }
        items.append(
            Item(
                bounds: path.data.bounds ?? bounds, order: order, fill: fill, outline: path.data,
                evenOdd: path.evenOdd, clip: clip, isRectangle: path.data.isRectangle))
    }

    mutating func add(_ image: Image, order: Int) {
        items.append(
            Item(
                bounds: image.frame, order: order, fill: nil, outline: PathData(), evenOdd: false, clip: nil,
                isRectangle: true))
    }

    /// Whether something that is drawn after a node hides what the node shows at a place.
    func covers(_ point: Point, above order: Int) -> Bool {
        items.contains { item in
            item.order > order && item.bounds.contains(point) && (item.fill?.alpha ?? 1) > 0.5
                && (item.isRectangle || item.outline.contains(point, evenOdd: item.evenOdd))
                && (item.clip?.contains(point) ?? true)
        }
    }

    /// The colour that is seen at a place before a node is drawn there; nil over a picture of pixels.
    func color(at point: Point, below order: Int) -> Color? {
        var seen = paper
        var isKnown = true
        for item in items where item.order < order && item.bounds.contains(point) {
            guard item.isRectangle || item.outline.contains(point, evenOdd: item.evenOdd) else { continue }
            if let clip = item.clip, !clip.contains(point) { continue }
            guard let fill = item.fill else {
                isKnown = false
                continue
            }
            if fill.alpha >= 0.99 { isKnown = true }
            seen = fill.over(seen)
        }
        return isKnown ? seen : nil
    }
}

extension Paint {
    /// The colour of a paint, or of a gradient's middle.
    var middle: Color? {
        switch self {
        case .color(let color): color
        case .linearGradient(_, _, let stops), .radialGradient(_, _, _, _, let stops):
            stops.isEmpty ? nil : stops[stops.count / 2].color
        }
    }
}

extension Color {
    /// Laid over an opaque colour.
    func over(_ below: Color) -> Color {
        Color(
            red: red * alpha + below.red * (1 - alpha), green: green * alpha + below.green * (1 - alpha),
            blue: blue * alpha + below.blue * (1 - alpha))
    }
}

extension PathData {
    /// Four straight sides along the axes.
    fileprivate var isRectangle: Bool {
        guard verbs.count == 5 || verbs.count == 6, !verbs.contains(.cubic), coordinates.count >= 8 else {
            return false
        }
        let c = coordinates
        return c[0] == c[6] && c[1] == c[3] && c[2] == c[4] && c[5] == c[7]
            || c[1] == c[7] && c[0] == c[2] && c[3] == c[5] && c[4] == c[6]
    }
}
