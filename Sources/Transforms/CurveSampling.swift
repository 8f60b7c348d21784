#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Points along a function, closer together where it bends.
enum CurveSampling {
    /// Bends of less than this, in the unit square of the curve, are taken for straight: half a degree.
    private static let flat = 0.5 * Double.pi / 180

    /// - Parameters:
    ///   - least: parts that the span is cut into at first.
    ///   - most: parts that no cut goes beyond; the same as `least` for even steps.
    static func points(
        over span: ClosedRange<Double>, least: Int, most: Int, _ function: (Double) -> Double
    ) -> [(x: Double, y: Double)] {
        let low = span.lowerBound, width = span.upperBound - span.lowerBound
        let least = max(1, least), most = max(least, most)
        let even = (0...least).map { step -> (x: Double, y: Double) in
            let x = step == least ? span.upperBound : low + Double(step) / Double(least) * width
            return (x, function(x))
        }
        guard least < most, width > 0 else { return even }
        let heights = even.map(\.y).filter(\.isFinite)
        let height = (heights.max() ?? 1) - (heights.min() ?? 0)
        let scaleX = 1 / width, scaleY = height > 0 ? 1 / height : 1
        let closest = width / Double(most)
        func bend(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ c: (x: Double, y: Double)) -> Double {
            let whole = atan2(scaleY * (c.y - a.y), scaleX * (c.x - a.x))
            let half = atan2(scaleY * (b.y - a.y), scaleX * (b.x - a.x))
            return (whole - half).magnitude
        }
        var points = [even[0]]
        var pending = Array(even.dropFirst().reversed())
        while let next = pending.last, let last = points.last {
            let x = (last.x + next.x) / 2
            let middle = (x: x, y: function(x))
            if middle.x - last.x >= closest, bend(last, middle, next) > flat {
                pending.append(middle)
            } else {
                points.append(next)
                pending.removeLast()
            }
        }
        return points
    }
}
