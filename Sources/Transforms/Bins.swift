/// Bins of one width, side by side.
package struct Bins: Sendable, Hashable {
    package var start: Double
    package var stop: Double
    package var step: Double
    /// Where the last bin ends, at or after `stop`.
    package var end: Double

    package init(start: Double, stop: Double, step: Double, end: Double? = nil) {
        self.start = start
        self.stop = stop
        self.step = step
        self.end = end ?? stop
    }

    /// The lower end of the bin that a number falls in; the last bin holds its upper end too. What lies outside all
    /// bins gives an infinity, NaN gives NaN.
    package func lowerEnd(_ value: Double) -> Double {
        if value.isNaN { return value }
        if value < start { return -.infinity }
        if value > end { return .infinity }
        let inside = max(start, min(value, end - step))
        return start + step * (1e-14 + (inside - start) / step).rounded(.down)
    }

    /// Every boundary, from `start` to `stop`.
    package var boundaries: [Double] {
        let count = max(0, min(100_000, ((stop - start) / step).rounded()))
        guard count.isFinite else { return [start, stop] }
        return (0...Int(count)).map { start + step * Double($0) }
    }
}
