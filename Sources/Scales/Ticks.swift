#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Round numbers: steps of 1, 2 or 5 times a power of ten.
public enum Ticks {
    /// No picture has room for more.
    public static let most = 10_000

    /// The step that divides a span into about `count` parts. The choice among 1, 2 and 5 is the one that is nearest
    /// on a logarithmic line, with the borders at √2, √10 and √50. Zero when the span is.
    public static func step(from low: Double, to high: Double, count: Double) -> Double {
        let raw = (high - low) / max(1e-12, count)
        guard raw.isFinite, raw > 0 else { return 0 }
        let exponent = floor(log10(raw))
        let error = raw / power(10, exponent)
        let factor =
            error >= 50.0.squareRoot() ? 10.0 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
        // A step below 1 is a whole divisor, so that multiples of it are the numbers that people write.
        return exponent < 0 ? factor / power(10, -exponent) : factor * power(10, exponent)
    }

    /// Multiples of the step between the two, ends included.
    public static func values(from low: Double, to high: Double, count: Int) -> [Double] {
        guard low.isFinite, high.isFinite, count > 0 else { return [] }
        if low == high { return [low] }
        let (least, greatest) = low < high ? (low, high) : (high, low)
        let step = step(from: least, to: greatest, count: Double(count))
        guard step > 0, step.isFinite else { return [] }
        var result: [Double] = []
        if step < 1 {
            let perUnit = (1 / step).rounded()
            let (first, last) = ((least * perUnit).rounded(), (greatest * perUnit).rounded())
            let start = first / perUnit < least ? first + 1 : first
            let end = last / perUnit > greatest ? last - 1 : last
            guard end - start < Double(most), end >= start else { return [] }
            result = stride(from: start, through: end, by: 1).map { $0 / perUnit }
        } else {
            let (first, last) = ((least / step).rounded(), (greatest / step).rounded())
            let start = first * step < least ? first + 1 : first
            let end = last * step > greatest ? last - 1 : last
            guard end - start < Double(most), end >= start else { return [] }
            result = stride(from: start, through: end, by: 1).map { $0 * step }
        }
        return low < high ? result : result.reversed()
    }

    /// The ends moved outwards to multiples of the step; repeated until the step no longer changes.
    public static func nice(_ low: Double, _ high: Double, count: Int) -> (Double, Double) {
        guard low.isFinite, high.isFinite, low < high else { return (low, high) }
        var (a, b) = (low, high)
        var before = 0.0
        for _ in 0..<10 {
            let step = step(from: a, to: b, count: Double(count))
            if step == before || step <= 0 || !step.isFinite { break }
            if step < 1 {
                let perUnit = (1 / step).rounded()
                (a, b) = (floor(a * perUnit) / perUnit, ceil(b * perUnit) / perUnit)
            } else {
                (a, b) = (floor(a / step) * step, ceil(b / step) * step)
            }
            before = step
        }
        return a.isFinite && b.isFinite ? (a, b) : (low, high)
    }

    /// Ten to a whole power, correctly rounded where the power is small.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        if base == 10, exponent >= 0, exponent <= 22 {
            var value = 1.0
            for _ in 0..<Int(exponent) { value *= 10 }
            return value
        }
        return pow(base, exponent)
    }
}
