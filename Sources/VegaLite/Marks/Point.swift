import SceneGraph
import Scales
import Tables

extension Compilation {
    /// Points, circles and squares.
    mutating func drawPoints(_ encoder: MarkEncoder, cell: Cell) -> [Node] {
        let mark = encoder.unit.mark
        let (xs, ys) = placesOfPoints(encoder, cell: cell)
        let style = MarkStyle(encoder, isFilled: mark != .point)
        let sizes = encoder.number(.size, standard: 30)
        let shapes: PerRow<String?> =
            mark == .point ? encoder.text(.shape, property: "shape") : .constant(mark.rawValue)
        let angles = encoder.number(.angle, standard: 0)
        let nodes = MarkNodes(encoder, cell: cell)
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

    /// On axes, or on the globe where longitude and latitude are given.
    mutating func placesOfPoints(_ encoder: MarkEncoder, cell: Cell) -> ([Double], [Double]) {
        if encoder.definition(.longitude) != nil || encoder.definition(.latitude) != nil {
            return projectedPoints(encoder, .longitude, .latitude)
        }
        return (encoder.points(.x), encoder.points(.y))
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
