#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Logarithmic far from zero, linear near it, for both signs (Webber 2013, the bi-symmetric log).
public struct SymlogScale: ContinuousScale, Hashable {
    public var domain: [Double]
    /// How far around zero the line is nearly straight.
    public var constant: Double

    public init(domain: [Double] = [0, 1], constant: Double = 1) {
        self.domain = domain
        self.constant = constant
    }

    public func transformed(_ value: Double) -> Double {
        value < 0 ? -log1p(-value / constant) : log1p(value / constant)
    }

    public func inverted(_ transformed: Double) -> Double {
        transformed < 0 ? -expm1(-transformed) * constant : expm1(transformed) * constant
    }

    public func ticks(count: Int) -> [Double] {
        Ticks.values(from: domain.first ?? 0, to: domain.last ?? 1, count: count)
    }

    public func niced(count: Int) -> SymlogScale {
        let (low, high) = Ticks.nice(extent.low, extent.high, count: count)
        return withExtent(low, high)
    }
}
