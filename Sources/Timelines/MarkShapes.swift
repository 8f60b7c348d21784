import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Which way time runs on the sheet.
enum AxisDirection: Sendable {
    case down, across

    /// A point at a place along the axis and a distance across it.
    func point(_ along: Double, _ aside: Double) -> Point {
        switch self {
        case .down: Point(aside, along)
        case .across: Point(along, aside)
        }
    }

    func rectangle(_ along: ClosedRange<Double>, _ aside: ClosedRange<Double>) -> Rectangle {
        Rectangle(from: point(along.lowerBound, aside.lowerBound), to: point(along.upperBound, aside.upperBound))
    }
}

/// The outlines of marks.
enum MarkShapes {
    /// The mark of a moment, as large to the eye as a dot of that radius.
    static func icon(_ icon: Timeline.Icon, center: Point, radius: Double) -> PathData {
        func polygon(_ corners: [(Double, Double)]) -> PathData {
            var path = PathData()
            for (index, corner) in corners.enumerated() {
                let point = Point(center.x + corner.0 * radius, center.y + corner.1 * radius)
                if index == 0 { path.move(to: point) } else { path.line(to: point) }
            }
            path.close()
            return path
        }
        switch icon {
        case .dot: return .circle(center: center, radius: radius)
        case .square: return polygon([(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)])
        case .diamond: return polygon([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
        case .triangle: return polygon([(0, -1.3), (1.13, 0.7), (-1.13, 0.7)])
        case .cross:
            let (a, b) = (0.42, 1.1)
            return polygon([
                (-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a), (-b, a), (-b, -a),
                (-a, -a),
            ])
        case .star:
            return polygon(
                (0..<10).map { corner in
                    let angle = Double(corner) * .pi / 5 - .pi / 2
                    let reach = corner % 2 == 0 ? 1.4 : 0.6
                    return (reach * cos(angle), reach * sin(angle))
                })
        }
    }

    /// A bar along the axis, with an arrow's head where it goes on.
    static func bar(
        _ direction: AxisDirection, along: ClosedRange<Double>, middle: Double, width: Double, headAtEnd: Bool,
        headAtStart: Bool
    ) -> PathData {
        let half = width / 2
        let head = min(width * 1.6, (along.upperBound - along.lowerBound) / 2)
        let (low, high) = (along.lowerBound + (headAtStart ? head : 0), along.upperBound - (headAtEnd ? head : 0))
        var path = PathData()
        path.move(to: direction.point(low, middle - half))
        if headAtEnd {
            path.line(to: direction.point(high, middle - half))
            path.line(to: direction.point(high, middle - width))
            path.line(to: direction.point(along.upperBound, middle))
            path.line(to: direction.point(high, middle + width))
            path.line(to: direction.point(high, middle + half))
        } else {
            path.line(to: direction.point(high, middle - half))
            path.line(to: direction.point(high, middle + half))
        }
        path.line(to: direction.point(low, middle + half))
        if headAtStart {
            path.line(to: direction.point(low, middle + width))
            path.line(to: direction.point(along.lowerBound, middle))
            path.line(to: direction.point(low, middle - width))
        }
        path.close()
        return path
    }

    /// The paint of a bar that is unsure at its ends: clear at the outermost moment it may reach, whole where it is
    /// sure. `whole` is the bar of which `piece` is drawn, `soft` how much of it is unsure at start and end.
    static func softPaint(
        _ color: Color, _ direction: AxisDirection, piece: ClosedRange<Double>, whole: ClosedRange<Double>,
        soft: (start: Double, end: Double)
    ) -> Paint {
        let length = whole.upperBound - whole.lowerBound
        var (start, end) = (max(0, soft.start), max(0, soft.end))
        if start + end > length, start + end > 0 {
            let share = length / (start + end)
            (start, end) = (start * share, end * share)
        }
        guard start > 0.5 || end > 0.5, piece.upperBound > piece.lowerBound else { return .color(color) }
        func strength(_ place: Double) -> Double {
            var least = 1.0
            if start > 0.5 { least = min(least, max(0, (place - whole.lowerBound) / start)) }
            if end > 0.5 { least = min(least, max(0, (whole.upperBound - place) / end)) }
            return least
        }
        var places = [piece.lowerBound, piece.upperBound]
        for place in [whole.lowerBound + start, whole.upperBound - end] where piece.contains(place) {
            places.append(place)
        }
        places.sort()
        return .linearGradient(
            from: direction.point(piece.lowerBound, 0), to: direction.point(piece.upperBound, 0),
            stops: places.map { place in
                GradientStop(
                    offset: (place - piece.lowerBound) / (piece.upperBound - piece.lowerBound),
                    color: color.opacity(strength(place)))
            })
    }

    /// The torn edge of a broken axis.
    static func zigzag(
        _ direction: AxisDirection, at place: Double, aside: ClosedRange<Double>, tooth: Double
    ) -> PathData {
        let count = max(2, Int(((aside.upperBound - aside.lowerBound) / (2 * tooth)).rounded()) * 2)
        let step = (aside.upperBound - aside.lowerBound) / Double(count)
        var path = PathData()
        for index in 0...count {
            let point = direction.point(
                place + (index % 2 == 0 ? -tooth / 2 : tooth / 2), aside.lowerBound + Double(index) * step)
            if index == 0 { path.move(to: point) } else { path.line(to: point) }
        }
        return path
    }
}
