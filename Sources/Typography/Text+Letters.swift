import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A letter of a text whose baseline bends.
public struct PlacedLetter: Sendable, Hashable {
    public var text: String
    /// Where its own piece of baseline begins, in figure units.
    public var origin: Point
    /// Degrees clockwise around `origin`.
    public var angle: Double
    /// Its advance, in figure units.
    public var width: Double
}

extension TextMeasuring {
    /// The letters of a text with a course, each standing on the chord of the course under it, so that it is as wide
    /// along the course as it would be on a straight line. Empty for a text without one.
    ///
    /// Letters are what a reader calls so (grapheme clusters); those of scripts that join them are not for bending.
    public func letters(of text: Text) -> [PlacedLetter] {
        guard text.course.count > 1, let line = text.lines.first else { return [] }
        let course = Course(text.course)
        // Letter spacing stands after the last letter too.
        let whole = width(of: line, font: text.font)
        let start = (course.length - whole + text.font.letterSpacing) / 2
        var letters: [PlacedLetter] = []
        var prefix = ""
        var before = 0.0
        for character in line {
            prefix.append(character)
            let after = width(of: prefix, font: text.font)
            let (a, b) = (course.point(at: start + before), course.point(at: start + after))
            let angle = atan2(b.y - a.y, b.x - a.x)
            letters.append(
                PlacedLetter(text: String(character), origin: a, angle: angle * 180 / .pi, width: after - before))
            before = after
        }
        return letters
    }
}

/// A line measured along itself.
public struct Course: Sendable {
    public let points: [Point]
    private let lengths: [Double]

    public init(_ points: [Point]) {
        var kept: [Point] = []
        var lengths: [Double] = []
        for point in points {
            guard let last = kept.last else {
                kept.append(point)
                lengths.append(0)
                continue
            }
            let step = hypot(point.x - last.x, point.y - last.y)
            guard step > 1e-9 else { continue }
            lengths.append((lengths.last ?? 0) + step)
            kept.append(point)
        }
        self.points = kept
        self.lengths = lengths
    }

    public var length: Double { lengths.last ?? 0 }

    /// The point so far along; before the start and beyond the end, on the first and last piece made longer.
    public func point(at distance: Double) -> Point {
        guard points.count > 1 else { return points.first ?? .zero }
        var (low, high) = (0, lengths.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lengths[middle] <= distance { low = middle } else { high = middle }
        }
        let share = (distance - lengths[low]) / (lengths[high] - lengths[low])
        return Point(
            points[low].x + (points[high].x - points[low].x) * share,
            points[low].y + (points[high].y - points[low].y) * share)
    }
}
