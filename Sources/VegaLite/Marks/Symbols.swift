import SceneGraph
import Scales
import Tables

/// Points, circles and squares share how symbols of one shape and size are drawn once and placed often.
enum Symbols {
    /// - Parameter shapes: the name of each row's shape.
    static func nodes(_ encoder: MarkEncoder, shapes: PerRow<String?>) -> [Node] {
        let (xs, ys) = encoder.places
        let style = MarkStyle(encoder)
        let sizes = encoder.number(.size, standard: 30)
        let angles = encoder.number(.angle, standard: 0)
        let nodes = MarkNodes(encoder)
        let defined = encoder.isDefined
        var builder = InstanceBuilder(encoder, style: style, nodes: nodes)
        var result: [Node] = []
        var outlines: [PathData] = []
        var known: [ShapeKey: Int] = [:]
        var last: (key: ShapeKey, number: Int)?
        for index in 0..<encoder.count where defined[index] {
            let (x, y) = (xs[index], ys[index])
            guard x.isFinite, y.isFinite else { continue }
            let size = sizes[index]
            guard size.isFinite, size >= 0 else { continue }
            let key = ShapeKey(shape: shapes[index] ?? "circle", size: size, angle: angles[index])
            let number: Int
            if let last, last.key == key {
                number = last.number
            } else if let made = known[key] {
                number = made
            } else {
                number = outlines.count
                outlines.append(Shapes.path(key.shape, size: size, angle: key.angle))
                known[key] = number
            }
            last = (key, number)
            if builder != nil {
                builder?.add(index, at: Point(x, y), outline: number)
                continue
            }
            let side = size.squareRoot()
            result += style.node(
                id: nodes.id(index), role: nodes.role, outlines[number].translated(by: Point(x, y)),
                box: Rectangle(x: x - side / 2, y: y - side / 2, width: side, height: side), index: index, nodes: nodes)
        }
        return builder?.nodes(outlines) ?? result
    }

    private struct ShapeKey: Hashable {
        var shape: String
        var size: Double
        var angle: Double
    }
}

enum Shapes {
    /// A named symbol, or an SVG path in the square from −1 to 1.
    static func path(_ name: String, size: Double, angle: Double = 0) -> PathData {
        var path: PathData
        if let shape = SymbolShape(rawValue: name) {
            path = shape.path(size: size)
        } else {
            let half = max(0, size).squareRoot() / 2
            path = (SVGPath.read(name) ?? SymbolShape.circle.path(size: 4)).map { Point($0.x * half, $0.y * half) }
        }
        return angle == 0 ? path : Turning.turned(path, degrees: angle)
    }
}
