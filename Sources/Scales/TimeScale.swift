/// Moments, as milliseconds since 1970-01-01T00:00:00Z, on a line; its round values are those of the calendar in UTC.
public struct TimeScale: ContinuousScale, Hashable {
    public var domain: [Double]

    public init(domain: [Double] = [0, 1]) { self.domain = domain }

    public func transformed(_ value: Double) -> Double { value }
    public func inverted(_ transformed: Double) -> Double { transformed }

    public func ticks(count: Int) -> [Double] {
        let (low, high) = extent
        guard low.isFinite, high.isFinite, count > 0 else { return [] }
        return ticks(every: TimeInterval.dividing(from: low, to: high, count: Double(count)))
    }

    /// The beginnings of the interval within the domain.
    public func ticks(every interval: TimeInterval) -> [Double] {
        let (low, high) = extent
        let values = interval.range(from: low, to: high)
        return (domain.first ?? 0) <= (domain.last ?? 1) ? values : values.reversed()
    }

    public func niced(count: Int) -> TimeScale {
        let (low, high) = extent
        guard low.isFinite, high.isFinite, low < high else { return self }
        return niced(to: TimeInterval.dividing(from: low, to: high, count: Double(max(1, count))))
    }

    /// The ends moved outwards to beginnings of the interval.
    public func niced(to interval: TimeInterval) -> TimeScale {
        let (low, high) = (interval.floor(extent.low), interval.ceiling(extent.high))
        return low.isFinite && high.isFinite ? withExtent(low, high) : self
    }
}
