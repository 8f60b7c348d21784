import SceneGraph

/// One way of setting and placing a label.
struct LabelCandidate {
    var label: Node
    /// The place's own symbol, which other labels must not cover; nil where it has none.
    var symbol: Rectangle?
    /// From the label to what it names.
    var leader: Segment?
    /// What is drawn behind all labels: leader and symbol.
    var behind: [Node]
    /// 0 is where a cartographer would put it first.
    var cost: Double

    init(_ label: Node, cost: Double, behind: [Node] = [], symbol: Rectangle? = nil, leader: Segment? = nil) {
        self.label = label
        self.cost = cost
        self.behind = behind
        self.symbol = symbol
        self.leader = leader
    }

    var footprint: Footprint { Footprint(label: label.bounds, symbol: symbol, leader: leader) }
}

/// What a candidate takes of the map.
struct Footprint {
    let label: Rectangle
    let symbol: Rectangle?
    let leader: Segment?
    /// The rectangle around all of it.
    let extent: Rectangle

    init(label: Rectangle, symbol: Rectangle?, leader: Segment?) {
        self.label = label
        self.symbol = symbol
        self.leader = leader
        var extent = label
        if let symbol { extent = extent.union(symbol) }
        if let leader { extent = extent.union(Rectangle(from: leader.start, to: leader.end)) }
        self.extent = extent
    }

    /// Whether the two cannot stand on one map: type on type, on a symbol or on a leader, or leaders that cross.
    func conflicts(with other: Footprint, gap: Double) -> Bool {
        let mine = label.inset(by: -gap)
        if mine.intersects(other.label) { return true }
        if let symbol = other.symbol, label.intersects(symbol) { return true }
        if let symbol, other.label.intersects(symbol) { return true }
        if let line = other.leader, line.meets(mine) { return true }
        if let leader {
            if leader.meets(other.label.inset(by: -gap)) { return true }
            if let line = other.leader, line.crosses(leader) { return true }
        }
        return false
    }
}

/// A straight piece of line.
struct Segment: Sendable {
    var start: Point
    var end: Point

    /// Whether some of it lies in a box (Liang and Barsky 1984).
    func meets(_ box: Rectangle) -> Bool {
        var (enter, leave) = (0.0, 1.0)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        for (step, room) in [
            (-dx, start.x - box.minX), (dx, box.maxX - start.x), (-dy, start.y - box.minY), (dy, box.maxY - start.y),
        ] {
            if step == 0 {
                if room < 0 { return false }
            } else if step < 0 {
                enter = max(enter, room / step)
            } else {
                leave = min(leave, room / step)
            }
        }
        return enter < leave
    }

    func crosses(_ other: Segment) -> Bool {
        func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
            (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        }
        return side(start, end, other.start) * side(start, end, other.end) < 0
            && side(other.start, other.end, start) * side(other.start, other.end, end) < 0
    }
}
