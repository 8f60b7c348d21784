import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The shapes that points are drawn as. Their size is the area of the square they fit in, in square figure units.
public enum SymbolShape: String, Sendable, CaseIterable {
    case circle, square, cross, diamond, triangle, stroke, arrow, wedge
    case triangleUp = "triangle-up"
    case triangleDown = "triangle-down"
    case triangleRight = "triangle-right"
    case triangleLeft = "triangle-left"

    /// The outline around the origin.
    public func path(size: Double) -> PathData {
        let side = max(0, size).squareRoot()
        let r = side / 2
        func polygon(_ points: [(Double, Double)]) -> PathData {
            var path = PathData()
            for (index, point) in points.enumerated() {
                if index == 0 { path.move(to: Point(point.0, point.1)) } else { path.line(to: Point(point.0, point.1)) }
            }
            path.close()
            return path
        }
        switch self {
        case .circle: return .circle(center: .zero, radius: r)
        case .square: return .rectangle(Rectangle(x: -r, y: -r, width: side, height: side))
        case .cross:
            let s = r / 2.5
            return polygon([
                (-r, -s), (-r, s), (-s, s), (-s, r), (s, r), (s, s), (r, s), (r, -s), (s, -s), (s, -r), (-s, -r),
                (-s, -s),
            ])
        case .diamond: return polygon([(-r, 0), (0, -r), (r, 0), (0, r)])
        case .triangle, .triangleUp:
            // Equilateral, sides as long as the square's.
            let h = 3.0.squareRoot() / 2 * side
            if self == .triangle { return polygon([(0, -h / 1.5), (-r, h / 3), (r, h / 3)]) }
            return polygon([(0, -h / 2), (-r, h / 2), (r, h / 2)])
        case .triangleDown:
            let h = 3.0.squareRoot() / 2 * side
            return polygon([(0, h / 2), (-r, -h / 2), (r, -h / 2)])
        case .triangleRight:
            let h = 3.0.squareRoot() / 2 * side
            return polygon([(h / 2, 0), (-h / 2, -r), (-h / 2, r)])
        case .triangleLeft:
            let h = 3.0.squareRoot() / 2 * side
            return polygon([(-h / 2, 0), (h / 2, -r), (h / 2, r)])
        case .stroke: return .line(from: Point(-r, 0), to: Point(r, 0))
        case .arrow:
            let (s, t, v) = (r / 7, r / 2.5, r / 8)
            return polygon([(-s, r), (s, r), (s, -v), (t, -v), (0, -r), (-t, -v), (-s, -v)])
        case .wedge:
            let h = 3.0.squareRoot() / 2 * side
            return polygon([(0, -h + h / 3), (-r / 4, h / 3), (r / 4, h / 3)])
        }
    }
}
