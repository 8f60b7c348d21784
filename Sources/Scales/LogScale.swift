#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Equal ratios are equally long. The domain lies wholly above or wholly below zero.
public struct LogScale: ContinuousScale, Hashable {
    public var domain: [Double]
    public var base: Double

    public init(domain: [Double] = [1, 10], base: Double = 10) {
        self.domain = domain
        self.base = base > 0 && base != 1 ? base : 10
    }

    private var isNegative: Bool { (domain.first ?? 1) < 0 }

    public func transformed(_ value: Double) -> Double {
        isNegative ? (value < 0 ? -log(-value) : .nan) : (value > 0 ? log(value) : .nan)
    }

    public func inverted(_ transformed: Double) -> Double { isNegative ? -exp(-transformed) : exp(transformed) }

    private func logarithm(_ value: Double) -> Double {
        base == 10 ? log10(value) : base == 2 ? log2(value) : log(value) / log(base)
    }

    /// Powers of the base and, where there is room, the multiples between them.
    public func ticks(count: Int) -> [Double] {
        guard let first = domain.first, let last = domain.last, first * last > 0, first.isFinite, last.isFinite else {
            return []
        }
        let negative = first < 0
        let (a, b) = negative ? (-extent.high, -extent.low) : extent
        let (i, j) = (logarithm(a), logarithm(b))
        guard j - i < 1000 else { return [] }
        var values: [Double] = []
        let whole = base == base.rounded() && base < 1000
        if whole, j - i < Double(count) {
            for exponent in stride(from: floor(i), through: ceil(j), by: 1) {
                let unit = pow(base, abs(exponent))
                for multiple in 1..<Int(base) {
                    let value = exponent < 0 ? Double(multiple) / unit : Double(multiple) * unit
                    if value >= a, value <= b { values.append(value) }
                }
            }
            if let top = [pow(base, ceil(j))].first, top <= b, values.last != top { values.append(top) }
            if values.count * 2 < count { values = Ticks.values(from: a, to: b, count: count) }
        } else {
            let exponents = Ticks.values(from: i, to: j, count: min(Int(j - i), max(1, count)))
            values = exponents.map { pow(base, $0) }
        }
        if negative { values = values.reversed().map { -$0 } }
        return first <= last ? values : values.reversed()
    }

    public func niced(count: Int) -> LogScale {
        guard extent.low * extent.high > 0 else { return self }
        if isNegative {
            return withExtent(-pow(base, ceil(logarithm(-extent.low))), -pow(base, floor(logarithm(-extent.high))))
        }
        return withExtent(pow(base, floor(logarithm(extent.low))), pow(base, ceil(logarithm(extent.high))))
    }
}
