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

    /// The smallest upright rectangle around the outline; nil when there is none.
    ///
    /// A curve reaches furthest at its ends or where its derivative, a quadratic, is zero.
    public var bounds: Rectangle? {
        guard coordinates.count >= 2 else { return nil }
        var (left, top) = (Double.infinity, Double.infinity)
        var (right, bottom) = (-Double.infinity, -Double.infinity)
        func include(_ x: Double, _ y: Double) {
            left = min(left, x)
            right = max(right, x)
            top = min(top, y)
            bottom = max(bottom, y)
        }
        var (startX, startY) = (coordinates[0], coordinates[1])
        var index = 0
        for verb in verbs {
            let count = verb.coordinateCount
            guard count > 0, index + count <= coordinates.count else { continue }
            let (endX, endY) = (coordinates[index + count - 2], coordinates[index + count - 1])
            include(endX, endY)
            if verb == .cubic {
                let (x1, y1, x2, y2) = (
                    coordinates[index], coordinates[index + 1], coordinates[index + 2], coordinates[index + 3]
                )
                for t in PathData.turns(startX, x1, x2, endX) {
                    let x = PathData.cubic(startX, x1, x2, endX, at: t); left = min(left, x); right = max(right, x)
                }
                for t in PathData.turns(startY, y1, y2, endY) {
                    let y = PathData.cubic(startY, y1, y2, endY, at: t); top = min(top, y); bottom = max(bottom, y)
                }
            }
            (startX, startY) = (endX, endY)
            index += count
        }
        return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    }

    private static func cubic(_ a: Double, _ b: Double, _ c: Double, _ d: Double, at t: Double) -> Double {
        let s = 1 - t
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
    }

    /// Where, between its ends, one coordinate of a cubic curve turns back.
    private static func turns(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> [Double] {
        // Control points between the ends cannot draw the curve beyond them.
        let (low, high) = (min(a, d), max(a, d))
        if b >= low, b <= high, c >= low, c <= high { return [] }
        let (p, q, r) = (d - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a)
        let root = q * q - 4 * p * r
        guard root >= 0 else { return [] }
        // No difference of numbers that are nearly alike: `p` of a symmetric arc is next to nothing.
        let sum = -(q + (q < 0 ? -root.squareRoot() : root.squareRoot())) / 2
        return [sum / p, r / sum].filter { $0 > 0 && $0 < 1 }
    }

    private mutating func append(_ point: Point) {
        coordinates.append(point.x)
        coordinates.append(point.y)
    }
}
