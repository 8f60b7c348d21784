import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A line with width: narrower at its beginning, with a head at its end, in as many pieces as the map's edge cuts it.
struct Ribbon {
    var pieces: [[Point]]
    /// At its end.
    var width: Double
    /// At its beginning, as a share of `width`.
    var taper: Double
    /// What is left free at the ends, in figure units.
    var trimStart: Double
    var trimEnd: Double
    /// Length of the head; 0 for none.
    var arrow: Double

    /// Nil where nothing is left of it.
    var outline: PathData? {
        var lines = pieces.filter { $0.count > 1 }
        guard !lines.isEmpty else { return nil }
        let whole = lines.reduce(0) { $0 + Ribbon.length($1) }
        // Ways shorter than what their ends leave free keep a third.
        let room = max(0, min(1, whole * 2 / 3 / max(1e-9, trimStart + trimEnd)))
        if let first = lines.first { lines[0] = Ribbon.trimmed(first, start: trimStart * room, end: 0) }
        if let last = lines.last { lines[lines.count - 1] = Ribbon.trimmed(last, start: 0, end: trimEnd * room) }
        lines = lines.filter { $0.count > 1 }
        guard let last = lines.last, let tip = last.last else { return nil }
        let total = max(1e-9, lines.reduce(0) { $0 + Ribbon.length($1) })
        let head = min(arrow, Ribbon.length(last) * 0.6)
        let body = head > 0 ? Ribbon.trimmed(last, start: 0, end: head * 0.85) : last

        var data = PathData()
        var before = 0.0
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            let points = isLast ? body : line
            guard points.count > 1 else { continue }
            var left: [Point] = []
            var right: [Point] = []
            var along = before
            for (position, point) in points.enumerated() {
                let a = points[max(0, position - 1)]
                let b = points[min(points.count - 1, position + 1)]
                let length = hypot(b.x - a.x, b.y - a.y)
                if position > 0 { along += hypot(point.x - points[position - 1].x, point.y - points[position - 1].y) }
                guard length > 1e-9 else { continue }
                let half = width / 2 * (taper + (1 - taper) * min(1, along / total))
                let (nx, ny) = (-(b.y - a.y) / length * half, (b.x - a.x) / length * half)
                left.append(Point(point.x + nx, point.y + ny))
                right.append(Point(point.x - nx, point.y - ny))
            }
            guard let first = left.first, let end = points.last, left.count > 1 else { continue }
            data.move(to: first)
            for point in left.dropFirst() { data.line(to: point) }
            if isLast, head > 0 {
                let length = hypot(tip.x - end.x, tip.y - end.y)
                if length > 1e-9 {
                    let (dx, dy) = ((tip.x - end.x) / length, (tip.y - end.y) / length)
                    let half = max(width * 1.05, head * 0.45)
                    let base = Point(tip.x - dx * head, tip.y - dy * head)
                    data.line(to: Point(base.x - dy * half, base.y + dx * half))
                    data.line(to: tip)
                    data.line(to: Point(base.x + dy * half, base.y - dx * half))
                }
            }
            for point in right.reversed() { data.line(to: point) }
            data.close()
            before = along
        }
        return data.isEmpty ? nil : data
    }

    static func length(_ line: [Point]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + hypot($1.1.x - $1.0.x, $1.1.y - $1.0.y) }
    }

    /// The line without so much of its ends; empty where that is all of it.
    static func trimmed(_ line: [Point], start: Double, end: Double) -> [Point] {
        func cut(_ line: [Point], _ amount: Double) -> [Point] {
            guard amount > 0 else { return line }
            var rest = amount
            for index in 0..<max(0, line.count - 1) {
                let (a, b) = (line[index], line[index + 1])
                let length = hypot(b.x - a.x, b.y - a.y)
                if length > rest {
                    let share = rest / length
                    return [Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)] + line[(index + 1)...]
                }
                rest -= length
            }
            return []
        }
        return cut(cut(line, start).reversed(), end).reversed()
    }
}
