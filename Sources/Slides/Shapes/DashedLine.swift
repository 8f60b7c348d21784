import SceneGraph

extension Stroke {
    /// True where the pattern of dashes begins part-way, which DrawingML has no word for.
    var beginsWithinItsDashes: Bool {
        let period = dash.reduce(0, +)
        guard period > 0, period.isFinite, dashOffset.isFinite, dash.allSatisfy({ $0 >= 0 }) else { return false }
        return abs(dashOffset.remainder(dividingBy: period)) > 0.01
    }

    /// The drawn pieces of a line: what SVG's `stroke-dasharray` leaves of it when it begins at `stroke-dashoffset`.
    ///
    /// - Returns: nil where there would be more than `most` pieces.
    func dashes(along lines: [[Point]], most: Int = 2000) -> [[Point]]? {
        let pattern = dash.count % 2 == 0 ? dash : dash + dash
        let period = pattern.reduce(0, +)
        guard period > 0, period.isFinite else { return lines }
        var whole = 0.0
        for line in lines {
            for (a, b) in zip(line, line.dropFirst()) { whole += abs(a.x - b.x) + abs(a.y - b.y) }
        }
        guard whole / period < Double(most) else { return nil }
        var result: [[Point]] = []
        for line in lines {
            // Where in the pattern the line begins.
            var (index, left) = (0, dashOffset.truncatingRemainder(dividingBy: period))
            if left < 0 { left += period }
            while left >= pattern[index] {
                left -= pattern[index]
                index = (index + 1) % pattern.count
            }
            var rest = pattern[index] - left
            var piece = index % 2 == 0 ? line.prefix(1).map { $0 } : []
            for (start, end) in zip(line, line.dropFirst()) {
                let length = ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y))
                    .squareRoot()
                var walked = 0.0
                while length - walked > rest {
                    walked += rest
                    let place = Point(
                        start.x + (end.x - start.x) * walked / length, start.y + (end.y - start.y) * walked / length)
                    if index % 2 == 0 {
                        result.append(piece + [place])
                        piece = []
                    } else {
                        piece = [place]
                    }
                    index = (index + 1) % pattern.count
                    rest = pattern[index]
                    // A dash of no length draws nothing, and a pattern of none would never end.
                    if rest == 0, index % 2 == 0 {
                        index = (index + 1) % pattern.count
                        rest = pattern[index]
                        piece = []
                    }
                }
                rest -= length - walked
                if index % 2 == 0 { piece.append(end) }
            }
            if piece.count > 1 { result.append(piece) }
        }
        return result
    }
}
