import SceneGraph

/// Knows what of the map is taken, and what a box there would cover.
struct LabelPlacer {
    let frame: Rectangle
    /// Free space around every label, in figure units.
    let gap: Double
    /// The map's own shape where it is no rectangle: the outline of the whole earth.
    var outline: Interior?
    private var taken: [Rectangle] = []
    private var cells: [Int: [Int]] = [:]
    /// Lines that type should not break, as points along them, with how bad that is.
    private var lines: [Int: [(point: Point, weight: Double)]] = [:]
    private let cell = 48.0

    init(frame: Rectangle, gap: Double) {
        self.frame = frame
        self.gap = gap
    }

    /// Takes a box for good.
    mutating func block(_ box: Rectangle) {
        taken.append(box)
        for key in keys(box) { cells[key, default: []].append(taken.count - 1) }
    }

    /// Whether a box is inside the frame and free, with the gap around it.
    func isFree(_ box: Rectangle) -> Bool {
        guard frame.contains(box) else { return false }
        if let outline, !outline.contains(box) { return false }
        let wide = box.inset(by: -gap)
        for key in keys(wide) {
            for index in cells[key] ?? [] where taken[index].intersects(wide) { return false }
        }
        return true
    }

    /// Marks a line as one that labels should keep off.
    mutating func avoid(_ line: [Point], weight: Double, every step: Double = 5) {
        var rest = 0.0
        for (a, b) in zip(line, line.dropFirst()) {
            let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            guard length > 0 else { continue }
            var along = rest
            while along < length {
                let point = Point(a.x + (b.x - a.x) * along / length, a.y + (b.y - a.y) * along / length)
                if frame.contains(point) { lines[key(point), default: []].append((point, weight)) }
                along += step
            }
            rest = along - length
        }
    }

    /// Whether a straight line would run through a box that is taken.
    func isFree(from a: Point, to b: Point) -> Bool {
        let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
        let count = max(1, Int(length / 2))
        for index in 0...count {
            let share = Double(index) / Double(count)
            let point = Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
            for box in cells[key(point)] ?? [] where taken[box].contains(point) { return false }
        }
        return true
    }

    /// What a box would cover of the lines to avoid.
    func cost(of box: Rectangle) -> Double {
        var cost = 0.0
        for key in keys(box) {
            for (point, weight) in lines[key] ?? [] where box.contains(point) { cost += weight }
        }
        return cost
    }

    private func key(_ point: Point) -> Int {
        Int((point.x / cell).rounded(.down)) &* 100_003 &+ Int((point.y / cell).rounded(.down))
    }

    private func keys(_ box: Rectangle) -> [Int] {
        var keys: [Int] = []
        let (left, right) = (Int((box.minX / cell).rounded(.down)), Int((box.maxX / cell).rounded(.down)))
        let (top, bottom) = (Int((box.minY / cell).rounded(.down)), Int((box.maxY / cell).rounded(.down)))
        guard right - left < 1000, bottom - top < 1000 else { return [] }
        for x in left...right { for y in top...bottom { keys.append(x &* 100_003 &+ y) } }
        return keys
    }
}
