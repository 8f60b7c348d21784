/// Equal differences are equally long.
public struct LinearScale: ContinuousScale, Hashable {
    public var domain: [Double]

    public init(domain: [Double] = [0, 1]) { self.domain = domain }

    public func transformed(_ value: Double) -> Double { value }
    public func inverted(_ transformed: Double) -> Double { transformed }

    public func ticks(count: Int) -> [Double] {
        Ticks.values(from: domain.first ?? 0, to: domain.last ?? 1, count: count)
    }

    public func niced(count: Int) -> LinearScale {
        let (low, high) = Ticks.nice(extent.low, extent.high, count: count)
        return withExtent(low, high)
    }
}
