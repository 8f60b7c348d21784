/// An outline in absolute coordinates: moves, lines, cubic curves and closings, kept in two flat arrays.
public struct PathData: Sendable, Hashable {
    public enum Verb: UInt8, Sendable {
        case move, line, cubic, close

        /// How many coordinates the verb takes from `coordinates`.
        public var coordinateCount: Int {
            switch self {
            case .move, .line: 2
            case .cubic: 6
            case .close: 0
            }
        }
    }

    public enum Element: Sendable, Hashable {
        case move(Point)
        case line(Point)
        case cubic(Point, Point, Point)
        case close
    }

    public private(set) var verbs: [Verb] = []
    public private(set) var coordinates: [Double] = []

    public init() {}

    public var isEmpty: Bool { verbs.isEmpty }

    public mutating func reserveCapacity(_ count: Int) {
        verbs.reserveCapacity(count)
        coordinates.reserveCapacity(2 * count)
    }

    public mutating func move(to point: Point) {
        verbs.append(.move)
        append(point)
    }

    /// A line from the current point; the first point of a path becomes a move.
    public mutating func line(to point: Point) {
        verbs.append(verbs.isEmpty ? .move : .line)
        append(point)
    }

    public mutating func cubic(_ control1: Point, _ control2: Point, to end: Point) {
        if verbs.isEmpty { move(to: control1) }
        verbs.append(.cubic)
        append(control1)
        append(control2)
        append(end)
    }

    /// A quadratic curve, raised to the cubic with the same shape.
    public mutating func quadratic(_ control: Point, to end: Point) {
        let start = currentPoint ?? control
        cubic(
            Point(start.x + 2 / 3 * (control.x - start.x), start.y + 2 / 3 * (control.y - start.y)),
            Point(end.x + 2 / 3 * (control.x - end.x), end.y + 2 / 3 * (control.y - end.y)),
            to: end)
    }

    public mutating func close() {
        if !verbs.isEmpty { verbs.append(.close) }
    }

    public mutating func append(_ other: PathData) {
        verbs += other.verbs
        coordinates += other.coordinates
    }

    /// The end of the last element that has one.
    public var currentPoint: Point? {
        coordinates.count < 2 ? nil : Point(coordinates[coordinates.count - 2], coordinates[coordinates.count - 1])
    }

    /// The elements in order.
    public func forEach(_ body: (Element) -> Void) {
        var index = 0
        func point(_ offset: Int) -> Point { Point(coordinates[index + offset], coordinates[index + offset + 1]) }
        for verb in verbs {
            switch verb {
            case .move: body(.move(point(0)))
            case .line: body(.line(point(0)))
            case .cubic: body(.cubic(point(0), point(2), point(4)))
            case .close: body(.close)
            }
            index += verb.coordinateCount
        }
    }

    public func map(_ transform: (Point) -> Point) -> PathData {
        var result = self
        for index in stride(from: 0, to: coordinates.count - 1, by: 2) {
            let moved = transform(Point(coordinates[index], coordinates[index + 1]))
            result.coordinates[index] = moved.x
            result.coordinates[index + 1] = moved.y
        }
        return result
    }

    public func translated(by offset: Point) -> PathData {
        map { $0.translated(by: offset) }
    }

    /// The smallest upright rectangle around all points, control points included; nil when there are none.
    public var bounds: Rectangle? {
        guard coordinates.count >= 2 else { return nil }
        var (left, top) = (Double.infinity, Double.infinity)
        var (right, bottom) = (-Double.infinity, -Double.infinity)
        for index in stride(from: 0, to: coordinates.count - 1, by: 2) {
            left = min(left, coordinates[index])
            right = max(right, coordinates[index])
            top = min(top, coordinates[index + 1])
            bottom = max(bottom, coordinates[index + 1])
        }
        return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    }

    private mutating func append(_ point: Point) {
        coordinates.append(point.x)
        coordinates.append(point.y)
    }
}
