import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A sector of a ring, with room between it and its neighbours and rounded corners. Angles run clockwise from twelve
/// o'clock, in radians.
struct Sector {
    /// A side of the sector at one radius: where it begins and ends.
    private typealias Edge = (start: Double, end: Double)

    private let center: Point
    private let inner: Double
    private let outer: Double
    private let start: Double
    private let end: Double
    private let pad: Double
    private let corner: Double

    /// From twelve o'clock to the axis that cosine and sine begin at.
    private static let turn = -Double.pi / 2
    private static let least = 1e-6

    init(
        center: Point, inner: Double, outer: Double, from start: Double, to end: Double, pad: Double, corner: Double
    ) {
        self.center = center
        self.inner = max(0, min(inner, outer))
        self.outer = max(inner, outer)
        self.start = start
        self.end = end
        self.pad = pad
        self.corner = corner
    }

    var path: PathData {
        guard outer > 1e-9 else {
            var path = PathData()
            path.move(to: center)
            path.close()
            return path
        }
        if abs(end - start) >= 2 * .pi - 1e-9 { return ring }
        let far = edge(at: outer), near = edge(at: inner)
        let rounded = min(corner, (outer - inner) / 2, abs(far.end - far.start) * outer / 2)
        return rounded > Self.least
            ? roundedPath(far: far, near: near, corner: rounded) : plainPath(far: far, near: near)
    }

    private var sign: Double { end < start ? -1 : 1 }

    private func place(_ radius: Double, _ angle: Double) -> Point {
        Point(center.x + radius * cos(angle + Self.turn), center.y + radius * sin(angle + Self.turn))
    }

    /// The gap has parallel sides: its angle grows towards the middle.
    private func edge(at radius: Double) -> Edge {
        guard pad > 0, radius > 1e-9 else { return (start, end) }
        let padRadius = (inner * inner + outer * outer).squareRoot()
        let half = asin(min(1, padRadius / radius * sin(pad / 2)))
        if 2 * half >= abs(end - start) { return ((start + end) / 2, (start + end) / 2) }
        return (start + sign * half, end - sign * half)
    }

    /// A whole ring, or a disc.
    private var ring: PathData {
        let from = start + Self.turn
        var path = PathData()
        for (radius, turn) in [(outer, 2 * Double.pi), (inner, -2 * .pi)] where radius > 1e-9 {
            path.move(to: Point(center.x + radius * cos(from), center.y + radius * sin(from)))
            path.arc(center: center, radius: radius, from: from, to: from + turn)
            path.close()
        }
        return path
    }

    private func plainPath(far: Edge, near: Edge) -> PathData {
        let turn = Self.turn
        var path = PathData()
        path.move(to: place(outer, far.start))
        path.arc(center: center, radius: outer, from: far.start + turn, to: far.end + turn)
        if inner > 1e-9 {
            path.line(to: place(inner, near.end))
            path.arc(center: center, radius: inner, from: near.end + turn, to: near.start + turn)
        } else {
            path.line(to: center)
        }
        path.close()
        return path
    }

    /// Each corner is an arc that touches a side and the ring.
    private func roundedPath(far: Edge, near: Edge, corner: Double) -> PathData {
        let turn = Self.turn, quarter = sign * .pi / 2
        let angle = asin(min(1, corner / (outer - corner)))
        let reach = ((outer - corner) * (outer - corner) - corner * corner).squareRoot()
        let (first, last) = (far.start + sign * angle, far.end - sign * angle)
        var path = PathData()
        path.move(to: place(reach, far.start))
        path.arc(
            center: place(outer - corner, first), radius: corner, from: far.start + turn - quarter, to: first + turn)
        path.arc(center: center, radius: outer, from: first + turn, to: last + turn)
        path.arc(center: place(outer - corner, last), radius: corner, from: last + turn, to: far.end + turn + quarter)
        addInnerSide(to: &path, near: near, corner: corner)
        path.close()
        return path
    }

    private func addInnerSide(to path: inout PathData, near: Edge, corner: Double) {
        guard inner > Self.least else { return path.line(to: center) }
        let turn = Self.turn, quarter = sign * .pi / 2
        let angle = asin(min(1, corner / (inner + corner)))
        guard abs(near.end - near.start) > 2 * angle else {
            return path.line(to: place(inner, (near.start + near.end) / 2))
        }
        let reach = ((inner + corner) * (inner + corner) - corner * corner).squareRoot()
        let (first, last) = (near.end - sign * angle, near.start + sign * angle)
        path.line(to: place(reach, near.end))
        path.arc(
            center: place(inner + corner, first), radius: corner, from: near.end + turn + quarter,
            to: first + turn + 2 * quarter)
        path.arc(center: center, radius: inner, from: first + turn, to: last + turn)
        path.arc(
            center: place(inner + corner, last), radius: corner, from: last + turn + 2 * quarter,
            to: near.start + turn + sign * 1.5 * .pi)
    }
}
