/// What became of a line or an area whose points are known.
enum OutlineComparison {
    /// `point 3 of 12 moved 4 px up`, `5 of 12 points moved, by 4 px at the most`, `12 points → 13`. Nil for what is
    /// better told as a whole: a rectangle, something that moved all together, outlines that are not known.
    static func phrase(_ before: String?, _ after: String?) -> String? {
        guard let before = before.flatMap(points), let after = after.flatMap(points) else { return nil }
        let least = 6
        guard before.count >= least || after.count >= least else { return nil }
        guard before.count == after.count else { return "\(before.count) points → \(after.count)" }
        let steps = zip(before, after).map { (x: $1.x - $0.x, y: $1.y - $0.y) }
        let moved = steps.indices.filter { max(abs(steps[$0].x), abs(steps[$0].y)) > 0.0015 }
        guard let first = moved.first, moved.count < before.count else { return nil }
        let (x, y) = steps[first]
        if moved.count == 1 {
            var parts: [String] = []
            if abs(x) > 0.0015 { parts.append("\(plain(abs(x))) px \(x > 0 ? "right" : "left")") }
            if abs(y) > 0.0015 { parts.append("\(plain(abs(y))) px \(y > 0 ? "down" : "up")") }
            return "point \(first + 1) of \(before.count) moved \(parts.joined(separator: " and "))"
        }
        let farthest = moved.map { (steps[$0].x * steps[$0].x + steps[$0].y * steps[$0].y).squareRoot() }.max() ?? 0
        return "\(moved.count) of \(before.count) points moved, by \(plain(farthest)) px at the most"
    }

    /// The points that straight pieces lead to; nil where there are curves, whose handles are no points of a figure.
    private static func points(_ data: String) -> [(x: Double, y: Double)]? {
        var points: [(x: Double, y: Double)] = []
        for piece in data.split(whereSeparator: { "MLZ".contains($0) }) {
            let numbers = piece.split(whereSeparator: { $0 == "," || $0 == " " }).map { Double($0) }
            guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return nil }
            points.append((x, y))
        }
        return points
    }
}
