import SceneGraph

/// Parallel lines over an area, cut to it: vector everywhere, no pattern.
enum Hatching {
    /// The lines, as one path.
    ///
    /// - Parameters:
    ///   - rings: of the area, holes among them, in figure units; inside is where an odd number of them surrounds.
    ///   - spacing: between the lines, in figure units.
    ///   - rising: from lower left to upper right, else from upper left to lower right; both at 45°.
    static func lines(over rings: [[Point]], spacing: Double, rising: Bool = true) -> PathData {
        // In coordinates along (u) and across (v) the lines, each line is one value of v. Lines stand at multiples of
        // the spacing from the figure's origin, so that neighbouring areas line up.
        let half = 0.5.squareRoot()
        func turned(_ point: Point) -> (u: Double, v: Double) {
            rising
                ? ((point.x - point.y) * half, (point.x + point.y) * half)
                : ((point.x + point.y) * half, (point.x - point.y) * half)
        }
        var crossings: [Int: [Double]] = [:]
        for ring in rings {
            guard var last = ring.last.map(turned) else { continue }
            for point in ring.map(turned) {
                let (low, high) = (min(last.v, point.v), max(last.v, point.v))
                let first = Int((low / spacing).rounded(.up))
                var index = first
                while Double(index) * spacing < high, index - first < 20_000 {
                    let v = Double(index) * spacing
                    crossings[index, default: []].append(
                        last.u + (point.u - last.u) * (v - last.v) / (point.v - last.v))
                    index += 1
                }
                last = point
            }
        }
        var path = PathData()
        for index in crossings.keys.sorted() {
            let v = Double(index) * spacing
            let us = (crossings[index] ?? []).sorted()
            for pair in stride(from: 0, to: us.count - 1, by: 2) where us[pair + 1] - us[pair] > 0.2 {
                for (position, u) in [us[pair], us[pair + 1]].enumerated() {
                    let point = rising ? Point((u + v) * half, (v - u) * half) : Point((u + v) * half, (u - v) * half)
                    if position == 0 { path.move(to: point) } else { path.line(to: point) }
                }
            }
        }
        return path
    }
}
