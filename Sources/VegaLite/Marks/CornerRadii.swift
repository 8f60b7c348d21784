import SceneGraph
import Tables

/// The corner radii of a rectangle.
struct CornerRadii {
    private var topLeft: Double
    private var topRight: Double
    private var bottomRight: Double
    private var bottomLeft: Double

    init(_ encoder: MarkEncoder) {
        let properties = encoder.properties
        var (all, ends) = (properties.number(.cornerRadius) ?? 0, Double?.none)
        if encoder.unit.mark is BarMark, let end = properties.number(.cornerRadiusEnd) {
            // A bar that spans from one value to another has two ends.
            let spans = encoder.unit.orientation == .horizontal ? Channel.x2 : .y2
            if encoder.definition(spans) != nil { all = end } else { ends = end }
        }
        let isHorizontal = encoder.unit.orientation == .horizontal
        func radius(_ name: String, isEnd: Bool) -> Double {
            (isEnd ? ends : nil) ?? properties.number(name) ?? all
        }
        topLeft = radius("cornerRadiusTopLeft", isEnd: !isHorizontal)
        topRight = radius("cornerRadiusTopRight", isEnd: true)
        bottomRight = radius("cornerRadiusBottomRight", isEnd: isHorizontal)
        bottomLeft = radius("cornerRadiusBottomLeft", isEnd: false)
    }

    var areSquare: Bool { topLeft <= 0 && topRight <= 0 && bottomRight <= 0 && bottomLeft <= 0 }

    func path(_ box: Rectangle) -> PathData {
        if areSquare { return .rectangle(box) }
        return .rectangle(
            box, topLeft: topLeft, topRight: topRight, bottomRight: bottomRight, bottomLeft: bottomLeft)
    }
}

/// The boxes of whole stacks of bars.
struct StackOutlines {
    private var keys: [[DataValue]]
    private var boxes: [[DataValue]: Rectangle] = [:]
    /// The first bar of each stack of several.
    private(set) var firsts: [Int] = []

    /// Nil where the bars are not stacked, or are of several thicknesses.
    init?(
        _ encoder: MarkEncoder, x: (low: [Double], high: [Double]), y: (low: [Double], high: [Double])
    ) {
        guard encoder.unit.mark is BarMark, let stack = encoder.unit.stack, encoder.definition(.size) == nil else {
            return nil
        }
        let dimension: Channel = stack.channel == .x ? .y : .x
        let columns = [dimension, dimension.offset].compactMap { $0 }.compactMap { channel -> [DataValue]? in
            guard let definition = encoder.definition(channel), definition.isField else { return nil }
            return encoder.values(definition.column)
        }
        keys = (0..<encoder.count).map { index in columns.map { $0[index] } }
        var sole: [[DataValue]: Int] = [:]
        for (index, key) in keys.enumerated() {
            let corners = (Point(x.low[index], y.low[index]), Point(x.high[index], y.high[index]))
            guard corners.0.x.isFinite, corners.0.y.isFinite, corners.1.x.isFinite, corners.1.y.isFinite else {
                continue
            }
            let box = Rectangle(from: corners.0, to: corners.1)
            if let known = boxes[key] {
                boxes[key] = known.union(box)
                if let first = sole.removeValue(forKey: key) { firsts.append(first) }
            } else {
                boxes[key] = box
                sole[key] = index
            }
        }
    }

    func outline(of index: Int) -> Rectangle? { boxes[keys[index]] }
}
