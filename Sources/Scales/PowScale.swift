#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Lengths grow with a power of the value; the sign is kept.
public struct PowScale: ContinuousScale, Hashable {
    public var domain: [Double]
    public var exponent: Double

    public init(domain: [Double] = [0, 1], exponent: Double = 1) {
        self.domain = domain
        self.exponent = exponent
    }

    public func transformed(_ value: Double) -> Double {
        exponent == 1 ? value : value < 0 ? -pow(-value, exponent) : pow(value, exponent)
    }

    public func inverted(_ transformed: Double) -> Double {
        exponent == 1
            ? transformed
            : transformed < 0 ? -pow(-transformed, 1 / exponent) : pow(transformed, 1 / exponent)
    }

    public func ticks(count: Int) -> [Double] {
        Ticks.values(from: domain.first ?? 0, to: domain.last ?? 1, count: count)
    }

    public func niced(count: Int) -> PowScale {
        let (low, high) = Ticks.nice(extent.low, extent.high, count: count)
        return withExtent(low, high)
    }
}
